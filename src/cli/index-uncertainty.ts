/** `topdorp index uncertainty`: how sure the ranks of an index are. */
import type { AreaLevel } from '#domain/area.ts'
import type { RankUncertaintyRequest } from '#domain/rank-uncertainty.ts'
import { UNCERTAIN_CHOICES } from '#domain/uncertain-choices.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import { getBuiltIndex } from '#steps/see/index/built-in-indices.ts'
import { CHOICE_WORDS } from '#steps/see/index/index-words.ts'
import { describeUncertainty, prepareUncertainty, runUncertainty, type PreparedUncertainty, type UncertaintyRun } from '#steps/see/index/rank-uncertainty.ts'
import { getUncertaintyRequest } from '#steps/see/index/uncertainty-request.ts'
import { makeUncertaintyTable } from '#steps/see/index/uncertainty-table.ts'
import { CommandError, misuse, type CommandInput, type Language } from '#cli/command.ts'
import { openFigures } from '#cli/open-figures.ts'
import { createTerminalProgress } from '#cli/progress.ts'
import { readJsonFile } from '#cli/read-json-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

const SHOWN = 20

export const UNCERTAINTY_OPTIONS = {
  draws: { type: 'string', value: 'n', help: { nl: 'hoe vaak er andere keuzes worden getrokken (uncertainty); anders 2000', en: 'how often other choices are drawn (uncertainty); 2000 otherwise' } },
  seed: { type: 'string', value: 'n', help: { nl: 'begingetal van de trekkingen: hetzelfde getal geeft dezelfde uitkomst; anders 1', en: 'seed of the draws: the same one gives the same answer; 1 otherwise' } },
} as const

/** Draws until it is done, or until Ctrl-C. Throws CommandError, or SeeError as `prepareUncertainty`. */
export async function tellUncertainty(subject: string | undefined, level: AreaLevel | undefined, input: CommandInput): Promise<void> {
  if (subject === undefined) throw misuse('Van welke index? Bijvoorbeeld: topdorp index uncertainty basis-op-orde', 'Of which index? For instance: topdorp index uncertainty basis-op-orde')
  const statistics = await openFigures(input)
  const prepared = prepareUncertainty(statistics, await readRequest(statistics, subject, level, input))
  const run = await draw(prepared, input)
  const { json, flags, language, terminal } = input
  if (json) terminal.print(JSON.stringify(describeUncertainty(statistics, run), null, 1))
  else if (flags['csv'] === true) terminal.print(writeCsv(makeUncertaintyTable(statistics, run, language), RFC_4180).trimEnd())
  else for (const line of describe(statistics, run, language)) terminal.print(line)
}

/** A file may hold an index document, or a whole request as it goes to the API: then it says what is varied too. */
async function readRequest(statistics: Statistics, subject: string, level: AreaLevel | undefined, { flags }: CommandInput): Promise<RankUncertaintyRequest> {
  const asked = { ...readNumber(flags, 'draws'), ...readNumber(flags, 'seed') }
  const raw = await readSubject(statistics, subject, level)
  return getUncertaintyRequest(statistics, { ...raw, ...asked })
}

async function readSubject(statistics: Statistics, subject: string, level: AreaLevel | undefined): Promise<object> {
  const isFile = /[./\\]/.test(subject)
  if (!isFile) return { document: getBuiltIndex(statistics, subject, level ?? 'municipality').document }
  if (level !== undefined) throw misuse('Het niveau staat in het document.', 'The level is in the document.')
  const content = await readJsonFile(subject)
  const isRequest = typeof content === 'object' && content !== null && 'document' in content
  return isRequest ? content : { document: content }
}

function readNumber(flags: CommandInput['flags'], name: 'draws' | 'seed'): Partial<Record<'draws' | 'seed', number>> {
  const text = flags[name]
  if (typeof text !== 'string') return {}
  if (!/^\d{1,15}$/.test(text)) throw misuse(`--${name} ${text} is geen geheel getal.`, `--${name} ${text} is no whole number.`)
  return { [name]: Number(text) }
}

async function draw(prepared: PreparedUncertainty, { language, terminal }: CommandInput): Promise<UncertaintyRun> {
  const { draws } = prepared.request
  const step = createTerminalProgress({ language }).step({ nl: 'Rangen trekken', en: 'Drawing ranks' })
  const controller = new AbortController()
  const stopped = new CommandError({ nl: 'Gestopt. Er is niets bewaard.', en: 'Stopped. Nothing was kept.' })
  const stop = () => controller.abort(stopped)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  const count = prepared.positions.length
  terminal.warn(language === 'nl' ? `${draws} keer andere keuzes voor ${count} gebieden. Stoppen: Ctrl-C.` : `Other choices ${draws} times, for ${count} areas. To stop: Ctrl-C.`)
  try {
    const run = await runUncertainty(prepared, { signal: controller.signal, onProgress: (share) => step.update(Math.round(share * draws), draws, 'draws') })
    step.update(draws, draws, 'draws')
    step.done()
    return run
  } catch (error) {
    step.fail()
    throw error
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
  }
}

function describe(statistics: Statistics, run: UncertaintyRun, language: Language): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const percent = (share: number) => `${formatNumber(100 * share, language, 0)}%`
  const { document, request: { draws, seed, vary }, level, positions, chosenRanks, rankedCount, sensitivities, overallSensitivities } = run
  const varied = UNCERTAIN_CHOICES.filter((choice) => vary[choice])
  const findMover = (at: number) => varied.reduce<(typeof varied)[number] | undefined>(
    (best, choice) => (sensitivities[choice][at]! > (best === undefined ? 0 : sensitivities[best][at]!) ? choice : best), undefined,
  )
  const worst = [...chosenRanks.keys()].filter((at) => chosenRanks[at]! > 0).sort((a, b) => chosenRanks[a]! - chosenRanks[b]!).slice(0, SHOWN)
  const rows = worst.map((at) => {
    const { code, name } = statistics.listAreas(level)[positions[at]!]!
    const mover = findMover(at)
    return [
      String(chosenRanks[at]), code, name, `${run.lowRanks[at]}–${run.highRanks[at]}`, String(run.medianRanks[at]), percent(run.worstTenthShares[at]!),
      mover === undefined ? '–' : CHOICE_WORDS[mover][language],
    ]
  })
  const header = ['', '', '', say('tussen', 'between'), say('midden', 'median'), say('in slechtste tiende deel', 'in the worst tenth'), say('beweegt het meest door', 'moved most by')]
  return [
    `${document.name}, ${LEVEL_WORDS[level][language]}, ${document.year}`,
    ...(statistics.fictional ? [say('LET OP: deze cijfers zijn verzonnen.', 'MIND: these figures are made up.')] : []),
    say(
      `${formatNumber(draws, language)} keer met andere keuzes (begingetal ${seed}). In 90 procent daarvan ligt de rang tussen deze twee. De eerste ${rows.length} van ${rankedCount}:`,
      `${formatNumber(draws, language)} times with other choices (seed ${seed}). In 90 percent of these the rank is between these two. The first ${rows.length} of ${rankedCount}:`,
    ),
    ...layOut([header, ...rows], [0, 3, 4, 5]),
    varied.length === 0 ? say('Er is niets gevarieerd.', 'Nothing was varied.') : say('Wat de rangen beweegt, alle gebieden samen (los van elkaar):', 'What moves the ranks, all areas together (each by itself):'),
    ...layOut(varied.map((choice) => [CHOICE_WORDS[choice][language], percent(overallSensitivities[choice])]), [1]),
  ]
}
