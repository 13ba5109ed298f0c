/** Carries out a siting question: the best plan, others that are nearly as good, what each means, and why. */
import type { SitingRunAnswer, SitingPlanAnswer } from '#domain/answers/siting-answers.ts'
import { readSitingDocument, type SitingDocument } from '#domain/siting-document.ts'
import { keepPrices, type SitePrice } from '#engines/siting/alternatives/explain-plan.ts'
import type { Alternative } from '#engines/siting/alternatives/find-alternatives.ts'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { getGap, type SitingPlan } from '#engines/siting/siting-problem.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { setEnds, type ExplainEnds } from '#steps/explore/siting/siting-clock.ts'
import { getSitingFacilities } from '#steps/explore/siting/siting-facilities.ts'
import { getSitingArea } from '#steps/explore/siting/siting-area.ts'
import { describeBeside } from '#steps/explore/siting/compare-plans.ts'
import { completePlan, findBetter, finishPlan } from '#steps/explore/siting/find-better.ts'
import { describeOutcome, type BareOutcome, type ServedSites } from '#steps/explore/siting/describe-outcome.ts'
import { listWarnings } from '#steps/explore/siting/plan-warnings.ts'
import { describeRemedies } from '#steps/explore/siting/siting-remedies.ts'
import { describeEmptied, describeFewer, describeObstacleFor, describeSurplus, listOwnObstacles, type Remark } from '#steps/explore/siting/siting-obstacles.ts'
import { layGround, type SitingGround } from '#steps/explore/siting/siting-ground.ts'
import { dropIdleStops } from '#steps/explore/siting/siting-stops.ts'
import { findSitingNorms } from '#steps/explore/siting/siting-norms.ts'
import { describeQuestion } from '#steps/explore/siting/siting-question.ts'
import { askEngine, type AskedSiting } from '#steps/explore/siting/siting-problem.ts'
import type { CountBuurten, CountOutput, ExplainOutput, ExplainQuestion, PlanOutput, PlanQuestion, SitingInput } from '#steps/explore/siting/siting-task.ts'
import { nameSite } from '#steps/explore/siting/siting-sites.ts'
import { describeSite, writeAmount } from '#steps/explore/siting/siting-words.ts'
import { SeeError } from '#steps/see/problems.ts'
import { runSplit } from '#steps/workers/run-split.ts'

const TASK = new URL('./siting-task.ts', import.meta.url)
/** Below this, a second thread takes longer to start than it saves. */
const FEW_CELLS = 500
/** Shares of the work, for progress: the ground, the plan, and the rest. */
const [GROUND_DONE, PLAN_DONE] = [0.2, 0.5]
/** Share of what is then left that one round of explaining is shown as: there is seldom a second. */
const EXPLAINED = 0.9

const CUT: Remark = {
  severity: 'notice',
  nl: 'Het zoeken naar plan 1 duurde te lang en is gestopt. Het plan klopt, maar een volgende keer kan er iets anders uitkomen. Kies een kleiner gebied om zeker te zijn.',
  en: 'The search for plan 1 took too long and was stopped. The plan is right, but next time something else may come out. Choose a smaller area to be sure.',
}

function describeCutBeside(plan: SitingPlan, unpricedCount: number): Remark {
  const write = (language: 'nl' | 'en') => writeAmount(100 * getGap(plan), language, 1)
  const sure: Words = plan.isProved
    ? { nl: 'Plan 1 zelf is af: het is bewezen het beste.', en: 'Plan 1 itself is complete: it is proved to be the best.' }
    : { nl: `Plan 1 is niet bewezen het beste: een beter plan scheelt hooguit ${write('nl')} procent.`, en: `Plan 1 is not proved to be the best: a better plan is at most ${write('en')} percent better.` }
  const unpriced: Words = unpricedCount === 0
    ? { nl: '', en: '' }
    : { nl: ` Van ${unpricedCount} ${unpricedCount === 1 ? 'locatie' : 'locaties'} is niet uitgerekend wat ${unpricedCount === 1 ? 'die' : 'elk'} uitmaakt.`, en: ` Of ${unpricedCount} ${unpricedCount === 1 ? 'site' : 'sites'} it was not worked out what ${unpricedCount === 1 ? 'it' : 'each'} matters.` }
  return {
    severity: 'notice',
    nl: `Het zoeken naar andere plannen, en naar wat elke locatie uitmaakt, duurde te lang en is gestopt. ${sure.nl}${unpriced.nl} Van de rest kan een volgende keer iets anders komen. Kies een kleiner gebied om zeker te zijn.`,
    en: `The search for other plans, and for what every site matters, took too long and was stopped. ${sure.en}${unpriced.en} Of the rest something else may come out next time. Choose a smaller area to be sure.`,
  }
}

