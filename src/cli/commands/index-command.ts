/** `topdorp index`: the indices that come along, what is in one, and the scores of any index document. */
import type { AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { getBuiltIndex, getIndexRun, listIndices } from '#steps/see/index/built-in-indices.ts'
import { makeIndexTable } from '#steps/see/index/export-index.ts'
import { getIndexDocument } from '#steps/see/index/index-input.ts'
import { describeRun } from '#steps/see/index/index-scores.ts'
import { getDimensionName } from '#steps/see/index/index-words.ts'
import { runIndex, type IndexRun } from '#steps/see/index/run-index.ts'
import { SeeError } from '#steps/see/problems.ts'
import { LEVEL_WORDS, THEME_WORDS } from '#steps/see/export-words.ts'
import { suggest } from '#cli/closest.ts'
import { findLevel, LEVEL_OPTION } from '#cli/choose.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'
import { tellUncertainty, UNCERTAINTY_OPTIONS } from '#cli/index-uncertainty.ts'
import { openFigures } from '#cli/open-figures.ts'
import { readJsonFile } from '#cli/read-json-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

const ACTIONS = ['list', 'show', 'run', 'uncertainty'] as const
const SHOWN = 20

export const indexCommand: Command = {
  name: 'index',
  summary: { nl: 'noemt de indexen, toont er een, rekent een document na, of zegt hoe zeker de rangen zijn', en: 'lists the indices, shows one, computes a document, or tells how sure its ranks are' },
  positionals: ['[list|show|run|uncertainty]', '[id|file]'],
  options: {
    level: LEVEL_OPTION,
    document: { type: 'boolean', help: { nl: 'geeft het document dat de index namaakt', en: 'gives the document that reproduces the index' } },
    ...UNCERTAINTY_OPTIONS,
    csv: { type: 'boolean', help: { nl: 'als CSV (RFC 4180), alle gebieden', en: 'as CSV (RFC 4180), all areas' } },
  },
  examples: ['topdorp index list', 'topdorp index show basis-op-orde --level wijk', 'topdorp index show basis-op-orde --level gemeente --document > index.json', 'topdorp index run index.json --json', 'topdorp index uncertainty basis-op-orde --level gemeente --draws 10000'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const [action = 'list', subject] = input.positionals
  if (input.json && input.flags['csv'] === true) throw misuse('Kies --json of --csv, niet allebei.', 'Choose --json or --csv, not both.')
  const level = findLevel(input)
  try {
    switch (action) {
      case 'list':
        list(await openFigures(input), input)
        break
      case 'show':
        await show(subject, level, input)
        break
      case 'run':
        await runFile(subject, input)
        break
      case 'uncertainty':
        await tellUncertainty(subject, level, input)
        break
      default: {
        const { nl, en } = suggest(action, ACTIONS)
        throw misuse(`"topdorp index" kent "${action}" niet.${nl} Kies uit: ${ACTIONS.join(', ')}.`, `"topdorp index" does not know "${action}".${en} Choose from: ${ACTIONS.join(', ')}.`)
      }
    }
  } catch (error) {
    throw error instanceof SeeError ? toCommandError(error, subject) : error
  }
  return EXIT.ok
}

function toCommandError({ problem, subject, faults }: SeeError, named = subject): CommandError {
  if (problem === 'unknownIndex') return misuse(`Er is geen index "${subject}". Alle indexen: topdorp index list`, `There is no index "${subject}". All indices: topdorp index list`)
  const join = (language: 'nl' | 'en') => faults.map(({ message }) => message[language]).join('\n')
  return new CommandError({ nl: `${named}: ${join('nl')}`, en: `${named}: ${join('en')}` })
}

function list(statistics: Statistics, { json, language, terminal }: CommandInput): void {
  const answer = listIndices(statistics)
  if (json) return terminal.print(JSON.stringify(answer, null, 1))
  for (const { id, name, explanation, levels } of answer.indices) {
    terminal.print(`${id}: ${name[language]}. ${explanation[language]}`)
    const rows = levels.map(({ level, year, document, withoutFigures }) => [
      LEVEL_WORDS[level][language], String(year), document.dimensions.map((dimension) => getDimensionName(dimension, language)).join(', '),
      withoutFigures.length === 0 ? '' : `${language === 'nl' ? 'zonder cijfers' : 'without figures'}: ${withoutFigures.map((theme) => THEME_WORDS[theme][language]).join(', ')}`,
    ])
    for (const line of layOut(rows)) terminal.print(line)
  }
}

async function show(id: string | undefined, level: AreaLevel = 'municipality', input: CommandInput): Promise<void> {
  if (id === undefined) throw misuse('Welke index? Bijvoorbeeld: topdorp index show basis-op-orde', 'Which index? For instance: topdorp index show basis-op-orde')
  const statistics = await openFigures(input)
  if (input.flags['document'] === true) return input.terminal.print(JSON.stringify(getBuiltIndex(statistics, id, level).document, null, 2))
  printRun(statistics, getIndexRun(statistics, id, level), input)
}

async function runFile(path: string | undefined, input: CommandInput): Promise<void> {
  if (path === undefined) throw misuse('Welk bestand? Bijvoorbeeld: topdorp index run index.json', 'Which file? For instance: topdorp index run index.json')
  if (input.flags['level'] !== undefined) throw misuse('Het niveau staat in het document.', 'The level is in the document.')
  const raw = await readJsonFile(path)
  const statistics = await openFigures(input)
  printRun(statistics, getIndexDocument(statistics, raw), input)
}

function printRun(statistics: Statistics, given: IndexRun | Parameters<typeof runIndex>[1], { json, flags, language, terminal }: CommandInput): void {
  const indexRun = 'ranks' in given ? given : runIndex(statistics, given)
  if (json) terminal.print(JSON.stringify(describeRun(statistics, indexRun), null, 1))
  else if (flags['csv'] === true) terminal.print(writeCsv(makeIndexTable(statistics, indexRun, language), RFC_4180).trimEnd())
  else for (const line of describe(statistics, indexRun, language)) terminal.print(line)
}

function describe(statistics: Statistics, { document, indicators, dimensions, ranks, scores, positions, level, rankedCount, missingCounts }: IndexRun, language: 'nl' | 'en'): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const percent = (share: number) => `${formatNumber(100 * share, language, 1)}%`
  const names = new Map(dimensions.map((one) => [one.id, getDimensionName(one, language)]))
  const contents = indicators.map(({ indicator, dimension, year, share, missingCount }) => [
    names.get(dimension) ?? dimension, indicator.name[language], String(year), percent(share), missingCount === 0 ? '' : `${say('ontbreekt bij', 'missing for')} ${missingCount}`,
  ])
  const worst = [...ranks.keys()].filter((at) => ranks[at]! > 0).sort((a, b) => ranks[a]! - ranks[b]!).slice(0, SHOWN)
  const rows = worst.map((at) => {
    const { code, name } = statistics.listAreas(level)[positions[at]!]!
    return [String(ranks[at]), code, name, formatNumber(scores[at]!, language, 1), ...dimensions.map((one) => (Number.isNaN(one.scores[at]) ? '–' : formatNumber(one.scores[at]!, language, 0)))]
  })
  const header = ['', '', '', say('score', 'score'), ...names.values()]
  return [
    `${document.name}, ${LEVEL_WORDS[level][language]}, ${document.year}`,
    ...(statistics.fictional ? [say('LET OP: deze cijfers zijn verzonnen.', 'MIND: these figures are made up.')] : []),
    ...layOut(contents, [3]),
    say(`Rang 1 heeft de grootste achterstand. De eerste ${rows.length} van ${rankedCount}:`, `Rank 1 lags furthest behind. The first ${rows.length} of ${rankedCount}:`),
    ...layOut([header, ...rows], [0, ...header.keys()].filter((at) => at === 0 || at > 2)),
    say(
      `Zonder score: ${missingCounts.noFigures} zonder een enkel cijfer, ${missingCounts.tooFewFigures} met te weinig cijfers.`,
      `Without a score: ${missingCounts.noFigures} without a single figure, ${missingCounts.tooFewFigures} with too few figures.`,
    ),
  ]
}
