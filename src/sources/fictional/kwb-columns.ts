/** The columns of 'Kerncijfers wijken en buurten' year by year, and how each follows from what was counted. */
import type { AreaLevel } from '#domain/area.ts'
import type { Quantities, Quantity } from '#sources/fictional/quantities.ts'

export interface KwbTable {
  readonly year: number
  /** Table of CBS whose columns it has; the indicator catalogue knows columns by it. */
  readonly table: string
  /** Column keys after ID and WijkenEnBuurten, in the order of the table. */
  readonly keys: readonly string[]
  /** Columns (without number) that CBS had not filled yet for that year. */
  readonly notYetPublished: readonly string[]
  /** Columns (without number) filled for municipalities only. */
  readonly onlyMunicipalities: readonly string[]
}

const KEYS_2020 = `Gemeentenaam_1 SoortRegio_2 Codering_3 IndelingswijzigingWijkenEnBuurten_4 AantalInwoners_5 Mannen_6 Vrouwen_7
k_0Tot15Jaar_8 k_15Tot25Jaar_9 k_25Tot45Jaar_10 k_45Tot65Jaar_11 k_65JaarOfOuder_12 Ongehuwd_13 Gehuwd_14 Gescheiden_15 Verweduwd_16
WestersTotaal_17 NietWestersTotaal_18 Marokko_19 NederlandseAntillenEnAruba_20 Suriname_21 Turkije_22 OverigNietWesters_23
GeboorteTotaal_24 GeboorteRelatief_25 SterfteTotaal_26 SterfteRelatief_27 HuishoudensTotaal_28 Eenpersoonshuishoudens_29
HuishoudensZonderKinderen_30 HuishoudensMetKinderen_31 GemiddeldeHuishoudensgrootte_32 Bevolkingsdichtheid_33 Woningvoorraad_34
GemiddeldeWoningwaarde_35 PercentageEengezinswoning_36 PercentageMeergezinswoning_37 PercentageBewoond_38 PercentageOnbewoond_39
Koopwoningen_40 HuurwoningenTotaal_41 InBezitWoningcorporatie_42 InBezitOverigeVerhuurders_43 EigendomOnbekend_44 BouwjaarVoor2000_45
BouwjaarVanaf2000_46 GemiddeldElektriciteitsverbruikTotaal_47 Appartement_48 Tussenwoning_49 Hoekwoning_50 TweeOnderEenKapWoning_51
VrijstaandeWoning_52 Huurwoning_53 EigenWoning_54 GemiddeldAardgasverbruikTotaal_55 Appartement_56 Tussenwoning_57 Hoekwoning_58
TweeOnderEenKapWoning_59 VrijstaandeWoning_60 Huurwoning_61 EigenWoning_62 PercentageWoningenMetStadsverwarming_63
OpleidingsniveauLaag_64 OpleidingsniveauMiddelbaar_65 OpleidingsniveauHoog_66 NettoArbeidsparticipatie_67 PercentageWerknemers_68
PercentageZelfstandigen_69 AantalInkomensontvangers_70 GemiddeldInkomenPerInkomensontvanger_71 GemiddeldInkomenPerInwoner_72
k_40PersonenMetLaagsteInkomen_73 k_20PersonenMetHoogsteInkomen_74 GemGestandaardiseerdInkomenVanHuish_75
k_40HuishoudensMetLaagsteInkomen_76 k_20HuishoudensMetHoogsteInkomen_77 HuishoudensMetEenLaagInkomen_78
HuishOnderOfRondSociaalMinimum_79 HuishoudensTot110VanSociaalMinimum_80 HuishoudensTot120VanSociaalMinimum_81
MediaanVermogenVanParticuliereHuish_82 PersonenPerSoortUitkeringBijstand_83 PersonenPerSoortUitkeringAO_84
PersonenPerSoortUitkeringWW_85 PersonenPerSoortUitkeringAOW_86 JongerenMetJeugdzorgInNatura_87 PercentageJongerenMetJeugdzorg_88
WmoClienten_89 WmoClientenRelatief_90 BedrijfsvestigingenTotaal_91 ALandbouwBosbouwEnVisserij_92 BFNijverheidEnEnergie_93
GIHandelEnHoreca_94 HJVervoerInformatieEnCommunicatie_95 KLFinancieleDienstenOnroerendGoed_96 MNZakelijkeDienstverlening_97
RUCultuurRecreatieOverigeDiensten_98 PersonenautoSTotaal_99 PersonenautoSBrandstofBenzine_100 PersonenautoSOverigeBrandstof_101
PersonenautoSPerHuishouden_102 PersonenautoSNaarOppervlakte_103 Motorfietsen_104 AfstandTotHuisartsenpraktijk_105
AfstandTotGroteSupermarkt_106 AfstandTotKinderdagverblijf_107 AfstandTotSchool_108 ScholenBinnen3Km_109 OppervlakteTotaal_110
OppervlakteLand_111 OppervlakteWater_112 MeestVoorkomendePostcode_113 Dekkingspercentage_114 MateVanStedelijkheid_115
Omgevingsadressendichtheid_116`.split(/\s+/)

