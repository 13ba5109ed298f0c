/** What a reader must know about the forecast of schools, in words. */
import type { Words } from '#domain/words.ts'
import { writeNumber } from '#domain/write-number.ts'
import type { ShareDrift } from '#steps/explore/schools/school-chances.ts'
import type { SchoolOutlook } from '#steps/explore/schools/school-forecast.ts'

const show = (value: number, language: 'nl' | 'en', decimals = 0): string => writeNumber(value, language, { maximumFractionDigits: decimals })

const NOTHING_CHANGES: Words = { nl: 'Er komen geen scholen bij en er gaan er geen dicht.', en: 'No school opens or closes.' }

/** `scenario` says what a scenario changes. */
export function describeSchools(forecast: SchoolOutlook, drift: ShareDrift, scenario: readonly Words[] = []): Words[] {
  const { table, jumpOff, pupilsPerChild, withoutPupils, children, choice } = forecast
  const unplaced = choice.placeUnknown.reduce((sum, buurt) => sum + children.ofBuurten[0]![buurt]!, 0)
  const begunUncounted = withoutPupils.filter(({ code }) => forecast.justOpened.has(code)).length
  const uncounted: Words = begunUncounted === 0 ? { nl: '', en: '' } : { nl: ` Van ${begunUncounted} van hen is nog geen aantal leerlingen bekend.`, en: ` Of ${begunUncounted} of them no pupils are known yet.` }
  const left = table.leftOut.withoutCode + table.leftOut.withoutPoint
  const percent = (language: 'nl' | 'en') => show(100 * pupilsPerChild, language, 1)
  return [
    ...(scenario.length > 0 ? scenario : [NOTHING_CHANGES]),
    { nl: `Elke school houdt zijn deel van de kinderen in de buurten eromheen. De kinderen komen uit de prognose van ${jumpOff}.`, en: `Every school keeps its share of the children around it. The children come from the projection of ${jumpOff}.` },
    {
      nl: `Van de kinderen van 4 tot en met 11 jaar zit ${percent('nl')} procent op deze scholen. De anderen gaan naar speciaal onderwijs of een school zonder telling.`,
      en: `Of the children of 4 to 11, ${percent('en')} percent go to these schools. The others go to special education or to a school without a count.`,
    },
    describeDrift(drift),
    {
      nl: 'De norm van de gemeente volgt uit de wet (artikel 154 van de Wet op het primair onderwijs) en het verwachte aantal kinderen in dat jaar. Een gesplitste gemeente heeft twee normen; die kennen we niet.',
      en: 'The norm of the municipality follows from the law (article 154 of the Primary Education Act) and the children expected in that year. Some municipalities are split and have two norms; those are not known here.',
    },
    {
      nl: 'Onder een norm komen is nog geen sluiten. De wet kijkt naar drie jaar achter elkaar, en een bestuur met gemiddeld grote scholen mag een kleine school houden vanaf 23 leerlingen.',
      en: 'Below a norm is not yet closed. The law looks at three years in a row, and a board whose schools are large on average may keep a small school from 23 pupils on.',
    },
    ...(forecast.justOpened.size > 0
      ? [{
          nl: `${forecast.justOpened.size} scholen in het land staan niet in de lijst van ${forecast.moments[forecast.moments.indexOf(table.moment) - 1]}. Zij zijn net begonnen en groeien nog. Daarom geven we voor hen geen verwachting en geen kans. De kinderen tellen wel mee in de sommen.${uncounted.nl}`,
          en: `${forecast.justOpened.size} schools in the country are not in the list of ${forecast.moments[forecast.moments.indexOf(table.moment) - 1]}. They have just begun and still grow, so they have no expectation and no chance here. Their children do count in the sums.${uncounted.en}`,
        }]
      : []),
    ...(withoutPupils.length > 0 ? [{ nl: `Van ${withoutPupils.length} scholen in het land is geen aantal leerlingen bekend. Zij hebben geen prognose.`, en: `Of ${withoutPupils.length} schools in the country no pupils are known. They have no forecast.` }] : []),
    ...(table.leftOut.furtherAddress > 0 ? [{ nl: `${table.leftOut.furtherAddress} regels zijn een tweede adres van een school. Zij tellen niet nog eens mee.`, en: `${table.leftOut.furtherAddress} rows are a further address of a school. They do not count again.` }] : []),
    ...(left > 0 ? [{ nl: `${left} regels hebben geen code of geen plek op de kaart en doen niet mee.`, en: `${left} rows have no code or no point on the map and are left out.` }] : []),
    ...(unplaced > 0 ? [{ nl: `Van ${show(unplaced, 'nl')} kinderen weten we alleen in welke gemeente zij wonen. Zij zijn over de scholen van die gemeente verdeeld.`, en: `Of ${show(unplaced, 'en')} children only the municipality is known. They are shared over the schools of that municipality.` }] : []),
  ]
}

function describeDrift({ deviation, basis }: ShareDrift): Words {
  const size = (language: 'nl' | 'en') => show(100 * deviation, language, 1)
  if (basis === 'measured') {
    return { nl: `Hoeveel ouders van school wisselen is gemeten op twee tellingen: ${size('nl')} procent per jaar.`, en: `How the choice of parents shifts was measured on two counts: ${size('en')} percent a year.` }
  }
  if (basis === 'asked') {
    return { nl: `Hoeveel de keuze van ouders verschuift is zelf gekozen: ${size('nl')} procent per jaar.`, en: `How the choice of parents shifts was chosen by you: ${size('en')} percent a year.` }
  }
  return {
    nl: `Hoeveel de keuze van ouders verschuift is een aanname: ${size('nl')} procent per jaar. Er is maar één telling van leerlingen per school, dus meten kan niet.`,
    en: `How the choice of parents shifts is an assumption: ${size('en')} percent a year. There is one count of pupils a school, so it cannot be measured.`,
  }
}
