/**
 * The mean of the worst-off share α of the people is the lowest value, over all t, of t + Σ w (minutes − t)⁺ ÷ (α W) (Rockafellar & Uryasev 2000).
 * With t fixed that is a sum over people. Σ only falls as t rises, so for all t from a to b the value is at least a + Σ at b: intervals of t are halved until
 * none can hold anything better. For one plan the value is straight between two lengths of trips, so only those need to be tried as t.
 */
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import type { Choice, SiteChooser } from '#engines/siting/choosers/site-chooser.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { listDistinctMinutes } from '#engines/siting/goals/distinct-minutes.ts'
import { forEachTrip } from '#engines/siting/goals/goal-solver.ts'
import type { GoalSolver, Trips } from '#engines/siting/goals/goal-solver.ts'
import { TOLERANCE } from '#engines/siting/siting-problem.ts'
import type { SitingGoal } from '#engines/siting/siting-problem.ts'

type WorstShareGoal = Extract<SitingGoal, { kind: 'worstShare' }>

/** Positions in the list of trip lengths, both included; `sum` is at least Σ w (minutes − t)⁺ of any plan at the last one. */
interface Interval {
  readonly first: number
  readonly last: number
  readonly sum: number
}

function measureWorst(frame: Frame, { share }: WorstShareGoal, trips: Trips): number {
  const parts: { people: number; minutes: number }[] = []
  forEachTrip(frame, trips, (people, minutes) => parts.push({ people, minutes: minutes === Infinity ? frame.unservedMinutes : minutes }))
  parts.sort((one, other) => other.minutes - one.minutes)
  const worst = share * parts.reduce((sum, { people }) => sum + people, 0)
  let [left, sum] = [worst, 0]
  for (const { people, minutes } of parts) {
    const taken = Math.min(people, left)
    sum += taken * minutes
    left -= taken
  }
  return worst === 0 ? 0 : sum / worst
}

class WorstShareSearch {
  best: Choice = { value: Infinity, bound: 0 }
  readonly #frame: Frame
  readonly #goal: WorstShareGoal
  readonly #chooser: SiteChooser
  readonly #worstPeople: number
  readonly #lengths: Float64Array

  constructor(frame: Frame, goal: WorstShareGoal, chooser: SiteChooser) {
    this.#frame = frame
    this.#goal = goal
    this.#chooser = chooser
    this.#worstPeople = goal.share * frame.places.reduce((sum, place) => sum + frame.problem.weights[place]!, 0)
    this.#lengths = listDistinctMinutes(frame)
  }

  get lengthCount(): number {
    return this.#lengths.length
  }

  boundOf({ first, sum }: Interval): number {
    return this.#lengths[first]! + sum / this.#worstPeople
  }

  isPromising(interval: Interval): boolean {
    return this.boundOf(interval) < this.best.value * (1 - TOLERANCE / 2)
  }

  /** Solves the sum at the last length of the interval; keeps the plan when it is the best. */
  open(first: number, last: number): Interval {
    const t = this.#lengths[last]!
    const below = (this.best.value - this.#lengths[first]!) * this.#worstPeople
    if (below <= 0) return { first, last, sum: 0 }
    const choice = this.#chooser.chooseCheapest({
      openCount: this.#goal.openCount, below,
      priceOf: (minutes) => Math.max(0, minutes - t),
      unservedPrice: Math.max(0, this.#frame.unservedMinutes - t),
    })
    this.#offer(choice)
    return { first, last, sum: choice.bound }
  }

  #offer(choice: Choice): void {
    if (!choice.sites) return
    const nearest = assignNearest(this.#frame.problem, choice.sites)
    const trips = choice.services ? { services: choice.services, unserved: new Int32Array() } : nearest
    const value = measureWorst(this.#frame, this.#goal, { ...trips, sites: choice.sites })
    if (value < this.best.value) this.best = { ...choice, value }
  }
}

/** Fewest minutes on average of the worst-off share of the people. */
export const worstShareSolver: GoalSolver<WorstShareGoal> = {
  kind: 'worstShare',
  measure: measureWorst,
  solve(frame, goal, chooser, control) {
    const search = new WorstShareSearch(frame, goal, chooser)
    if (frame.places.length === 0) return chooser.chooseCheapest({ openCount: goal.openCount, priceOf: () => 0, unservedPrice: 0 })
    // At the shortest trip the sum is nearly that of all people: a good first plan.
    const start = search.open(0, 0)
    if (start.sum === Infinity) return { value: Infinity, bound: Infinity }
    const bound = raiseBound(search, control)
    return { ...search.best, bound }
  },
}

function raiseBound(search: WorstShareSearch, control: SitingControl): number {
  const waiting = [search.open(0, search.lengthCount - 1)]
  for (;;) {
    waiting.sort((one, other) => search.boundOf(other) - search.boundOf(one))
    const next = waiting.pop()
    if (!next || !search.isPromising(next)) return next ? Math.min(search.boundOf(next), search.best.value) : search.best.value
    control.onProgress?.({ phase: 'bound', value: search.best.value, bound: search.boundOf(next) })
    if (control.shouldStop?.()) return search.boundOf(next)
    if (next.first === next.last) return search.boundOf(next)
    const middle = Math.floor((next.first + next.last) / 2)
    waiting.push(search.open(next.first, middle), { ...next, first: middle + 1 })
  }
}
