/** The k nearest sites of every place, however many ways lead to each: the fastest way to a site counts, and each site once. */
import { NETWORKS } from '#steps/explore/reach/travel-ground.ts'
import type { Network } from '#steps/explore/reach/travel-ground.ts'

export interface NearestFacilities {
  /** Minutes to the k nearest facilities, the nearest first, k numbers a place; NaN where there is no point, or there are not so many within reach. */
  readonly minutes: Float64Array
  /** Their numbers in the list, −1 where there is none. */
  readonly facilities: Int32Array
  /** Over what each way leads: positions in NETWORKS. */
  readonly networks: Uint8Array
  /** How many ways to the nearest lead over main roads, and how many over streets. */
  readonly overMainRoads: number
  readonly overStreets: number
}

export class NearestList {
  readonly #k: number
  readonly #minutes: Float64Array
  readonly #sites: Int32Array
  readonly #networks: Uint8Array

  constructor(placeCount: number, k: number) {
    this.#k = k
    this.#minutes = new Float64Array(placeCount * k).fill(Number.NaN)
    this.#sites = new Int32Array(placeCount * k).fill(-1)
    this.#networks = new Uint8Array(placeCount * k)
  }

  /** Takes in a way where it is shorter than what is there; of ways equally long the first stays. */
  offer(place: number, minutes: number, site: number, network: Network): void {
    const first = place * this.#k
    const last = first + this.#k - 1
    let hole = last
    for (let at = first; at <= last; at++) {
      if (this.#sites[at] !== site) continue
      if (this.#minutes[at]! <= minutes) return
      hole = at
      break
    }
    if (this.#sites[hole] !== site && this.#minutes[hole]! <= minutes) return
    for (; hole > first && !(this.#minutes[hole - 1]! <= minutes); hole--) this.#move(hole - 1, hole)
    this.#minutes[hole] = minutes
    this.#sites[hole] = site
    this.#networks[hole] = NETWORKS.indexOf(network)
  }

  /** Only what takes less than this is taken in, NaN where all is. */
  findSlowest(place: number): number {
    return this.#minutes[(place + 1) * this.#k - 1]!
  }

  finish(): NearestFacilities {
    const count = (network: Network) => this.#networks.reduce((sum, own, at) => sum + Number(at % this.#k === 0 && own === NETWORKS.indexOf(network)), 0)
    return { minutes: this.#minutes, facilities: this.#sites, networks: this.#networks, overMainRoads: count('mainRoads'), overStreets: count('streets') }
  }

  #move(from: number, to: number): void {
    this.#minutes[to] = this.#minutes[from]!
    this.#sites[to] = this.#sites[from]!
    this.#networks[to] = this.#networks[from]!
  }
}
