/** Income: what people and households have to live on, and who gets a benefit. */
import type { Indicator, SourceColumn } from '#domain/indicator.ts'
import { AGED_15_TO_64, UNITS, count, derived, inTheme, partOf, rate, type Draft } from '#domain/indicators/build.ts'
import { kwb, map2020 } from '#domain/indicators/columns.ts'

const PER_PERSON: readonly Draft[] = [
  count('incomeRecipients', {
    nl: ['Mensen met een inkomen', 'Het aantal inwoners met eigen inkomen, zoals loon, winst, een uitkering of pensioen. Afgerond op honderd.'],
    en: ['Income recipients', 'The number of inhabitants with an income of their own, such as wages, profit, a benefit or a pension. Rounded to hundreds.'],
    unit: UNITS.persons,
    columns: [
      ...kwb('AantalInkomensontvangers', { 2020: 70, 2021: 70, 2022: 70, 2023: 76, 2024: 81 }),
      ...map2020('Aantal inkomensontvangers'),
    ],
  }),
  rate('averageIncomePerInhabitant', {
    nl: ['Gemiddeld inkomen per inwoner', 'Het inkomen van alle mensen samen, voor belasting, gedeeld door alle inwoners. Kinderen tellen mee als inwoner.'],
    en: ['Average income per inhabitant', 'The income of all people together, before tax, divided by all inhabitants. Children count as inhabitants.'],
    unit: UNITS.thousandEuros,
    decimals: 1,
    direction: 'higherIsBetter',
    weight: 'population',
    columns: [
      ...kwb('GemiddeldInkomenPerInwoner', { 2020: 72, 2021: 72, 2022: 72, 2023: 78, 2024: 83 }),
      ...map2020('Gemiddeld inkomen per inwoner (x1000 euro)'),
    ],
  }),
  rate('averageIncomePerRecipient', {
    nl: ['Gemiddeld inkomen per ontvanger', 'Het gemiddelde inkomen, voor belasting, van mensen die een eigen inkomen hebben.'],
    en: ['Average income per recipient', 'The average income, before tax, of people who have an income of their own.'],
    unit: UNITS.thousandEuros,
    decimals: 1,
    direction: 'higherIsBetter',
    weight: 'incomeRecipients',
    columns: [
      ...kwb('GemiddeldInkomenPerInkomensontvanger', { 2020: 71, 2021: 71, 2022: 71, 2023: 77, 2024: 82 }),
      ...map2020('Gemiddeld inkomen per inkomensontvanger (x1000 euro)'),
    ],
  }),
]

/** Percentage with one decimal of a group, by which parts are weighted too. */
function incomeShare(
  id: string,
  group: 'households' | 'incomeRecipients',
  direction: Indicator['direction'],
  nl: readonly [string, string],
  en: readonly [string, string],
  columns: readonly SourceColumn[],
): Draft {
  return rate(id, { nl, en, columns, direction, unit: UNITS.percent, decimals: 1, weight: group })
}

const POSITION_IN_THE_COUNTRY: readonly Draft[] = [
  incomeShare('shareLowestIncomePersons', 'incomeRecipients', 'lowerIsBetter', ['Mensen met een laag persoonlijk inkomen', 'Het deel van de mensen met inkomen dat bij de laagste 40 procent van Nederland hoort.'], ['People with a low personal income', 'The share of income recipients who belong to the lowest 40 percent of the country.'], [
    ...kwb('k_40PersonenMetLaagsteInkomen', 73),
    ...map2020('Personen met laagste inkomen (%)'),
  ]),
  incomeShare('shareHighestIncomePersons', 'incomeRecipients', 'higherIsBetter', ['Mensen met een hoog persoonlijk inkomen', 'Het deel van de mensen met inkomen dat bij de hoogste 20 procent van Nederland hoort.'], ['People with a high personal income', 'The share of income recipients who belong to the highest 20 percent of the country.'], [
    ...kwb('k_20PersonenMetHoogsteInkomen', 74),
    ...map2020('Personen met hoogste inkomen (%)'),
  ]),
  incomeShare('shareLowestIncomeHouseholds', 'households', 'lowerIsBetter', ['Huishoudens bij de laagste 40 procent', 'Het deel van de huishoudens dat bij de 40 procent met het laagste inkomen van Nederland hoort.'], ['Households in the lowest 40 percent', 'The share of households that belong to the 40 percent with the lowest income of the country.'], [
    ...kwb('k_40HuishoudensMetLaagsteInkomen', 76),
    ...map2020('Huishoudens met laagste inkomen (%)'),
  ]),
  incomeShare('shareHighestIncomeHouseholds', 'households', 'higherIsBetter', ['Huishoudens bij de hoogste 20 procent', 'Het deel van de huishoudens dat bij de 20 procent met het hoogste inkomen van Nederland hoort.'], ['Households in the highest 20 percent', 'The share of households that belong to the 20 percent with the highest income of the country.'], [
    ...kwb('k_20HuishoudensMetHoogsteInkomen', 77),
    ...map2020('Huishoudens met hoogste inkomen (%)'),
  ]),
]

