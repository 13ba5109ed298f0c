/** Figures that are computed here from counts, not from rounded percentages. Terms come before what is computed from them. */
import type { Indicator } from '#domain/indicator.ts'
import { AGED_15_TO_64, UNITS, derived, inTheme, partOf, ratio, type Draft } from '#domain/indicators/build.ts'

const share = (id: string, part: string, whole: 'population' | 'households', nl: readonly [string, string], en: readonly [string, string]): Draft =>
  derived(id, { nl, en, unit: UNITS.percent, decimals: 1, weight: whole, formula: partOf(part, whole) })

const ageShare = (id: string, part: string, nl: string, en: string): Draft =>
  share(id, part, 'population', [`Deel van de inwoners van ${nl}`, `Welk deel van de inwoners ${nl} oud is.`], [`Share of inhabitants aged ${en}`, `The share of inhabitants aged ${en}.`])

const pressure = (id: string, part: string, nl: readonly [string, string], en: readonly [string, string]): Draft =>
  derived(id, { nl, en, unit: PER_100, decimals: 1, weight: 'population', formula: ratio(part, AGED_15_TO_64) })

const change = (id: string, of: string, years: number, nl: readonly [string, string], en: readonly [string, string]): Draft =>
  derived(id, { nl, en, unit: UNITS.percent, decimals: 1, direction: 'neutral', weight: 'none', base: of, formula: { kind: 'change', of, years } })

const PER_100 = { nl: 'per 100 inwoners van 15 tot 65 jaar', en: 'per 100 inhabitants aged 15 to 64' }

const POPULATION: readonly Draft[] = [
  ageShare('shareAge0to14', 'age0to14', '0 tot en met 14 jaar', '0 to 14'),
  ageShare('shareAge15to24', 'age15to24', '15 tot en met 24 jaar', '15 to 24'),
  ageShare('shareAge25to44', 'age25to44', '25 tot en met 44 jaar', '25 to 44'),
  ageShare('shareAge45to64', 'age45to64', '45 tot en met 64 jaar', '45 to 64'),
  ageShare('shareAge65Plus', 'age65Plus', '65 jaar of ouder', '65 or over'),
  pressure('greenPressure', 'age0to14', ['Groene druk', 'Hoeveel kinderen tot 15 jaar er zijn op elke 100 inwoners van 15 tot 65 jaar.'], ['Green pressure', 'How many children under 15 there are for every 100 inhabitants aged 15 to 64.']),
  pressure('greyPressure', 'age65Plus', ['Grijze druk', 'Hoeveel mensen van 65 jaar of ouder er zijn op elke 100 inwoners van 15 tot 65 jaar.'], ['Grey pressure', 'How many people aged 65 or over there are for every 100 inhabitants aged 15 to 64.']),
  share('shareWomen', 'women', 'population', ['Deel vrouwen', 'Welk deel van de inwoners vrouw of meisje is.'], ['Share of women', 'The share of inhabitants who are women or girls.']),
  derived('personsPerHousehold', {
    nl: ['Inwoners per huishouden', 'Alle inwoners gedeeld door de huishoudens. Bewoners van tehuizen tellen hier mee, anders dan in de gemiddelde grootte van het CBS.'],
    en: ['Inhabitants per household', 'All inhabitants divided by the households. People in institutions are counted here, other than in the mean size of Statistics Netherlands.'],
    unit: UNITS.perHousehold,
    decimals: 2,
    weight: 'households',
    // A household is at least one inhabitant.
    formula: ratio('population', 'households', { factor: 1, range: [1, Infinity] }),
  }),
  share('shareOnePersonHouseholds', 'onePersonHouseholds', 'households', ['Deel huishoudens van één persoon', 'Welk deel van de huishoudens uit één persoon bestaat.'], ['Share of one-person households', 'The share of households that are a person living alone.']),
  share('shareHouseholdsWithoutChildren', 'householdsWithoutChildren', 'households', ['Deel huishoudens van meer personen zonder kinderen', 'Welk deel van de huishoudens uit meer mensen bestaat, zonder thuiswonende kinderen.'], ['Share of households of several people without children', 'The share of households that are several people without children at home.']),
  share('shareHouseholdsWithChildren', 'householdsWithChildren', 'households', ['Deel huishoudens met kinderen', 'In welk deel van de huishoudens kinderen wonen.'], ['Share of households with children', 'The share of households with children at home.']),
  change('populationChange1', 'population', 1, ['Verandering van het aantal inwoners in één jaar', 'Hoeveel meer of minder inwoners er zijn dan een jaar eerder.'], ['Change in inhabitants in one year', 'How many more or fewer inhabitants there are than a year before.']),
  change('populationChange4', 'population', 4, ['Verandering van het aantal inwoners in vier jaar', 'Hoeveel meer of minder inwoners er zijn dan vier jaar eerder.'], ['Change in inhabitants in four years', 'How many more or fewer inhabitants there are than four years before.']),
  change('householdChange1', 'households', 1, ['Verandering van het aantal huishoudens in één jaar', 'Hoeveel meer of minder huishoudens er zijn dan een jaar eerder.'], ['Change in households in one year', 'How many more or fewer households there are than a year before.']),
  change('householdChange4', 'households', 4, ['Verandering van het aantal huishoudens in vier jaar', 'Hoeveel meer of minder huishoudens er zijn dan vier jaar eerder.'], ['Change in households in four years', 'How many more or fewer households there are than four years before.']),
  change('age0to14Change4', 'age0to14', 4, ['Verandering van het aantal kinderen in vier jaar', 'Hoeveel meer of minder kinderen tot 15 jaar er zijn dan vier jaar eerder.'], ['Change in children in four years', 'How many more or fewer children under 15 there are than four years before.']),
  change('age65PlusChange4', 'age65Plus', 4, ['Verandering van het aantal 65-plussers in vier jaar', 'Hoeveel meer of minder mensen van 65 jaar of ouder er zijn dan vier jaar eerder.'], ['Change in people aged 65 or over in four years', 'How many more or fewer people aged 65 or over there are than four years before.']),
]