export interface SitingControls {
  readonly signal?: AbortSignal
  /** Share that is done, in [0, 1]. */
  readonly onProgress?: (share: number) => void
}

/** Throws SeeError `sitingInvalid` with everything that is wrong with the document. */
export function getSitingDocument(raw: unknown): SitingDocument {
  const read = readSitingDocument(raw)
  if ('faults' in read) throw new SeeError('sitingInvalid', '', read.faults)
  return read.document
}

/** What can be said at once about a question: whether its areas and facilities are there, also those of its scenario. Throws SeeError. */
export async function checkSiting(statistics: Statistics, document: SitingDocument): Promise<void> {
  getSitingArea(statistics, document)
  findSitingNorms(document)
  await getSitingFacilities(statistics, document)
}

/** The same document and figures give the same answer, to the last digit. Throws SeeError and ProjectionError as `layGround`; rejects as `runSplit`. */
export async function runSiting(statistics: Statistics, document: SitingDocument, { signal, onProgress }: SitingControls = {}): Promise<SitingRunAnswer> {
  const split = <Output>(input: SitingInput, parts: number, from: number, to: number, threads?: number) =>
    runSplit<SitingInput, Output>({ module: TASK, input, parts, signal, onProgress: (share) => onProgress?.(from + share * (to - from)), ...(threads !== undefined && { threads }) })
  const countBuurten: CountBuurten = async (inputs, people) => {
    if (inputs.length === 0) return []
    const outputs = await split<CountOutput>({ kind: 'count', inputs, people }, inputs.length, GROUND_DONE / 2, GROUND_DONE)
    const byPart = new Map(outputs.flatMap(({ counts }) => counts))
    return inputs.map((_, part) => byPart.get(part)!)
  }
  const ground = await layGround(statistics, document, countBuurten)
  const asked = askEngine(ground)
  const today = { sites: asked.openToday, ...assignNearest(asked.problem, asked.openToday) }
  const now = describeOutcome(ground, asked, today, today)
  const own = listOwnObstacles(ground, asked)
  if (own.length > 0) return describeRun(statistics, ground, asked, now, [], own)
  const { problem, goal } = asked
  const gauge = new Float64Array(new SharedArrayBuffer(16))
  const ends = setEnds()
  const question: PlanQuestion = { kind: 'plan', problem, goal, gauge, seed: document.seed }
  const [output] = await runSplit<SitingInput, PlanOutput>({ module: TASK, input: question, parts: 1, signal, onProgress: () => onProgress?.(GROUND_DONE + readGauge(gauge) * (PLAN_DONE - GROUND_DONE)) })
  const { answer: { plan: found, obstacles }, isCut, remedies } = output!
  let plan = found && finishPlan(asked, found)
  const remarks = obstacles.map((obstacle) => describeObstacleFor(ground, asked, obstacle))
  if (plan === undefined) return describeRun(statistics, ground, asked, now, [], remedies ? [...remarks, ...describeRemedies(ground, asked, remedies)] : remarks)
  // What comes up beside the best plan may be better than it: then that is the best, and what is said of it is found anew, as far as it does not hold for both.
  let known: readonly SitePrice[] = []
  for (let from = PLAN_DONE; ; from += (1 - from) * EXPLAINED) {
    const explained = makeExplainQuestion(ground, asked, plan, known, ends)
    const outputs = await split<ExplainOutput>(explained, explained.sites.length + 1, from, from + (1 - from) * EXPLAINED, problem.minutes.length < FEW_CELLS ? 1 : undefined)
    const found = outputs.flatMap((own) => own.prices)
    const prices = new Map([...known, ...found].map((price) => [price.site, price] as const))
    const alternatives = outputs.flatMap((own) => own.alternatives ?? [])
    const better = findBetter(asked, plan, alternatives, prices.values())
    if (better !== undefined) {
      known = keepPrices([...prices.values()], plan, better)
      plan = better
      continue
    }
    if (isCut) remarks.push(CUT)
    if (outputs.some((own) => own.isCut)) remarks.push(describeCutBeside(plan, explained.sites.length - found.length))
    const best = plan
    const plans = alternatives.map((one, at) => describePlan(ground, asked, { today, now }, at === 0 ? best : completePlan(dropIdleStops(asked, one), best, asked.goal), one, best, at === 0 ? prices : new Map()))
    return describeRun(statistics, ground, asked, now, plans.map((own, at) => (at === 0 ? own : { ...own, beside: describeBeside(ground.sites, plans[0]!, own, alternatives[at]!.distances[0]!) })), remarks)
  }
}

