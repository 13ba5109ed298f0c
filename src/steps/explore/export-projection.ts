/** A projection as a table for a file. */
import type { ProjectedChangeAnswer, ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { nameAreas } from '#domain/area-names.ts'
import { writeNumber } from '#domain/write-number.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { MEASURE_WORDS, type MeasureWord } from '#steps/explore/measure-words.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, say, toFileName, type ExportCell, type ExportTable, type Language } from '#steps/see/export-table.ts'

const PERCENTS = [50, 80, 95] as const

interface Line {
  readonly measure: MeasureWord
  readonly values: readonly number[]
  readonly intervals: readonly { readonly percent: number; readonly lower: readonly number[]; readonly upper: readonly number[] }[]
}

/** One row a measure and year; then the people of every age, one row a year, sex and age. */
export function makeProjectionTable(statistics: Statistics, projection: ProjectionAnswer, language: Language): ExportTable {
  const answer = nameAreas(projection, language)
  const source = describeOwnSources(statistics, answer.sources, language)
  const provenance = [source.text, source.retrieved, source.licence]
  const words = (measure: MeasureWord) => MEASURE_WORDS[measure][language]
  const scenario = answer.scenario?.name ?? say(language, 'Basis', 'Base')
  const lines = listLines(answer).flatMap(({ measure, values, intervals }) =>
    answer.years.map((year, at): ExportCell[] => [
      answer.name, year, scenario, measure, words(measure), null, values[at] ?? null,
      ...PERCENTS.flatMap((percent) => {
        const interval = intervals.find((own) => own.percent === percent)
        return [interval?.lower[at] ?? null, interval?.upper[at] ?? null]
      }),
      ...provenance,
    ]),
  )
  const chances = answer.thresholds.map((threshold): ExportCell[] => [answer.name, threshold.year, scenario, 'chance', describeChance(threshold, language), null, Math.round(1000 * threshold.chance) / 10, ...PERCENTS.flatMap(() => [null, null]), ...provenance])
  const ages = answer.pyramids.flatMap(({ year, ...sexes }) =>
    (['women', 'men'] as const).flatMap((sex) => sexes[sex].map((value, age): ExportCell[] => [answer.name, year, scenario, sex, words(sex), age, value, ...PERCENTS.flatMap(() => [null, null]), ...provenance])),
  )
  const title = `${say(language, 'Vooruitblik', 'Outlook')} ${answer.name}${answer.scenario ? `, ${answer.scenario.name}` : ''}`
  return {
    title,
    fileName: `topdorp-${toFileName(title)}`,
    language,
    columns: [
      { key: 'place', title: say(language, 'Plaats', 'Place'), kind: 'text', width: 24 },
      { key: 'year', title: say(language, 'Jaar (1 januari)', 'Year (1 January)'), kind: 'number', width: 10 },
      { key: 'scenario', title: 'Scenario', kind: 'text', width: 18 },
      { key: 'measure', title: say(language, 'Code', 'Code'), kind: 'text', width: 16 },
      { key: 'measureName', title: say(language, 'Wat', 'What'), kind: 'text', width: 44 },
      { key: 'age', title: say(language, 'Leeftijd (100 is 100 en ouder)', 'Age (100 is 100 and over)'), kind: 'number', width: 10 },
      { key: 'value', title: say(language, 'Verwacht', 'Expected'), kind: 'number', width: 12 },
      ...PERCENTS.flatMap((percent) => [
        { key: `lower${percent}`, title: say(language, `Ondergrens ${percent}%`, `Lower ${percent}%`), kind: 'number' as const, width: 12 },
        { key: `upper${percent}`, title: say(language, `Bovengrens ${percent}%`, `Upper ${percent}%`), kind: 'number' as const, width: 12 },
      ]),
      ...provenanceColumns(language, 'firstRow'),
    ],
    rows: [...lines, ...chances, ...ages],
    about: [
      [say(language, 'Let op', 'Please note'), say(language, 'Geschat met een model, geen telling.', 'Estimated by a model, not counted.')],
      ['Scenario', scenario],
      ...(answer.scenario?.changes ?? []).map(({ text }): [string, string] => [say(language, 'Wat er anders is', 'What differs'), text[language]]),
      ...(answer.draws ? [[say(language, 'Trekkingen', 'Draws'), `${answer.draws.count}, ${say(language, 'begingetal', 'seed')} ${answer.draws.seed}`] as [string, string]] : []),
      ...answer.remarks.map((remark): [string, string] => [say(language, 'Opmerking', 'Remark'), remark[language]]),
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

/** Chances in percent, each in the year that it is about. */
function describeChance({ measure, changePercent, below }: ProjectionAnswer['thresholds'][number], language: Language): string {
  const what = MEASURE_WORDS[measure][language]
  const count = (value: number) => writeNumber(value, language)
  if (changePercent === undefined) return say(language, `Kans (procent): ${what}, minder dan ${count(below ?? 0)}`, `Chance (percent): ${what}, fewer than ${count(below ?? 0)}`)
  return say(language, `Kans (procent): ${what}, daling van ${count(-changePercent)} procent of meer`, `Chance (percent): ${what}, fall by ${count(-changePercent)} percent or more`)
}

/** Intervals are those of trajectories where these were drawn. */
function listLines({ population, households, demand, indicators, intervals, draws, change }: ProjectionAnswer): Line[] {
  const find = (measure: MeasureWord, otherwise: Line['intervals']) => {
    const drawn = draws?.intervals.filter(({ id }) => id === measure) ?? []
    return drawn.length > 0 ? drawn : otherwise
  }
  const make = (measure: MeasureWord, values: readonly number[]): Line => ({ measure, values, intervals: find(measure, intervals.filter(({ id }) => id === measure)) })
  return [
    { measure: 'population', values: population.projected, intervals: find('population', population.intervals) },
    ...(households
      ? [make('households', households.total), make('onePerson', households.onePerson), make('withoutChildren', households.withoutChildren), make('withChildren', households.withChildren)]
      : []),
    ...demand.map(({ id, values }) => make(id, values)),
    make('greyPressure', indicators.greyPressure),
    make('greenPressure', indicators.greenPressure),
    ...(change ? [make('births', change.births), make('deaths', change.deaths), make('netMigration', change.netMigration)] : []),
  ]
}

/** One row a municipality. */
export function makeChangeTable(statistics: Statistics, answer: ProjectedChangeAnswer, language: Language): ExportTable {
  const source = describeOwnSources(statistics, answer.sources, language)
  const name = MEASURE_WORDS[answer.measure][language]
  const title = `${name}, ${say(language, 'verwachte verandering', 'expected change')} ${answer.from}–${answer.to}`
  return {
    title,
    fileName: `topdorp-${toFileName(title)}`,
    language,
    columns: [
      { key: 'areaCode', title: say(language, 'Code', 'Code'), kind: 'text', width: 12 },
      { key: 'areaName', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 30 },
      { key: 'before', title: `${name}, ${answer.from}`, kind: 'number', width: 18 },
      { key: 'after', title: `${name}, ${answer.to} (${say(language, 'verwacht', 'expected')})`, kind: 'number', width: 18 },
      { key: 'changePercent', title: say(language, 'Verandering (%)', 'Change (%)'), kind: 'number', width: 16 },
      ...provenanceColumns(language, 'firstRow'),
    ],
    rows: answer.codes.map((code, at) => [code, answer.names[at] ?? '', answer.before[at] ?? null, answer.after[at] ?? null, answer.changePercent[at] ?? null, source.text, source.retrieved, source.licence]),
    about: [
      [say(language, 'Let op', 'Please note'), say(language, 'Geschat met een model, geen telling.', 'Estimated by a model, not counted.')],
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

const describeOwnSources = (statistics: Statistics, resources: readonly string[], language: Language) =>
  describeSource(statistics.sources.filter(({ resource }) => resources.includes(resource)), language)
