/** What there is to see: the status of the statistics, the indicators, the areas of a level, the sources. */
import { AREA_LEVELS } from '#domain/area.ts'
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type {
  AreaListAnswer,
  IndicatorAnswer,
  IndicatorListAnswer,
  SourceListAnswer,
  StatusAnswer,
} from '#domain/answers/answers.ts'
import type { Formula, Indicator } from '#domain/indicator.ts'
import { remember } from '#domain/remember.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findJumpOff } from '#steps/explore/inputs/find-jump-off.ts'
import { listMissingTables } from '#steps/explore/inputs/projection-tables.ts'
import { isWithin } from '#steps/see/families.ts'
import { findIndexedShapes } from '#steps/see/extent.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

export async function getStatus(statistics: Statistics): Promise<StatusAnswer> {
  const jumpOffYear = await findJumpOff(statistics)
  const count = (severity: string) =>
    statistics.report.findings.filter((finding) => finding.severity === severity).reduce((sum, finding) => sum + (finding.count ?? 1), 0)
  return {
    version: statistics.version,
    importedAt: statistics.importedAt,
    packageName: statistics.packageName,
    packageTitle: statistics.packageTitle,
    fictional: statistics.fictional,
    referenceYear: statistics.referenceYear,
    years: [...statistics.years],
    levels: AREA_LEVELS.map((level) => describeLevel(statistics, level)),
    places: statistics.listPlaces().length,
    indicators: statistics.indicators.length,
    findings: { errors: count('error'), warnings: count('warning'), infos: count('info') },
    missingForProjection: listMissingTables(statistics),
    ...(jumpOffYear !== undefined && { jumpOffYear }),
  }
}

function describeLevel(statistics: Statistics, level: AreaLevel): StatusAnswer['levels'][number] {
  const shapes = findIndexedShapes(statistics, level)
  const positions = statistics.listPositions(level, statistics.referenceYear)
  const areas = statistics.listAreas(level)
  return {
    level,
    areas: positions.length,
    years: statistics.years.filter((year) => statistics.indicators.some(({ id }) => statistics.findColumn(id, level, year) !== undefined)),
    ...(shapes && { shapeYear: shapes.year, withoutShape: positions.filter((position) => !shapes.positions.has(areas[position]?.code ?? '')).length }),
  }
}

const getIndicatorAnswers = memoize(
  (statistics: Statistics) => new Map(statistics.indicators.map((indicator) => [indicator.id, describeIndicator(statistics, indicator)])),
)

export function listIndicators(statistics: Statistics): IndicatorListAnswer {
  return { indicators: [...getIndicatorAnswers(statistics).values()] }
}

/** Throws SeeError `unknownIndicator`. */
export function getIndicatorAnswer(statistics: Statistics, id: string): IndicatorAnswer {
  const answer = getIndicatorAnswers(statistics).get(id)
  if (answer === undefined) throw new SeeError('unknownIndicator', id)
  return answer
}

const getCatalogue = memoize((statistics: Statistics) => new Map(statistics.indicators.map((indicator) => [indicator.id, indicator])))

export function findIndicator(statistics: Statistics, id: string): Indicator | undefined {
  return getCatalogue(statistics).get(id)
}

/** The catalogue entry. Throws SeeError `unknownIndicator`. */
export function getIndicator(statistics: Statistics, id: string): Indicator {
  const indicator = findIndicator(statistics, id)
  if (indicator === undefined) throw new SeeError('unknownIndicator', id)
  return indicator
}

function describeIndicator(statistics: Statistics, indicator: Indicator): IndicatorAnswer {
  const availability = AREA_LEVELS.flatMap((level) => {
    const years = statistics.listYears(indicator.id, level).filter((year) => hasFigures(statistics, indicator.id, level, year))
    return years.length === 0 ? [] : [{ level, years }]
  })
  const { id, name, explanation, theme, unit, decimals, direction, kind, licence, formula, protectedCharacteristic = false } = indicator
  return {
    id,
    name,
    explanation,
    theme,
    unit,
    decimals,
    direction,
    kind,
    derived: formula !== undefined,
    ...(formula !== undefined && { formula: describeFormula(statistics, formula) }),
    protectedCharacteristic,
    licence,
    columns: indicator.columns.map((column) => ({ ...column })),
    availability,
  }
}

const getFilledColumns = memoize((statistics: Statistics) =>
  remember((indicator: string, level: AreaLevel, year: number) => statistics.findColumn(indicator, level, year)?.missing.includes(0) ?? false),
)

/** Whether a column holds at least one figure. */
export function hasFigures(statistics: Statistics, indicator: string, level: AreaLevel, year: number): boolean {
  return getFilledColumns(statistics)(indicator, level, year)
}

function describeFormula(statistics: Statistics, formula: Formula): { nl: string; en: string } {
  const name = (id: string, language: 'nl' | 'en') => findIndicator(statistics, id)?.name[language] ?? id
  const join = (ids: readonly string[], language: 'nl' | 'en') => ids.map((id) => name(id, language)).join(' + ')
  switch (formula.kind) {
    case 'sum':
      return { nl: join(formula.terms, 'nl'), en: join(formula.terms, 'en') }
    case 'change':
      return {
        nl: `100 × (${name(formula.of, 'nl')} − dat van ${formula.years} jaar eerder) ÷ dat van ${formula.years} jaar eerder`,
        en: `100 × (${name(formula.of, 'en')} − that of ${formula.years} years earlier) ÷ that of ${formula.years} years earlier`,
      }
    case 'ratio': {
      const write = (language: 'nl' | 'en') => {
        const times = formula.factor === 1 ? '' : `${formula.factor} × `
        return `${times}(${join(formula.numerator, language)}) ÷ (${join(formula.denominator, language)})`
      }
      return { nl: write('nl'), en: write('en') }
    }
  }
}

/**
 * Areas of a level in a year, in the order that figures of that level and year follow; only those in `within` when given.
 * Throws SeeError `unknownArea` (within) or `noSuchYear`.
 */
export function listAreaNames(statistics: Statistics, level: AreaLevel, year: number, within?: AreaCode): AreaListAnswer {
  const areas = statistics.listAreas(level)
  const codes: string[] = []
  const names: string[] = []
  const municipalities: string[] = []
  const named = level === 'district' || level === 'neighbourhood'
  for (const position of selectPositions(statistics, level, year, within)) {
    const area = areas[position]
    if (area === undefined) throw new RangeError(`no area at position ${position} of ${level}`)
    codes.push(area.code)
    names.push(area.name)
    const municipality = named && area.parents.municipality !== undefined ? statistics.findArea(area.parents.municipality) : undefined
    municipalities.push(municipality?.name ?? '')
  }
  return { level, year, codes, names, municipalities }
}

/** Positions of the areas of a level that exist in a year, ascending; only those in `within` when given. Throws as listAreaNames. */
export function selectPositions(statistics: Statistics, level: AreaLevel, year: number, within?: AreaCode): Int32Array {
  if (!statistics.years.includes(year)) throw new SeeError('noSuchYear', String(year))
  const positions = statistics.listPositions(level, year)
  if (within === undefined) return positions
  if (statistics.findArea(within) === undefined) throw new SeeError('unknownArea', within)
  const areas = statistics.listAreas(level)
  return positions.filter((position) => {
    const area = areas[position]
    return area !== undefined && isWithin(area, within)
  })
}

export function listSources(statistics: Statistics): SourceListAnswer {
  return { sources: statistics.sources.map((source) => ({ ...source, files: source.files.map((file) => ({ ...file })) })) }
}
