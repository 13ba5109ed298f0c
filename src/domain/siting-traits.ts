/** What a question about sites takes for granted of a type of facility. */
import type { FacilityType } from '#domain/facility.ts'

interface SitingTraits {
  /** Who counts when the question does not say. */
  readonly people: 'children4to11' | 'all'
  /** Whether two of them can go on as one; else one closes and its people go to another. */
  readonly canMerge: boolean
  /** What its size is a number of; absent where no source counts one. */
  readonly size?: 'pupils' | 'beds'
}

export const SITING_TRAITS: Readonly<Record<FacilityType, SitingTraits>> = {
  primarySchool: { people: 'children4to11', canMerge: true, size: 'pupils' },
  secondarySchool: { people: 'all', canMerge: true, size: 'pupils' },
  hospital: { people: 'all', canMerge: true, size: 'beds' },
  communityBuilding: { people: 'all', canMerge: true },
  railwayStation: { people: 'all', canMerge: false },
}
