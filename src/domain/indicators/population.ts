/** Who lives there: inhabitants by sex, age and marital status, and what changes their number. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, balance, count, inTheme, rate, type Draft } from '#domain/indicators/build.ts'
import { kwb, map2020, measure } from '#domain/indicators/columns.ts'

const dynamics = (column: string) => measure('population-dynamics', column, 2012, 2023)
const everyYear = (name: string, number: number) => kwb(name, { 2020: number, 2021: number, 2022: number, 2023: number, 2024: number })

const INHABITANTS: readonly Draft[] = [
  count('population', {
    nl: ['Inwoners', 'Het aantal mensen dat hier woont op 1 januari. In wijken en buurten is dit afgerond op vijf.'],
    en: ['Inhabitants', 'The number of people who live here on 1 January. In districts and neighbourhoods it is rounded to five.'],
    unit: UNITS.inhabitants,
    columns: [
      ...everyYear('AantalInwoners', 5),
      ...measure('03759ned', 'M000352', 2019, 2024),
      ...dynamics('PopulationOn1January_1'),
    ],
  }),
  count('meanPopulation', {
    nl: ['Gemiddeld aantal inwoners in het jaar', 'Het gemiddelde van het aantal inwoners aan het begin en aan het eind van het jaar.'],
    en: ['Mean inhabitants in the year', 'The mean of the inhabitants at the start and at the end of the year.'],
    unit: UNITS.inhabitants,
    columns: measure('03759ned', 'M000365', 2019, 2024),
  }),
  count('men', {
    nl: ['Mannen', 'Het aantal mannen en jongens op 1 januari.'],
    en: ['Men', 'The number of men and boys on 1 January.'],
    unit: UNITS.inhabitants,
    columns: kwb('Mannen', 6),
  }),
  count('women', {
    nl: ['Vrouwen', 'Het aantal vrouwen en meisjes op 1 januari.'],
    en: ['Women', 'The number of women and girls on 1 January.'],
    unit: UNITS.inhabitants,
    columns: kwb('Vrouwen', 7),
  }),
]

const age = (id: string, name: string, number: number, nl: string, en: string): Draft =>
  count(id, {
    nl: [`Inwoners van ${nl}`, `Het aantal inwoners dat op 1 januari ${nl} oud is.`],
    en: [`Inhabitants aged ${en}`, `The number of inhabitants aged ${en} on 1 January.`],
    unit: UNITS.inhabitants,
    columns: everyYear(name, number),
  })

const AGES: readonly Draft[] = [
  age('age0to14', 'k_0Tot15Jaar', 8, '0 tot 15 jaar', '0 to 14'),
  age('age15to24', 'k_15Tot25Jaar', 9, '15 tot 25 jaar', '15 to 24'),
  age('age25to44', 'k_25Tot45Jaar', 10, '25 tot 45 jaar', '25 to 44'),
  age('age45to64', 'k_45Tot65Jaar', 11, '45 tot 65 jaar', '45 to 64'),
  age('age65Plus', 'k_65JaarOfOuder', 12, '65 jaar of ouder', '65 or over'),
]

const maritalStatus = (id: string, name: string, number: number, nl: readonly [string, string], en: readonly [string, string]): Draft =>
  count(id, { nl, en, unit: UNITS.inhabitants, columns: kwb(name, number) })

const MARITAL_STATUS: readonly Draft[] = [
  maritalStatus(
    'unmarried',
    'Ongehuwd',
    13,
    ['Ongehuwde inwoners', 'Inwoners die nooit zijn getrouwd en nooit een geregistreerd partnerschap hadden. Kinderen tellen mee.'],
    ['Unmarried inhabitants', 'Inhabitants who never married and never had a registered partnership. Children are included.'],
  ),
  maritalStatus(
    'married',
    'Gehuwd',
    14,
    ['Gehuwde inwoners', 'Inwoners die getrouwd zijn of een geregistreerd partnerschap hebben.'],
    ['Married inhabitants', 'Inhabitants who are married or have a registered partnership.'],
  ),
  maritalStatus(
    'divorced',
    'Gescheiden',
    15,
    ['Gescheiden inwoners', 'Inwoners van wie het huwelijk of het geregistreerd partnerschap is ontbonden.'],
    ['Divorced inhabitants', 'Inhabitants whose marriage or registered partnership was dissolved.'],
  ),
  maritalStatus(
    'widowed',
    'Verweduwd',
    16,
    ['Verweduwde inwoners', 'Inwoners van wie de man, vrouw of geregistreerde partner is overleden.'],
    ['Widowed inhabitants', 'Inhabitants whose husband, wife or registered partner has died.'],
  ),
]

const BIRTHS_AND_DEATHS: readonly Draft[] = [
  count('births', {
    nl: ['Geboorten', 'Het aantal levend geboren kinderen in het jaar. Ze tellen waar de moeder woont.'],
    en: ['Births', 'The number of children born alive in the year, counted where the mother lives.'],
    unit: { nl: 'kinderen', en: 'children' },
    columns: [...dynamics('LiveBornChildren_3'), ...kwb('GeboorteTotaal', 24), ...map2020('Totaal aantal geboortes')],
  }),
  count('deaths', {
    nl: ['Overleden inwoners', 'Het aantal inwoners dat in het jaar is overleden.'],
    en: ['Deaths', 'The number of inhabitants who died in the year.'],
    unit: UNITS.persons,
    columns: [...dynamics('Deaths_5'), ...kwb('SterfteTotaal', 26), ...map2020('Totaal aantal sterfte')],
  }),
  rate('birthRate', {
    nl: ['Geboorten per 1.000 inwoners', 'Het aantal levend geboren kinderen in het jaar, voor elke 1.000 inwoners.'],
    en: ['Births per 1,000 inhabitants', 'The number of children born alive in the year, for every 1,000 inhabitants.'],
    unit: UNITS.perThousand,
    decimals: 1,
    columns: [...dynamics('LiveBornChildrenRatio_4'), ...kwb('GeboorteRelatief', 25)],
    weight: 'population',
  }),
  rate('deathRate', {
    nl: ['Overledenen per 1.000 inwoners', 'Het aantal inwoners dat in het jaar is overleden, voor elke 1.000 inwoners. Waar veel ouderen wonen is dit hoger.'],
    en: ['Deaths per 1,000 inhabitants', 'The number of inhabitants who died in the year, for every 1,000. It is higher where many older people live.'],
    unit: UNITS.perThousand,
    decimals: 1,
    columns: [...dynamics('DeathsRatio_6'), ...kwb('SterfteRelatief', 27)],
    weight: 'population',
  }),
  balance('naturalIncrease', {
    nl: ['Natuurlijke aanwas', 'Geboorten min overleden inwoners in het jaar. Onder nul zijn er meer mensen overleden dan geboren.'],
    en: ['Natural increase', 'Births minus deaths in the year. Below zero, more people died than were born.'],
    unit: UNITS.persons,
    columns: dynamics('NaturalIncrease_7'),
  }),
]

const MOVES: readonly Draft[] = [
  count('arrivals', {
    nl: ['Vestiging', 'Mensen die in het jaar in een gemeente kwamen wonen, uit een andere gemeente of uit het buitenland.'],
    en: ['Arrivals', 'People who came to live in a municipality in the year, from another municipality or from abroad.'],
    unit: UNITS.persons,
    columns: dynamics('TotalArrivals_8'),
  }),
  count('departures', {
    nl: ['Vertrek', 'Mensen die in het jaar uit een gemeente weggingen, met de verbeteringen in het bevolkingsregister.'],
    en: ['Departures', 'People who left a municipality in the year, with the corrections of the population register.'],
    unit: UNITS.persons,
    columns: dynamics('TotalDeparturesIncludingAdministra_12'),
  }),
  balance('netMigration', {
    nl: ['Migratiesaldo', 'Vestiging min vertrek in het jaar. Onder nul gingen er meer mensen weg dan er kwamen wonen.'],
    en: ['Net migration', 'Arrivals minus departures in the year. Below zero, more people left than came.'],
    unit: UNITS.persons,
    columns: dynamics('NetMigrationIncludingAdministrative_17'),
  }),
]

export const POPULATION: readonly Indicator[] = inTheme('population', [...INHABITANTS, ...AGES, ...MARITAL_STATUS, ...BIRTHS_AND_DEATHS, ...MOVES])
