/** What closing a site, opening one, or both does to a plan in which everybody goes to the nearest site, without dividing everybody anew. */
import type { Frame } from '#engines/siting/frame.ts'
import { measureRules, measureSize, type Fit, type FitRules } from '#engines/siting/choosers/fit.ts'

const NOBODY = -1

/** One site opens, one closes, or both. */
export interface Move {
  readonly opened?: number
  readonly closed?: number
}

export class FitMoves {
  readonly #frame: Frame
  readonly #rules: FitRules
  /** Of every row: the nearest open site and the next, and what they cost. */
  readonly #first: Int32Array
  readonly #second: Int32Array
  readonly #firstCosts: Float64Array
  readonly #secondCosts: Float64Array
  readonly #people: Float64Array
  readonly #peopleAfter: Float64Array
  #sites: Int32Array = new Int32Array()
  #cost = 0

  constructor(frame: Frame, rules: FitRules) {
    const rowCount = frame.places.length
    this.#frame = frame
    this.#rules = rules
    this.#first = new Int32Array(rowCount)
    this.#second = new Int32Array(rowCount)
    this.#firstCosts = new Float64Array(rowCount)
    this.#secondCosts = new Float64Array(rowCount)
    this.#people = new Float64Array(frame.problem.siteCount)
    this.#peopleAfter = new Float64Array(frame.problem.siteCount)
  }

  /** Moves are made from these sites, ascending. */
  load(sites: Int32Array): void {
    this.#sites = sites
    this.#people.fill(0)
    this.#cost = 0
    for (const [row, place] of this.#frame.places.entries()) {
      let [first, second] = [NOBODY, NOBODY]
      for (const site of sites) {
        if (this.#isNearer(place, site, first)) [first, second] = [site, first]
        else if (this.#isNearer(place, site, second)) second = site
      }
      this.#first[row] = first
      this.#second[row] = second
      this.#firstCosts[row] = this.#costOf(place, first)
      this.#secondCosts[row] = this.#costOf(place, second)
      this.#cost += this.#firstCosts[row]!
      if (first !== NOBODY) this.#people[first]! += this.#frame.problem.weights[place]!
    }
  }

  /** The fit after the move. */
  measure({ opened = NOBODY, closed = NOBODY }: Move): Fit {
    const { problem: { weights }, places } = this.#frame
    const people = this.#peopleAfter
    people.set(this.#people)
    let [cost, unserved] = [this.#cost, 0]
    for (let row = 0; row < places.length; row++) {
      const place = places[row]!
      const first = this.#first[row]!
      const stays = first === closed ? this.#second[row]! : first
      const after = opened !== NOBODY && this.#isNearer(place, opened, stays) ? opened : stays
      if (after === NOBODY) unserved += weights[place]!
      if (after === first) continue
      cost += (after === opened ? this.#costOf(place, opened) : this.#secondCosts[row]!) - this.#firstCosts[row]!
      if (first !== NOBODY) people[first]! -= weights[place]!
      if (after !== NOBODY) people[after]! += weights[place]!
    }
    const openCount = this.#sites.length + Number(opened !== NOBODY) - Number(closed !== NOBODY)
    return { cost: cost + this.#rules.sitePrice * openCount, excess: unserved + this.#measureSizes(opened, closed) + this.#measureRules(openCount, opened, closed) }
  }

  #measureSizes(opened: number, closed: number): number {
    const people = this.#peopleAfter
    let excess = opened === NOBODY ? 0 : measureSize(this.#frame, opened, people[opened]!)
    for (const site of this.#sites) if (site !== closed) excess += measureSize(this.#frame, site, people[site]!)
    return excess
  }

  #measureRules(openCount: number, opened: number, closed: number): number {
    const { problem: { limits, locations }, places } = this.#frame
    if (!limits?.length && !locations) return Math.max(0, openCount - this.#rules.openCount) * (1 + places.length)
    return measureRules(this.#frame, makeMove(this.#sites, { ...(opened !== NOBODY && { opened }), ...(closed !== NOBODY && { closed }) }), this.#rules.openCount)
  }

  /** Of sites as near the one that comes first. */
  #isNearer(place: number, site: number, other: number): boolean {
    const { minutes, siteCount } = this.#frame.problem
    const own = minutes[place * siteCount + site]!
    if (other === NOBODY) return own !== Infinity
    const its = minutes[place * siteCount + other]!
    return own < its || (own === its && site < other)
  }

  #costOf(place: number, site: number): number {
    return site === NOBODY ? 0 : this.#rules.costOf(place, this.#frame.problem.minutes[place * this.#frame.problem.siteCount + site]!)
  }
}

/** The sites after a move, ascending. */
export function makeMove(sites: Int32Array, { opened, closed }: Move): Int32Array {
  const stay = closed === undefined ? sites : sites.filter((site) => site !== closed)
  return opened === undefined ? stay : Int32Array.of(...stay, opened).sort()
}
