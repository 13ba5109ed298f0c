/** Work: who works, who is out of work or unable to, what businesses there are. */
import type { Indicator } from '#domain/indicator.ts'
import { AGED_15_TO_64, UNITS, count, derived, inTheme, partOf, rate, type Draft } from '#domain/indicators/build.ts'
import { kwb, map2020 } from '#domain/indicators/columns.ts'

/** Weighted by all inhabitants: KWB does not give the number of people aged 15 to 74 or of workers. */
const BY_POPULATION = { unit: UNITS.percent, weight: 'population' } as const

const WORKERS: readonly Draft[] = [
  rate('labourParticipation', {
    nl: ['Mensen met werk', 'Het deel van de inwoners van 15 tot 75 jaar dat betaald werk heeft.'],
    en: ['People in work', 'The share of the inhabitants aged 15 to 74 who have paid work.'],
    direction: 'higherIsBetter',
    columns: kwb('NettoArbeidsparticipatie', 67),
    ...BY_POPULATION,
  }),
  rate('shareEmployees', {
    nl: ['Werkenden in loondienst', 'Het deel van de mensen met werk dat voor een baas werkt.'],
    en: ['Employees', 'The share of the people in work who work for an employer.'],
    columns: kwb('PercentageWerknemers', 68),
    ...BY_POPULATION,
  }),
  rate('shareSelfEmployed', {
    nl: ['Zelfstandigen', 'Het deel van de mensen met werk dat een eigen zaak heeft of voor eigen rekening werkt.'],
    en: ['Self-employed people', 'The share of the people in work who have their own business or work for their own account.'],
    columns: kwb('PercentageZelfstandigen', 69),
    ...BY_POPULATION,
  }),
]

/** A benefit, as a count and per 100 inhabitants of working age. */
function benefit(entry: {
  readonly id: string
  readonly rateId: string
  readonly nl: readonly [title: string, benefit: string]
  readonly en: readonly [title: string, benefit: string]
  /** Column of the table of 2020, with its number. */
  readonly column: readonly [name: string, number: number]
  readonly title: string
}): readonly Draft[] {
  const { id, rateId, nl, en, column, title } = entry
  return [
    count(id, {
      nl: [`Mensen met een ${nl[1]}`, `Het aantal mensen met een ${nl[1]}. Afgerond op tien.`],
      en: [`People on ${en[1]}`, `The number of people who receive ${en[1]}. Rounded to tens.`],
      unit: UNITS.persons,
      direction: 'lowerIsBetter',
      base: 'population',
      columns: [...kwb(...column), ...map2020(title)],
    }),
    derived(rateId, {
      nl: [`${nl[0]} per 100 inwoners van 15 tot 65 jaar`, `Hoeveel mensen een ${nl[1]} hebben op elke 100 inwoners van 15 tot 65 jaar.`],
      en: [`${en[0]} per 100 inhabitants aged 15 to 64`, `How many people receive ${en[1]} for every 100 inhabitants aged 15 to 64.`],
      unit: UNITS.perHundred,
      decimals: 1,
      direction: 'lowerIsBetter',
      formula: partOf(id, AGED_15_TO_64),
      weight: 'population',
    }),
  ]
}

const OUT_OF_WORK: readonly Draft[] = [
  ...benefit({
    id: 'recipientsUnemployment',
    rateId: 'unemploymentBenefitRate',
    nl: ['WW', 'WW-uitkering (werkloosheid)'],
    en: ['Unemployment benefit', 'unemployment benefit'],
    column: ['PersonenPerSoortUitkeringWW', 85],
    title: 'Aantal werkloosheiduitkeringen',
  }),
  ...benefit({
    id: 'recipientsDisability',
    rateId: 'disabilityBenefitRate',
    nl: ['Arbeidsongeschiktheid', 'uitkering voor arbeidsongeschiktheid'],
    en: ['Disability benefit', 'disability benefit'],
    column: ['PersonenPerSoortUitkeringAO', 84],
    title: 'Aantal arbeidsongeschiktheidsuitkeringen',
  }),
]

const BRANCHES = [
  ['businessesAgriculture', 'ALandbouwBosbouwEnVisserij', 92, 'landbouw, bosbouw en visserij', 'landbouw, bosbouw en visserij', 'agriculture, forestry and fishing'],
  ['businessesIndustry', 'BFNijverheidEnEnergie', 93, 'nijverheid en energie', 'industrie, bouw en energie', 'industry, construction and energy'],
  ['businessesTradeAndHospitality', 'GIHandelEnHoreca', 94, 'handel en horeca', 'handel en horeca', 'trade and hospitality'],
  ['businessesTransportAndInformation', 'HJVervoerInformatieEnCommunicatie', 95, 'vervoer, informatie en communicatie', 'vervoer, informatie en communicatie', 'transport, information and communication'],
  ['businessesFinanceAndProperty', 'KLFinancieleDienstenOnroerendGoed', 96, 'financiële diensten, onroerend goed', 'geldzaken en vastgoed', 'finance and property'],
  ['businessesProfessionalServices', 'MNZakelijkeDienstverlening', 97, 'zakelijke dienstverlening', 'diensten aan bedrijven', 'business services'],
  ['businessesCultureAndRecreation', 'RUCultuurRecreatieOverigeDiensten', 98, 'cultuur, recreatie en overige diensten', 'cultuur, recreatie en andere diensten', 'culture, recreation and other services'],
] as const

const BUSINESS_UNIT = { nl: 'vestigingen', en: 'establishments' }

const BUSINESSES: readonly Draft[] = [
  count('businesses', {
    nl: ['Bedrijven', 'Het aantal vestigingen van bedrijven op 1 januari. Overheid, onderwijs en zorg tellen niet mee.'],
    en: ['Businesses', 'The number of establishments of businesses on 1 January. Government, education and health care are not counted.'],
    unit: BUSINESS_UNIT,
    columns: [...kwb('BedrijfsvestigingenTotaal', 91), ...map2020('Aantal totale bedrijfsvestigingen')],
  }),
  ...BRANCHES.map(([id, name, number, title, nl, en]) =>
    count(id, {
      nl: [`Bedrijven in ${nl}`, `Het aantal vestigingen van bedrijven in ${nl} op 1 januari.`],
      en: [`Businesses in ${en}`, `The number of establishments of businesses in ${en} on 1 January.`],
      unit: BUSINESS_UNIT,
      columns: [...kwb(name, number), ...map2020(`Aantal vestigingen ${title}`)],
    }),
  ),
]

export const WORK: readonly Indicator[] = inTheme('work', [...WORKERS, ...OUT_OF_WORK, ...BUSINESSES])
