/** Who lives there: inhabitants by sex, age and marital status, and what changes their number. */
import type { Indicator } from '#domain/indicator.ts'
import { defineCount, defineRate, kwb, meanBy, municipalities2020, PEOPLE, series } from '#domain/indicators/define.ts'

const theme = 'population'
const DYNAMICS = 'population-dynamics'
const PERSONS = { nl: 'personen', en: 'persons' }
const PER_1000 = { nl: 'per 1.000 inwoners', en: 'per 1,000 inhabitants' }

const dynamics = (column: string) => series(DYNAMICS, column, 2012, 2023)
const everyYear = (column: string) => kwb({ 2020: column, 2021: column, 2022: column, 2023: column, 2024: column })

const INHABITANTS: readonly Indicator[] = [
  defineCount({
    id: 'population',
    theme,
    nl: ['Inwoners', 'Het aantal mensen dat hier woont op 1 januari. In wijken en buurten is dit afgerond op vijf.'],
    en: ['Inhabitants', 'The number of people who live here on 1 January. In districts and neighbourhoods it is rounded to five.'],
    unit: PEOPLE,
    columns: [
      ...everyYear('AantalInwoners_5'),
      ...series('03759ned', 'M000352', 2019, 2024),
      ...dynamics('PopulationOn1January_1'),
    ],
  }),
  defineCount({
    id: 'meanPopulation',
    theme,
    nl: ['Gemiddeld aantal inwoners in het jaar', 'Het gemiddelde van het aantal inwoners aan het begin en aan het eind van het jaar.'],
    en: ['Mean inhabitants in the year', 'The mean of the inhabitants at the start and at the end of the year.'],
    unit: PEOPLE,
    columns: series('03759ned', 'M000365', 2019, 2024),
  }),
  defineCount({
    id: 'men',
    theme,
    nl: ['Mannen', 'Het aantal mannen en jongens op 1 januari.'],
    en: ['Men', 'The number of men and boys on 1 January.'],
    unit: PEOPLE,
    columns: kwb({ 2020: 'Mannen_6' }),
  }),
  defineCount({
    id: 'women',
    theme,
    nl: ['Vrouwen', 'Het aantal vrouwen en meisjes op 1 januari.'],
    en: ['Women', 'The number of women and girls on 1 January.'],
    unit: PEOPLE,
    columns: kwb({ 2020: 'Vrouwen_7' }),
  }),
]

const age = (id: string, column: string, nl: string, en: string): Indicator =>
  defineCount({
    id,
    theme,
    nl: [`Inwoners van ${nl}`, `Het aantal inwoners dat op 1 januari ${nl} oud is.`],
    en: [`Inhabitants aged ${en}`, `The number of inhabitants aged ${en} on 1 January.`],
    unit: PEOPLE,
    columns: everyYear(column),
  })

const AGES: readonly Indicator[] = [
  age('age0to14', 'k_0Tot15Jaar_8', '0 tot 15 jaar', '0 to 14'),
  age('age15to24', 'k_15Tot25Jaar_9', '15 tot 25 jaar', '15 to 24'),
  age('age25to44', 'k_25Tot45Jaar_10', '25 tot 45 jaar', '25 to 44'),
  age('age45to64', 'k_45Tot65Jaar_11', '45 tot 65 jaar', '45 to 64'),
  age('age65Plus', 'k_65JaarOfOuder_12', '65 jaar of ouder', '65 or over'),
]

const maritalStatus = (id: string, column: string, nl: readonly [string, string], en: readonly [string, string]): Indicator =>
  defineCount({ id, theme, nl, en, unit: PEOPLE, columns: kwb({ 2020: column }) })

const MARITAL_STATUS: readonly Indicator[] = [
  maritalStatus(
    'unmarried',
    'Ongehuwd_13',
    ['Ongehuwde inwoners', 'Inwoners die nooit zijn getrouwd en nooit een geregistreerd partnerschap hadden. Kinderen tellen mee.'],
    ['Unmarried inhabitants', 'Inhabitants who never married and never had a registered partnership. Children are included.'],
  ),
  maritalStatus(
    'married',
    'Gehuwd_14',
    ['Gehuwde inwoners', 'Inwoners die getrouwd zijn of een geregistreerd partnerschap hebben.'],
    ['Married inhabitants', 'Inhabitants who are married or have a registered partnership.'],
  ),
  maritalStatus(
    'divorced',
    'Gescheiden_15',
    ['Gescheiden inwoners', 'Inwoners van wie het huwelijk of het geregistreerd partnerschap is ontbonden.'],
    ['Divorced inhabitants', 'Inhabitants whose marriage or registered partnership was dissolved.'],
  ),
  maritalStatus(
    'widowed',
    'Verweduwd_16',
    ['Verweduwde inwoners', 'Inwoners van wie de man, vrouw of geregistreerde partner is overleden.'],
    ['Widowed inhabitants', 'Inhabitants whose husband, wife or registered partner has died.'],
  ),
]

