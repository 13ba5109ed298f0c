/** How sure ranks are, as a table for a file. */
import type { AreaCode } from '#domain/area.ts'
import { nameIndex } from '#domain/index-names.ts'
import { UNCERTAIN_CHOICES } from '#domain/uncertain-choices.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { listColumnSources } from '#steps/see/figures.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, roundTo, say, toFileName, type ExportColumn, type ExportTable, type Language } from '#steps/see/export-table.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import { CHOICE_WORDS } from '#steps/see/index/index-words.ts'
import { listUncertaintyRows, type UncertaintyRun } from '#steps/see/index/rank-uncertainty.ts'

/** One row an area. Throws SeeError `unknownArea` (within). */
export function makeUncertaintyTable(statistics: Statistics, run: UncertaintyRun, language: Language, within?: AreaCode): ExportTable {
  const { document, level } = run
  const areas = statistics.listAreas(level)
  const source = describeSource(listSources(statistics, run), language)
  const rows = listUncertaintyRows(statistics, run, within).map((at) => {
    const area = areas[run.positions[at]!]!
    const hasRank = run.chosenRanks[at]! > 0
    const show = (value: number): number | null => (hasRank && !Number.isNaN(value) ? value : null)
    return [
      area.code,
      area.name,
      level === 'district' || level === 'neighbourhood' ? (statistics.findArea(area.parents.municipality ?? '')?.name ?? '') : '',
      document.year,
      show(run.chosenRanks[at]!),
      run.rankedCount,
      show(run.lowRanks[at]!),
      show(run.highRanks[at]!),
      show(run.medianRanks[at]!),
      toPercent(show(run.worstTenthShares[at]!)),
      run.unrankedDraws[at]!,
      ...UNCERTAIN_CHOICES.map((choice) => toPercent(show(run.sensitivities[choice][at]!))),
      source.text,
      source.retrieved,
      source.licence,
    ]
  })
  const name = say(language, 'zekerheid', 'uncertainty')
  return {
    title: say(language, `Hoe zeker is de rang: ${nameIndex(document).nl}, ${document.year}`, `How sure is the rank: ${nameIndex(document).en}, ${document.year}`),
    fileName: `topdorp-index-${toFileName([document.name, name, LEVEL_WORDS[level][language], within ?? ''].join(' '))}-${document.year}`,
    language,
    columns: listColumns(language),
    rows,
    about: describe(statistics, run, language),
  }
}

function listColumns(language: Language): ExportColumn[] {
  return [
    { key: 'areaCode', title: say(language, 'Code', 'Code'), kind: 'text', width: 12 },
    { key: 'areaName', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
    { key: 'municipality', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 24 },
    { key: 'year', title: say(language, 'Jaar', 'Year'), kind: 'number', width: 8 },
    { key: 'rank', title: say(language, 'Rang (1 = grootste achterstand)', 'Rank (1 = furthest behind)'), kind: 'number', width: 14 },
    { key: 'rankedCount', title: say(language, 'Aantal gebieden met een rang', 'Number of areas with a rank'), kind: 'number', width: 12 },
    { key: 'lowRank', title: say(language, 'In 90 procent van de keren ligt de rang tussen: van', 'In 90 percent of the draws the rank is between: from'), kind: 'number', width: 18 },
    { key: 'highRank', title: say(language, 'In 90 procent van de keren ligt de rang tussen: tot', 'In 90 percent of the draws the rank is between: to'), kind: 'number', width: 18 },
    { key: 'medianRank', title: say(language, 'Middelste rang van alle keren', 'Median rank of all draws'), kind: 'number', width: 14 },
    { key: 'worstTenthPercent', title: say(language, 'Hoe vaak in het slechtste tiende deel (% van de keren)', 'How often in the worst tenth (% of the draws)'), kind: 'number', width: 18 },
    { key: 'unrankedDraws', title: say(language, 'Aantal keren zonder rang', 'Draws without a rank'), kind: 'number', width: 14 },
    ...UNCERTAIN_CHOICES.map((choice): ExportColumn => ({
      key: `sensitivity${choice[0]!.toUpperCase()}${choice.slice(1)}Percent`,
      title: say(language, `Deel van de spreiding door: ${CHOICE_WORDS[choice].nl} (%)`, `Share of the spread due to: ${CHOICE_WORDS[choice].en} (%)`),
      kind: 'number',
      width: 18,
    })),
    ...provenanceColumns(language, 'firstRow'),
  ]
}

function describe(statistics: Statistics, run: UncertaintyRun, language: Language): ExportTable['about'] {
  const { document, request: { draws, seed, vary }, rankedCount, rankStep, exactRanks } = run
  const source = describeSource(listSources(statistics, run), language)
  const varied = UNCERTAIN_CHOICES.filter((choice) => vary[choice]).map((choice) => CHOICE_WORDS[choice][language])
  return [
    [say(language, 'Index', 'Index'), nameIndex(document)[language]],
    [say(language, 'Gebieden', 'Areas'), `${LEVEL_WORDS[document.level][language]}, ${document.year}`],
    [say(language, 'Met rang', 'With a rank'), String(rankedCount)],
    [say(language, 'Trekkingen', 'Draws'), String(draws)],
    [say(language, 'Getrokken keuzes', 'Choices that were drawn'), varied.join(', ') || '–'],
    [say(language, 'Concentratie van de gewichten', 'Concentration of the weights'), vary.weights ? String(vary.concentration) : '–'],
    [say(language, 'Begingetal', 'Seed'), String(seed)],
    [say(language, 'Nauwkeurigheid', 'Precision'), say(language, `exact tot rang ${exactRanks}, daarna op ${rankStep} rangen`, `exact up to rank ${exactRanks}, then to ${rankStep} ranks`)],
    [say(language, 'Document', 'Document'), JSON.stringify({ document, draws, seed, vary })],
    ...aboutSource(source, language),
    ...aboutStatistics(statistics, language),
  ]
}

function listSources(statistics: Statistics, { indicators, level }: UncertaintyRun) {
  const found = indicators.flatMap(({ indicator, year }) => listColumnSources(statistics, indicator, level, year))
  return [...new Map(found.map((source) => [source.resource, source])).values()]
}

/** One more than on the page; JSON has all digits, as shares. */
const PERCENT_DECIMALS = 1
const toPercent = (share: number | null): number | null => roundTo(share === null ? null : 100 * share, PERCENT_DECIMALS)