const START = 'Gemeentenaam_1 SoortRegio_2 AantalInwoners_5 k_0Tot15Jaar_8 k_15Tot25Jaar_9 k_25Tot45Jaar_10 k_45Tot65Jaar_11 k_65JaarOfOuder_12'
const KEYS_2021 = `${START} HuishoudensTotaal_28 Eenpersoonshuishoudens_29 HuishoudensZonderKinderen_30 HuishoudensMetKinderen_31
GemiddeldeHuishoudensgrootte_32 Bevolkingsdichtheid_33 GemiddeldeWOZWaardeVanWoningen_35 Koopwoningen_40 HuurwoningenTotaal_41
AantalInkomensontvangers_70 GemiddeldInkomenPerInkomensontvanger_71 GemiddeldInkomenPerInwoner_72 HuishOnderOfRondSociaalMinimum_79
PersonenautoSPerHuishouden_103 AfstandTotGroteSupermarkt_107`.split(/\s+/)
const ORIGIN_AND_HOUSEHOLDS = `BuitenEuropa_19 BuitenEuropa_22 BuitenEuropa_24 HuishoudensTotaal_29 Eenpersoonshuishoudens_30
HuishoudensZonderKinderen_31 HuishoudensMetKinderen_32 GemiddeldeHuishoudensgrootte_33 Bevolkingsdichtheid_34`
const KEYS_2023 = `${START} ${ORIGIN_AND_HOUSEHOLDS} GemiddeldeWOZWaardeVanWoningen_36 Koopwoningen_41 HuurwoningenTotaal_42
AantalInkomensontvangers_76 GemiddeldInkomenPerInkomensontvanger_77 GemiddeldInkomenPerInwoner_78 HuishOnderOfRondSociaalMinimum_85
PersonenautoSPerHuishouden_109 AfstandTotGroteSupermarkt_113`.split(/\s+/)
const KEYS_2024 = `${START} ${ORIGIN_AND_HOUSEHOLDS} GemiddeldeWOZWaardeVanWoningen_39 Koopwoningen_47 HuurwoningenTotaal_48
AantalInkomensontvangers_81 GemiddeldInkomenPerInkomensontvanger_82 GemiddeldInkomenPerInwoner_83 HuishOnderOfRondSociaalMinimum_90
PersonenautoSPerHuishouden_114 AfstandTotGroteSupermarkt_118`.split(/\s+/)

const INCOME = ['AantalInkomensontvangers', 'GemiddeldInkomenPerInkomensontvanger', 'GemiddeldInkomenPerInwoner', 'HuishOnderOfRondSociaalMinimum']

