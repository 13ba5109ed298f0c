/** The municipality, and where it is known the wijk or buurt, that each school stands in. */
import { AREA_LEVELS, type AreaCode } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { createPlaceLocator } from '#steps/import/locate-places.ts'
import { memoize } from '#steps/see/memo.ts'
import type { School } from '#steps/explore/schools/read-schools.ts'
import { nextTurn } from '#steps/shared/turns.ts'

export interface SchoolPlace {
  readonly municipality: AreaCode
  /** The smallest area that is known to hold it. */
  readonly area: AreaCode
}

const getLocator = memoize((statistics: Statistics) =>
  createPlaceLocator(
    new Map(AREA_LEVELS.map((level) => [level, statistics.listAreas(level)])),
    (['neighbourhood', 'district', 'municipality'] as const).flatMap((level) => statistics.findShapes(level) ?? []),
    statistics.referenceYear,
  ),
)

/** Schools that are located without others in between: some milliseconds. */
const SCHOOLS_AT_ONCE = 500

/** Undefined for a school outside every municipality. */
export async function locateSchools(statistics: Statistics, schools: readonly School[]): Promise<readonly (SchoolPlace | undefined)[]> {
  const locator = getLocator(statistics)
  const places: (SchoolPlace | undefined)[] = []
  for (const { town, point } of schools) {
    if (places.length % SCHOOLS_AT_ONCE === 0) await nextTurn()
    places.push(locator.locate(town ?? '', point))
  }
  return places
}
