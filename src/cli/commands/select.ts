/** `topdorp select`: which places meet criteria, from a document or by the name of a selection that comes along. */
import type { SelectionResult, SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import { needsProjection, type SelectionGroup } from '#domain/selection-document.ts'
import { numberCriterion, rateCloseness } from '#domain/threshold.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { prepareProjections } from '#steps/explore/projected-columns.ts'
import { prepareDailyRegion } from '#steps/explore/regions/prepare-daily-region.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { SeeError } from '#steps/see/problems.ts'
import { getSelectionDocument } from '#steps/see/selection/check-selection.ts'
import { describeCriterion, makeSelectionTable } from '#steps/see/selection/export-selection.ts'
import { getSelection, listSelections } from '#steps/see/selection/presets.ts'
import { CLOSENESS_WORDS } from '#steps/see/selection/selection-words.ts'
import { runSelection } from '#steps/see/selection/run-selection.ts'
import { CommandError, EXIT, misuse, type Bilingual, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { openFigures } from '#cli/open-figures.ts'
import { createTerminalProgress } from '#cli/progress.ts'
import { readJsonFile } from '#cli/read-json-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

const NEAREST_SHOWN = 5

export const selectCommand: Command = {
  name: 'select',
  summary: { nl: 'kiest plaatsen uit die aan voorwaarden voldoen', en: 'selects places that meet criteria' },
  positionals: ['[file.json|name]'],
  options: { csv: { type: 'boolean', help: { nl: 'als CSV (RFC 4180)', en: 'as CSV (RFC 4180)' } } },
  examples: ['topdorp select', 'topdorp select minder-inwoners', 'topdorp select selectie.json --json', 'topdorp select selectie.json --csv > selectie.csv'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const { flags, json, language, terminal } = input
  if (json && flags['csv'] === true) throw misuse('Kies --json of --csv, niet allebei.', 'Choose --json or --csv, not both.')
  const statistics = await openFigures(input)
  const [typed] = input.positionals
  if (typed === undefined) {
    listAll(statistics, input)
    return EXIT.ok
  }
  const answer = await select(statistics, typed, language)
  if (flags['csv'] === true) terminal.print(writeCsv(makeSelectionTable(statistics, answer, language), RFC_4180).trimEnd())
  else if (json) terminal.print(JSON.stringify(answer, null, 1))
  else for (const line of describeAnswer(answer, statistics, language)) terminal.print(line)
  return answer.status === 'waiting' ? EXIT.failed : EXIT.ok
}

async function select(statistics: Statistics, typed: string, language: Language): Promise<SelectionRunAnswer> {
  try {
    const document = /\.json$/i.test(typed) ? getSelectionDocument(statistics, await readJsonFile(typed)) : getSelection(statistics, typed).document
    const progress = createTerminalProgress({ language })
    if (needsProjection(document)) {
      const step = progress.step({ nl: 'Vooruitblik berekenen', en: 'Computing the projection' })
      await prepareProjections(statistics)
      step.done()
    }
    await prepareDailyRegion(statistics, document)
    const step = progress.step({ nl: 'Plaatsen kiezen', en: 'Selecting places' })
    const answer = runSelection(statistics, document)
    step.done()
    return answer
  } catch (error) {
    if (error instanceof SeeError) throw describeRefusal(error, typed)
    throw error
  }
}

const REFUSALS: Readonly<Partial<Record<SeeError['problem'], Bilingual>>> = {
  selectionInvalid: { nl: 'dit is geen goede selectie.', en: 'the selection is not right.' },
  selectionRefused: { nl: 'deze selectie kan hier niet.', en: 'the selection is not possible here.' },
}

/** Most messages name the field themselves. */
const writeFault = ({ field, message }: SeeError['faults'][number], language: Language): string =>
  field === '' || message[language].includes(`"${field}"`) ? message[language] : `${field}: ${message[language]}`

function describeRefusal({ problem, subject, faults }: SeeError, typed: string): CommandError {
  if (problem === 'unknownSelection') return misuse(`Er is geen selectie "${typed}". Alle selecties: topdorp select. Een bestand eindigt op .json.`, `There is no selection "${typed}". All selections: topdorp select. A file ends in .json.`)
  const title = REFUSALS[problem] ?? { nl: problem, en: problem }
  const list = (language: Language) => [`${typed}: ${title[language]}${faults.length === 0 && subject !== '' ? ` (${subject})` : ''}`, ...faults.map((fault) => `  ${writeFault(fault, language)}`)].join('\n')
  return new CommandError({ nl: list('nl'), en: list('en') })
}

function listAll(statistics: Statistics, { json, language, terminal }: CommandInput): void {
  const { selections } = listSelections(statistics)
  if (json) {
    terminal.print(JSON.stringify({ selections }, null, 1))
    return
  }
  const waits = language === 'nl' ? 'wacht op een prognose' : 'waits for a projection'
  for (const line of layOut(selections.map(({ id, explanation, waiting }) => [id, `${explanation[language]}${waiting ? ` (${waits})` : ''}`]), [], '')) terminal.print(line)
}

function describeAnswer({ document, year, waiting, result }: SelectionRunAnswer, statistics: Statistics, language: Language): string[] {
  const isDutch = language === 'nl'
  return [
    `${document.name}, ${year}`,
    ...(statistics.fictional ? [isDutch ? 'LET OP: deze cijfers zijn verzonnen.' : 'MIND: these figures are made up.'] : []),
    ...waiting.map(({ reason }) => `  ${reason[language]}`),
    ...(result ? describeResult(result, document.where, language) : []),
  ]
}

function describeResult(result: SelectionResult, where: SelectionGroup, language: Language): string[] {
  const isDutch = language === 'nl'
  const { places, counts, criteria, unknown, comparison } = result
  const list = (wanted: string) => places.codes.flatMap((code, at) => (places.verdicts[at] === wanted ? [{ code, at }] : []))
  const percent = (share: number | undefined) => (share === undefined ? '–' : `${formatNumber(100 * share, language, 0)}%`)
  const rows = list('yes').map(({ at }) => toRow(result, at, language))
  const head = ['', '', ...criteria.map(({ field }) => `${isDutch ? 'voorwaarde' : 'criterion'} ${numberCriterion(field)}`), isDutch ? 'hoe dicht bij omslaan' : 'how close to turning']
  const missing = unknown.map(({ place, missing: own }) => `  ${places.codes[place]}  ${places.names[place]}: ${own.map(({ criterion }) => criteria[criterion]!.name[language]).join('; ')}`)
  return [
    ...criteria.map((criterion) => `  ${numberCriterion(criterion.field)}. ${describeCriterion(criterion, language)}`),
    ...(where.of.length > 1 ? [`  ${describeMeet(where, language)}`] : []),
    ...(rows.length > 0 ? layOut([head, ...rows], criteria.map((_, at) => at + 2)) : []),
    ...(counts.yes === 0 ? describeNearest(result, head, language) : []),
    isDutch ? `${counts.yes} wel, ${counts.no} niet, ${counts.unknown} onbekend${counts.unknown > 0 ? ':' : ''}` : `${counts.yes} yes, ${counts.no} no, ${counts.unknown} unknown${counts.unknown > 0 ? ':' : ''}`,
    ...missing,
    ...(comparison && counts.yes > 0
      ? [isDutch
          ? `Van de inwoners van de krimpregio's van 2016 is ${percent(comparison.shrinking.recall)} gekozen; van wie gekozen is, woont ${percent(comparison.shrinking.precision)} in zo'n regio.`
          : `Of the inhabitants of the shrinking regions of 2016 ${percent(comparison.shrinking.recall)} are selected; of those selected ${percent(comparison.shrinking.precision)} live in one.`]
      : []),
  ]
}

/** How many of the parts of the whole must be met. */
function describeMeet({ meet, of }: SelectionGroup, language: Language): string {
  if (meet === 'all') return language === 'nl' ? 'Alle moeten kloppen.' : 'All must be met.'
  const least = meet === 'any' ? 1 : meet
  return language === 'nl' ? `Minstens ${least} van de ${of.length} moet kloppen.` : `At least ${least} of ${of.length} must be met.`
}

function toRow({ places, criteria }: SelectionResult, at: number, language: Language): string[] {
  const distance = places.distances[at]
  return [
    places.codes[at]!, places.names[at]!,
    ...criteria.map(({ values, decimals }) => (values[at] === null ? '–' : formatNumber(values[at]!, language, decimals))),
    distance === null || distance === undefined ? '–' : CLOSENESS_WORDS[rateCloseness(distance)][language],
  ]
}

/** Where nothing is selected: what came closest, with its figures, so that nobody has to guess whether the criteria work. */
function describeNearest(result: SelectionResult, head: string[], language: Language): string[] {
  const { distances, verdicts } = result.places
  const near = [...distances.keys()].filter((at) => verdicts[at] === 'no' && distances[at] !== null).sort((a, b) => distances[a]! - distances[b]!).slice(0, NEAREST_SHOWN)
  if (near.length === 0) return []
  return [language === 'nl' ? 'Geen enkele plaats voldoet. Het dichtst bij de grens:' : 'No place meets this. Closest to it:', ...layOut([head, ...near.map((at) => toRow(result, at, language))], result.criteria.map((_, at) => at + 2))]
}
