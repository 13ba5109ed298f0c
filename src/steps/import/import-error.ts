/** Why an import did not become a version. The former version stays; the findings say what to mend. */
import type { Finding } from '#domain/finding.ts'

const MESSAGES = {
  'package-unusable': {
    nl: 'Dit datapakket is niet te gebruiken.',
    en: 'This data package cannot be used.',
  },
  'resource-failed': {
    nl: 'Een of meer bestanden zijn niet te lezen. Er is niets veranderd. Herstel ze, of importeer zonder met --accept-incomplete.',
    en: 'One or more files cannot be read. Nothing was changed. Mend them, or import without them with --accept-incomplete.',
  },
  'import-running': {
    nl: 'Er loopt al een import in deze map. Wacht tot die klaar is.',
    en: 'Another import is running in this folder. Wait until it is done.',
  },
  'no-figures': {
    nl: 'In dit datapakket staan geen inwoneraantallen van gemeenten, wijken of buurten. Er is niets veranderd.',
    en: 'This data package holds no numbers of inhabitants of municipalities, districts or neighbourhoods. Nothing was changed.',
  },
} as const

export class ImportError extends Error {
  readonly code: keyof typeof MESSAGES
  readonly subject: string
  readonly findings: readonly Finding[]
  readonly messages: { readonly nl: string; readonly en: string }
  constructor(code: keyof typeof MESSAGES, subject: string, findings: readonly Finding[], options?: ErrorOptions) {
    super(`${subject}: ${MESSAGES[code].en}`, options)
    this.name = 'ImportError'
    this.code = code
    this.subject = subject
    this.findings = findings
    this.messages = MESSAGES[code]
  }
}