export const KWB_TABLES: readonly KwbTable[] = [
  { year: 2020, table: '84799NED', keys: KEYS_2020, notYetPublished: [...INCOME, 'Koopwoningen', 'HuurwoningenTotaal'], onlyMunicipalities: [] },
  { year: 2021, table: '85039NED', keys: KEYS_2021, notYetPublished: [], onlyMunicipalities: [] },
  { year: 2022, table: '85318NED', keys: KEYS_2021, notYetPublished: [], onlyMunicipalities: [] },
  {
    year: 2023,
    table: '85618NED',
    keys: KEYS_2023,
    notYetPublished: [],
    onlyMunicipalities: ['GemiddeldInkomenPerInkomensontvanger', 'GemiddeldInkomenPerInwoner'],
  },
  { year: 2024, table: '85984NED', keys: KEYS_2024, notYetPublished: [...INCOME, 'AfstandTotGroteSupermarkt'], onlyMunicipalities: [] },
]

type Publish = (sums: Quantities, level: AreaLevel) => number | null

/** Counts of people and households are exact for municipalities and rounded to five below that. */
const count = (...quantities: readonly Quantity[]): Publish => (sums, level) => {
  const total = quantities.reduce((sum, quantity) => sum + sums[quantity], 0)
  return level === 'country' || level === 'municipality' ? total : roundTo(total, 5)
}
const roundedCount = (step: number, quantity: Quantity, base: Quantity = 'inhabitants', least = 0): Publish => (sums) =>
  sums[base] < least ? null : roundTo(sums[quantity], step)
/** A mean or share, null where there is too little to take it over. */
const ratio = (numerator: Quantity, base: Quantity, factor: number, step: number, least: number): Publish => (sums) =>
  sums[base] < Math.max(1, least) ? null : roundTo((factor * sums[numerator]) / sums[base], step)

const landHectares = (sums: Quantities): number => sums.totalHectares - sums.waterHectares
const perLand = (quantity: Quantity, least: number): Publish => (sums) =>
  sums[quantity] < least || landHectares(sums) <= 0 ? null : Math.round((100 * sums[quantity]) / landHectares(sums))
const addressDensity = (sums: Quantities): number | null => (sums.homes < 1 ? null : Math.round(sums.addressDensitySum / sums.homes))
/** CBS classes of address density, 1 very urban to 5 not urban. */
const urbanity: Publish = (sums) => {
  const density = addressDensity(sums)
  return density === null ? null : 1 + [2500, 1500, 1000, 500].filter((limit) => density < limit).length
}
const married: Publish = (sums, level) => {
  const rest = sums.inhabitants - sums.unmarried - sums.divorced - sums.widowed
  return level === 'country' || level === 'municipality' ? rest : roundTo(rest, 5)
}
const women: Publish = (sums, level) => {
  const rest = sums.inhabitants - sums.men
  return level === 'country' || level === 'municipality' ? rest : roundTo(rest, 5)
}
const carsOtherFuel: Publish = (sums) => roundTo(sums.cars, 5) - roundTo(sums.petrolCars, 5)
const rented: Publish = (sums) => (sums.homes < 10 ? null : 100 - Math.round((100 * sums.ownedHomes) / sums.homes))

