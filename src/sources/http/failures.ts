/** What can go wrong while fetching, in one table: how it is told, whether trying again helps, and the way out. */
import { SourceError } from '#domain/reader.ts'

export interface Bilingual {
  readonly nl: string
  readonly en: string
}

export type FailureKind = keyof typeof WAYS_OUT

/** One failed attempt. */
export interface Failure {
  readonly kind: FailureKind
  /** What the service did, to follow its address: "answered 503". */
  readonly happened: Bilingual
  /** Trying again may help. */
  readonly retry: boolean
  /** What was received so far is of no use to the next attempt. */
  readonly discard?: boolean
  /** The wait the service asked for. */
  readonly retryAfterMs?: number
}

/** Thrown within the client only; what leaves it is a SourceError. */
export class AttemptError extends Error {
  readonly failure: Failure
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.happened.en, options)
    this.name = 'AttemptError'
    this.failure = failure
  }
}

/** By kind, the stable code of the SourceError and what the user can do. */
const WAYS_OUT = {
  unreachable: {
    code: 'source-unreachable',
    nl: 'Controleer de internetverbinding (achter een proxy: zet HTTPS_PROXY) en probeer het opnieuw.',
    en: 'Check the internet connection (behind a proxy: set HTTPS_PROXY) and try again.',
  },
  insecure: {
    code: 'source-insecure',
    nl: 'De verbinding is niet te vertrouwen. Vervangt uw netwerk certificaten, zet dan NODE_EXTRA_CA_CERTS op het certificaat van uw organisatie.',
    en: "The connection cannot be trusted. If your network replaces certificates, point NODE_EXTRA_CA_CERTS to your organisation's certificate.",
  },
  timeout: {
    code: 'source-timeout',
    nl: 'De dienst of de verbinding is traag. Probeer het later opnieuw; wat al binnen is, blijft bewaard.',
    en: 'The service or the connection is slow. Try again later; what has come in is kept.',
  },
  brokenOff: {
    code: 'source-broken-off',
    nl: 'Probeer het later opnieuw; wat al binnen is, blijft bewaard.',
    en: 'Try again later; what has come in is kept.',
  },
  busy: {
    code: 'source-busy',
    nl: 'De dienst is overbelast of in onderhoud. Probeer het later opnieuw; wat al binnen is, blijft bewaard.',
    en: 'The service is overloaded or under repair. Try again later; what has come in is kept.',
  },
  notFound: {
    code: 'source-not-found',
    nl: 'Controleer het adres in het datapakket. De uitgever kan het bestand hebben verplaatst.',
    en: 'Check the address in the data package. The publisher may have moved the file.',
  },
  forbidden: {
    code: 'source-forbidden',
    nl: 'De dienst geeft dit niet aan iedereen. Gebruik een openbaar adres, of download het bestand zelf en noem het in het datapakket.',
    en: 'The service does not give this to everyone. Use a public address, or download the file yourself and name it in the data package.',
  },
  refused: {
    code: 'source-refused',
    nl: 'De dienst begrijpt deze vraag niet. Controleer het adres in het datapakket, ook het deel achter het vraagteken.',
    en: 'The service does not understand this request. Check the address in the data package, also what follows the question mark.',
  },
  html: {
    code: 'source-html',
    nl: 'Zo’n pagina meldt vaak onderhoud, of vraagt u in te loggen op het netwerk. Open het adres in een browser om te zien wat er staat.',
    en: 'Such a page often announces maintenance, or asks you to log in to the network. Open the address in a browser to see what it says.',
  },
  notJson: {
    code: 'source-not-json',
    nl: 'Controleer het adres in het datapakket; bij CBS hoort er “$format=json” in.',
    en: 'Check the address in the data package; for CBS it must contain “$format=json”.',
  },
  incomplete: {
    code: 'source-incomplete',
    nl: 'Het bestand is niet gebruikt. Probeer het later opnieuw; blijft het zo, meld het dan aan de uitgever.',
    en: 'The file was not used. Try again later; if it stays like this, tell the publisher.',
  },
  tooLarge: {
    code: 'source-too-large',
    nl: 'Vraag minder kolommen of rijen, of verhoog de grens.',
    en: 'Ask for fewer columns or rows, or raise the limit.',
  },
  redirects: {
    code: 'source-redirects',
    nl: 'Zet in het datapakket het adres waar het bestand echt staat.',
    en: 'Put the address where the file really is in the data package.',
  },
  diskFull: {
    code: 'disk-full',
    nl: 'Maak ruimte vrij op de schijf en begin opnieuw; wat al binnen is, blijft bewaard.',
    en: 'Free some space on the disk and start again; what has come in is kept.',
  },
  disk: {
    code: 'disk-error',
    nl: 'Controleer of Topdorp in zijn map (TOPDORP_HOME) mag schrijven.',
    en: 'Check that Topdorp may write in its folder (TOPDORP_HOME).',
  },
} as const

const TIMES_NL = ['', '', 'twee keer', 'drie keer', 'vier keer', 'vijf keer', 'zes keer']
const TIMES_EN = ['', '', 'twice', 'three times', 'four times', 'five times', 'six times']

/** The whole story in one sentence a language: what happened, in order, and how often. */
function tellStory(failures: readonly Failure[]): Bilingual {
  const runs: { happened: Bilingual; times: number }[] = []
  for (const { happened } of failures) {
    const last = runs.at(-1)
    if (last?.happened.en === happened.en) last.times++
    else runs.push({ happened, times: 1 })
  }
  const nl = runs.map((run) => `${run.happened.nl}${run.times > 1 ? ` (${TIMES_NL[run.times] ?? `${run.times} keer`})` : ''}`)
  const en = runs.map((run) => `${run.happened.en}${run.times > 1 ? ` ${TIMES_EN[run.times] ?? `${run.times} times`}` : ''}`)
  return { nl: nl.join(', daarna: '), en: en.join(', then ') }
}

/** The error that the rest of the program sees, after the last of these attempts. */
export function createSourceError(url: string, failures: readonly Failure[], cause?: unknown): SourceError {
  const last = failures.at(-1)
  if (last === undefined) throw new RangeError('an error needs at least one failure')
  const way = WAYS_OUT[last.kind]
  const story = tellStory(failures)
  return new SourceError(
    way.code,
    url,
    { nl: `${url} ${story.nl}. ${way.nl}`, en: `${url} ${story.en}. ${way.en}` },
    cause === undefined ? undefined : { cause },
  )
}
