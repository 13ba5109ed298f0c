/** Everything that takes seconds of a forecast, as plain figures: what is projected, and how wrong the same program was before. */
import type { Area, AreaCode } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { runBackTest, type BackTest } from '#steps/explore/back-test.ts'
import { readBuurtHistory } from '#steps/explore/buurt-history.ts'
import { ERROR_SERIES, type ErrorSeriesId } from '#steps/explore/error-series.ts'
import { measureErrorSizes, type ErrorSizes } from '#steps/explore/error-sizes.ts'
import { estimateHouseholdRates, type HouseholdRates } from '#steps/explore/inputs/household-positions.ts'
import { prepareMunicipalities, takeFigures, type PreparedFigures } from '#steps/explore/inputs/prepare-municipalities.ts'
import type { ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { readProjectionData } from '#steps/explore/inputs/read-projection-data.ts'
import { runMunicipalities, type MunicipalYear } from '#steps/explore/municipal-run.ts'
import { projectPastBeside } from '#steps/explore/past-projections-beside.ts'
import { createPastProjections, findLastYear, type PastProjection } from '#steps/explore/past-projections.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { testSmallAreas, type SmallAreaLine } from '#steps/explore/small-area-back-test.ts'
import { memoize } from '#steps/see/memo.ts'
import { measureSmallAreaErrors, type MunicipalHistory } from '#steps/explore/small-area-errors.ts'
import { nextTurn } from '#steps/shared/turns.ts'

/** What is projected of the municipalities, without how wrong that was before: a fraction of the work. */
export interface BaseContents {
  readonly prepared: PreparedFigures
  readonly households: HouseholdRates | undefined
  /** Without a scenario. */
  readonly years: readonly MunicipalYear[]
}

export interface ForecastContents extends BaseContents {
  /** Undefined where too few past projections could be held against counts. */
  readonly sizes: ErrorSizes | undefined
  /** The same of age groups and households. */
  readonly seriesSizes: Readonly<Partial<Record<ErrorSeriesId, ErrorSizes>>>
  /** The same of buurten. */
  readonly smallAreaSizes: ErrorSizes | undefined
  readonly backTest: BackTest
  /** The same of wijken and buurten. */
  readonly smallAreaTest: readonly SmallAreaLine[]
}

/** Throws ProjectionError `projectionTablesMissing`. */
export const getBaseContents: (statistics: Statistics) => Promise<BaseContents & { readonly data: ProjectionData }> = memoize(async (statistics) => {
  const data = await readProjectionData(statistics)
  if ('missingTables' in data) throw new ProjectionError('projectionTablesMissing', data.missingTables.join(', '))
  const jumpOff = findLastYear(data)
  await nextTurn()
  const prepared = prepareMunicipalities(data, jumpOff)
  await nextTurn()
  const households = estimateHouseholdRates(prepared.data, jumpOff, prepared.base.people)
  return { data, prepared: takeFigures(prepared), households, years: (await runMunicipalities(prepared, households)).years }
})

/** Throws ProjectionError `projectionTablesMissing`. */
export async function makeForecastContents(statistics: Statistics): Promise<ForecastContents> {
  const { data, ...base } = await getBaseContents(statistics)
  const { jumpOff } = base.prepared
  const projectPast = createPastProjections(data, await projectPastBeside(data, jumpOff))
  const histories = readHistories(statistics, base.prepared)
  return {
    ...base,
    sizes: measureErrorSizes(data, projectPast, jumpOff),
    seriesSizes: measureSeries(data, projectPast, jumpOff),
    smallAreaSizes: measureSmallAreaErrors(data, histories, projectPast, jumpOff),
    smallAreaTest: testSmallAreas(data, histories, projectPast, jumpOff),
    backTest: runBackTest(data, projectPast),
  }
}

function measureSeries(data: ProjectionData, projectPast: (jumpOff: number) => PastProjection, jumpOff: number): ForecastContents['seriesSizes'] {
  const measured = Object.entries(ERROR_SERIES).map(([id, series]) => [id, measureErrorSizes(data, projectPast, jumpOff, series)] as const)
  return Object.fromEntries(measured.filter(([, sizes]) => sizes !== undefined))
}

function readHistories(statistics: Statistics, { data, jumpOff }: PreparedFigures): MunicipalHistory[] {
  const byMunicipality = new Map<AreaCode, Area[]>()
  for (const buurt of statistics.listAreas('neighbourhood')) {
    const code = buurt.parents.municipality
    if (code === undefined || !buurt.years.includes(jumpOff)) continue
    byMunicipality.set(code, [...(byMunicipality.get(code) ?? []), buurt])
  }
  return data.codes.flatMap((code, municipality) => {
    const buurten = byMunicipality.get(code)
    return buurten ? [{ municipality, history: readBuurtHistory(statistics, buurten), districts: buurten.map(({ parents }) => parents.district ?? '') }] : []
  })
}
