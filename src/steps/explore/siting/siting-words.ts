/** What is said of a site, in a plain sentence: whether it stays, where its people go, and what doing otherwise would cost. */
import type { SiteOutcome } from '#domain/answers/siting-answers.ts'
import type { COUNTED_PEOPLE, SITING_GOALS } from '#domain/siting-document.ts'
import type { FacilityType } from '#domain/facility.ts'
import { SITING_TRAITS } from '#domain/siting-traits.ts'
import { writeList, type Words } from '#domain/words.ts'
import { inUnits, writeNumber } from '#domain/write-number.ts'

type Language = 'nl' | 'en'
type CountedPeople = (typeof COUNTED_PEOPLE)[number]
type Goal = (typeof SITING_GOALS)[number]

export interface SentenceParts {
  readonly outcome: Omit<SiteOutcome, 'sentence'>
  readonly siteName: string
  readonly village: string
  /** Of the sites in `goesTo`, in its order. */
  readonly receivers: readonly Words[]
  /** Village of the new site that takes its place, or of the site that it takes the place of. */
  readonly otherVillage: string | undefined
  readonly rule: 'free' | 'forced' | 'forbidden'
  readonly people: CountedPeople
  readonly goal: Goal
  /** Minutes that count for the wait at a stop of a mobile service. */
  readonly waitingMinutes: number
  /** Whether the number of sites is given, so that one stays at the cost of another. */
  readonly isCounted: boolean
  /** Why it cannot be otherwise, where it cannot. */
  readonly obstacle: Words | undefined
}

export const PEOPLE_WORDS: Readonly<Record<CountedPeople, Words>> = {
  children4to11: { nl: 'kinderen', en: 'children' },
  all: { nl: 'inwoners', en: 'inhabitants' },
  people65Plus: { nl: '65-plussers', en: 'people of 65 and over' },
  householdsWithoutCar: { nl: 'huishoudens zonder auto', en: 'households without a car' },
}

const MOST_NAMES = 12
const MOST_RECEIVERS = 3
/** In minutes, people or sites: less than this is no difference. */
const NOTHING = 0.05

export const writeAmount = (value: number, language: Language, decimals: number): string =>
  writeNumber(value, language, { minimumFractionDigits: 0, maximumFractionDigits: decimals })

/** The word for one and that for another number. */
type CountWords = Readonly<Record<Language, readonly [one: string, more: string]>>

const MINUTES: CountWords = { nl: ['minuut', 'minuten'], en: ['minute', 'minutes'] }
const DAYS: CountWords = { nl: ['dag', 'dagen'], en: ['day', 'days'] }
const SITES: CountWords = { nl: ['locatie', 'locaties'], en: ['site', 'sites'] }
const ONE_AND_MORE: Readonly<Record<CountedPeople, CountWords>> = {
  children4to11: { nl: ['kind', PEOPLE_WORDS.children4to11.nl], en: ['child', PEOPLE_WORDS.children4to11.en] },
  all: { nl: ['inwoner', PEOPLE_WORDS.all.nl], en: ['inhabitant', PEOPLE_WORDS.all.en] },
  people65Plus: { nl: ['65-plusser', PEOPLE_WORDS.people65Plus.nl], en: ['person of 65 and over', PEOPLE_WORDS.people65Plus.en] },
  householdsWithoutCar: { nl: ['huishouden zonder auto', PEOPLE_WORDS.householdsWithoutCar.nl], en: ['household without a car', PEOPLE_WORDS.householdsWithoutCar.en] },
}

/** As it is written, rounded. */
const isWrittenOne = (value: number, decimals: number): boolean => writeAmount(value, 'en', decimals) === '1'

const writeCount = (value: number, language: Language, decimals: number, words: CountWords): string => inUnits(writeAmount(value, language, decimals), ...words[language])

/** Names in a row; of many the first, and how many more. */
export function listNames(names: readonly string[]): Words {
  const shown = names.slice(0, MOST_NAMES)
  const rest = names.length - shown.length
  const join = (and: 'en' | 'and', more: string) => writeList(rest > 0 ? [...shown, more] : shown, and)
  return { nl: join('en', `nog ${rest}`), en: join('and', `${rest} more`) }
}

