/** What `topdorp --help` and `topdorp <command> --help` say. */
import type { Command, CommandOption, Language } from '#cli/command.ts'
import { COMMON_OPTIONS, describeUse } from '#cli/parse-arguments.ts'
import { layOut } from '#cli/words.ts'

export function describeProgram(commands: readonly Command[], language: Language): string[] {
  const say = (nl: string, en: string): string => (language === 'nl' ? nl : en)
  return [
    say('Topdorp: cijfers over dorpen, wijken en regio’s.', 'Topdorp: figures about villages, neighbourhoods and regions.'),
    '',
    say('Gebruik: topdorp <opdracht> [opties]', 'Usage: topdorp <command> [options]'),
    '',
    ...layOut(commands.map((command) => [command.name, command.summary[language]])),
    '',
    say('Meer over een opdracht: topdorp <opdracht> --help', 'More about a command: topdorp <command> --help'),
    '',
    say('Bij elke opdracht:', 'With every command:'),
    ...describeOptions(COMMON_OPTIONS, language),
    '',
    say('Omgeving: TOPDORP_HOME (map met cijfers en registratie), TOPDORP_DATAPACKAGE (bestand of URL), PORT.', 'Environment: TOPDORP_HOME (folder with figures and records), TOPDORP_DATAPACKAGE (file or URL), PORT.'),
    say('Einde: 0 gelukt, 1 niet gelukt, 2 verkeerd gevraagd.', 'Exit code: 0 done, 1 failed, 2 asked wrongly.'),
  ]
}

export function describeCommand(command: Command, language: Language): string[] {
  const [use, options, examples] = language === 'nl' ? ['Gebruik', 'Opties', 'Voorbeelden'] : ['Usage', 'Options', 'Examples']
  return [
    `topdorp ${command.name}: ${command.summary[language]}`,
    '',
    `${use}: ${describeUse(command)} [${options.toLowerCase()}]`,
    '',
    `${options}:`,
    ...describeOptions({ ...command.options, ...COMMON_OPTIONS }, language),
    '',
    `${examples}:`,
    ...command.examples.map((example) => `  ${example}`),
  ]
}

function describeOptions(options: Readonly<Record<string, CommandOption>>, language: Language): string[] {
  return layOut(
    Object.entries(options).map(([name, option]) => [
      `${option.short === undefined ? '' : `-${option.short}, `}--${name}${option.value === undefined ? '' : ` <${option.value}>`}`,
      option.help[language],
    ]),
  )
}
