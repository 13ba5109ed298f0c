/** An index as a table for a file, and as JSON-stat. The table has the digits of the site, JSON and JSON-stat have all of them. */
import type { AreaCode } from '#domain/area.ts'
import { nameIndex } from '#domain/index-names.ts'
import { MISSING_SCORE_REASONS } from '#engines/index/compute-index.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, roundTo, say, toFileName, type ExportColumn, type ExportTable, type Language } from '#steps/see/export-table.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import { listRows, listRunSources } from '#steps/see/index/index-scores.ts'
import { MISSING_SCORE_WORDS, NORMALISATION_WORDS, getDimensionName } from '#steps/see/index/index-words.ts'
import type { IndexRun } from '#steps/see/index/run-index.ts'

/** One row an area. Throws SeeError `unknownArea` (within). */
export function makeIndexTable(statistics: Statistics, run: IndexRun, language: Language, within?: AreaCode): ExportTable {
  const { document, level, dimensions } = run
  const areas = statistics.listAreas(level)
  const source = describeSource(listRunSources(statistics, run), language)
  const rows = listRows(statistics, run, within).map((at) => {
    const area = areas[run.positions[at]!]!
    const reason = getReason(run, at)
    return [
      area.code,
      area.name,
      level === 'district' || level === 'neighbourhood' ? (statistics.findArea(area.parents.municipality ?? '')?.name ?? '') : '',
      document.year,
      run.ranks[at] === 0 ? null : run.ranks[at]!,
      run.rankedCount,
      run.tiedWith[at]!,
      toRounded(run.scores[at]!),
      roundTo(100 * run.presentShares[at]!, 1),
      ...dimensions.map(({ scores }) => toRounded(scores[at]!)),
      reason === 'scored' ? null : reason,
      reason === 'scored' ? null : MISSING_SCORE_WORDS[reason][language],
      source.text,
      source.retrieved,
      source.licence,
    ]
  })
  return {
    title: `${nameIndex(document)[language]}, ${document.year}`,
    fileName: `topdorp-index-${toFileName([document.name, LEVEL_WORDS[level][language], within ?? ''].join(' '))}-${document.year}`,
    language,
    columns: listColumns(run, language),
    rows,
    about: describeIndex(statistics, run, language),
  }
}