/** First what happens, then where people go, then what otherwise would cost. */
export function describeSite(parts: SentenceParts): Words {
  const sentences = [describeFate(parts), describeReceivers(parts), describeTrip(parts), describeStop(parts), describePrice(parts)].filter((own) => own !== undefined)
  return { nl: sentences.map(({ nl }) => nl).join(' '), en: sentences.map(({ en }) => en).join(' ') }
}

function describeFate({ outcome: { fate, stop, peopleToday, goesTo }, siteName, village, otherVillage, rule }: SentenceParts): Words {
  const name = siteName === village ? { nl: siteName, en: siteName } : { nl: `${siteName} in ${village}`, en: `${siteName} in ${village}` }
  const because = { free: { nl: '', en: '' }, forced: { nl: ', omdat de vraag dat eist', en: ', because the question demands it' }, forbidden: { nl: ', omdat de vraag dat eist', en: ', because the question demands it' } }[rule]
  switch (fate) {
    case 'keeps':
      return { nl: `${name.nl} blijft open${because.nl}.`, en: `${name.en} stays open${because.en}.` }
    case 'moves':
      return { nl: `${name.nl} verhuist naar ${otherVillage}${because.nl}.`, en: `${name.en} moves to ${otherVillage}${because.en}.` }
    case 'merges':
    case 'closes':
      return { nl: `${name.nl} gaat dicht${because.nl}.`, en: `${name.en} closes${because.en}.` }
    case 'mobile': {
      const [days, english] = [sayDays(stop?.daysPerWeek ?? 0, 'nl'), sayDays(stop?.daysPerWeek ?? 0, 'en')]
      return peopleToday > 0 || goesTo.length > 0
        ? { nl: `${name.nl} gaat dicht${because.nl}. In de plaats komt er een rijdende voorziening, ${days}.`, en: `${name.en} closes${because.en}. A mobile service comes in its place, ${english}.` }
        : { nl: `In ${village} komt een rijdende voorziening, ${days}.`, en: `A mobile service comes to ${village}, ${english}.` }
    }
    case 'new':
      return otherVillage === undefined
        ? { nl: `In ${village} komt een nieuwe locatie${because.nl}.`, en: `${village} gets a new site${because.en}.` }
        : { nl: `In ${village} komt een nieuwe locatie, in plaats van die in ${otherVillage}.`, en: `${village} gets a new site, in place of the one in ${otherVillage}.` }
  }
}

function describeReceivers({ outcome: { fate, goesTo, peopleToday }, receivers, people }: SentenceParts): Words | undefined {
  if (fate === 'closes') {
    const who = PEOPLE_WORDS[people]
    if (peopleToday < 0.5) return { nl: 'Voor niemand is dit nu de dichtstbijzijnde.', en: 'It is the nearest for nobody today.' }
    return { nl: `De ${writeAmount(peopleToday, 'nl', 0)} ${who.nl} die er nu heen gaan, kunnen dan geen locatie meer bereiken.`, en: `The ${writeAmount(peopleToday, 'en', 0)} ${who.en} who go there today can then reach no site any more.` }
  }
  if ((fate !== 'merges' && fate !== 'moves' && fate !== 'mobile') || (fate === 'mobile' && goesTo.length === 0)) return undefined
  // Who rounds to nobody is not worth a name.
  const known = goesTo.map((own, at) => ({ ...own, receiver: receivers[at]! })).filter((own, at) => at === 0 || own.people >= 0.5)
  const shown = known.slice(0, MOST_RECEIVERS)
  const rest = known.slice(MOST_RECEIVERS).reduce((sum, own) => sum + own.people, 0)
  const list = (language: Language, to: string, others: string) =>
    listNames([...shown.map(({ people: own, receiver }) => `${writeAmount(own, language, 0)} ${to} ${receiver[language]}`), ...(rest >= 0.5 ? [`${writeAmount(rest, language, 0)} ${others}`] : [])])[language]
  return { nl: `Van de ${PEOPLE_WORDS[people].nl} gaan er ${list('nl', 'naar', 'verder weg')}.`, en: `Of the ${PEOPLE_WORDS[people].en}, ${list('en', 'go to', 'elsewhere')}.` }
}

