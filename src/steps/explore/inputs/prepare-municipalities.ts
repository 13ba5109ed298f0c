/** Everything the engine needs to project the municipalities from a jump-off, made of nothing that happened later. */
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { ageOneYear } from '#steps/explore/inputs/age-one-year.ts'
import { fitToPublished, spreadNationalAges, type BasePopulation } from '#steps/explore/inputs/base-population.ts'
import { spreadInstitutional } from '#steps/explore/inputs/group-quarters.ts'
import { estimateFertility, estimateMortalityRatios, followFertility, type Fertility, type FertilityFit } from '#steps/explore/inputs/local-ratios.ts'
import { addMunicipalities, bothSexes, estimateAgeDeviations, measureNationalNet, spreadAsMovers, type AgeDeviations } from '#steps/explore/inputs/migration-ages.ts'
import { followFlows, splitIntoFlows, type FlowFigures, type MigrationFlows } from '#steps/explore/inputs/migration-flows.ts'
import { estimateNationalMortality, followMortality, type MortalityFit, type NationalMortality } from '#steps/explore/inputs/national-mortality.ts'
import { estimateNetMigration, followNetMigration, type NetMigrationFit, type NetMigrationLevel } from '#steps/explore/inputs/net-migration-level.ts'
import { AGE_COUNT, CELL_COUNT, addSexes, sum, takeKnownAt, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { POSTCODE_YEAR } from '#steps/explore/inputs/read-postcodes.ts'

/** What was estimated, as plain figures: they can be kept on the disk and given to a thread. */
export interface PreparedFigures {
  readonly jumpOff: number
  /** The data as they were known at the jump-off. */
  readonly data: ProjectionData
  readonly base: BasePopulation
  /** The base without those in institutions: who moves, bears and dies, and who can head a household. */
  readonly inHouseholds: Float64Array
  /** Those in institutions: they stay as many, at their ages. */
  readonly groupQuarters: Float64Array
  readonly mortality: MortalityFit
  readonly mortalityRatios: Float64Array
  readonly fertility: FertilityFit
  readonly level: NetMigrationFit
  readonly deviations: AgeDeviations
  readonly flows: FlowFigures
}

/** The same, and what follows from it for any year. */
export interface PreparedMunicipalities extends PreparedFigures {
  readonly mortality: NationalMortality
  readonly fertility: Fertility
  readonly level: NetMigrationLevel
  readonly flows: MigrationFlows
  readonly shape: ProjectionShape
  readonly getInputs: (year: number) => ProjectionInputs
}

/** Throws a RangeError where too little is known before the jump-off. */
export function prepareMunicipalities(all: ProjectionData, jumpOff: number): PreparedMunicipalities {
  const known = takeKnownAt(all, jumpOff)
  const level = estimateNetMigration(known)
  const bases = estimateBases(known, jumpOff, estimateNationalMortality(known), level)
  const base = bases.at(-1)!
  const data = addNationalAges(known, bases)
  const mortality = estimateNationalMortality(data)
  const groupQuarters = estimateGroupQuarters(data, base)
  const inHouseholds = base.people.map((own, at) => own - groupQuarters[at]!)
  const deviations = estimateAgeDeviations(data, bases, bothSexes(mortality.getRates(jumpOff - 1)))
  const mortalityRatios = estimateMortalityRatios(data, inHouseholds, mortality)
  const fertility = estimateFertility(data, inHouseholds)
  const nationalNetByAge = measureNationalNet(data)
  const gains = composeGains(data, inHouseholds, jumpOff, level, nationalNetByAge, deviations)
  const flows = splitIntoFlows({ data, people: inHouseholds, gains, nationalNet: level.getNational(jumpOff), nationalNetByAge })
  return followFigures({ jumpOff, data, base, inHouseholds, groupQuarters, mortality, mortalityRatios, fertility, level, deviations, flows })
}

export function followFigures(figures: PreparedFigures): PreparedMunicipalities {
  const { data, base, inHouseholds, groupQuarters, mortalityRatios } = figures
  const followed = { mortality: followMortality(figures.mortality), fertility: followFertility(figures.fertility), level: followNetMigration(figures.level), flows: followFlows(figures.flows) }
  const shape: ProjectionShape = { areaCount: data.codes.length, ageCount: AGE_COUNT, stepYears: 1, householdKindCount: 0 }
  const getInputs = createInputs({ groupQuarters, replaced: countReplaced(base.people, inHouseholds), mortalityRatios, municipalities: data.codes.length, ...followed })
  return { ...figures, ...followed, shape, getInputs }
}

/** Without what follows from them. */
export function takeFigures({ mortality, fertility, level, flows, shape: _shape, getInputs: _getInputs, ...figures }: PreparedMunicipalities): PreparedFigures {
  return { ...figures, mortality: omitFunctions(mortality), fertility: omitFunctions(fertility), level: omitFunctions(level), flows: omitFunctions(flows) }
}

const omitFunctions = <Figures extends object>(figures: Figures): Figures => Object.fromEntries(Object.entries(figures).filter(([, own]) => typeof own !== 'function')) as Figures

/** Nobody where buurten tell nothing of the jump-off. */
function estimateGroupQuarters({ groupQuarters }: ProjectionData, { year, people }: BasePopulation): Float64Array {
  const groups = groupQuarters.get(year)
  return groups === undefined ? new Float64Array(people.length) : spreadInstitutional(people, groups)
}

/** The population of the jump-off, and of the years before it for which ages of municipalities are known, the latest last. */
function estimateBases(data: ProjectionData, jumpOff: number, mortality: NationalMortality, level: NetMigrationLevel): BasePopulation[] {
  const postcodes = data.postcodeAges.get(POSTCODE_YEAR)
  if (postcodes === undefined) return [fitToPublished(data, jumpOff, spreadNationalAges(data, jumpOff))]
  const bases = [POSTCODE_YEAR - 1, POSTCODE_YEAR].filter((year) => data.ageGroups.has(year) || year === POSTCODE_YEAR).map((year) => fitToPublished(data, year, postcodes))
  const nationalNetByAge = measureNationalNet(takeKnownAt(data, POSTCODE_YEAR))
  for (let year = POSTCODE_YEAR; year < jumpOff; year++) {
    const ratios = bothSexes(mortality.getRates(year))
    const before = bases.at(-1)!.people
    const gains = composeGains(data, before, year, level, nationalNetByAge, estimateAgeDeviations(data, bases, ratios))
    const seed = ageOneYear(before, ratios, data.changes.get(year)!.births, 1.05)
    bases.push(fitToPublished(data, year + 1, addGains(seed, gains)))
  }
  return bases
}

/** Where the country's own ages were not usable, those that the municipalities add up to. */
function addNationalAges(data: ProjectionData, bases: readonly BasePopulation[]): ProjectionData {
  const fitted = bases.map(({ year, people }) => [year, addMunicipalities(people)] as const)
  return { ...data, nationalPopulation: new Map([...fitted, ...data.nationalPopulation]) }
}

/** A cell keeps at least a tenth of those who stay: a first estimate must not be empty where people live. */
const addGains = (seed: Float64Array, gains: Float64Array): Float64Array => seed.map((people, at) => Math.max(people + gains[at]!, people / 10))

/** People a year by sex and age that each municipality gains by moves: its share of the country's, its own deviation, and that of its ages. */
function composeGains(data: ProjectionData, people: Float64Array, year: number, level: NetMigrationLevel, netByAge: Float64Array, deviations: AgeDeviations): Float64Array {
  const everybody = addMunicipalities(people)
  const scale = sum(netByAge) === 0 ? 0 : level.getNational(year) / sum(netByAge)
  const inhabitants = addSexes(data.sexes.get(year)!)
  const own = spreadAsMovers(people, level.deviations.map((rate, at) => rate * inhabitants[at]!))
  return people.map((living, at) => (everybody[at % CELL_COUNT]! > 0 ? (netByAge[at % CELL_COUNT]! * scale * living) / everybody[at % CELL_COUNT]! : 0) + own[at]! + deviations.gains[at]!)
}

/**
 * By sex and age, everybody in the country over those in households. Institutions stay as full as they are, so whoever dies there is followed by somebody
 * from a household: households lose those that die in both, and children of women in both are born to them.
 */
function countReplaced(people: Float64Array, inHouseholds: Float64Array): Float64Array {
  const living = addMunicipalities(inHouseholds)
  return addMunicipalities(people).map((own, cell) => (living[cell]! > 0 ? own / living[cell]! : 1))
}

interface Ingredients {
  readonly groupQuarters: Float64Array
  readonly replaced: Float64Array
  readonly mortality: NationalMortality
  readonly mortalityRatios: Float64Array
  readonly fertility: Fertility
  readonly flows: MigrationFlows
  readonly level: NetMigrationLevel
  readonly municipalities: number
}

function createInputs({ groupQuarters, replaced, mortality, mortalityRatios, fertility, flows, level, municipalities }: Ingredients): (year: number) => ProjectionInputs {
  const [nobody, one] = [new Float64Array(CELL_COUNT), Float64Array.of(fertility.boysPerGirl)]
  return (year) => {
    const rates = mortality.getRates(year).map((rate, cell) => rate * replaced[cell]!)
    const births = fertility.getRates(year).map((rate, age) => rate * replaced[age]!)
    const survivalRatios = new Float64Array(municipalities * CELL_COUNT)
    mortalityRatios.forEach((ratio, at) => survivalRatios.set(bothSexes(rates.map((rate) => rate * ratio)), at * CELL_COUNT))
    return {
      survivalRatios,
      fertilityRates: Float64Array.from({ length: municipalities * AGE_COUNT }, (_, at) => Math.min(1, births[at % AGE_COUNT]! * fertility.ratios[Math.floor(at / AGE_COUNT)]!)),
      boysPerGirl: one,
      internalOutRates: flows.internalOutRates,
      arrivalWeights: flows.arrivalWeights,
      emigrationRates: flows.emigrationRates,
      immigrationCounts: flows.getImmigration(level.getNational(year)),
      netMigrationCounts: nobody,
      groupQuarters,
      headshipRates: new Float64Array(0),
    }
  }
}