const BIRTHS_AND_DEATHS: readonly Indicator[] = [
  defineCount({
    id: 'births',
    theme,
    nl: ['Geboorten', 'Het aantal levend geboren kinderen in het jaar. Ze tellen waar de moeder woont.'],
    en: ['Births', 'The number of children born alive in the year, counted where the mother lives.'],
    unit: { nl: 'kinderen', en: 'children' },
    columns: [...dynamics('LiveBornChildren_3'), ...kwb({ 2020: 'GeboorteTotaal_24' }), ...municipalities2020('Totaal aantal geboortes')],
  }),
  defineCount({
    id: 'deaths',
    theme,
    nl: ['Overleden inwoners', 'Het aantal inwoners dat in het jaar is overleden.'],
    en: ['Deaths', 'The number of inhabitants who died in the year.'],
    unit: PERSONS,
    columns: [...dynamics('Deaths_5'), ...kwb({ 2020: 'SterfteTotaal_26' }), ...municipalities2020('Totaal aantal sterfte')],
  }),
  defineRate({
    id: 'birthRate',
    theme,
    nl: ['Geboorten per 1.000 inwoners', 'Het aantal levend geboren kinderen in het jaar, voor elke 1.000 inwoners.'],
    en: ['Births per 1,000 inhabitants', 'The number of children born alive in the year, for every 1,000 inhabitants.'],
    unit: PER_1000,
    decimals: 1,
    columns: [...dynamics('LiveBornChildrenRatio_4'), ...kwb({ 2020: 'GeboorteRelatief_25' })],
    aggregation: meanBy('population'),
    base: 'population',
  }),
  defineRate({
    id: 'deathRate',
    theme,
    nl: ['Overledenen per 1.000 inwoners', 'Het aantal inwoners dat in het jaar is overleden, voor elke 1.000 inwoners. Waar veel ouderen wonen is dit hoger.'],
    en: ['Deaths per 1,000 inhabitants', 'The number of inhabitants who died in the year, for every 1,000. It is higher where many older people live.'],
    unit: PER_1000,
    decimals: 1,
    columns: [...dynamics('DeathsRatio_6'), ...kwb({ 2020: 'SterfteRelatief_27' })],
    aggregation: meanBy('population'),
    base: 'population',
  }),
  defineRate({
    id: 'naturalIncrease',
    theme,
    nl: ['Natuurlijke aanwas', 'Geboorten min overleden inwoners in het jaar. Onder nul zijn er meer mensen overleden dan geboren.'],
    en: ['Natural increase', 'Births minus deaths in the year. Below zero, more people died than were born.'],
    unit: PERSONS,
    decimals: 0,
    columns: dynamics('NaturalIncrease_7'),
    aggregation: { kind: 'sum' },
  }),
]

const MOVES: readonly Indicator[] = [
  defineCount({
    id: 'arrivals',
    theme,
    nl: ['Vestiging', 'Mensen die in het jaar in een gemeente kwamen wonen, uit een andere gemeente of uit het buitenland.'],
    en: ['Arrivals', 'People who came to live in a municipality in the year, from another municipality or from abroad.'],
    unit: PERSONS,
    columns: dynamics('TotalArrivals_8'),
  }),
  defineCount({
    id: 'departures',
    theme,
    nl: ['Vertrek', 'Mensen die in het jaar uit een gemeente weggingen, met de verbeteringen in het bevolkingsregister.'],
    en: ['Departures', 'People who left a municipality in the year, with the corrections of the population register.'],
    unit: PERSONS,
    columns: dynamics('TotalDeparturesIncludingAdministra_12'),
  }),
  defineRate({
    id: 'netMigration',
    theme,
    nl: ['Migratiesaldo', 'Vestiging min vertrek in het jaar. Onder nul gingen er meer mensen weg dan er kwamen wonen.'],
    en: ['Net migration', 'Arrivals minus departures in the year. Below zero, more people left than came.'],
    unit: PERSONS,
    decimals: 0,
    columns: dynamics('NetMigrationIncludingAdministrative_17'),
    aggregation: { kind: 'sum' },
  }),
]

export const POPULATION_INDICATORS: readonly Indicator[] = [...INHABITANTS, ...AGES, ...MARITAL_STATUS, ...BIRTHS_AND_DEATHS, ...MOVES]
