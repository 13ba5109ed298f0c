/**
 * Capacities, minimum sizes, limits, forms. Without these rules a plan can only be better, so the plain problem gives a bound, and when its plan happens to
 * meet the rules it is the answer. Otherwise a quick search gives a plan, and an integer program a better plan and a better bound.
 */
import { createPlainChooser } from '#engines/siting/choosers/plain-chooser.ts'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { measureFit, type FitRules } from '#engines/siting/choosers/fit.ts'
import { searchFit, shakeFit } from '#engines/siting/choosers/fit-search.ts'
import type { Choice, SiteChooser } from '#engines/siting/choosers/site-chooser.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { ServiceProgram } from '#engines/siting/program/service-program.ts'
import type { ServicePrices } from '#engines/siting/program/service-program.ts'
import { TOLERANCE } from '#engines/siting/siting-problem.ts'

/** The search ends after this many plans that it looked at. */
const MOST_LOOKS = 1_000_000
/** Where only the value is asked, as for the price of one site of many, it is worth less. */
const [SHAKES, SHAKES_FOR_VALUE] = [100, 10]
/** A program of more places × sites is not tried: it would not end. */
const MOST_CELLS = 250_000

export function createRestrictedChooser(frame: Frame, control: SitingControl): SiteChooser {
  const plain = createPlainChooser(frame, control)
  return {
    chooseCheapest(question) {
      const { openCount, priceOf, effort = 'all' } = question
      const relaxed = plain.chooseCheapest(question)
      const prices: ServicePrices = { openCount, priceOf, sitePrice: 0, mostMinutes: Infinity }
      if (effort === 'all') return choose(frame, control, relaxed, prices)
      return relaxed.sites && isRight(frame, relaxed.sites, prices) ? relaxed : { value: Infinity, bound: relaxed.bound }
    },
    chooseWithin: (mostMinutes, openCount) => choose(frame, control, plain.chooseWithin(mostMinutes, openCount), { openCount, priceOf: () => 0, sitePrice: 1, mostMinutes }, true),
    chooseFewest: (mostMinutes) => choose(frame, control, plain.chooseFewest(mostMinutes), { openCount: frame.sites.length, priceOf: () => 0, sitePrice: 1, mostMinutes }),
  }
}

/** `anyWill`: every plan that fits is as good. */
function choose(frame: Frame, control: SitingControl, relaxed: Choice, prices: ServicePrices, anyWill = false): Choice {
  if (relaxed.bound === Infinity) return relaxed
  if (relaxed.sites && isRight(frame, relaxed.sites, prices)) return relaxed
  const rules = makeFitRules(frame, prices)
  let looks = 0
  const shouldStop = () => ++looks > MOST_LOOKS || (control.shouldStop?.() ?? false)
  const first = searchFit(frame, relaxed.sites ?? frame.sites, rules, shouldStop)
  const isEnough = first.fit.excess === 0 && (anyWill || first.fit.cost <= relaxed.bound * (1 + TOLERANCE / 2))
  const found = isEnough || frame.places.length === 0 ? first : shakeFit(frame, first.sites, rules, makeRandom(control), control.onlyValue ? SHAKES_FOR_VALUE : SHAKES, shouldStop)
  const hasPlan = found.fit.excess === 0 && found.fit.cost < TOO_FAR
  const value = found.fit.cost
  const quick: Choice = hasPlan ? { sites: found.sites, value, bound: relaxed.bound } : { value: Infinity, bound: relaxed.bound }
  if (hasPlan && (anyWill || value <= relaxed.bound * (1 + TOLERANCE / 2))) return quick
  return control.integerSolver && frame.places.length * frame.sites.length <= MOST_CELLS ? solveProgram(frame, control, quick, prices) : quick
}

function makeRandom({ seed }: SitingControl): CounterRandom {
  const random = new CounterRandom(seed)
  random.open(0, 0)
  return random
}

const TOO_FAR = 1e15

const makeFitRules = (frame: Frame, { openCount, sitePrice, priceOf, mostMinutes }: ServicePrices): FitRules => ({
  openCount, sitePrice, costOf: (place, minutes) => (minutes > mostMinutes ? TOO_FAR : frame.problem.weights[place]! * priceOf(minutes)),
})

/** Whether a plan with these sites, everybody at the nearest, meets all rules. */
function isRight(frame: Frame, sites: Int32Array, prices: ServicePrices): boolean {
  const { excess, cost } = measureFit(frame, sites, makeFitRules(frame, prices))
  return excess === 0 && cost < TOO_FAR
}

function solveProgram(frame: Frame, control: SitingControl, quick: Choice, prices: ServicePrices): Choice {
  const service = new ServiceProgram(frame, prices)
  const answer = control.integerSolver!(service.program, {
    ...(quick.sites && { start: service.encodeNearest(quick.sites) }),
    absoluteGap: prices.sitePrice > 0 ? 0.999 : (TOLERANCE / 4) * (Number.isFinite(quick.value) ? quick.value : 0),
    onProgress: (value, bound) => control.onProgress?.({ phase: 'integerProgram', value: Math.min(value, quick.value), bound: Math.max(bound, quick.bound) }),
    ...(control.shouldStop && { shouldStop: control.shouldStop }),
  })
  if (answer.status === 'infeasible') return { value: Infinity, bound: Infinity }
  const isWhole = prices.sitePrice > 0
  const bound = Math.max(quick.bound, isWhole ? Math.ceil(answer.bound - TOLERANCE) : answer.bound)
  if (!answer.columns || answer.value > quick.value) return { ...quick, bound }
  return { ...service.decode(answer.columns), value: answer.value, bound }
}
