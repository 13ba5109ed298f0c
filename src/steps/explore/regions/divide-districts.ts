/** Every wijk in one region: those that were reckoned with as the engine says, parts of municipalities that roads do not reach with the rest of it, and the others with their municipality. */
import { measureMetres } from '#domain/measure-metres.ts'
import type { FoundRegions } from '#steps/explore/reach/reach-task.ts'
import type { RegionUnits } from '#steps/explore/regions/region-units.ts'

export interface DividedDistricts {
  /** Regions are numbered by their people, the most 0. */
  readonly regionOfDistrict: Int32Array
  readonly regionCount: number
  readonly people: Float64Array
  readonly stays: readonly number[]
  readonly comesFromWithin: readonly number[]
  readonly islands: ReadonlySet<number>
  /** Positions of wijken that went with their municipality since nobody lives there or the place is not known. */
  readonly followed: readonly number[]
  /** Positions of wijken that the engine left apart, though their municipality lies in a region. */
  readonly joined: readonly number[]
}

interface Sums {
  leaves: number
  arrives: number
  within: number
}

export function divideDistricts(units: RegionUnits, found: FoundRegions): DividedDistricts {
  const { districts, used, peopleOfDistrict } = units
  const regions = found.regionOfUnit.slice()
  const sums = Array.from(found.leaves, (leaves, region): Sums => ({ leaves, arrives: found.arrives[region]!, within: found.within[region]! }))
  const islands = new Set(found.islands)
  const joined: number[] = []
  for (const island of [...islands].sort((a, b) => sums[a]!.leaves - sums[b]!.leaves)) {
    const own = [...regions.keys()].filter((unit) => regions[unit] === island)
    const to = findMainland(units, regions, island, own)
    if (to === undefined) continue
    for (const unit of own) regions[unit] = to
    joined.push(...own.map((unit) => used[unit]!))
    islands.delete(island)
    for (const key of ['leaves', 'arrives', 'within'] as const) sums[to]![key] += sums[island]![key]
  }
  const raw = new Int32Array(districts.length).fill(-1)
  used.forEach((at, unit) => (raw[at] = regions[unit]!))
  const followed = follow(units, raw)
  const people = new Float64Array(sums.length)
  raw.forEach((region, at) => (people[region]! += peopleOfDistrict[at]!))
  const order = [...new Set(regions)].sort((a, b) => people[b]! - people[a]! || a - b)
  const numbers = new Map(order.map((region, at) => [region, at]))
  return {
    regionOfDistrict: raw.map((region) => numbers.get(region)!),
    regionCount: order.length,
    people: Float64Array.from(order, (region) => people[region]!),
    stays: order.map((region) => divide(sums[region]!.within, sums[region]!.leaves)),
    comesFromWithin: order.map((region) => divide(sums[region]!.within, sums[region]!.arrives)),
    islands: new Set([...islands].map((region) => numbers.get(region)!)),
    followed, joined,
  }
}

const divide = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

/** The region of the nearest wijk of the same municipality in another region. */
function findMainland({ districts, used, points }: RegionUnits, regions: Int32Array, island: number, own: readonly number[]): number | undefined {
  const getMunicipality = (unit: number) => districts[used[unit]!]!.parents.municipality
  let best: { readonly region: number; readonly metres: number } | undefined
  for (const unit of own) {
    for (const other of regions.keys()) {
      if (regions[other] === island || getMunicipality(other) !== getMunicipality(unit)) continue
      const metres = measureMetres(points[unit]!, points[other]!)
      if (best === undefined || metres < best.metres) best = { region: regions[other]!, metres }
    }
  }
  return best?.region
}

/** Gives the wijken without a region that of most people of their municipality, else of their COROP area, province or the country. */
function follow({ districts, peopleOfDistrict }: RegionUnits, regions: Int32Array): number[] {
  const left = [...regions.keys()].filter((at) => regions[at]! < 0)
  const levels = ['municipality', 'corop', 'province', 'country'] as const
  const main = levels.map((level) => {
    const people = new Map<string, Map<number, number>>()
    regions.forEach((region, at) => {
      if (region < 0) return
      const own = people.get(districts[at]!.parents[level] ?? '') ?? new Map<number, number>()
      people.set(districts[at]!.parents[level] ?? '', own.set(region, (own.get(region) ?? 0) + peopleOfDistrict[at]!))
    })
    return new Map([...people].map(([code, own]) => [code, [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0]]))
  })
  for (const at of left) {
    const found = levels.map((level, own) => main[own]!.get(districts[at]!.parents[level] ?? '')).find((region) => region !== undefined)
    regions[at] = found ?? 0
  }
  return left
}