function listColumns({ dimensions }: IndexRun, language: Language): ExportColumn[] {
  return [
    { key: 'areaCode', title: say(language, 'Code', 'Code'), kind: 'text', width: 12 },
    { key: 'areaName', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
    { key: 'municipality', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 24 },
    { key: 'year', title: say(language, 'Jaar', 'Year'), kind: 'number', width: 8 },
    { key: 'rank', title: say(language, 'Rang (1 = grootste achterstand)', 'Rank (1 = furthest behind)'), kind: 'number', width: 14 },
    { key: 'rankedCount', title: say(language, 'Aantal gebieden met een rang', 'Number of areas with a rank'), kind: 'number', width: 12 },
    { key: 'tiedWith', title: say(language, 'Aantal andere gebieden met dezelfde rang', 'Number of other areas with the same rank'), kind: 'number', width: 12 },
    { key: 'score', title: say(language, 'Score (meer is slechter)', 'Score (more is worse)'), kind: 'number', width: 20 },
    { key: 'presentPercent', title: say(language, 'Gewicht waarvan er een cijfer is (%)', 'Weight of which there is a figure (%)'), kind: 'number', width: 16 },
    ...dimensions.map((dimension): ExportColumn => ({ key: dimension.id, title: `${say(language, 'Score voor', 'Score of')} ${getDimensionName(dimension, language).toLowerCase()}`, kind: 'number', width: 18 })),
    { key: 'missing', title: say(language, 'Ontbreekt (code)', 'Missing (code)'), kind: 'text', width: 18 },
    { key: 'missingReason', title: say(language, 'Waarom ontbreekt het', 'Why it is missing'), kind: 'text', width: 24 },
    ...provenanceColumns(language, 'firstRow'),
  ]
}

function describeIndex(statistics: Statistics, run: IndexRun, language: Language): ExportTable['about'] {
  const { document, indicators, rankedCount, missingCounts } = run
  const source = describeSource(listRunSources(statistics, run), language)
  const percent = (share: number) => `${(100 * share).toFixed(1).replace('.', language === 'nl' ? ',' : '.')}%`
  return [
    [say(language, 'Index', 'Index'), nameIndex(document)[language]],
    [say(language, 'Gebieden', 'Areas'), `${LEVEL_WORDS[document.level][language]}, ${document.year}`],
    [say(language, 'Met score', 'With a score'), String(rankedCount)],
    [say(language, 'Zonder een enkel cijfer', 'Without a single figure'), String(missingCounts.noFigures)],
    [say(language, 'Met te weinig cijfers', 'With too few figures'), String(missingCounts.tooFewFigures)],
    [say(language, 'Schaal', 'Scale'), NORMALISATION_WORDS[document.normalisation][language]],
    ...indicators.map(({ indicator, year, share, missingCount }): [string, string] => [
      say(language, 'Cijfer', 'Indicator'),
      `${indicator.name[language]}, ${year}: ${percent(share)}; ${say(language, 'ontbreekt bij', 'missing for')} ${missingCount}`,
    ]),
    [say(language, 'Document', 'Document'), JSON.stringify(document)],
    ...aboutSource(source, language),
    ...aboutStatistics(statistics, language),
  ]
}

/** Score, rank and dimensions as the metric, all areas. Throws SeeError `unknownArea` (within). */
export function makeIndexJsonStat(statistics: Statistics, run: IndexRun, language: Language, within?: AreaCode) {
  const rows = listRows(statistics, run, within)
  const areas = rows.map((at) => statistics.listAreas(run.level)[run.positions[at]!]!)
  const { document } = run
  const year = String(document.year)
  const metrics = [
    { id: 'score', label: say(language, 'Score', 'Score'), values: run.scores, decimals: 1 },
    { id: 'rank', label: say(language, 'Rang', 'Rank'), values: run.ranks, decimals: 0 },
    ...run.dimensions.map((dimension) => ({ id: `dimension-${dimension.id}`, label: getDimensionName(dimension, language), values: dimension.scores, decimals: 1 })),
  ]
  const source = listRunSources(statistics, run)
  const value = metrics.flatMap(({ id, values }) => rows.map((at) => (id === 'rank' && values[at] === 0 ? null : toCell(values[at]!))))
  const status = metrics.slice(0, 2).flatMap((_, metric) =>
    rows.flatMap((at, place) => (run.missingCodes[at] === 0 ? [] : [[String(metric * rows.length + place), getReason(run, at)] as const])),
  )
  return {
    version: '2.0' as const,
    class: 'dataset' as const,
    label: `${nameIndex(document)[language]}, ${year}`,
    source: source.map(({ publisher, title }) => `${publisher}, ${title[language]}`).join('; '),
    updated: statistics.importedAt,
    id: ['indicator', 'year', 'area'],
    size: [metrics.length, 1, rows.length],
    role: { geo: ['area'], time: ['year'], metric: ['indicator'] },
    dimension: {
      indicator: {
        label: say(language, 'Maat', 'Measure'),
        category: {
          index: metrics.map(({ id }) => id),
          label: Object.fromEntries(metrics.map(({ id, label }) => [id, label])),
          unit: Object.fromEntries(metrics.map(({ id, decimals }) => [id, { label: '', decimals }])),
        },
      },
      year: { label: say(language, 'Jaar', 'Year'), category: { index: [year], label: { [year]: year } } },
      area: { label: say(language, 'Gebied', 'Area'), category: { index: areas.map(({ code }) => code), label: Object.fromEntries(areas.map(({ code, name }) => [code, name])) } },
    },
    value,
    ...(status.length > 0 && { status: Object.fromEntries(status) }),
    note: [say(language, 'Meer is slechter; rang 1 heeft de grootste achterstand.', 'More is worse; rank 1 lags furthest behind.'), JSON.stringify(document)],
    extension: {
      licence: [...new Set(source.map(({ licence }) => licence))],
      retrieved: [...new Set(source.map(({ retrievedAt }) => retrievedAt))],
      missingReasons: { noFigures: MISSING_SCORE_WORDS.noFigures[language], tooFewFigures: MISSING_SCORE_WORDS.tooFewFigures[language] },
      fictional: statistics.fictional,
    },
  }
}

const getReason = (run: IndexRun, at: number): (typeof MISSING_SCORE_REASONS)[number] => MISSING_SCORE_REASONS[run.missingCodes[at]!]!
/** As on the page. */
const SCORE_DECIMALS = 1
const toRounded = (value: number): number | null => roundTo(toCell(value), SCORE_DECIMALS)
const toCell = (value: number): number | null => (Number.isNaN(value) ? null : value)
