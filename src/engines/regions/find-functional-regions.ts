/**
 * Functional regions: units put together so that what people do happens within them. After Coombes & Bond (2008), the method of Travel-to-Work Areas
 * in Britain and of labour market areas in Italy and the Netherlands: every unit begins as a region; the least valid region is dissolved, and each of its units goes to the region
 * it has most to do with; and so on. Two things differ here: it goes on until so many regions are left, instead of until all are valid; and as a region below
 * the least size can never be valid in their method, such regions are dissolved before all others.
 */
import { checkFlows, turnAround } from '#engines/regions/unit-flows.ts'
import type { UnitFlows } from '#engines/regions/unit-flows.ts'

/** Sizes and shares of self-containment that a region should have at least, and from which on more is no better. */
export interface Validity {
  readonly leastSize: number
  readonly targetSize: number
  readonly leastContainment: number
  readonly targetContainment: number
}

export interface FunctionalRegions {
  /** The region of every unit; regions are numbered by the people who leave from them, the most 0, and equal ones by their first unit. */
  readonly regionOfUnit: Int32Array
  readonly regionCount: number
  /** Regions without any flow to or from another: islands. They do not count for the number that was asked for. */
  readonly islands: readonly number[]
  /** Of each region: the share of what leaves its units that stays in it, of what arrives that comes from it, and how valid it is, in [0, 1]. */
  readonly stays: Float64Array
  readonly comesFromWithin: Float64Array
  readonly validity: Float64Array
}

/**
 * Regions, at most so many beside the islands, for each of the counts; fewer where there are fewer units. Size is what leaves the units of a region.
 * Of regions equally weak the smallest is dissolved first, then that with the lowest unit; of regions a unit has equally much to do with the one with the lowest unit.
 * Throws a RangeError for flows that do not fit together, and numbers that cannot be.
 */
export function findFunctionalRegions(flows: UnitFlows, regionCounts: readonly number[], validity: Validity): FunctionalRegions[] {
  checkFlows(flows)
  for (const count of regionCounts) if (!Number.isInteger(count) || count < 1) throw new RangeError(`${count} regions: it must be a whole number of 1 and up`)
  const { leastSize, targetSize, leastContainment, targetContainment } = validity
  if (!(leastSize >= 0 && leastSize < targetSize && leastContainment > 0 && leastContainment <= targetContainment && targetContainment <= 1)) {
    throw new RangeError(`sizes ${leastSize} and ${targetSize}, self-containment ${leastContainment} and ${targetContainment}: the least must be below the target, and shares in (0, 1]`)
  }
  const regions = new Regions(flows, validity)
  const found = new Map<number, FunctionalRegions>()
  for (const count of regionCounts.toSorted((a, b) => b - a)) {
    while (regions.count > count && regions.dissolveWeakest());
    found.set(count, regions.collect())
  }
  return regionCounts.map((count) => found.get(count)!)
}

class Regions {
  readonly #out: UnitFlows
  readonly #in: UnitFlows
  readonly #validity: Validity
  /** A region is called by the unit it began with. */
  readonly #regionOfUnit: Int32Array
  readonly #leaves: Float64Array
  readonly #arrives: Float64Array
  readonly #within: Float64Array
  readonly #units: (number[] | undefined)[]
  readonly #islands = new Set<number>()
  /** Room to add up the ties of one unit. */
  readonly #toRegion: Float64Array
  readonly #fromRegion: Float64Array
  /** Regions that are there and are no islands. */
  count: number

