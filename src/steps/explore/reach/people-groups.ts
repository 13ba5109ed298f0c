/** The people whose travel times are counted apart. */

export interface PeopleGroup {
  readonly id: 'all' | 'age0to14' | 'age65Plus' | 'age15to24' | 'age25to44' | 'age45to64' | 'age75Plus'
  /** The indicator that counts them in buurten; undefined where none does, so that only a projection knows them. */
  readonly indicator: string | undefined
  /** First and last year of age. */
  readonly ages: readonly [number, number]
}

export const PEOPLE_GROUPS: readonly PeopleGroup[] = [
  { id: 'all', indicator: 'population', ages: [0, 100] },
  { id: 'age0to14', indicator: 'age0to14', ages: [0, 14] },
  { id: 'age65Plus', indicator: 'age65Plus', ages: [65, 100] },
  { id: 'age15to24', indicator: 'age15to24', ages: [15, 24] },
  { id: 'age25to44', indicator: 'age25to44', ages: [25, 44] },
  { id: 'age45to64', indicator: 'age45to64', ages: [45, 64] },
  { id: 'age75Plus', indicator: undefined, ages: [75, 100] },
]
