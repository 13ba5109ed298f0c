/** `topdorp plan`: which sites should be open, from a siting document. */
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { writeNumber } from '#domain/write-number.ts'
import { describeFacilityYears } from '#steps/explore/reach/facility-years.ts'
import { describeFigures, describeNumber, getOutcome, makeSitingTable } from '#steps/explore/siting/export-siting.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { GOAL_WORDS, nameFate } from '#steps/explore/siting/siting-words.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { SeeError } from '#steps/see/problems.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { openFigures } from '#cli/open-figures.ts'
import { describeProblem } from '#cli/problem-words.ts'
import { createTerminalProgress } from '#cli/progress.ts'
import { readJsonFile } from '#cli/read-json-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

export const planCommand: Command = {
  name: 'plan',
  summary: { nl: 'welke locaties van een voorziening open kunnen blijven', en: 'which sites of a facility can stay open' },
  positionals: ['<file.json>'],
  options: {
    csv: { type: 'boolean', help: { nl: 'het beste plan als CSV (RFC 4180)', en: 'the best plan as CSV (RFC 4180)' } },
    plan: { type: 'string', value: 'n', help: { nl: 'welk plan als CSV; 0 is vandaag; anders 1', en: 'which plan as CSV; 0 is today; 1 otherwise' } },
  },
  examples: ['topdorp plan vraag.json', 'topdorp plan vraag.json --json > plan.json', 'topdorp plan vraag.json --csv --plan 2'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const { flags, json, language, terminal, positionals: [file] } = input
  if (file === undefined) throw misuse('Welke vraag? Bijvoorbeeld: topdorp plan vraag.json', 'Which question? For instance: topdorp plan question.json')
  if (json && flags['csv'] === true) throw misuse('Kies --json of --csv, niet allebei.', 'Choose --json or --csv, not both.')
  const plan = Number(flags['plan'] ?? 1)
  if (!Number.isInteger(plan) || plan < 0) throw misuse('--plan is een heel getal vanaf 0.', '--plan is a whole number from 0.')
  const statistics = await openFigures(input)
  const content = await readJsonFile(file)
  const answer = await compute(statistics, content, input)
  if (flags['csv'] === true) terminal.print(writeCsv(await explainRefusal(file, () => makeSitingTable(statistics, answer, plan, language)), RFC_4180).trimEnd())
  else if (json) terminal.print(JSON.stringify(answer, null, 1))
  else for (const line of describe(answer, statistics, language)) terminal.print(line)
  return answer.plans.length === 0 ? EXIT.failed : EXIT.ok
}

async function compute(statistics: Statistics, content: unknown, { language, positionals: [file] }: CommandInput): Promise<SitingRunAnswer> {
  const document = await explainRefusal(file!, () => getSitingDocument(content))
  const step = createTerminalProgress({ language }).step({ nl: 'Plannen zoeken', en: 'Looking for plans' })
  const controller = new AbortController()
  const stop = () => controller.abort(new CommandError({ nl: 'Gestopt. Er is niets bewaard.', en: 'Stopped. Nothing was kept.' }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  try {
    const answer = await explainRefusal(file!, () => runSiting(statistics, document, { signal: controller.signal, onProgress: (share) => step.update(Math.round(100 * share), 100) }))
    step.done()
    return answer
  } catch (error) {
    step.fail()
    throw error
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
  }
}

async function explainRefusal<Result>(file: string, act: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof SeeError || error instanceof ProjectionError)) throw error
    const list = (language: Language) => [`${file}: ${describeProblem(error)[language]}`, ...error.faults.map(({ field, message }) => `  ${isNamed(error, field) ? '' : `${field}: `}${message[language]}`)].join('\n')
    throw new CommandError({ nl: list('nl'), en: list('en') })
  }
}

/** Faults of a scenario say in words where they are. */
const isNamed = (error: SeeError | ProjectionError, field: string): boolean => field === '' || error instanceof ProjectionError || error.problem === 'scenarioRefused' || field.split('.')[0] === 'scenario'

function describe(answer: SitingRunAnswer, statistics: Statistics, language: Language): string[] {
  const isDutch = language === 'nl'
  const { document, today, plans, remarks, year } = answer
  const figures = [today, ...plans].map((outcome) => describeFigures(answer, outcome, language))
  const write = (value: string | number) => (typeof value === 'number' ? writeNumber(value, language) : value)
  const rows = figures[0]!.map(([label], row) => [label, ...figures.map((own) => write(own[row]![1]))])
  const [best] = plans
  return [
    `${document.name}, ${year}`,
    GOAL_WORDS[document.goal][language],
    ...(statistics.fictional ? [isDutch ? 'LET OP: deze cijfers zijn verzonnen.' : 'MIND: these figures are made up.'] : []),
    ...remarks.map((remark) => `  ${remark[language]}`),
    ...describeFacilityYears(statistics, [document.facilityType]).map((words) => `  ${words[language]}`),
    ...layOut([['', ...figures.map((_, at) => describeNumber(at, language))], ...rows], figures.map((_, at) => at + 1)),
    ...(best === undefined
      ? []
      : [
          best.isProved
            ? isDutch ? 'Bewezen: geen plan is beter dan plan 1.' : 'Proved: no plan is better than plan 1.'
            : isDutch ? `Een beter plan kan er zijn: hooguit ${formatNumber(best.gapPercent, language, 1)} procent beter.` : `There may be a better plan: at most ${formatNumber(best.gapPercent, language, 1)} percent better.`,
          ...plans.flatMap((own, at) => (own.beside ? [`plan ${at + 1}: ${own.beside[language]}`] : [])),
          ...plans.flatMap((own, at) => own.warnings.map((warning) => `plan ${at + 1}: ${warning[language]}`)),
          ...plans.flatMap((own, at) => own.checkFaults.map((fault) => `plan ${at + 1}: ${fault}`)),
          '',
          ...getOutcome(answer, 1).sites.map(({ sentence, fate }) => `  [${nameFate(fate, answer.document.facilityType)[language]}] ${sentence[language]}`),
        ]),
  ]
}
