/** `topdorp import`: a data package becomes the figures that are served, and the account of it is shown. */
import type { Finding } from '#domain/finding.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import { ImportError } from '#steps/import/import-error.ts'
import { BUILT_IN_PACKAGE } from '#domain/data-package.ts'
import { runImport } from '#steps/import/run-import.ts'
import { EXIT, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'
import { openFigures, readSettings, resolveLocation } from '#cli/open-figures.ts'
import { createTerminalProgress } from '#cli/progress.ts'
import { describeDetails, describeFinding } from '#cli/report-details.ts'
import { summarise } from '#cli/report-summary.ts'

/** As many errors as fit on a screen; the rest is counted. */
const MAX_FINDINGS_SHOWN = 20

export const importCommand: Command = {
  name: 'import',
  summary: { nl: 'leest een datapakket in en legt verantwoording af', en: 'imports a data package and accounts for it' },
  positionals: ['[package]'],
  options: {
    'accept-incomplete': {
      type: 'boolean',
      help: { nl: 'ook inlezen als er bestanden niet te lezen zijn', en: 'import even where files cannot be read' },
    },
    report: {
      type: 'boolean',
      help: { nl: 'het hele importverslag; zonder [package] dat van de cijfers die er al zijn', en: 'the whole report; without [package] that of the present figures' },
    },
  },
  examples: ['topdorp import', 'topdorp import ../data/datapackage.json', 'topdorp import https://example.org/datapackage.json --json', 'topdorp import --report'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const [location] = input.positionals
  if (location === undefined && input.flags['report'] === true) {
    show((await openFigures(input)).report, input)
    return EXIT.ok
  }
  const { home, dataPackage } = readSettings(input)
  try {
    const report = await runImport({
      location: location === undefined ? (dataPackage ?? BUILT_IN_PACKAGE) : resolveLocation(location, BUILT_IN_PACKAGE),
      home,
      progress: createTerminalProgress({ language: input.language }),
      acceptIncomplete: input.flags['accept-incomplete'] === true,
    })
    show(report, input)
    return EXIT.ok
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    explainFailure(error, input)
    return EXIT.failed
  }
}

function show(report: ReconciliationReport, { json, language, flags, terminal }: CommandInput): void {
  if (json) {
    terminal.print(JSON.stringify(report, null, 1))
    return
  }
  for (const line of summarise(report, language)) terminal.print(line)
  if (flags['report'] === true) for (const line of describeDetails(report, language)) terminal.print(line)
  else terminal.print(language === 'nl' ? 'Meer lezen: topdorp import --report, of /importverslag op de site.' : 'Read more: topdorp import --report --lang en, or /importverslag on the site.')
}

function explainFailure(error: ImportError, { json, language, terminal }: CommandInput): void {
  const { code, subject, messages, findings } = error
  if (json) {
    terminal.print(JSON.stringify({ error: { code, subject, message: messages[language] }, findings }, null, 1))
    return
  }
  terminal.warn(`${messages[language]} (${subject})`)
  const errors: readonly Finding[] = findings.filter((finding) => finding.severity === 'error')
  // Without errors the warnings are what explains it: tables that say nothing about areas, refused figures.
  const shown = errors.length > 0 ? errors : findings.filter((finding) => finding.severity === 'warning')
  for (const finding of shown.slice(0, MAX_FINDINGS_SHOWN)) terminal.warn(describeFinding(finding, language))
  const rest = shown.length - MAX_FINDINGS_SHOWN
  if (rest > 0) terminal.warn(language === 'nl' ? `  … en nog ${rest} meldingen (alle met --json).` : `  … and ${rest} more findings (all with --json).`)
}