const SCHOOL: readonly Draft[] = [
  derived('shareLowEducation', {
    nl: ['Deel van de mensen met basisonderwijs of vmbo', 'Voor welk deel van de inwoners van 15 tot 75 jaar basisonderwijs, vmbo of mbo 1 de hoogste opleiding is.'],
    en: ['Share of people with primary or lower secondary education', 'The share of inhabitants aged 15 to 75 whose highest level is primary education, vmbo or mbo 1.'],
    unit: UNITS.percent,
    decimals: 1,
    direction: 'lowerIsBetter',
    weight: 'population',
    formula: partOf('educationLow', ['educationLow', 'educationMiddle', 'educationHigh']),
  }),
  derived('shareHigherEducation', {
    nl: ['Deel van de mensen met hbo of universiteit', 'Welk deel van de inwoners van 15 tot 75 jaar hbo of universiteit heeft gedaan.'],
    en: ['Share of people with higher education', 'The share of inhabitants aged 15 to 75 who completed hbo or university.'],
    unit: UNITS.percent,
    decimals: 1,
    weight: 'population',
    formula: partOf('educationHigh', ['educationLow', 'educationMiddle', 'educationHigh']),
  }),
]

const COMMUNITY: readonly Draft[] = [
  derived('carsPerHouseholdFromCounts', {
    nl: ["Auto's per huishouden, zelf berekend", "Alle personenauto's gedeeld door de huishoudens. Ook waar het CBS geen cijfer geeft; bij leasebedrijven erg hoog."],
    en: ['Cars per household, computed', 'All passenger cars divided by the households. Also where Statistics Netherlands gives no figure; very high at leasing companies.'],
    unit: UNITS.perHousehold,
    decimals: 2,
    weight: 'households',
    formula: ratio('cars', 'households', { factor: 1 }),
  }),
]

export const DERIVED: readonly Indicator[] = [
  ...inTheme('population', POPULATION),
  ...inTheme('school', SCHOOL),
  ...inTheme('community', COMMUNITY),
]
