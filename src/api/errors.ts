/** Every way in which a request can fail: one table, for the status, the words and the OpenAPI document. */
import type { ProjectionProblem } from '#steps/explore/projection-error.ts'
import type { SeeProblem } from '#steps/see/problems.ts'
import type { SignalProblem } from '#steps/see/signals/signal-error.ts'
import { PROJECTION_ERRORS } from '#api/projection-errors.ts'
import { SIGNAL_ERRORS } from '#api/signal-errors.ts'
import { SCENARIO_ERRORS } from '#api/scenario-errors.ts'
import { REACH_ERRORS } from '#api/reach-errors.ts'
import { SCHOOL_ERRORS } from '#api/school-errors.ts'

export type Language = 'nl' | 'en'

interface ErrorRow {
  readonly status: number
  readonly title: Readonly<Record<Language, string>>
  /** `{subject}` is what it is about. */
  readonly detail: Readonly<Record<Language, string>>
}

const TABLE = {
  parameterInvalid: {
    status: 400,
    title: { nl: 'Een parameter klopt niet', en: 'A parameter is not right' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  parameterUnknown: {
    status: 400,
    title: { nl: 'Deze parameter bestaat niet', en: 'There is no such parameter' },
    detail: { nl: 'Deze vraag kent geen parameter {subject}.', en: 'This request has no parameter {subject}.' },
  },
  memberNotNeighbourhood: {
    status: 400,
    title: { nl: 'Een eigen dorp bestaat uit buurten', en: 'An own village consists of neighbourhoods' },
    detail: { nl: '{subject} is geen buurt. Kies alleen buurten (BU…).', en: '{subject} is not a neighbourhood. Choose neighbourhoods (BU…) only.' },
  },
  membersDifferInTime: {
    status: 400,
    title: { nl: 'Deze buurten bestonden niet tegelijk', en: 'These neighbourhoods did not exist at the same time' },
    detail: {
      nl: 'Er is geen jaar waarin deze buurten allemaal bestonden: {subject}.',
      en: 'There is no year in which all of these neighbourhoods existed: {subject}.',
    },
  },
  unknownIndex: {
    status: 404,
    title: { nl: 'Deze index kennen we niet', en: 'Unknown index' },
    detail: { nl: 'Er is geen index {subject}. Zie /v1/indices.', en: 'There is no index {subject}. See /v1/indices.' },
  },
  indexInvalid: {
    status: 400,
    title: { nl: 'Dit is geen goede index', en: 'The index is not right' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  indexIndicatorRefused: {
    status: 400,
    title: { nl: 'Een cijfer kan niet in deze index', en: 'An indicator cannot be in this index' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  indexWithoutFigures: {
    status: 400,
    title: { nl: 'Er zijn geen cijfers voor deze index', en: 'There are no figures for this index' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  unknownSelection: {
    status: 404,
    title: { nl: 'Deze selectie kennen we niet', en: 'Unknown selection' },
    detail: { nl: 'Er is geen selectie {subject}. Zie /v1/selections.', en: 'There is no selection {subject}. See /v1/selections.' },
  },
  unknownRegion: {
    status: 404,
    title: { nl: 'Deze regio kennen we niet', en: 'Unknown region' },
    detail: { nl: 'Er is geen regio {subject}. Zie /v1/regions.', en: 'There is no region {subject}. See /v1/regions.' },
  },
  selectionInvalid: {
    status: 400,
    title: { nl: 'Dit is geen goede selectie', en: 'The selection is not right' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  selectionRefused: {
    status: 400,
    title: { nl: 'Deze selectie kan hier niet', en: 'The selection is not possible here' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  ...PROJECTION_ERRORS,
  ...SCENARIO_ERRORS,
  ...REACH_ERRORS,
  ...SCHOOL_ERRORS,
  unknownArea: {
    status: 404,
    title: { nl: 'Dit gebied kennen we niet', en: 'Unknown area' },
    detail: { nl: 'Er is geen gebied met code {subject}.', en: 'There is no area with code {subject}.' },
  },
  unknownPlace: {
    status: 404,
    title: { nl: 'Deze plaats kennen we niet', en: 'Unknown place' },
    detail: { nl: 'Er is geen plaats of gebied {subject}.', en: 'There is no place or area {subject}.' },
  },
  unknownIndicator: {
    status: 404,
    title: { nl: 'Dit cijfer kennen we niet', en: 'Unknown indicator' },
    detail: { nl: 'Er is geen cijfer met de naam {subject}.', en: 'There is no indicator named {subject}.' },
  },
  noSuchYear: {
    status: 404,
    title: { nl: 'Van dit jaar is er niets', en: 'There is nothing of this year' },
    detail: { nl: 'Van het jaar {subject} zijn er geen cijfers.', en: 'There are no figures of the year {subject}.' },
  },
  noShape: {
    status: 404,
    title: { nl: 'Hier is geen kaart van', en: 'There is no map of this' },
    detail: { nl: 'Van {subject} hebben we geen grenzen.', en: 'We have no boundaries of {subject}.' },
  },
  noSuchTile: {
    status: 404,
    title: { nl: 'Deze kaarttegel bestaat niet', en: 'There is no such tile' },
    detail: { nl: 'Er is geen kaarttegel {subject}.', en: 'There is no tile {subject}.' },
  },
  unknownCollection: {
    status: 404,
    title: { nl: 'Deze verzameling bestaat niet', en: 'There is no such collection' },
    detail: { nl: 'Er is geen verzameling {subject}.', en: 'There is no collection {subject}.' },
  },
  unknownFeature: {
    status: 404,
    title: { nl: 'Dit object bestaat niet', en: 'There is no such feature' },
    detail: { nl: 'Er is geen object {subject} in deze verzameling.', en: 'There is no feature {subject} in this collection.' },
  },
  unknownJob: {
    status: 404,
    title: { nl: 'Deze berekening kennen we niet', en: 'Unknown job' },
    detail: { nl: 'Er is geen berekening {subject}, of ze is al vergeten. Start ze opnieuw.', en: 'There is no job {subject}, or it has been forgotten. Start it again.' },
  },
  unknownResult: {
    status: 404,
    title: { nl: 'Deze uitkomst is er niet', en: 'There is no such result' },
    detail: {
      nl: 'Van berekening {subject} is er geen uitkomst: nog niet, niet meer, of van andere cijfers. Start ze opnieuw.',
      en: 'There is no result of job {subject}: not yet, no longer, or of other figures. Start it again.',
    },
  },
  tooManyJobs: {
    status: 503,
    title: { nl: 'Het is te druk', en: 'Too busy' },
    detail: { nl: 'Er wachten te veel berekeningen. Probeer het over {subject} opnieuw.', en: 'Too many jobs are waiting. Try again in {subject}.' },
  },
  trailingSlash: {
    status: 404,
    title: { nl: 'Dit adres bestaat niet', en: 'There is no such address' },
    detail: { nl: 'Een adres eindigt niet op een schuine streep. Probeer {subject}.', en: 'No address ends in a slash. Try {subject}.' },
  },
  unknownAddress: {
    status: 404,
    title: { nl: 'Dit adres bestaat niet', en: 'There is no such address' },
    detail: { nl: 'Er is niets op {subject}. Zie /v1/openapi.json.', en: 'There is nothing at {subject}. See /v1/openapi.json.' },
  },
  noSecurityContact: {
    status: 404,
    title: { nl: 'Geen contactadres', en: 'No contact address' },
    detail: {
      nl: 'De beheerder van deze server heeft geen contactadres voor beveiliging ingesteld.',
      en: 'The keeper of this server has not set a contact address for security.',
    },
  },
  methodNotAllowed: {
    status: 405,
    title: { nl: 'Dit kan hier niet', en: 'Method not allowed' },
    detail: { nl: 'Hier kan alleen {subject}.', en: 'Only {subject} is possible here.' },
  },
  bodyInvalid: {
    status: 400,
    title: { nl: 'Een veld klopt niet', en: 'A field is not right' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  bodyUnreadable: {
    status: 400,
    title: { nl: 'Dit is geen goede JSON', en: 'This is not well-formed JSON' },
    detail: { nl: 'Stuur een JSON-document mee dat klopt.', en: 'Send a well-formed JSON document.' },
  },
  otherSite: {
    status: 403,
    title: { nl: 'Dit kan niet vanaf een andere site', en: 'Not possible from another site' },
    detail: {
      nl: 'Dit kan alleen op de pagina’s van deze site zelf, niet vanaf {subject}.',
      en: 'This is possible on the pages of this site only, not from {subject}.',
    },
  },
  bodyTooLarge: {
    status: 413,
    title: { nl: 'Dit is te groot', en: 'This is too large' },
    detail: { nl: 'Stuur hooguit {subject} bytes.', en: 'Send at most {subject} bytes.' },
  },
  mediaTypeUnsupported: {
    status: 415,
    title: { nl: 'Deze vorm kunnen we niet lezen', en: 'Unsupported media type' },
    detail: { nl: 'Stuur application/json, niet {subject}.', en: 'Send application/json, not {subject}.' },
  },
  notAcceptable: {
    status: 406,
    title: { nl: 'Deze vorm kunnen we niet geven', en: 'Not acceptable' },
    detail: { nl: 'Kies een van deze vormen: {subject}.', en: 'Choose one of these formats: {subject}.' },
  },
  tooManyRequests: {
    status: 429,
    title: { nl: 'Te veel vragen', en: 'Too many requests' },
    detail: { nl: 'Wacht {subject} en probeer het opnieuw.', en: 'Wait {subject} and try again.' },
  },
  requestInvalid: {
    status: 400,
    title: { nl: 'Deze vraag kunnen we niet lezen', en: 'The request cannot be read' },
    detail: { nl: 'De vraag is niet goed opgebouwd.', en: 'The request is not well-formed.' },
  },
  unexpected: {
    status: 500,
    title: { nl: 'Er ging iets mis', en: 'Something went wrong' },
    detail: {
      nl: 'Dit ligt aan ons. Meld het met dit nummer: {subject}.',
      en: 'This is our fault. Report it with this number: {subject}.',
    },
  },
  ...SIGNAL_ERRORS,
} as const satisfies Readonly<Record<string, ErrorRow>> & Readonly<Record<SeeProblem | SignalProblem | ProjectionProblem, ErrorRow>>

export type ErrorCode = keyof typeof TABLE

export const ERRORS: Readonly<Record<ErrorCode, ErrorRow>> = TABLE

/** One parameter that is not right. */
export interface FieldError {
  readonly field: string
  readonly message: Readonly<Record<Language, string>>
}

/** An expected failure of a request; becomes problem+json. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly subject: string
  readonly fields: readonly FieldError[]
  readonly headers: Readonly<Record<string, string>>
  constructor(code: ErrorCode, subject = '', more: { fields?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {}) {
    super(`${code}: ${subject}`)
    this.name = 'ApiError'
    this.code = code
    this.subject = subject
    this.fields = more.fields ?? []
    this.headers = more.headers ?? {}
  }
}