  constructor(flows: UnitFlows, validity: Validity) {
    const { unitCount } = flows
    this.#out = flows
    this.#in = turnAround(flows)
    this.#validity = validity
    this.#regionOfUnit = Int32Array.from({ length: unitCount }, (_, unit) => unit)
    const make = () => new Float64Array(unitCount)
    ;[this.#leaves, this.#arrives, this.#within, this.#toRegion, this.#fromRegion] = [make(), make(), make(), make(), make()]
    this.#units = Array.from({ length: unitCount }, (_, unit) => [unit])
    this.count = unitCount
    for (let unit = 0; unit < unitCount; unit++) {
      this.#leaves[unit] = sumRow(this.#out, unit)
      this.#arrives[unit] = sumRow(this.#in, unit)
      this.#within[unit] = this.#flowWithin(unit, unit)
    }
  }

  /** False where no region is left that could be dissolved. */
  dissolveWeakest(): boolean {
    let weakest = -1
    let lowest = Infinity
    for (const [region, units] of this.#units.entries()) {
      if (units === undefined || this.#islands.has(region)) continue
      // Values are 0 and up, so that all that are too small come before all others.
      const value = this.#validate(region) - (this.#leaves[region]! < this.#validity.leastSize ? 2 : 0)
      if (value > lowest || (value === lowest && this.#leaves[region]! >= this.#leaves[weakest]!)) continue
      ;[weakest, lowest] = [region, value]
    }
    if (weakest < 0) return false
    this.#dissolve(weakest)
    return true
  }

  /** The X-equation of Coombes & Bond: small regions must be more self-contained. */
  #validate(region: number): number {
    const { leastSize, targetSize, leastContainment, targetContainment } = this.#validity
    const tooSmall = Math.max(targetSize - this.#leaves[region]!, 0) / (targetSize - leastSize)
    const containment = Math.min(share(this.#within[region]!, this.#leaves[region]!), share(this.#within[region]!, this.#arrives[region]!))
    return Math.max(0, 1 - (1 - leastContainment / targetContainment) * tooSmall) * (Math.min(containment, targetContainment) / targetContainment)
  }

  /** Units go one round after another: those without a tie outside wait until their neighbours have gone somewhere. */
  #dissolve(region: number): void {
    let left = this.#units[region]!
    this.#units[region] = undefined
    const before = left
    while (left.length > 0) {
      const going = left.map((unit) => [unit, this.#findClosest(unit, region)] as const).filter(([, to]) => to >= 0)
      if (going.length === 0) break
      for (const [unit, to] of going) this.#join(unit, to)
      left = left.filter((unit) => this.#regionOfUnit[unit] === region)
    }
    this.count--
    if (left.length === 0) return
    // What has ties with nothing else stays what it is.
    this.#units[region] = left
    this.#islands.add(region)
    if (left.length < before.length) this.#recount(region, left)
  }

  /** The region that a unit has most to do with: Σ T²ᵤᵣ ÷ (Oᵤ Dᵣ) + T²ᵣᵤ ÷ (Oᵣ Dᵤ) (Smart 1974); −1 where there is none. */
  #findClosest(unit: number, own: number): number {
    const touched = new Set<number>()
    const add = ({ firstFlows, toUnits, amounts }: UnitFlows, sums: Float64Array) => {
      for (let flow = firstFlows[unit]!; flow < firstFlows[unit + 1]!; flow++) {
        const region = this.#regionOfUnit[toUnits[flow]!]!
        if (region === own || amounts[flow] === 0) continue
        sums[region]! += amounts[flow]!
        touched.add(region)
      }
    }
    add(this.#out, this.#toRegion)
    add(this.#in, this.#fromRegion)
    const [leaves, arrives] = [sumRow(this.#out, unit), sumRow(this.#in, unit)]
    let closest = -1
    let strongest = 0
    for (const region of touched) {
      const tie = share(this.#toRegion[region]! ** 2, leaves * this.#arrives[region]!) + share(this.#fromRegion[region]! ** 2, this.#leaves[region]! * arrives)
      if (tie > strongest || (tie === strongest && closest >= 0 && this.#units[region]![0]! < this.#units[closest]![0]!)) [closest, strongest] = [region, tie]
      this.#toRegion[region] = this.#fromRegion[region] = 0
    }
    return closest
  }

  #join(unit: number, to: number): void {
    this.#regionOfUnit[unit] = to
    this.#units[to]!.push(unit)
    this.#leaves[to]! += sumRow(this.#out, unit)
    this.#arrives[to]! += sumRow(this.#in, unit)
    this.#within[to]! += this.#flowWithin(unit, to)
  }

  /** What goes between a unit and the others of a region, both ways, and within the unit. */
  #flowWithin(unit: number, region: number): number {
    let sum = 0
    const { firstFlows, toUnits, amounts } = this.#out
    for (let flow = firstFlows[unit]!; flow < firstFlows[unit + 1]!; flow++) if (this.#regionOfUnit[toUnits[flow]!] === region) sum += amounts[flow]!
    const incoming = this.#in
    for (let flow = incoming.firstFlows[unit]!; flow < incoming.firstFlows[unit + 1]!; flow++) {
      if (incoming.toUnits[flow] !== unit && this.#regionOfUnit[incoming.toUnits[flow]!] === region) sum += incoming.amounts[flow]!
    }
    return sum
  }

  #recount(region: number, units: readonly number[]): void {
    this.#leaves[region] = units.reduce((sum, unit) => sum + sumRow(this.#out, unit), 0)
    this.#arrives[region] = units.reduce((sum, unit) => sum + sumRow(this.#in, unit), 0)
    const { firstFlows, toUnits, amounts } = this.#out
    this.#within[region] = 0
    for (const unit of units) for (let flow = firstFlows[unit]!; flow < firstFlows[unit + 1]!; flow++) if (this.#regionOfUnit[toUnits[flow]!] === region) this.#within[region]! += amounts[flow]!
  }

  collect(): FunctionalRegions {
    const names = [...this.#units.keys()].filter((region) => this.#units[region] !== undefined)
    const first = (region: number) => Math.min(...this.#units[region]!)
    names.sort((a, b) => this.#leaves[b]! - this.#leaves[a]! || first(a) - first(b))
    const numbers = new Map(names.map((region, at) => [region, at]))
    return {
      regionOfUnit: this.#regionOfUnit.map((region) => numbers.get(region)!),
      regionCount: names.length,
      islands: names.flatMap((region, at) => (this.#islands.has(region) ? [at] : [])),
      stays: Float64Array.from(names, (region) => share(this.#within[region]!, this.#leaves[region]!)),
      comesFromWithin: Float64Array.from(names, (region) => share(this.#within[region]!, this.#arrives[region]!)),
      validity: Float64Array.from(names, (region) => this.#validate(region)),
    }
  }
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

function sumRow({ firstFlows, amounts }: UnitFlows, unit: number): number {
  let sum = 0
  for (let flow = firstFlows[unit]!; flow < firstFlows[unit + 1]!; flow++) sum += amounts[flow]!
  return sum
}
