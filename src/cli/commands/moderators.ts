/** `topdorp moderators`: who may moderate signals. */
import { inviteModerator, listModerators, shutOutModerator } from '#steps/see/signals/sign-in.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'
import { actNow, withRecords } from '#cli/open-records.ts'
import { readSettings } from '#cli/open-figures.ts'
import { layOut } from '#cli/words.ts'

const ACTIONS = ['list', 'invite', 'remove'] as const
const LONGEST_NAME = 80

export const moderatorsCommand: Command = {
  name: 'moderators',
  summary: { nl: 'wie signalen mag behandelen: geeft aanmeldlinks en trekt ze in', en: 'who may handle signals: gives sign-in links and takes them back' },
  positionals: ['<list|invite|remove>', '[name]'],
  options: {},
  examples: ['topdorp moderators invite "Els de Boer"', 'topdorp moderators list', 'topdorp moderators remove "Els de Boer"'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const [action = '', name] = input.positionals
  if (!ACTIONS.some((one) => one === action)) throw misuse(`"${action}" kan niet. Kies: ${ACTIONS.join(', ')}.`, `"${action}" is not possible. Choose: ${ACTIONS.join(', ')}.`)
  if (action === 'list') return list(input)
  if (name === undefined || name.trim() === '' || name.length > LONGEST_NAME) throw misuse(`Geef een naam van hooguit ${LONGEST_NAME} tekens.`, `Give a name of at most ${LONGEST_NAME} characters.`)
  return action === 'invite' ? invite(input, name.trim()) : remove(input, name.trim())
}

async function list({ terminal, json, ...input }: CommandInput): Promise<ExitCode> {
  const moderators = await withRecords({ terminal, json, ...input }, ({ database }) => listModerators(database))
  if (json) terminal.print(JSON.stringify({ moderators }, null, 1))
  else for (const line of layOut(moderators.map(({ name, createdAt, disabledAt }) => [name, createdAt.slice(0, 10), disabledAt === undefined ? '' : `✗ ${disabledAt.slice(0, 10)}`]), [], '')) terminal.print(line)
  return EXIT.ok
}

async function invite(input: CommandInput, name: string): Promise<ExitCode> {
  const { address } = readSettings(input)
  const { token, expiresAt } = await withRecords(input, ({ database }) => inviteModerator(database, name, actNow()))
  // After the #, so that no server and no proxy writes it in a log.
  const link = `${address}/beheer/aanmelden#${token}`
  if (input.json) input.terminal.print(JSON.stringify({ name, link, expiresAt }, null, 1))
  else {
    const isDutch = input.language === 'nl'
    const until = new Date(expiresAt).toLocaleString(isDutch ? 'nl-NL' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' })
    input.terminal.print(link)
    input.terminal.warn(
      isDutch
        ? `Geef deze link aan ${name}, en aan niemand anders. Hij werkt één keer, tot ${until}.`
        : `Give this link to ${name}, and to nobody else. It works once, until ${until}.`,
    )
    if (new URL(address).hostname === 'localhost') {
      input.terminal.warn(
        isDutch
          ? `De link gaat naar ${address}. Staat uw site ergens anders? Zet dat adres dan in TOPDORP_ADDRESS en nodig opnieuw uit.`
          : `The link leads to ${address}. Is your site somewhere else? Then put its address in TOPDORP_ADDRESS and invite again.`,
      )
    }
  }
  return EXIT.ok
}

async function remove(input: CommandInput, name: string): Promise<ExitCode> {
  const isDone = await withRecords(input, ({ database }) => shutOutModerator(database, name, actNow()))
  if (!isDone) throw new CommandError({ nl: `Er is geen moderator "${name}". Alle: topdorp moderators list`, en: `There is no moderator "${name}". All: topdorp moderators list` })
  input.terminal.warn(input.language === 'nl' ? `${name} kan niet meer aanmelden, en is overal afgemeld.` : `${name} can no longer sign in, and is signed out everywhere.`)
  return EXIT.ok
}
