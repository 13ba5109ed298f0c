/** Energy that homes use, by type and ownership. In the table two sets of columns have the same titles: 47–54 are electricity, 55–62 gas. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, inTheme, rate, type Draft } from '#domain/indicators/build.ts'
import { kwb } from '#domain/indicators/columns.ts'

interface HomeKind {
  readonly id: string
  readonly key: string
  /** Number of the electricity column; that of gas is eight higher. */
  readonly number: number
  readonly nl: string
  readonly en: string
}

const KINDS: readonly HomeKind[] = [
  { id: 'Flats', key: 'Appartement', number: 48, nl: 'appartementen', en: 'flats' },
  { id: 'Terraced', key: 'Tussenwoning', number: 49, nl: 'tussenwoningen', en: 'terraced houses' },
  { id: 'EndTerraced', key: 'Hoekwoning', number: 50, nl: 'hoekwoningen', en: 'end-of-terrace houses' },
  { id: 'SemiDetached', key: 'TweeOnderEenKapWoning', number: 51, nl: 'twee-onder-een-kapwoningen', en: 'semi-detached houses' },
  { id: 'Detached', key: 'VrijstaandeWoning', number: 52, nl: 'vrijstaande woningen', en: 'detached houses' },
  { id: 'Rented', key: 'Huurwoning', number: 53, nl: 'huurwoningen', en: 'rented homes' },
  { id: 'Owned', key: 'EigenWoning', number: 54, nl: 'koopwoningen', en: 'owner-occupied homes' },
]

const electricity = (id: string, columns: Draft['columns'], nl: string, en: string): Draft =>
  rate(id, {
    nl: [`Stroomverbruik van ${nl}`, `Hoeveel stroom ${nl} gemiddeld in het jaar van het net gebruiken. Eigen stroom van zonnepanelen telt niet mee.`],
    en: [`Electricity used by ${en}`, `How much electricity ${en} use from the grid in the year, on average. Power of their own solar panels is not counted.`],
    unit: UNITS.kilowattHours,
    direction: 'lowerIsBetter',
    weight: 'households',
    columns,
  })

const gas = (id: string, columns: Draft['columns'], nl: string, en: string): Draft =>
  rate(id, {
    nl: [`Gasverbruik van ${nl}`, `Hoeveel aardgas ${nl} gemiddeld in het jaar gebruiken. Woningen met stadsverwarming tellen mee.`],
    en: [`Gas used by ${en}`, `How much natural gas ${en} use in the year, on average. Homes with district heating are counted.`],
    unit: UNITS.cubicMetres,
    direction: 'lowerIsBetter',
    weight: 'households',
    columns,
  })

export const ENERGY: readonly Indicator[] = inTheme('housing', [
  electricity('electricityUse', kwb('GemiddeldElektriciteitsverbruikTotaal', 47), 'alle woningen', 'all homes'),
  ...KINDS.map(({ id, key, number, nl, en }) => electricity(`electricityUse${id}`, kwb(key, number), nl, en)),
  gas('gasUse', kwb('GemiddeldAardgasverbruikTotaal', 55), 'alle woningen', 'all homes'),
  ...KINDS.map(({ id, key, number, nl, en }) => gas(`gasUse${id}`, kwb(key, number + 8), nl, en)),
  rate('shareDistrictHeating', {
    nl: ['Woningen met stadsverwarming', 'Welk deel van de woningen warm water krijgt uit een net van leidingen in de wijk.'],
    en: ['Homes with district heating', 'The share of homes that get hot water from a network of pipes in the district.'],
    unit: UNITS.percent,
    decimals: 1,
    weight: 'households',
    columns: kwb('PercentageWoningenMetStadsverwarming', 63),
  }),
])
