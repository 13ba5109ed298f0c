/** A region that has a name and consists of municipalities of a certain year. */
import type { AreaCode } from '#domain/area.ts'
import type { Words } from '#domain/words.ts'

export interface RegionMember {
  readonly code: AreaCode
  readonly name: string
}

export interface NamedRegion {
  /** kebab-case, stable for ever. */
  readonly id: string
  readonly name: string
  readonly province: AreaCode
  /** What the plan calls it. */
  readonly kind: 'shrinking' | 'anticipating'
  /** What the plan of 2009 called it, where it was in it. */
  readonly firstPlan?: 'shrinking' | 'anticipating'
  /** It had a plan made to measure with the national government in 2017. */
  readonly tailored?: boolean
  readonly remark?: Words
  /** Municipalities on 1 January of the year of the set. */
  readonly members: readonly RegionMember[]
  /** named: the source names these very municipalities; derived: put together from several sources, as the words say. */
  readonly membership: 'named' | 'derived'
  readonly source: Words & { readonly url?: string }
}

/** What happened to members afterwards: all of it, or the part that went to that municipality. */
export interface RegionChange {
  /** First year (1 January) of the new boundaries. */
  readonly year: number
  readonly into: RegionMember
  /** Inhabitants that came from members of regions, by code of the giver. */
  readonly from: Readonly<Record<AreaCode, number>>
  /** All inhabitants of the receiver, so that the share of a region in it follows. */
  readonly inhabitants: number
}

export interface RegionSet {
  readonly id: string
  readonly name: Words
  /** Municipalities are those of 1 January of this year. */
  readonly year: number
  readonly source: Words & { readonly url?: string }
  readonly regions: readonly NamedRegion[]
  readonly changes: readonly RegionChange[]
}

/** A municipality of today, and the share of its inhabitants that lives in the region, above 0 and at most 1. */
export interface RegionPart extends RegionMember {
  readonly share: number
}

/**
 * The municipalities of `year` that hold the region, in the order of its members. A municipality that a member went into
 * counts for the share of its inhabitants that came with it at that moment. RangeError for a year before that of the set.
 */
export function listRegionParts({ year: setYear, changes }: RegionSet, { members }: NamedRegion, year: number): RegionPart[] {
  if (year < setYear) throw new RangeError(`the regions are of ${setYear}; ${year} is earlier`)
  let parts = new Map(members.map(({ code, name }) => [code, { code, name, share: 1 }]))
  for (const change of changes.filter((own) => own.year <= year).toSorted((a, b) => a.year - b.year)) {
    const given = Object.entries(change.from).filter(([giver]) => parts.has(giver))
    if (given.length === 0) continue
    const moved = given.reduce((sum, [giver, inhabitants]) => sum + inhabitants * (parts.get(giver)?.share ?? 0), 0)
    const former = parts.get(change.into.code)
    const stayed = former === undefined ? 0 : former.share * (change.inhabitants - Object.values(change.from).reduce((sum, one) => sum + one, 0))
    parts = new Map(parts).set(change.into.code, { ...change.into, share: (moved + stayed) / change.inhabitants })
  }
  const gone = new Set(changes.filter((own) => own.year <= year).flatMap(({ from }) => Object.keys(from)))
  return [...parts.values()].filter(({ code }) => !gone.has(code))
}
