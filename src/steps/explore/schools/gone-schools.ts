/** What became of schools whose code is no longer there, and which codes are new: some schools only got another code. */
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import type { School } from '#steps/explore/schools/read-schools.ts'

/**
 * `renumbered`: a code that was not there before stands at its address. `sameAddress`: a school that was there before does, mostly since two became one.
 * `otherNearBy`: another school stands within a kilometre. `noneNearBy`: none does.
 */
export const GONE_KINDS = ['renumbered', 'sameAddress', 'otherNearBy', 'noneNearBy'] as const
export type GoneKind = (typeof GONE_KINDS)[number]

export interface GoneSchool {
  readonly school: School
  readonly what: GoneKind
  /** The school at its address, or else the nearest within a kilometre. */
  readonly other: { readonly school: School; readonly metres: number } | undefined
}

/** Straight metres. Addresses were looked up each time anew, and a building may have several. */
const [SAME_ADDRESS, NEAR_BY] = [100, 1000]

/** Schools of the first list whose code is not in the second. */
export function findGoneSchools(before: readonly School[], after: readonly School[]): GoneSchool[] {
  const [codesBefore, codesAfter] = [before, after].map((schools) => new Set(schools.map(({ code }) => code)))
  const near = new NearbyPoints(after.map(({ point }) => point[0]), after.map(({ point }) => point[1]))
  return before.filter(({ code }) => !codesAfter!.has(code)).map((school) => {
    const around = near.listWithin(school.point, NEAR_BY).map(({ at, metres }) => ({ school: after[at]!, metres })).sort((a, b) => a.metres - b.metres)
    const atAddress = around.filter(({ metres }) => metres <= SAME_ADDRESS)
    const successor = atAddress.find((other) => !codesBefore!.has(other.school.code))
    if (successor) return { school, what: 'renumbered', other: successor }
    if (atAddress[0]) return { school, what: 'sameAddress', other: atAddress[0] }
    return { school, what: around[0] ? 'otherNearBy' : 'noneNearBy', other: around[0] }
  })
}

/** Codes of the second list that are not in the first, nor stand where a code of the first went: schools that have just begun. */
export function findNewSchools(before: readonly School[], after: readonly School[]): Set<string> {
  const known = new Set(before.map(({ code }) => code))
  for (const { what, other } of findGoneSchools(before, after)) if (what === 'renumbered') known.add(other!.school.code)
  return new Set(after.flatMap(({ code }) => (known.has(code) ? [] : [code])))
}