/** By column without its number; the three columns about origin have their number, for they share a name. */
const PUBLISH: Readonly<Record<string, Publish>> = {
  AantalInwoners: count('inhabitants'),
  Mannen: count('men'),
  Vrouwen: women,
  k_0Tot15Jaar: count('age0'),
  k_15Tot25Jaar: count('age15'),
  k_25Tot45Jaar: count('age25'),
  k_45Tot65Jaar: count('age45'),
  k_65JaarOfOuder: count('age65'),
  Ongehuwd: count('unmarried'),
  Gehuwd: married,
  Gescheiden: count('divorced'),
  Verweduwd: count('widowed'),
  WestersTotaal: count('western'),
  NietWestersTotaal: count('morocco', 'antilles', 'surinam', 'turkey', 'otherNonWestern'),
  Marokko: count('morocco'),
  NederlandseAntillenEnAruba: count('antilles'),
  Suriname: count('surinam'),
  Turkije: count('turkey'),
  OverigNietWesters: count('otherNonWestern'),
  BuitenEuropa_19: count('bornHereFromOutsideEurope', 'bornOutsideEurope'),
  BuitenEuropa_22: count('bornHereFromOutsideEurope'),
  BuitenEuropa_24: count('bornOutsideEurope'),
  HuishoudensTotaal: count('households'),
  Eenpersoonshuishoudens: count('single'),
  HuishoudensZonderKinderen: count('withoutChildren'),
  HuishoudensMetKinderen: count('withChildren'),
  GemiddeldeHuishoudensgrootte: ratio('inhabitants', 'households', 1, 0.1, 1),
  Bevolkingsdichtheid: perLand('inhabitants', 10),
  GemiddeldeWOZWaardeVanWoningen: ratio('homeValueSum', 'homes', 1, 1, 20),
  Koopwoningen: ratio('ownedHomes', 'homes', 100, 1, 10),
  HuurwoningenTotaal: rented,
  AantalInkomensontvangers: roundedCount(100, 'incomeRecipients'),
  GemiddeldInkomenPerInkomensontvanger: ratio('incomeSum', 'incomeRecipients', 1, 0.1, 100),
  GemiddeldInkomenPerInwoner: ratio('incomeSum', 'inhabitants', 1, 0.1, 100),
  HuishOnderOfRondSociaalMinimum: ratio('poorHouseholds', 'households', 100, 0.1, 105),
  PersonenPerSoortUitkeringBijstand: roundedCount(10, 'benefitAssistance', 'inhabitants', 55),
  PersonenPerSoortUitkeringAO: roundedCount(10, 'benefitDisability', 'inhabitants', 55),
  PersonenPerSoortUitkeringWW: roundedCount(10, 'benefitUnemployment', 'inhabitants', 55),
  PersonenPerSoortUitkeringAOW: roundedCount(10, 'benefitOldAge', 'inhabitants', 55),
  PersonenautoSTotaal: roundedCount(5, 'cars'),
  PersonenautoSBrandstofBenzine: roundedCount(5, 'petrolCars'),
  PersonenautoSOverigeBrandstof: carsOtherFuel,
  PersonenautoSPerHuishouden: ratio('cars', 'households', 1, 0.1, 50),
  PersonenautoSNaarOppervlakte: perLand('cars', 50),
  Motorfietsen: roundedCount(5, 'motorcycles'),
  AfstandTotGroteSupermarkt: ratio('supermarketKmSum', 'inhabitants', 1, 0.1, 10),
  AfstandTotKinderdagverblijf: ratio('daycareKmSum', 'inhabitants', 1, 0.1, 10),
  OppervlakteTotaal: (sums) => sums.totalHectares,
  OppervlakteLand: landHectares,
  OppervlakteWater: (sums) => sums.waterHectares,
  MateVanStedelijkheid: urbanity,
  Omgevingsadressendichtheid: addressDensity,
}

/** The figure of a column, null where CBS would not publish one. */
export function publishFigure({ notYetPublished, onlyMunicipalities }: KwbTable, key: string, sums: Quantities, level: AreaLevel): number | null {
  const base = key.replace(/_\d+$/, '')
  if (notYetPublished.includes(base)) return null
  if (onlyMunicipalities.includes(base) && level !== 'country' && level !== 'municipality') return null
  return (PUBLISH[key] ?? PUBLISH[base])?.(sums, level) ?? null
}

function roundTo(value: number, step: number): number {
  return step < 1 ? Math.round(value / step) / Math.round(1 / step) : step * Math.round(value / step)
}
