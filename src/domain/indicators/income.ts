/** Income: what people and households have to live on, and who gets a benefit. */
import type { Indicator, SourceColumn } from '#domain/indicator.ts'
import { defineCount, defineRate, kwb, meanBy, municipalities2020, PERCENT } from '#domain/indicators/define.ts'

const theme = 'income'
const THOUSAND_EUROS = { nl: '× 1.000 euro', en: '× 1,000 euro' }
const PERSONS = { nl: 'personen', en: 'persons' }

const PER_PERSON: readonly Indicator[] = [
  defineCount({
    id: 'incomeRecipients',
    theme,
    nl: ['Mensen met een inkomen', 'Het aantal inwoners met eigen inkomen, zoals loon, winst, een uitkering of pensioen. Afgerond op honderd.'],
    en: ['Income recipients', 'The number of inhabitants with an income of their own, such as wages, profit, a benefit or a pension. Rounded to hundreds.'],
    unit: PERSONS,
    columns: [
      ...kwb({
        2020: 'AantalInkomensontvangers_70',
        2021: 'AantalInkomensontvangers_70',
        2022: 'AantalInkomensontvangers_70',
        2023: 'AantalInkomensontvangers_76',
        2024: 'AantalInkomensontvangers_81',
      }),
      ...municipalities2020('Aantal inkomensontvangers'),
    ],
  }),
  defineRate({
    id: 'averageIncomePerInhabitant',
    theme,
    nl: ['Gemiddeld inkomen per inwoner', 'Het inkomen van alle mensen samen, voor belasting, gedeeld door alle inwoners. Kinderen tellen mee als inwoner.'],
    en: ['Average income per inhabitant', 'The income of all people together, before tax, divided by all inhabitants. Children count as inhabitants.'],
    unit: THOUSAND_EUROS,
    decimals: 1,
    direction: 'higherIsBetter',
    aggregation: meanBy('population'),
    base: 'population',
    columns: [
      ...kwb({
        2020: 'GemiddeldInkomenPerInwoner_72',
        2021: 'GemiddeldInkomenPerInwoner_72',
        2022: 'GemiddeldInkomenPerInwoner_72',
        2023: 'GemiddeldInkomenPerInwoner_78',
        2024: 'GemiddeldInkomenPerInwoner_83',
      }),
      ...municipalities2020('Gemiddeld inkomen per inwoner (x1000 euro)'),
    ],
  }),
  defineRate({
    id: 'averageIncomePerRecipient',
    theme,
    nl: ['Gemiddeld inkomen per ontvanger', 'Het gemiddelde inkomen, voor belasting, van mensen die een eigen inkomen hebben.'],
    en: ['Average income per recipient', 'The average income, before tax, of people who have an income of their own.'],
    unit: THOUSAND_EUROS,
    decimals: 1,
    direction: 'higherIsBetter',
    aggregation: meanBy('incomeRecipients'),
    base: 'incomeRecipients',
    columns: [
      ...kwb({
        2020: 'GemiddeldInkomenPerInkomensontvanger_71',
        2021: 'GemiddeldInkomenPerInkomensontvanger_71',
        2022: 'GemiddeldInkomenPerInkomensontvanger_71',
        2023: 'GemiddeldInkomenPerInkomensontvanger_77',
        2024: 'GemiddeldInkomenPerInkomensontvanger_82',
      }),
      ...municipalities2020('Gemiddeld inkomen per inkomensontvanger (x1000 euro)'),
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
): Indicator {
  return defineRate({ id, theme, nl, en, columns, direction, unit: PERCENT, decimals: 1, aggregation: meanBy(group), base: group })
}

const POSITION_IN_THE_COUNTRY: readonly Indicator[] = [
  incomeShare('shareLowestIncomePersons', 'incomeRecipients', 'lowerIsBetter', ['Mensen met een laag persoonlijk inkomen', 'Het deel van de mensen met inkomen dat bij de laagste 40 procent van Nederland hoort.'], ['People with a low personal income', 'The share of income recipients who belong to the lowest 40 percent of the country.'], [
    ...kwb({ 2020: 'k_40PersonenMetLaagsteInkomen_73' }),
    ...municipalities2020('Personen met laagste inkomen (%)'),
  ]),
  incomeShare('shareHighestIncomePersons', 'incomeRecipients', 'higherIsBetter', ['Mensen met een hoog persoonlijk inkomen', 'Het deel van de mensen met inkomen dat bij de hoogste 20 procent van Nederland hoort.'], ['People with a high personal income', 'The share of income recipients who belong to the highest 20 percent of the country.'], [
    ...kwb({ 2020: 'k_20PersonenMetHoogsteInkomen_74' }),
    ...municipalities2020('Personen met hoogste inkomen (%)'),
  ]),
  incomeShare('shareLowestIncomeHouseholds', 'households', 'lowerIsBetter', ['Huishoudens bij de laagste 40 procent', 'Het deel van de huishoudens dat bij de 40 procent met het laagste inkomen van Nederland hoort.'], ['Households in the lowest 40 percent', 'The share of households that belong to the 40 percent with the lowest income of the country.'], [
    ...kwb({ 2020: 'k_40HuishoudensMetLaagsteInkomen_76' }),
    ...municipalities2020('Huishoudens met laagste inkomen (%)'),
  ]),
  incomeShare('shareHighestIncomeHouseholds', 'households', 'higherIsBetter', ['Huishoudens bij de hoogste 20 procent', 'Het deel van de huishoudens dat bij de 20 procent met het hoogste inkomen van Nederland hoort.'], ['Households in the highest 20 percent', 'The share of households that belong to the 20 percent with the highest income of the country.'], [
    ...kwb({ 2020: 'k_20HuishoudensMetHoogsteInkomen_77' }),
    ...municipalities2020('Huishoudens met hoogste inkomen (%)'),
  ]),
]

const LIVING_STANDARD: readonly Indicator[] = [
  defineRate({
    id: 'averageStandardisedHouseholdIncome',
    theme,
    nl: ['Gemiddeld inkomen van huishoudens, vergelijkbaar gemaakt', 'Wat een huishouden na belasting overhoudt, omgerekend naar iemand die alleen woont. Zo zijn grote en kleine huishoudens te vergelijken.'],
    en: ['Average standardised household income', 'What a household has after tax, converted to that of a person living alone. This makes large and small households comparable.'],
    unit: THOUSAND_EUROS,
    decimals: 1,
    direction: 'higherIsBetter',
    aggregation: meanBy('households'),
    base: 'households',
    columns: [
      ...kwb({ 2020: 'GemGestandaardiseerdInkomenVanHuish_75' }),
      ...municipalities2020('Gemiddeld gestandaardiseerd inkomen van huishoudens (x1000 euro)'),
    ],
  }),
  incomeShare('shareLowIncomeHouseholds', 'households', 'lowerIsBetter', ['Huishoudens met een laag inkomen', 'Het deel van de huishoudens met minder koopkracht dan de bijstand in 1979. Studenten tellen niet mee.'], ['Households with a low income', 'The share of households with less purchasing power than social assistance gave in 1979. Students are not counted.'], [
    ...kwb({ 2020: 'HuishoudensMetEenLaagInkomen_78' }),
    ...municipalities2020('Huishoudens met een laag inkomen(%)'),
  ]),
  incomeShare('shareAroundSocialMinimum', 'households', 'lowerIsBetter', ['Huishoudens rond het sociaal minimum', 'Het deel van de huishoudens met een inkomen onder of rond het minimum dat de wet geeft. Studenten tellen niet mee.'], ['Households around the social minimum', 'The share of households with an income below or around the minimum set by law. Students are not counted.'], [
    ...kwb({
      2020: 'HuishOnderOfRondSociaalMinimum_79',
      2021: 'HuishOnderOfRondSociaalMinimum_79',
      2022: 'HuishOnderOfRondSociaalMinimum_79',
      2023: 'HuishOnderOfRondSociaalMinimum_85',
      2024: 'HuishOnderOfRondSociaalMinimum_90',
    }),
    ...municipalities2020('Huishoudens onder of rond sociaal minimum (%)'),
  ]),
  incomeShare('shareBelow110SocialMinimum', 'households', 'lowerIsBetter', ['Huishoudens tot 110 procent van het sociaal minimum', 'Het deel van de huishoudens met een inkomen lager dan 110 procent van het minimum dat de wet geeft.'], ['Households below 110 percent of the social minimum', 'The share of households with an income below 110 percent of the minimum set by law.'], [
    ...kwb({ 2020: 'HuishoudensTot110VanSociaalMinimum_80' }),
    ...municipalities2020('Huishoudens tot 110% van sociaal minimum (%)'),
  ]),
  incomeShare('shareBelow120SocialMinimum', 'households', 'lowerIsBetter', ['Huishoudens tot 120 procent van het sociaal minimum', 'Het deel van de huishoudens met een inkomen lager dan 120 procent van het minimum dat de wet geeft.'], ['Households below 120 percent of the social minimum', 'The share of households with an income below 120 percent of the minimum set by law.'], [
    ...kwb({ 2020: 'HuishoudensTot120VanSociaalMinimum_81' }),
    ...municipalities2020('Huishoudens tot 120% van sociaal minimum (%)'),
  ]),
  defineRate({
    id: 'medianHouseholdWealth',
    theme,
    nl: ['Vermogen van het middelste huishouden', 'Bezit min schuld. De helft van de huishoudens heeft meer, de helft minder.'],
    en: ['Median household wealth', 'Possessions less debts. Half of the households have more, half have less.'],
    unit: THOUSAND_EUROS,
    decimals: 1,
    direction: 'higherIsBetter',
    // The median of a whole does not follow from the medians of its parts.
    aggregation: { kind: 'none' },
    base: 'households',
    columns: [
      ...kwb({ 2020: 'MediaanVermogenVanParticuliereHuish_82' }),
      ...municipalities2020('Mediaan vermogen van particuliere huishoudens (x1000 euro)'),
    ],
  }),
]

const BENEFITS: readonly Indicator[] = [
  defineCount({
    id: 'recipientsSocialAssistance',
    theme,
    nl: ['Mensen met bijstand', 'Het aantal mensen met een bijstandsuitkering. Afgerond op tien.'],
    en: ['People on social assistance', 'The number of people who receive social assistance. Rounded to tens.'],
    unit: PERSONS,
    direction: 'lowerIsBetter',
    base: 'population',
    columns: [...kwb({ 2020: 'PersonenPerSoortUitkeringBijstand_83' }), ...municipalities2020('Aantal algemene bijstandsuitkeringen')],
  }),
  defineCount({
    id: 'recipientsStatePension',
    theme,
    nl: ['Mensen met AOW', 'Het aantal mensen met een AOW-pensioen. Afgerond op tien.'],
    en: ['People with a state pension', 'The number of people who receive a state pension (AOW). Rounded to tens.'],
    unit: PERSONS,
    base: 'population',
    columns: [...kwb({ 2020: 'PersonenPerSoortUitkeringAOW_86' }), ...municipalities2020('Aantal AOW-uitkeringen')],
  }),
  defineRate({
    id: 'socialAssistanceRate',
    theme,
    nl: ['Bijstand per 100 inwoners van 15 tot 65 jaar', 'Hoeveel mensen een bijstandsuitkering hebben op elke 100 inwoners van 15 tot 65 jaar.'],
    en: ['Social assistance per 100 inhabitants aged 15 to 64', 'How many people receive social assistance for every 100 inhabitants aged 15 to 64.'],
    unit: { nl: 'per 100 inwoners', en: 'per 100 inhabitants' },
    decimals: 1,
    direction: 'lowerIsBetter',
    formula: { kind: 'ratio', numerator: ['recipientsSocialAssistance'], denominator: ['age15to24', 'age25to44', 'age45to64'], factor: 100 },
    aggregation: meanBy('population'),
    base: 'population',
  }),
]

export const INCOME_INDICATORS: readonly Indicator[] = [...PER_PERSON, ...POSITION_IN_THE_COUNTRY, ...LIVING_STANDARD, ...BENEFITS]