/** How near bound and value are: a guess at how far the work is. */
function readGauge(gauge: Float64Array): number {
  const [value, bound] = [gauge[0]!, gauge[1]!]
  return value > 0 && value !== Infinity && bound > 0 ? Math.min(1, bound / value) : 0
}

function makeExplainQuestion({ document, sites }: SitingGround, { problem, goal, standsAt, isStop }: AskedSiting, plan: SitingPlan, known: readonly SitePrice[], ends: ExplainEnds): ExplainQuestion {
  const nameVillage = ({ village, municipality }: (typeof sites)[number]) => `${village} ${municipality}`
  // A stop some days is not the same as a site in that village.
  const villages = [...new Set(sites.map(nameVillage))]
  const { count, worsePercent, leastPercent } = document.alternatives
  const isOpen = new Set(plan.sites)
  // Of plans with as many sites, and nobody more beyond the norm.
  const counted: ExplainQuestion['alternatives'] = goal.kind === 'setCovering'
    ? { goal: { kind: 'maximalCovering', openCount: plan.sites.length, normMinutes: goal.normMinutes }, plan: { ...plan, value: plan.unserved.reduce((sum, place) => sum + problem.weights[place]!, 0), bound: 0 }, wish: makeWish() }
    : { goal, plan, wish: makeWish() }
  function makeWish() {
    return { count, worseShare: worsePercent / 100, leastDistance: leastPercent / 100, villages: Int32Array.from(standsAt, (site, at) => villages.indexOf(nameVillage(sites[site]!)) + isStop[at]! * villages.length) }
  }
  const isKnown = new Set(known.map(({ site }) => site))
  const asks = (at: number) => !isKnown.has(at) && ((sites[standsAt[at]!]!.kind === 'existing' && isStop[at] === 0) || (sites[standsAt[at]!]!.kind === 'candidate' && isOpen.has(at)))
  return {
    kind: 'explain', problem, goal, plan, seed: document.seed, alternatives: counted, ends,
    // Where time is short, what is told first is why a site closes.
    sites: Int32Array.from(standsAt.keys()).filter(asks).sort((one, other) => Number(isOpen.has(one)) - Number(isOpen.has(other)) || one - other),
  }
}

interface Beside {
  readonly today: ServedSites
  readonly now: BareOutcome
}

