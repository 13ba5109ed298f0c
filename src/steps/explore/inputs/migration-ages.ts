/** At what ages a municipality gains and loses people by moves. Modelled, as no table has movers by age: see docs/methods/population-inputs.md. */
import { ageOneYear } from '#steps/explore/inputs/age-one-year.ts'
import { makeLifeTable } from '#steps/explore/inputs/life-table.ts'
import { MOVE_SCHEDULE } from '#steps/explore/inputs/move-schedule.ts'
import { fitLeastAbsolute } from '#steps/explore/inputs/net-migration-level.ts'
import { AGE_COUNT, CELL_COUNT, GROUP_COUNT, GROUP_OF_AGE, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import type { BasePopulation } from '#steps/explore/inputs/base-population.ts'

/** Latest years of the country's net migration by age. */
const NATIONAL_YEARS = 5
/** From this age on, net migration of the country is lost in the noise of deaths, and that of a place in that of small numbers. */
const [LAST_NATIONAL_AGE, LAST_LOCAL_AGE] = [74, 84]
/** Average inhabitants added to an age before it is compared with the country: a ratio of two people says little. */
const PRIOR_PEOPLE = 4
/** What was seen of a municipality in a year counts one part, what its profile suggests counts so many (Bühlmann's k). */
const CREDIBILITY_YEARS = 4
/** Children move with their parents: what is suggested of the first group is what the profile says of these ages. How many children come with them is measured. */
const [CHILDREN, PARENT_AGES] = [0, [28, 44]] as const

/** By sex and age: what the country gained a year by migration, people; the mean of the latest years. */
export function measureNationalNet(data: ProjectionData): Float64Array {
  const years = [...data.nationalDeaths.keys()].filter((year) => data.nationalPopulation.has(year) && data.nationalPopulation.has(year + 1) && data.changes.has(year)).sort((a, b) => a - b).slice(-NATIONAL_YEARS)
  const net = new Float64Array(CELL_COUNT)
  for (const year of years) {
    const [before, after, deaths] = [data.nationalPopulation.get(year)!, data.nationalPopulation.get(year + 1)!, data.nationalDeaths.get(year)!]
    const rates = deaths.map((dead, cell) => Math.max(dead, 0.01) / ((before[cell]! + after[cell]!) / 2))
    const births = Float64Array.of(sum(data.changes.get(year)!.births))
    const stayed = ageOneYear(before, bothSexes(rates), births, 1.05)
    for (let cell = 0; cell < CELL_COUNT; cell++) if (cell % AGE_COUNT <= LAST_NATIONAL_AGE) net[cell]! += (after[cell]! - stayed[cell]!) / years.length
  }
  return net
}

/** Survival ratios of both sexes from death rates by sex and age. */
export function bothSexes(rates: Float64Array): Float64Array {
  const ratios = new Float64Array(CELL_COUNT)
  ratios.set(makeLifeTable(rates.subarray(0, AGE_COUNT)).survivalRatios)
  ratios.set(makeLifeTable(rates.subarray(AGE_COUNT)).survivalRatios, AGE_COUNT)
  return ratios
}

/**
 * What each sex and age would gain a year if the profile of the place stayed as it is while people grow older: people(x) · [r(x + 1) / r(x) − 1], with
 * r(x) the people of the place against its share of the country. Adds up to 0 in every municipality.
 */
export function readProfileGains(people: Float64Array, national: Float64Array): Float64Array {
  const gains = new Float64Array(people.length)
  const country = sum(national)
  for (let first = 0; first < people.length; first += CELL_COUNT) {
    const block = people.subarray(first, first + CELL_COUNT)
    const share = sum(block) / country
    for (let sex = 0; sex < 2; sex++) {
      const at = (age: number) => sex * AGE_COUNT + age
      const logRatio = (age: number) => Math.log((block[at(age)]! + PRIOR_PEOPLE) / (national[at(age)]! * share + PRIOR_PEOPLE))
      for (let age = 0; age <= LAST_LOCAL_AGE; age++) gains[first + at(age)] = block[at(age)]! * Math.expm1(logRatio(age + 1) - logRatio(age))
    }
  }
  return balance(gains, people)
}

/** A total for each municipality over sexes and ages, as movers are spread: by the model schedule and who lives there. */
export function spreadAsMovers(people: Float64Array, totals: Float64Array): Float64Array {
  const movers = new Float64Array(totals.length)
  for (let at = 0; at < people.length; at++) movers[Math.floor(at / CELL_COUNT)]! += scheduleOf(people, at)
  return people.map((_, at) => (totals[Math.floor(at / CELL_COUNT)]! * scheduleOf(people, at)) / movers[Math.floor(at / CELL_COUNT)]!)
}

const scheduleOf = (people: Float64Array, at: number): number => people[at]! * MOVE_SCHEDULE[(at % CELL_COUNT) % AGE_COUNT]!

/** The same figures, less their sum in each municipality, taken where movers are. */
function balance(figures: Float64Array, people: Float64Array): Float64Array {
  const totals = addByMunicipality(figures)
  const excess = spreadAsMovers(people, totals)
  return figures.map((figure, at) => figure - excess[at]!)
}

export function addByMunicipality(figures: Float64Array): Float64Array {
  const totals = new Float64Array(figures.length / CELL_COUNT)
  figures.forEach((figure, at) => (totals[Math.floor(at / CELL_COUNT)]! += figure))
  return totals
}

export function addByGroup(figures: Float64Array): Float64Array {
  const totals = new Float64Array((figures.length / CELL_COUNT) * GROUP_COUNT)
  figures.forEach((figure, at) => (totals[Math.floor(at / CELL_COUNT) * GROUP_COUNT + GROUP_OF_AGE[(at % CELL_COUNT) % AGE_COUNT]!]! += figure))
  return totals
}

export interface AgeDeviations {
  /** People a year by sex and age, 0 in sum for each municipality: what it gains more or less at an age than its total says. */
  readonly gains: Float64Array
  /** By age group: how much of the gains that the profile suggests was seen. */
  readonly slopes: Float64Array
  readonly transitions: number
}

/** Where no change of age groups was seen before the jump-off, nothing deviates. `bases` are of successive years, the last the jump-off. */
export function estimateAgeDeviations(data: ProjectionData, bases: readonly BasePopulation[], survivalRatios: Float64Array): AgeDeviations {
  const latest = bases.at(-1)!
  const none: AgeDeviations = { gains: new Float64Array(latest.people.length), slopes: new Float64Array(GROUP_COUNT), transitions: 0 }
  const steps = bases.slice(1).map((after, at) => ({ before: bases[at]!, after })).filter(({ before, after }) => before.basis === 'ages' && after.basis === 'ages')
  if (steps.length === 0) return none
  const profile = letChildrenFollow(readProfileGains(latest.people, addMunicipalities(latest.people)), latest.people)
  const observed = steps.map(({ before, after }) => observeGroupDeviations(data, before, after, survivalRatios))
  const mean = observed[0]!.map((_, at) => sum(observed.map((own) => own[at]!)) / observed.length)
  const inhabitants = addByMunicipality(latest.people)
  const profileGroups = addByGroup(profile)
  const credibility = steps.length / (steps.length + CREDIBILITY_YEARS)
  const slopes = Float64Array.from({ length: GROUP_COUNT }, (_, group) => {
    const rows = Array.from(inhabitants, (people, at) => [profileGroups[at * GROUP_COUNT + group]! / people, 1, mean[at * GROUP_COUNT + group]! / people] as const)
    return Math.max(0, Math.min(1, fitLeastAbsolute(rows)[0]))
  })
  const extra = mean.map((seen, at) => credibility * (seen - slopes[at % GROUP_COUNT]! * profileGroups[at]!))
  const spread = spreadOverGroups(latest.people, extra)
  const gains = profile.map((gain, at) => slopes[GROUP_OF_AGE[(at % CELL_COUNT) % AGE_COUNT]!]! * gain + spread[at]!)
  return { gains: balance(gains, latest.people), slopes, transitions: steps.length }
}

/** The gains of children replaced by those of their parents, one child a parent, spread as children move. */
export function letChildrenFollow(gains: Float64Array, people: Float64Array): Float64Array {
  const groups = new Float64Array((gains.length / CELL_COUNT) * GROUP_COUNT)
  const ageOf = (at: number) => (at % CELL_COUNT) % AGE_COUNT
  gains.forEach((gain, at) => {
    if (ageOf(at) >= PARENT_AGES[0] && ageOf(at) <= PARENT_AGES[1]) groups[Math.floor(at / CELL_COUNT) * GROUP_COUNT + CHILDREN]! += gain
  })
  const children = spreadOverGroups(people, groups)
  return gains.map((gain, at) => (GROUP_OF_AGE[ageOf(at)] === CHILDREN ? children[at]! : gain))
}

/** What groups gained from one year to the next beyond births, deaths, the country's gain at that age and the place's total gain spread as movers are. */
function observeGroupDeviations(data: ProjectionData, before: BasePopulation, after: BasePopulation, survivalRatios: Float64Array): Float64Array {
  const stayed = ageOneYear(before.people, survivalRatios, data.changes.get(before.year)!.births, 1.05)
  const net = after.people.map((people, at) => people - stayed[at]!)
  const country = addMunicipalities(net)
  const people = addMunicipalities(stayed)
  const likely = net.map((_, at) => (people[at % CELL_COUNT]! > 0 ? (country[at % CELL_COUNT]! * stayed[at]!) / people[at % CELL_COUNT]! : 0))
  return addByGroup(balance(net.map((gain, at) => gain - likely[at]!), after.people))
}

function spreadOverGroups(people: Float64Array, totals: Float64Array): Float64Array {
  const groupOf = (at: number) => Math.floor(at / CELL_COUNT) * GROUP_COUNT + GROUP_OF_AGE[(at % CELL_COUNT) % AGE_COUNT]!
  const movers = new Float64Array(totals.length)
  people.forEach((_, at) => (movers[groupOf(at)]! += scheduleOf(people, at)))
  return people.map((_, at) => (movers[groupOf(at)]! > 0 ? (totals[groupOf(at)]! * scheduleOf(people, at)) / movers[groupOf(at)]! : 0))
}

export function addMunicipalities(figures: Float64Array): Float64Array {
  const totals = new Float64Array(CELL_COUNT)
  figures.forEach((figure, at) => (totals[at % CELL_COUNT]! += figure))
  return totals
}
