/** Eleven indicators, at least one of each kind, for the hand-made statistics. */
import type { Indicator } from '#domain/indicator.ts'

const YEARS = [2022, 2023, 2024]

interface Brief extends Partial<Indicator> {
  readonly id: string
  readonly nl: string
  readonly en: string
}

function describe({ id, nl, en, ...rest }: Brief): Indicator {
  return {
    id,
    name: { nl, en },
    explanation: { nl: `${nl} op 1 januari.`, en: `${en} on 1 January.` },
    theme: 'population',
    unit: { nl: '', en: '' },
    decimals: 0,
    direction: 'neutral',
    kind: 'count',
    columns: rest.formula ? [] : YEARS.map((year) => ({ year, table: `T${year}`, column: `${id}_1` })),
    aggregation: { kind: 'sum' },
    licence: 'CC-BY-4.0',
    ...rest,
  }
}

const PERCENT = { nl: '%', en: '%' }

export const TEST_INDICATORS: readonly Indicator[] = [
  describe({ id: 'population', nl: 'Inwoners', en: 'Inhabitants', unit: { nl: 'inwoners', en: 'inhabitants' } }),
  describe({ id: 'households', nl: 'Huishoudens', en: 'Households', theme: 'housing' }),
  describe({ id: 'people65Plus', nl: 'Inwoners van 65 jaar of ouder', en: 'Inhabitants aged 65 or over' }),
  describe({ id: 'homes', nl: 'Woningen', en: 'Homes', theme: 'housing' }),
  describe({
    id: 'meanHomeValue',
    nl: 'Gemiddelde woningwaarde',
    en: 'Mean home value',
    theme: 'housing',
    kind: 'rate',
    unit: { nl: 'duizend euro', en: 'thousand euros' },
    aggregation: { kind: 'weightedMean', weight: 'homes' },
    base: 'homes',
  }),
  describe({
    id: 'populationDensity',
    nl: 'Inwoners per vierkante kilometer',
    en: 'Inhabitants per square kilometre',
    kind: 'rate',
    aggregation: { kind: 'harmonicMean', weight: 'population' },
  }),
  describe({
    id: 'urbanity',
    nl: 'Stedelijkheid (klasse)',
    en: 'Degree of urbanisation (class)',
    kind: 'code',
    aggregation: { kind: 'none' },
  }),
  describe({
    id: 'share65Plus',
    nl: 'Aandeel 65-plussers',
    en: 'Share aged 65 or over',
    kind: 'rate',
    unit: PERCENT,
    decimals: 1,
    formula: { kind: 'ratio', numerator: ['people65Plus'], denominator: ['population'], factor: 100, range: [0, 100] },
    aggregation: { kind: 'weightedMean', weight: 'population' },
    base: 'population',
  }),
  describe({
    id: 'householdSize',
    nl: 'Personen per huishouden',
    en: 'People per household',
    kind: 'rate',
    decimals: 2,
    formula: { kind: 'ratio', numerator: ['population'], denominator: ['households'], factor: 1, range: [1, Infinity] },
    aggregation: { kind: 'weightedMean', weight: 'households' },
    base: 'households',
  }),
  describe({
    id: 'populationChange1Year',
    nl: 'Verandering van het aantal inwoners in één jaar',
    en: 'Change in inhabitants in one year',
    kind: 'rate',
    unit: PERCENT,
    decimals: 1,
    formula: { kind: 'change', of: 'population', years: 1 },
    aggregation: { kind: 'none' },
    base: 'population',
  }),
  describe({
    id: 'distanceToSupermarket',
    nl: 'Afstand tot een grote supermarkt',
    en: 'Distance to a large supermarket',
    theme: 'community',
    kind: 'rate',
    unit: { nl: 'km', en: 'km' },
    decimals: 1,
    direction: 'lowerIsBetter',
    aggregation: { kind: 'weightedMean', weight: 'population' },
    base: 'population',
  }),
]
