/** Adds buurten up to the areas that are asked for. */
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import { NETWORKS } from '#steps/explore/reach/travel-ground.ts'

const MIXED = -1

export class ReachSums {
  readonly #norm: number
  readonly #buurten: Int32Array
  readonly #minutes: Float64Array
  readonly #weighted: Float64Array
  readonly #reaching: Float64Array
  readonly #inhabitants: Float64Array
  readonly #beyond: readonly Float64Array[]
  readonly #unknown: Float64Array
  readonly #networks: (number | undefined)[]

  constructor(areaCount: number, groupCount: number, normMinutes: number) {
    this.#norm = normMinutes
    this.#networks = Array.from({ length: areaCount })
    const make = () => new Float64Array(areaCount)
    this.#buurten = new Int32Array(areaCount)
    ;[this.#minutes, this.#weighted, this.#reaching, this.#inhabitants] = [make(), make(), make(), make()]
    this.#beyond = Array.from({ length: groupCount }, make)
    this.#unknown = make()
  }

  /** `network` is a position in NETWORKS. */
  add(row: number, minutes: number, network: number, people: readonly number[]): void {
    this.#networks[row] = this.#networks[row] === undefined || this.#networks[row] === network ? network : MIXED
    this.#inhabitants[row]! += people[0]!
    if (!(minutes <= this.#norm)) for (const [group, count] of people.entries()) this.#beyond[group]![row]! += count
    if (Number.isNaN(minutes)) return
    this.#buurten[row]!++
    this.#minutes[row]! += minutes
    this.#weighted[row]! += minutes * people[0]!
    this.#reaching[row]! += people[0]!
  }

  /** People whose place is not known. */
  addUnknown(row: number, people: number): void {
    this.#unknown[row]! += people
  }

  finish(): Pick<ReachAnswer, 'minutes' | 'inhabitants' | 'beyondNorm' | 'placeUnknown' | 'networks'> {
    const [all, age0to14, age65Plus] = this.#beyond.map((sums) => [...sums])
    return {
      minutes: [...this.#reaching].map((people, row) => {
        // One buurt has its minutes also where nobody lives; a mean needs people.
        const mean = people > 0 ? this.#weighted[row]! / people : this.#buurten[row] === 1 ? this.#minutes[row]! : Number.NaN
        return Number.isNaN(mean) ? null : Math.round(mean * 10) / 10
      }),
      inhabitants: [...this.#inhabitants],
      placeUnknown: [...this.#unknown],
      networks: this.#networks.map((network = 0) => (network === MIXED ? 'mixed' : NETWORKS[network]!)),
      beyondNorm: { all: all!, age0to14: age0to14!, age65Plus: age65Plus! },
    }
  }
}