const LIVING_STANDARD: readonly Draft[] = [
  rate('averageStandardisedHouseholdIncome', {
    nl: ['Gemiddeld inkomen van huishoudens, vergelijkbaar gemaakt', 'Wat een huishouden na belasting overhoudt, omgerekend naar iemand die alleen woont. Zo zijn grote en kleine huishoudens te vergelijken.'],
    en: ['Average standardised household income', 'What a household has after tax, converted to that of a person living alone. This makes large and small households comparable.'],
    unit: UNITS.thousandEuros,
    decimals: 1,
    direction: 'higherIsBetter',
    weight: 'households',
    columns: [
      ...kwb('GemGestandaardiseerdInkomenVanHuish', 75),
      ...map2020('Gemiddeld gestandaardiseerd inkomen van huishoudens (x1000 euro)'),
    ],
  }),
  incomeShare('shareLowIncomeHouseholds', 'households', 'lowerIsBetter', ['Huishoudens met een laag inkomen', 'Het deel van de huishoudens met minder koopkracht dan de bijstand in 1979. Studenten tellen niet mee.'], ['Households with a low income', 'The share of households with less purchasing power than social assistance gave in 1979. Students are not counted.'], [
    ...kwb('HuishoudensMetEenLaagInkomen', 78),
    ...map2020('Huishoudens met een laag inkomen(%)'),
  ]),
  incomeShare('shareAroundSocialMinimum', 'households', 'lowerIsBetter', ['Huishoudens rond het sociaal minimum', 'Het deel van de huishoudens met een inkomen onder of rond het minimum dat de wet geeft. Studenten tellen niet mee.'], ['Households around the social minimum', 'The share of households with an income below or around the minimum set by law. Students are not counted.'], [
    ...kwb('HuishOnderOfRondSociaalMinimum', { 2020: 79, 2021: 79, 2022: 79, 2023: 85, 2024: 90 }),
    ...map2020('Huishoudens onder of rond sociaal minimum (%)'),
  ]),
  incomeShare('shareBelow110SocialMinimum', 'households', 'lowerIsBetter', ['Huishoudens tot 110 procent van het sociaal minimum', 'Het deel van de huishoudens met een inkomen lager dan 110 procent van het minimum dat de wet geeft.'], ['Households below 110 percent of the social minimum', 'The share of households with an income below 110 percent of the minimum set by law.'], [
    ...kwb('HuishoudensTot110VanSociaalMinimum', 80),
    ...map2020('Huishoudens tot 110% van sociaal minimum (%)'),
  ]),
  incomeShare('shareBelow120SocialMinimum', 'households', 'lowerIsBetter', ['Huishoudens tot 120 procent van het sociaal minimum', 'Het deel van de huishoudens met een inkomen lager dan 120 procent van het minimum dat de wet geeft.'], ['Households below 120 percent of the social minimum', 'The share of households with an income below 120 percent of the minimum set by law.'], [
    ...kwb('HuishoudensTot120VanSociaalMinimum', 81),
    ...map2020('Huishoudens tot 120% van sociaal minimum (%)'),
  ]),
  rate('medianHouseholdWealth', {
    nl: ['Vermogen van het middelste huishouden', 'Bezit min schuld. De helft van de huishoudens heeft meer, de helft minder.'],
    en: ['Median household wealth', 'Possessions less debts. Half of the households have more, half have less.'],
    unit: UNITS.thousandEuros,
    decimals: 1,
    direction: 'higherIsBetter',
    // The median of a whole does not follow from the medians of its parts.
    weight: 'none',
    base: 'households',
    columns: [
      ...kwb('MediaanVermogenVanParticuliereHuish', 82),
      ...map2020('Mediaan vermogen van particuliere huishoudens (x1000 euro)'),
    ],
  }),
]

const BENEFITS: readonly Draft[] = [
  count('recipientsSocialAssistance', {
    nl: ['Mensen met bijstand', 'Het aantal mensen met een bijstandsuitkering. Afgerond op tien.'],
    en: ['People on social assistance', 'The number of people who receive social assistance. Rounded to tens.'],
    unit: UNITS.persons,
    direction: 'lowerIsBetter',
    base: 'population',
    columns: [...kwb('PersonenPerSoortUitkeringBijstand', 83), ...map2020('Aantal algemene bijstandsuitkeringen')],
  }),
  count('recipientsStatePension', {
    nl: ['Mensen met AOW', 'Het aantal mensen met een AOW-pensioen. Afgerond op tien.'],
    en: ['People with a state pension', 'The number of people who receive a state pension (AOW). Rounded to tens.'],
    unit: UNITS.persons,
    base: 'population',
    columns: [...kwb('PersonenPerSoortUitkeringAOW', 86), ...map2020('Aantal AOW-uitkeringen')],
  }),
  derived('socialAssistanceRate', {
    nl: ['Bijstand per 100 inwoners van 15 tot 65 jaar', 'Hoeveel mensen een bijstandsuitkering hebben op elke 100 inwoners van 15 tot 65 jaar.'],
    en: ['Social assistance per 100 inhabitants aged 15 to 64', 'How many people receive social assistance for every 100 inhabitants aged 15 to 64.'],
    unit: UNITS.perHundred,
    decimals: 1,
    direction: 'lowerIsBetter',
    formula: partOf('recipientsSocialAssistance', AGED_15_TO_64),
    weight: 'population',
  }),
]

export const INCOME: readonly Indicator[] = inTheme('income', [...PER_PERSON, ...POSITION_IN_THE_COUNTRY, ...LIVING_STANDARD, ...BENEFITS])