function describePlan(ground: SitingGround, asked: AskedSiting, { today, now }: Beside, plan: SitingPlan, { distances }: Alternative, best: SitingPlan, prices: ReadonlyMap<number, SitePrice>): SitingPlanAnswer {
  const outside = asked.goal.kind === 'setCovering' ? asked.outsideCount : 0
  const outcome = describeOutcome(ground, asked, today, plan)
  return {
    ...addSentences(ground, asked, outcome, prices),
    warnings: listWarnings(ground, now, outcome),
    value: plan.value - outside,
    bound: plan.bound - outside,
    gapPercent: 100 * getGap(plan),
    isProved: plan.isProved,
    worsePercent: best.value === 0 ? 0 : (100 * (plan.value - best.value)) / best.value,
    elsewherePercent: distances.map(({ shareElsewhere }) => 100 * shareElsewhere),
    checkFaults: [...checkPlan(asked.problem, asked.goal, plan).faults],
  }
}

function addSentences(ground: SitingGround, asked: AskedSiting, outcome: BareOutcome, prices: ReadonlyMap<number, SitePrice>): SitingRunAnswer['today'] {
  const { sites, document } = ground
  const villageOf = (site: number) => sites[site]!.village
  const stopAt = new Map(outcome.sites.filter(({ stop }) => stop !== undefined).map(({ site }) => [site, asked.standsAt.lastIndexOf(site)]))
  return {
    ...outcome,
    sites: outcome.sites.map((own) => {
      // What it would take to keep the fixed site; where there never was one, to do without the stop.
      const price = prices.get(sites[own.site]!.kind === 'candidate' ? (stopAt.get(own.site) ?? own.site) : own.site)
      const priced = { ...own, ...(price && { price: { atMost: finite(price.atMost), atLeast: finite(price.atLeast) } }) }
      const target = outcome.sites.find(({ movedFrom }) => movedFrom === own.site)
      const [reason] = price?.obstacles ?? []
      return {
        ...priced,
        sentence: describeSite({
          outcome: priced, siteName: sites[own.site]!.name, village: villageOf(own.site), rule: asked.rules[own.site]!, people: document.people, goal: document.goal, waitingMinutes: document.mobile?.waitingMinutes ?? 0,
          receivers: own.goesTo.map(({ site }) => nameReceiver(sites[site]!, stopAt.has(site))),
          otherVillage: own.movedFrom !== undefined ? villageOf(own.movedFrom) : target && villageOf(target.site),
          isCounted: document.openCount !== undefined,
          obstacle: reason?.code === 'unreachablePlaces' ? describeObstacleFor(ground, asked, reason) : undefined,
        }),
      }
    }),
  }
}

function nameReceiver(site: SitingGround['sites'][number], isStop: boolean): Words {
  if (isStop) return { nl: `de halte in ${site.village}`, en: `the stop in ${site.village}` }
  const full = nameSite(site)
  return { nl: full, en: full }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

function describeRun(statistics: Statistics, ground: SitingGround, asked: AskedSiting, today: BareOutcome, plans: readonly SitingPlanAnswer[], remarks: readonly Remark[]): SitingRunAnswer {
  const { document, area, demand, municipalities, sites } = ground
  const areaName = area.names.length > 0 ? area.names.join(', ') : document.name
  return {
    version: statistics.version,
    document: { ...document, statisticsVersion: statistics.version },
    areaName,
    question: describeQuestion(ground, areaName),
    municipalities: municipalities.map((code) => ({ code, name: statistics.findArea(code)?.name ?? code })),
    year: demand.year,
    peopleFrom: demand.from,
    ...(demand.jumpOff !== undefined && { jumpOff: demand.jumpOff }),
    roads: ground.roads,
    ...(ground.norms && { norms: ground.norms }),
    ...(ground.roadsYear !== undefined && { roadsYear: ground.roadsYear }),
    places: ground.places,
    sites: sites.map(({ municipality: _, ...site }) => site),
    today: addSentences(ground, asked, today, new Map()),
    plans: [...plans],
    remarks: [...remarks, ...describeSurplus(ground, asked), ...describeEmptied(ground, plans[0]), ...describeFewer(ground, plans.length), ...ground.remarks],
    sources: [...new Set(ground.sources)],
  }
}
