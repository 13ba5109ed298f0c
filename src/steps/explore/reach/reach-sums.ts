/** Adds buurten up to the areas that are asked for. */
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import { NETWORKS } from '#steps/explore/reach/travel-ground.ts'

const MIXED = -1

export interface SummedReach extends Pick<ReachAnswer, 'minutes' | 'timeUnknown' | 'placeUnknown' | 'networks'> {
  /** By group, then by area; whole people, NaN where a group is not known. */
  readonly people: readonly (readonly number[])[]
  readonly beyond: readonly (readonly number[])[]
}

export class ReachSums {
  readonly #norm: number
  readonly #buurten: Int32Array
  readonly #minutes: Float64Array
  readonly #weighted: Float64Array
  readonly #reaching: Float64Array
  /** By group. */
  readonly #people: readonly Float64Array[]
  readonly #beyond: readonly Float64Array[]
  readonly #timeUnknown: Float64Array
  readonly #unknown: Float64Array
  readonly #networks: (number | undefined)[]

  constructor(areaCount: number, groupCount: number, normMinutes: number) {
    this.#norm = normMinutes
    this.#networks = Array.from({ length: areaCount })
    const make = () => new Float64Array(areaCount)
    this.#buurten = new Int32Array(areaCount)
    ;[this.#minutes, this.#weighted, this.#reaching] = [make(), make(), make()]
    this.#people = Array.from({ length: groupCount }, make)
    this.#beyond = Array.from({ length: groupCount }, make)
    ;[this.#timeUnknown, this.#unknown] = [make(), make()]
  }

  /** `network` is a position in NETWORKS. Where no way is known nobody is beyond the norm, nor within it. */
  add(row: number, minutes: number, network: number, people: readonly number[]): void {
    this.#networks[row] = this.#networks[row] === undefined || this.#networks[row] === network ? network : MIXED
    const isBeyond = minutes > this.#norm
    for (const [group, count] of people.entries()) {
      this.#people[group]![row]! += count
      if (isBeyond) this.#beyond[group]![row]! += count
    }
    if (Number.isNaN(minutes)) {
      this.#timeUnknown[row]! += people[0]!
      return
    }
    this.#buurten[row]!++
    this.#minutes[row]! += minutes
    this.#weighted[row]! += minutes * people[0]!
    this.#reaching[row]! += people[0]!
  }

  /** People whose place is not known. */
  addUnknown(row: number, people: number): void {
    this.#unknown[row]! += people
  }

  finish(): SummedReach {
    return {
      minutes: [...this.#reaching].map((people, row) => {
        // One buurt has its minutes also where nobody lives; a mean needs people.
        const mean = people > 0 ? this.#weighted[row]! / people : this.#buurten[row] === 1 ? this.#minutes[row]! : Number.NaN
        return Number.isNaN(mean) ? null : Math.round(mean * 10) / 10
      }),
      people: this.#people.map(roundAll),
      beyond: this.#beyond.map(roundAll),
      timeUnknown: roundAll(this.#timeUnknown),
      placeUnknown: roundAll(this.#unknown),
      networks: this.#networks.map((network = 0) => (network === MIXED ? 'mixed' : NETWORKS[network]!)),
    }
  }
}

/** What is not known as null, which JSON can say. */
export const nullUnknown = (counts: readonly number[]): (number | null)[] => counts.map((count) => (Number.isNaN(count) ? null : count))

const roundAll = (sums: Float64Array): number[] => Array.from(sums, Math.round)