function describeTrip({ outcome: { fate, minutesToday, minutes } }: SentenceParts): Words | undefined {
  if ((fate !== 'merges' && fate !== 'moves') || minutesToday === null || minutes === null) return undefined
  const isSame = writeAmount(minutes, 'nl', 1) === writeAmount(minutesToday, 'nl', 1)
  return {
    nl: `Zij reizen dan gemiddeld ${writeCount(minutes, 'nl', 1, MINUTES)}${isSame ? ', even lang als nu' : `. Nu is dat ${writeAmount(minutesToday, 'nl', 1)}`}.`,
    en: `They then travel ${writeCount(minutes, 'en', 1, MINUTES)} on average${isSame ? ', as long as today' : `. Today it is ${writeAmount(minutesToday, 'en', 1)}`}.`,
  }
}

/** Who uses the stop, how far they go, and that the wait counts too. */
function describeStop({ outcome: { stop, people: users }, people, waitingMinutes }: SentenceParts): Words | undefined {
  if (stop === undefined || stop.minutes === null) return undefined
  return {
    nl: `Voor ${writeCount(users, 'nl', 0, ONE_AND_MORE[people])} is de halte de beste keus: de rit duurt gemiddeld ${writeCount(stop.minutes, 'nl', 1, MINUTES)}. Voor het wachten op de dag rekenen we ${writeCount(waitingMinutes, 'nl', 1, MINUTES)} extra.`,
    en: `For ${writeCount(users, 'en', 0, ONE_AND_MORE[people])} the stop is the best choice: the trip takes ${writeCount(stop.minutes, 'en', 1, MINUTES)} on average. For the wait for the day ${writeCount(waitingMinutes, 'en', 1, MINUTES)} ${isWrittenOne(waitingMinutes, 1) ? 'is' : 'are'} added.`,
  }
}

const sayDays = (days: number, language: Language): string => `${writeCount(days, language, 1, DAYS)} ${language === 'nl' ? 'per week' : 'a week'}`

function describePrice({ outcome: { fate, price, goesTo, peopleToday }, rule, goal, people, isCounted, obstacle }: SentenceParts): Words | undefined {
  if (price === undefined) return undefined
  const isNewStop = fate === 'mobile' && goesTo.length === 0 && peopleToday === 0
  const isOpen = fate === 'keeps' || fate === 'new' || isNewStop
  const otherwise = isNewStop
    ? { nl: 'Zonder deze halte', en: 'Without this stop' }
    : isOpen
    ? rule === 'forced' ? { nl: 'Gaat deze locatie toch dicht, dan', en: 'If this site closes after all,' } : { nl: 'Zonder deze locatie', en: 'Without this site' }
    : isCounted ? { nl: 'Blijft deze locatie toch open en gaat een andere dicht, dan', en: 'If it stays open and another closes instead,' } : { nl: 'Blijft deze locatie toch open, dan', en: 'If it stays open,' }
  const { atMost, atLeast } = price
  if (atMost === null && obstacle) return { nl: `${otherwise.nl} kan het niet. ${obstacle.nl}`, en: `${otherwise.en} it cannot be done. ${obstacle.en}` }
  if (atMost === null) return isOpen ? { nl: 'Zonder deze locatie is er geen plan dat aan alle eisen voldoet.', en: 'Without this site no plan meets all demands.' } : { nl: 'Met deze locatie is er geen plan dat aan alle eisen voldoet.', en: 'With this site no plan meets all demands.' }
  if (Math.abs(atMost) < NOTHING) return { nl: `${otherwise.nl} is het beste plan even goed.`, en: `${otherwise.en} the best plan is as good.` }
  const from = atLeast === null || Math.abs(atMost - atLeast) < Math.max(NOTHING, 1e-4 * Math.abs(atMost)) ? undefined : atLeast
  return addCost(otherwise, goal, people, atMost, from)
}

