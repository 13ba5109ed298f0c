/** "Basis op orde" against Leefbaarometer, which never is part of it. Method: docs/methods/index-validation.md. */
import type { IndexValidationAnswer, ValidationYear } from '#domain/answers/index-answers.ts'
import type { Area } from '#domain/area.ts'
import { findNumbers, findTexts, type Table } from '#domain/table.ts'
import { correlateRanks } from '#engines/numeric/rank-correlation.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { makeBasisOpOrde } from '#steps/see/index/basis-op-orde.ts'
import { getIndex } from '#steps/see/index/built-in-indices.ts'
import { runIndex, type IndexRun } from '#steps/see/index/run-index.ts'
import { memoize } from '#steps/see/memo.ts'

export const VALIDATION_TABLE = 'leefbaarometer-wijken'
/** Total and dimensions: physical surroundings, nuisance and unsafety, social cohesion, facilities, housing stock. */
const MEASURES = ['lbm', 'fys', 'onv', 'soc', 'vrz', 'won'] as const
const LEVEL = 'district'

/** One year of Leefbaarometer. More is better in `values`. */
interface Edition {
  readonly year: number
  readonly names: ReadonlyMap<string, string>
  /** By measure, then code; only numbers. */
  readonly values: Readonly<Record<Measure, ReadonlyMap<string, number>>>
}

type Measure = (typeof MEASURES)[number]

/** The comparison for the years that both have; `available` is false where the package does not hold the table. Throws SeeError `unknownIndex`. */
export function validateIndex(statistics: Statistics, indexId: string): Promise<IndexValidationAnswer> {
  getIndex(statistics, indexId)
  return compareOnce(statistics).then((answer) => ({ ...answer, index: indexId }))
}

const compareOnce = memoize(async (statistics: Statistics): Promise<Omit<IndexValidationAnswer, 'index'>> => {
  const table = await statistics.readTable(VALIDATION_TABLE)
  const editions = table === undefined ? [] : listEditions(table).filter(({ year }) => statistics.listPositions(LEVEL, year).length > 0)
  const source = statistics.sources.find(({ resource }) => resource === VALIDATION_TABLE)
  return {
    level: LEVEL,
    table: VALIDATION_TABLE,
    available: editions.length > 0,
    ...(source && { source: { title: source.title, publisher: source.publisher, licence: source.licence, retrievedAt: source.retrievedAt } }),
    years: editions.flatMap((edition) => compareEdition(statistics, edition)),
  }
})

function listEditions(table: Table): Edition[] {
  const [codes, names, years] = [findTexts(table, 'wk_code'), findTexts(table, 'wk_naam'), findNumbers(table, 'jaar')]
  if (codes === undefined || years === undefined) return []
  const columns = new Map(MEASURES.map((measure) => [measure, readNumbers(table, measure)]))
  const editions = [...new Set(years)].sort((a, b) => a - b).map((year): Edition => {
    const rows = [...years.keys()].filter((row) => years[row] === year && codes[row])
    const pick = (measure: Measure) => new Map(rows.flatMap((row) => (Number.isNaN(columns.get(measure)![row]) ? [] : [[codes[row]!, columns.get(measure)![row]!] as const])))
    const values = { lbm: pick('lbm'), fys: pick('fys'), onv: pick('onv'), soc: pick('soc'), vrz: pick('vrz'), won: pick('won') }
    return { year, names: new Map(rows.map((row) => [codes[row]!, names?.[row] ?? ''])), values }
  })
  return editions.filter(({ values }) => MEASURES.every((measure) => values[measure].size > 0))
}

/** The table writes NA where a dimension was not computed, so that a column may have come in as text. */
function readNumbers(table: Table, name: string): Float64Array {
  const texts = findTexts(table, name)
  const toNumber = (text: string | null) => (text === null || text.trim() === '' ? NaN : Number(text))
  return findNumbers(table, name) ?? (texts === undefined ? new Float64Array(table.rowCount).fill(NaN) : Float64Array.from(texts, toNumber))
}

function compareEdition(statistics: Statistics, edition: Edition): ValidationYear[] {
  const areaYear = findAreaYear(statistics, edition)
  const built = makeBasisOpOrde(statistics, LEVEL, areaYear, edition.year)
  if (built === undefined) return []
  const run = runIndex(statistics, built.document)
  const areas = [...run.positions].map((position) => statistics.listAreas(LEVEL)[position]!)
  const rows = [...areas.keys()]
  const isThere = (at: number) => edition.values.lbm.has(areas[at]!.code)
  const compared = rows.filter((at) => isThere(at) && run.ranks[at]! > 0)
  const codes = new Set(areas.map(({ code }) => code))
  const name = (at: number) => ({ code: areas[at]!.code, name: areas[at]!.name })
  return [{
    year: edition.year,
    areaYear,
    indicators: run.indicators.map(({ indicator, year }) => ({ indicator: indicator.id, year })),
    correlations: listCorrelations(run, areas, edition),
    points: compared.map((at) => ({
      ...name(at),
      municipality: statistics.findArea(areas[at]!.parents.municipality ?? '')?.name ?? '',
      score: run.scores[at]!,
      leefbaarometer: edition.values.lbm.get(areas[at]!.code)!,
    })),
    leftOut: {
      onlyLeefbaarometer: [...edition.names].flatMap(([code, own]) => (codes.has(code) ? [] : [{ code, name: own }])),
      onlyFigures: rows.filter((at) => !isThere(at)).map(name),
      withoutScore: rows.filter((at) => isThere(at) && run.ranks[at] === 0).map(name),
    },
  }]
}

/** The year whose districts have most codes in common with the edition: its codes are not always those of its own year. */
function findAreaYear(statistics: Statistics, { names }: Edition): number {
  const areas = statistics.listAreas(LEVEL)
  const counted = statistics.years.map((year) => ({ year, count: statistics.listPositions(LEVEL, year).reduce((sum, position) => sum + Number(names.has(areas[position]!.code)), 0) }))
  return counted.toSorted((a, b) => b.count - a.count || b.year - a.year)[0]!.year
}

function listCorrelations(run: IndexRun, areas: readonly Area[], { values }: Edition): ValidationYear['correlations'] {
  const parts = [{ id: 'index', scores: run.scores }, ...run.dimensions]
  return parts.flatMap(({ id, scores }) =>
    MEASURES.map((measure) => {
      const rows = [...areas.keys()].filter((at) => !Number.isNaN(scores[at]) && values[measure].has(areas[at]!.code))
      const { spearman, kendall } = correlateRanks(
        Float64Array.from(rows, (at) => scores[at]!),
        Float64Array.from(rows, (at) => -values[measure].get(areas[at]!.code)!),
      )
      const round = (value: number) => (Number.isNaN(value) ? null : Number(value.toFixed(4)))
      return { of: id, with: measure, n: rows.length, spearman: round(spearman), kendall: round(kendall) }
    }),
  )
}
