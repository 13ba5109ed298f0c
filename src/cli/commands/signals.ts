/** `topdorp signals`: handling signals without the site. */
import { decisionSchema, type Decision, type ModeratedSignal } from '#domain/answers/signals.ts'
import { SIGNAL_STATUSES, type SignalStatus } from '#domain/signal.ts'
import { THEME_WORDS } from '#steps/see/export-words.ts'
import { STATUS_WORDS } from '#steps/see/signals/export-signals.ts'
import { decide, listForModeration, readContact, readForModeration } from '#steps/see/signals/moderate.ts'
import { EXIT, misuse, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'
import { actNow, withRecords } from '#cli/open-records.ts'
import { layOut } from '#cli/words.ts'

/** Which decision a word on the command line is, and whether a text goes with it. */
const DECISIONS: Readonly<Record<string, { readonly kind: Decision['kind']; readonly text?: 'note' | 'text' }>> = {
  publish: { kind: 'publish' },
  'take-up': { kind: 'takeUp', text: 'note' },
  answer: { kind: 'answer', text: 'note' },
  refuse: { kind: 'refuse', text: 'note' },
  redact: { kind: 'redact', text: 'text' },
}
const ACTIONS = ['list', 'show', 'contact', ...Object.keys(DECISIONS)]

export const signalsCommand: Command = {
  name: 'signals',
  summary: { nl: 'behandelt signalen: bekijken, plaatsen, weigeren, beantwoorden', en: 'handles signals: look, publish, refuse, answer' },
  positionals: [`<${ACTIONS.join('|')}>`, '[signal]', '[text]'],
  options: {
    status: { type: 'string', value: SIGNAL_STATUSES.join('|'), help: { nl: 'bij list: alleen deze status', en: 'with list: only this status' } },
    reference: { type: 'string', value: 'text', help: { nl: 'bij take-up en answer: waar het te vinden is', en: 'with take-up and answer: where it can be found' } },
  },
  examples: [
    'topdorp signals list',
    'topdorp signals show S2345ABCDEF',
    'topdorp signals publish S2345ABCDEF',
    'topdorp signals take-up S2345ABCDEF "Dorpsgesprek Krimpsterterp" --reference https://…',
    'topdorp signals answer S2345ABCDEF "Vanaf mei rijdt er een buurtbus."',
    'topdorp signals refuse S2345ABCDEF "Er staat een naam in."',
  ],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const [action = '', id, text] = input.positionals
  if (!ACTIONS.includes(action)) throw misuse(`"${action}" kan niet. Kies: ${ACTIONS.join(', ')}.`, `"${action}" is not possible. Choose: ${ACTIONS.join(', ')}.`)
  if (action === 'list') return list(input)
  if (id === undefined) throw misuse(`Welk signaal? topdorp signals ${action} <kenmerk>`, `Which signal? topdorp signals ${action} <identifier>`)
  if (action === 'contact') return showContact(input, id)
  const signal = await withRecords(input, async (records) => {
    if (action !== 'show') await decide(records, id, readDecision(input, action, text), actNow())
    return readForModeration(records.database, id, actNow())
  })
  print(input, signal)
  return EXIT.ok
}

/** Throws CommandError where a text lacks, is superfluous, or is too short or too long. */
function readDecision({ flags }: CommandInput, action: string, text: string | undefined): Decision {
  const { kind, text: field } = DECISIONS[action] ?? { kind: 'publish' }
  const read = decisionSchema.safeParse({ kind, ...(field && { [field]: text }), ...(field === undefined && text !== undefined && { text }), ...(flags['reference'] !== undefined && { reference: flags['reference'] }) })
  if (read.success) return read.data
  const use = `topdorp signals ${action} <signal>${field === undefined ? '' : ' "…"'}`
  throw misuse(`Dit klopt niet: ${use}. De tekst ontbreekt, is te kort of te lang, of hoort er niet bij.`, `This is not right: ${use}. The text is missing, too short or too long, or does not belong.`)
}

async function list(input: CommandInput): Promise<ExitCode> {
  const { flags, json, terminal, language } = input
  const status = flags['status']
  if (status !== undefined && !SIGNAL_STATUSES.some((one) => one === status)) throw misuse(`--status moet een van deze zijn: ${SIGNAL_STATUSES.join(', ')}.`, `--status must be one of these: ${SIGNAL_STATUSES.join(', ')}.`)
  const statuses: readonly SignalStatus[] = status === undefined ? ['received', 'lookedAt'] : [status as SignalStatus]
  const { signals, counts } = await withRecords(input, ({ database }) => listForModeration(database, statuses, actNow()))
  if (json) {
    terminal.print(JSON.stringify({ counts, signals }, null, 1))
    return EXIT.ok
  }
  for (const line of layOut(signals.map(({ id, place, basic, status: at, receivedAt }) => [id, receivedAt.slice(0, 10), STATUS_WORDS[at][language], THEME_WORDS[basic][language], place.name]), [], '')) terminal.print(line)
  terminal.warn(`${signals.length} ${language === 'nl' ? 'signalen' : 'signals'} (${statuses.map((one) => STATUS_WORDS[one][language]).join(', ')})`)
  return EXIT.ok
}

async function showContact(input: CommandInput, id: string): Promise<ExitCode> {
  const { contact, eraseAt } = await withRecords(input, ({ database }) => readContact(database, id, actNow()))
  if (input.json) input.terminal.print(JSON.stringify({ id, contact, eraseAt }, null, 1))
  else input.terminal.print(contact)
  return EXIT.ok
}

function print({ json, terminal, language }: CommandInput, signal: ModeratedSignal): void {
  if (json) {
    terminal.print(JSON.stringify(signal, null, 1))
    return
  }
  const { id, status, basic, place, municipality, receivedAt, text, whereExactly, hasContact, events } = signal
  terminal.print(`${id}  ${receivedAt.slice(0, 16)}  ${STATUS_WORDS[status][language]}  ${THEME_WORDS[basic][language]}  ${place.name}${place.name === municipality.name ? '' : ` (${municipality.name})`}${hasContact ? `  ${language === 'nl' ? 'met contactgegevens' : 'with contact details'}` : ''}`)
  terminal.print(showSafely(text ?? '—'))
  if (whereExactly !== undefined) terminal.print(`→ ${showSafely(whereExactly)}`)
  for (const event of events) terminal.print(`  ${event.at.slice(0, 16)}  ${STATUS_WORDS[event.status][language]}${event.note === undefined ? '' : `: ${event.note}`}${event.reference === undefined ? '' : ` (${event.reference})`}`)
}

/** What strangers typed must not steer the terminal. */
function showSafely(text: string): string {
  return text.replaceAll(/[\u0080-\u009F]/g, '�')
}
