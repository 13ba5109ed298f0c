/** What stands in the way of a plan, by position; who knows names puts them in. */

export interface SitingObstacle {
  readonly code: keyof typeof OBSTACLE_WORDS
  /** error: there is no plan; notice: there is one, but know this. */
  readonly severity: 'error' | 'notice'
  /** Positions of the places and sites that it is about, ascending. */
  readonly places?: Int32Array
  readonly sites?: Int32Array
  /** What was asked and what there is, where numbers say it. */
  readonly asked?: number
  readonly available?: number
}

interface Words {
  readonly nl: string
  readonly en: string
}

/** {places}, {sites}, {asked}, {askedMinutes} and {available} are filled in. */
const OBSTACLE_WORDS = {
  unreachablePlaces: {
    nl: 'Vanuit {places} is geen weg naar een toegestane locatie bekend, zoals op een eiland. Deze inwoners tellen niet mee.',
    en: 'No way to a permitted site is known from {places}, as on an island. These people are not counted.',
  },
  tooManySites: {
    nl: 'Er mogen {asked} locaties open, maar er kunnen er hoogstens {available} open. Kies er minder, of laat meer locaties toe.',
    en: '{asked} sites may be open, but at most {available} can be. Choose fewer, or permit more sites.',
  },
  tooManyForced: {
    nl: 'Er mogen {asked} locaties open, maar {available} moeten open: {sites}. Sta er meer toe, of maak er enkele vrij.',
    en: '{asked} sites may be open, but {available} must be: {sites}. Permit more, or set some free.',
  },
  formsClash: {
    nl: '{sites} zijn vormen van één locatie en moeten allebei open. Kies er één.',
    en: '{sites} are forms of one location and must both be open. Choose one.',
  },
  normOutOfReach: {
    nl: 'Voor {places} ligt geen enkele toegestane locatie binnen de norm van {askedMinutes}. Verruim de norm, of laat een locatie dichterbij toe.',
    en: 'For {places} no permitted site is within the norm of {askedMinutes}. Widen the norm, or permit a site nearby.',
  },
  cannotReachAll: {
    nl: 'Met {asked} locaties is niet iedereen te bereiken: het netwerk bestaat uit losse delen. Sta meer locaties toe. Dit blijft over: {places}.',
    en: '{asked} sites cannot reach everybody: the network is in pieces. Permit more sites. What is left: {places}.',
  },
  capacityShort: {
    nl: 'Er zijn {asked} mensen, en de grootste toegestane locaties hebben samen plaats voor {available}. Sta meer locaties toe, of grotere.',
    en: 'There are {asked} people, and the largest permitted sites together have room for {available}. Permit more sites, or larger ones.',
  },
  tooFewPeople: {
    nl: 'Bij {sites} kunnen nooit genoeg mensen komen voor de minimale omvang. Verlaag die, of verplicht de locatie niet.',
    en: '{sites} can never have enough people for the minimum size. Lower it, or do not force the site.',
  },
  noPlanFits: {
    nl: 'Geen enkel plan voldoet aan alle eisen tegelijk. Verruim de grenzen, de omvang of het aantal locaties.',
    en: 'No plan meets all demands together. Widen the limits, the sizes or the number of sites.',
  },
  noPlanFound: {
    nl: 'Er is nog geen plan gevonden dat aan alle eisen voldoet. Het kan er wel zijn: reken langer, of verruim de eisen.',
    en: 'No plan that meets all demands was found yet. There may be one: compute longer, or widen the demands.',
  },
} as const satisfies Record<string, Words>

/** The obstacle in Dutch and English. Names are given by position; without them positions are shown. */
export function describeObstacle(obstacle: SitingObstacle, names?: Names): Words {
  return { nl: fillIn(obstacle, 'nl', names), en: fillIn(obstacle, 'en', names) }
}

interface Names {
  readonly place: (position: number) => string
  readonly site: (position: number) => string
}

const MOST_NAMES = 10
const LANGUAGES = {
  nl: { locale: 'nl-NL', and: 'en', place: 'plaats', site: 'locatie', more: (count: number) => `nog ${count}`, minute: 'minuut', minutes: 'minuten' },
  en: { locale: 'en-GB', and: 'and', place: 'place', site: 'site', more: (count: number) => `${count} more`, minute: 'minute', minutes: 'minutes' },
}

function fillIn({ code, places, sites, asked, available }: SitingObstacle, language: keyof Words, names: Names | undefined): string {
  const { locale, and, place, site, more, minute, minutes } = LANGUAGES[language]
  const list = (positions: Int32Array = new Int32Array(), name: (position: number) => string) => {
    const shown = Array.from(positions.slice(0, MOST_NAMES), name)
    if (positions.length > MOST_NAMES) shown.push(more(positions.length - MOST_NAMES))
    return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${and} ${shown.at(-1)}`
  }
  const write = (value: number | undefined) => value?.toLocaleString(locale, { maximumFractionDigits: 1 }) ?? ''
  return OBSTACLE_WORDS[code][language]
    .replace('{places}', () => list(places, names?.place ?? ((at) => `${place} ${at}`)))
    .replace('{sites}', () => list(sites, names?.site ?? ((at) => `${site} ${at}`)))
    .replace('{askedMinutes}', `${write(asked)} ${asked === 1 ? minute : minutes}`)
    .replace('{asked}', write(asked))
    .replace('{available}', write(available))
}