/** The value of the goal in words. `from` is what it costs at least, where that is not the same. */
function addCost(otherwise: Words, goal: Goal, people: CountedPeople, price: number, from: number | undefined): Words {
  const more = price > 0
  const decimals = goal === 'median' || goal === 'maximalCovering' || goal === 'setCovering' ? 0 : 1
  const isTiny = writeAmount(Math.abs(price), 'en', decimals) === '0'
  const amount = (language: Language, words: CountWords) => {
    const own = writeCount(Math.abs(price), language, decimals, words)
    // No difference is told elsewhere: this is one too small to be written.
    if (isTiny) return language === 'nl' ? `minder dan 1 ${words.nl[0]}` : `less than 1 ${words.en[0]}`
    if (from === undefined || from <= 0 || !more) return own
    return language === 'nl' ? `${writeAmount(from, 'nl', 0)} tot ${own}` : `${writeAmount(from, 'en', 0)} to ${own}`
  }
  const isOne = isTiny || ((from === undefined || from <= 0 || !more) && isWrittenOne(Math.abs(price), decimals))
  const words = goal === 'maximalCovering' ? ONE_AND_MORE[people] : goal === 'setCovering' ? SITES : MINUTES
  const [nl, en] = [amount('nl', words), amount('en', words)]
  const who = PEOPLE_WORDS[people]
  switch (goal) {
    case 'median':
      return { nl: `${otherwise.nl} reizen alle ${who.nl} samen ${nl} ${more ? 'langer' : 'korter'} per rit.`, en: `${otherwise.en} all ${who.en} together travel ${en} ${more ? 'longer' : 'less'} a trip.` }
    case 'worstTenth':
      return { nl: `${otherwise.nl} reist de tiende die het verst woont gemiddeld ${nl} ${more ? 'langer' : 'korter'}.`, en: `${otherwise.en} the tenth that lives furthest travels ${en} ${more ? 'longer' : 'less'} on average.` }
    case 'center':
      return { nl: `${otherwise.nl} duurt de langste rit ${nl} ${more ? 'langer' : 'korter'}.`, en: `${otherwise.en} the longest trip takes ${en} ${more ? 'longer' : 'less'}.` }
    case 'maximalCovering':
      return { nl: `${otherwise.nl} ${isOne ? 'woont' : 'wonen'} er ${nl} ${more ? 'meer' : 'minder'} buiten de norm.`, en: `${otherwise.en} ${en} ${more ? 'more' : 'fewer'} ${isOne ? 'lives' : 'live'} beyond the norm.` }
    case 'setCovering':
      return { nl: `${otherwise.nl} ${isOne ? 'is' : 'zijn'} er ${nl} ${more ? 'meer' : 'minder'} nodig.`, en: `${otherwise.en} ${en} ${more ? 'more' : 'fewer'} ${isOne ? 'is' : 'are'} needed.` }
  }
}

const FATE_WORDS: Readonly<Record<SiteOutcome['fate'], Words>> = {
  keeps: { nl: 'blijft', en: 'stays' },
  merges: { nl: 'gaat samen met een andere', en: 'merges into another' },
  moves: { nl: 'verhuist', en: 'moves' },
  closes: { nl: 'gaat dicht', en: 'closes' },
  new: { nl: 'nieuw', en: 'new' },
  mobile: { nl: 'rijdende voorziening', en: 'mobile service' },
}

/** What happens to a site, in a word or two. */
export const nameFate = (fate: SiteOutcome['fate'], facilityType: FacilityType): Words => FATE_WORDS[fate === 'merges' && !SITING_TRAITS[facilityType].canMerge ? 'closes' : fate]

export const GOAL_WORDS: Readonly<Record<Goal, Words>> = {
  median: { nl: 'Zo weinig mogelijk minuten voor iedereen samen', en: 'As few minutes as possible for all together' },
  worstTenth: { nl: 'Zo weinig mogelijk minuten voor de tiende die het verst woont', en: 'As few minutes as possible for the tenth that lives furthest' },
  center: { nl: 'De langste rit zo kort mogelijk', en: 'The longest trip as short as possible' },
  maximalCovering: { nl: 'Zo weinig mogelijk mensen buiten de norm', en: 'As few people as possible beyond the norm' },
  setCovering: { nl: 'Zo weinig mogelijk locaties, met niemand buiten de norm', en: 'As few sites as possible, with nobody beyond the norm' },
}
