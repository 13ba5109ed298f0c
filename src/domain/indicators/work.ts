/** Work: who works, who is out of work or unable to, what businesses there are. */
import type { Indicator } from '#domain/indicator.ts'
import { defineCount, defineRate, kwb, meanBy, municipalities2020, PERCENT } from '#domain/indicators/define.ts'

const theme = 'work'

/** Weighted by all inhabitants: KWB does not give the number of people aged 15 to 74 or of workers. */
const BY_POPULATION = { unit: PERCENT, decimals: 0, aggregation: meanBy('population'), base: 'population' } as const

const WORKERS: readonly Indicator[] = [
  defineRate({
    id: 'labourParticipation',
    theme,
    nl: ['Mensen met werk', 'Het deel van de inwoners van 15 tot 75 jaar dat betaald werk heeft.'],
    en: ['People in work', 'The share of the inhabitants aged 15 to 74 who have paid work.'],
    direction: 'higherIsBetter',
    columns: kwb({ 2020: 'NettoArbeidsparticipatie_67' }),
    ...BY_POPULATION,
  }),
  defineRate({
    id: 'shareEmployees',
    theme,
    nl: ['Werkenden in loondienst', 'Het deel van de mensen met werk dat voor een baas werkt.'],
    en: ['Employees', 'The share of the people in work who work for an employer.'],
    columns: kwb({ 2020: 'PercentageWerknemers_68' }),
    ...BY_POPULATION,
  }),
  defineRate({
    id: 'shareSelfEmployed',
    theme,
    nl: ['Zelfstandigen', 'Het deel van de mensen met werk dat een eigen zaak heeft of voor eigen rekening werkt.'],
    en: ['Self-employed people', 'The share of the people in work who have their own business or work for their own account.'],
    columns: kwb({ 2020: 'PercentageZelfstandigen_69' }),
    ...BY_POPULATION,
  }),
]

/** A benefit, as a count and per 100 inhabitants of working age. */
function defineBenefit(entry: {
  readonly id: string
  readonly rateId: string
  readonly nl: readonly [title: string, benefit: string]
  readonly en: readonly [title: string, benefit: string]
  readonly column: string
  readonly title: string
}): readonly Indicator[] {
  const { id, rateId, nl, en, column, title } = entry
  return [
    defineCount({
      id,
      theme,
      nl: [`Mensen met een ${nl[1]}`, `Het aantal mensen met een ${nl[1]}. Afgerond op tien.`],
      en: [`People on ${en[1]}`, `The number of people who receive ${en[1]}. Rounded to tens.`],
      unit: { nl: 'personen', en: 'persons' },
      direction: 'lowerIsBetter',
      base: 'population',
      columns: [...kwb({ 2020: column }), ...municipalities2020(title)],
    }),
    defineRate({
      id: rateId,
      theme,
      nl: [`${nl[0]} per 100 inwoners van 15 tot 65 jaar`, `Hoeveel mensen een ${nl[1]} hebben op elke 100 inwoners van 15 tot 65 jaar.`],
      en: [`${en[0]} per 100 inhabitants aged 15 to 64`, `How many people receive ${en[1]} for every 100 inhabitants aged 15 to 64.`],
      unit: { nl: 'per 100 inwoners', en: 'per 100 inhabitants' },
      decimals: 1,
      direction: 'lowerIsBetter',
      formula: { kind: 'ratio', numerator: [id], denominator: ['age15to24', 'age25to44', 'age45to64'], factor: 100 },
      aggregation: meanBy('population'),
      base: 'population',
    }),
  ]
}

const OUT_OF_WORK: readonly Indicator[] = [
  ...defineBenefit({
    id: 'recipientsUnemployment',
    rateId: 'unemploymentBenefitRate',
    nl: ['WW', 'WW-uitkering (werkloosheid)'],
    en: ['Unemployment benefit', 'unemployment benefit'],
    column: 'PersonenPerSoortUitkeringWW_85',
    title: 'Aantal werkloosheiduitkeringen',
  }),
  ...defineBenefit({
    id: 'recipientsDisability',
    rateId: 'disabilityBenefitRate',
    nl: ['Arbeidsongeschiktheid', 'uitkering voor arbeidsongeschiktheid'],
    en: ['Disability benefit', 'disability benefit'],
    column: 'PersonenPerSoortUitkeringAO_84',
    title: 'Aantal arbeidsongeschiktheidsuitkeringen',
  }),
]

const BRANCHES = [
  ['businessesAgriculture', 'ALandbouwBosbouwEnVisserij_92', 'landbouw, bosbouw en visserij', 'landbouw, bosbouw en visserij', 'agriculture, forestry and fishing'],
  ['businessesIndustry', 'BFNijverheidEnEnergie_93', 'nijverheid en energie', 'industrie, bouw en energie', 'industry, construction and energy'],
  ['businessesTradeAndHospitality', 'GIHandelEnHoreca_94', 'handel en horeca', 'handel en horeca', 'trade and hospitality'],
  ['businessesTransportAndInformation', 'HJVervoerInformatieEnCommunicatie_95', 'vervoer, informatie en communicatie', 'vervoer, informatie en communicatie', 'transport, information and communication'],
  ['businessesFinanceAndProperty', 'KLFinancieleDienstenOnroerendGoed_96', 'financiële diensten, onroerend goed', 'geldzaken en vastgoed', 'finance and property'],
  ['businessesProfessionalServices', 'MNZakelijkeDienstverlening_97', 'zakelijke dienstverlening', 'diensten aan bedrijven', 'business services'],
  ['businessesCultureAndRecreation', 'RUCultuurRecreatieOverigeDiensten_98', 'cultuur, recreatie en overige diensten', 'cultuur, recreatie en andere diensten', 'culture, recreation and other services'],
] as const

const BUSINESS_UNIT = { nl: 'vestigingen', en: 'establishments' }

const BUSINESSES: readonly Indicator[] = [
  defineCount({
    id: 'businesses',
    theme,
    nl: ['Bedrijven', 'Het aantal vestigingen van bedrijven op 1 januari. Overheid, onderwijs en zorg tellen niet mee.'],
    en: ['Businesses', 'The number of establishments of businesses on 1 January. Government, education and health care are not counted.'],
    unit: BUSINESS_UNIT,
    columns: [...kwb({ 2020: 'BedrijfsvestigingenTotaal_91' }), ...municipalities2020('Aantal totale bedrijfsvestigingen')],
  }),
  ...BRANCHES.map(([id, column, title, nl, en]) =>
    defineCount({
      id,
      theme,
      nl: [`Bedrijven in ${nl}`, `Het aantal vestigingen van bedrijven in ${nl} op 1 januari.`],
      en: [`Businesses in ${en}`, `The number of establishments of businesses in ${en} on 1 January.`],
      unit: BUSINESS_UNIT,
      columns: [...kwb({ 2020: column }), ...municipalities2020(`Aantal vestigingen ${title}`)],
    }),
  ),
]

export const WORK_INDICATORS: readonly Indicator[] = [...WORKERS, ...OUT_OF_WORK, ...BUSINESSES]
