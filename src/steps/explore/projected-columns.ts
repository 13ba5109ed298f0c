/** Projected inhabitants and households as columns, for those who select places by them. */
import { getMissingCode } from '#domain/missing.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getBaseProjection, type BaseProjection } from '#steps/explore/forecast.ts'
import type { MunicipalYear } from '#steps/explore/municipal-run.ts'
import { countAllKinds } from '#steps/explore/inputs/household-positions.ts'
import { CELL_COUNT, sum } from '#steps/explore/inputs/projection-data.ts'
import { listMissingTables, listProjectionSources } from '#steps/explore/inputs/projection-tables.ts'
import { keepProjections, type ProjectedColumn } from '#steps/see/selection/projections.ts'

/** Whether the package holds the tables; making the projection takes seconds. */
export function canProject(statistics: Statistics): boolean {
  return listMissingTables(statistics).length === 0
}

/** Makes the projection, when it can be made, and puts it where selections look for it. */
export async function prepareProjections(statistics: Statistics): Promise<void> {
  if (!canProject(statistics)) return
  const projection = await getBaseProjection(statistics)
  keepProjections(statistics, {
    findProjectedColumn: (indicator, level, from, to) => (level === 'municipality' ? makeColumn(statistics, projection, indicator, from, to) : undefined),
  })
}

function makeColumn(statistics: Statistics, projection: BaseProjection, indicator: string, fromYear: number, toYear: number): ProjectedColumn | undefined {
  const { years } = projection.base
  const [from, to] = [fromYear, toYear].map((year) => years.find((own) => own.year === year))
  if (from === undefined || to === undefined) return undefined
  const count = findCounter(projection, indicator)
  if (count === undefined) return undefined
  const areas = statistics.listAreas('municipality')
  const positions = areas.map(({ code }) => projection.prepared.data.codes.indexOf(code))
  const measure = ({ people, year }: MunicipalYear) => Float64Array.from(positions, (at) => (at < 0 ? NaN : count(people.subarray(at * CELL_COUNT, (at + 1) * CELL_COUNT), at, year)))
  return {
    from: measure(from),
    to: measure(to),
    missing: Uint8Array.from(positions, (at) => (at < 0 ? getMissingCode('noSuchArea') : 0)),
    sources: listProjectionSources(statistics),
  }
}

function findCounter({ households, base }: BaseProjection, indicator: string): ((people: Float64Array, municipality: number, year: number) => number) | undefined {
  if (indicator === 'population') return (people) => sum(people)
  if (indicator !== 'households' || households === undefined) return undefined
  return (people, municipality, year) => countAllKinds(people, base.getHeadshipRates(year, municipality)!)
}
