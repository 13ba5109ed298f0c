/** From what municipalities gain by moves, by sex and age, to the flows the engine wants: rates out, weights in, immigration and emigration. */
import { addByMunicipality, addMunicipalities } from '#steps/explore/inputs/migration-ages.ts'
import { MOVE_SCHEDULE } from '#steps/explore/inputs/move-schedule.ts'
import { AGE_COUNT, CELL_COUNT, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { listLatestYears } from '#steps/explore/inputs/local-ratios.ts'
import { leaveOutPassing } from '#steps/explore/inputs/reception-years.ts'

const LEVEL_YEARS = 3
/** A cell loses at most this share a year by net moves, so that rates stay rates. */
const LARGEST_LOSS = 0.35

export interface FlowFigures {
  /** A person a year by sex and age, a block a municipality. */
  readonly internalOutRates: Float64Array
  /** People a year. */
  readonly arrivalWeights: Float64Array
  readonly emigrationRates: Float64Array
  /** Of all immigrants by sex and age, a block a municipality. */
  readonly immigrationShares: Float64Array
  /** Emigrants of all municipalities together, people a year. */
  readonly emigrants: number
}

export interface MigrationFlows extends FlowFigures {
  /** People a year by sex and age at a national net migration; a block a municipality. */
  getImmigration(nationalNet: number): Float64Array
}

export const followFlows = (figures: FlowFigures): MigrationFlows => ({ ...figures, getImmigration: (net) => countImmigrants(figures.immigrationShares, figures.emigrants + net) })

const countImmigrants = (shares: Float64Array, coming: number): Float64Array => shares.map((share) => share * Math.max(0, coming))

interface FlowInputs {
  readonly data: ProjectionData
  readonly people: Float64Array
  /** People a year by sex and age that each municipality gains by all moves together, at `nationalNet`. */
  readonly gains: Float64Array
  readonly nationalNet: number
  /** The country's net migration by sex and age; only its shape counts. */
  readonly nationalNetByAge: Float64Array
}

export function splitIntoFlows({ data, people, gains, nationalNet, nationalNetByAge }: FlowInputs): MigrationFlows {
  const years = listLatestYears(data.changes, LEVEL_YEARS)
  const average = (counts: readonly Float64Array[]) => counts[0]!.map((_, at) => sum(counts.map((own) => own[at]!)) / years.length)
  const moves = years.map((year) => leaveOutPassing(data, year))
  const [departures, immigration] = [average(moves.map((own) => own.departures)), average(moves.map((own) => own.immigration))]
  const emigration = average(years.map((year) => data.changes.get(year)!.emigration))
  const emigrationRates = rateAsMovers(people, emigration)
  const profile = shapeImmigration(people, sum(emigration), nationalNet, nationalNetByAge)
  const [emigrants, coming] = [sum(emigration), sum(immigration)]
  const immigrationShares = people.map((_, at) => (immigration[Math.floor(at / CELL_COUNT)]! / coming) * profile[at % CELL_COUNT]!)
  const came = countImmigrants(immigrationShares, emigrants + nationalNet)
  const internal = balanceBetween(gains.map((gain, at) => gain - came[at]! + emigrationRates[at]! * people[at]!), people)
  return followFlows({ ...splitInAndOut(people, internal, departures), emigrationRates, immigrationShares, emigrants })
}

function rateAsMovers(people: Float64Array, totals: Float64Array): Float64Array {
  const movers = addByMunicipality(people.map((own, at) => own * MOVE_SCHEDULE[(at % CELL_COUNT) % AGE_COUNT]!))
  return people.map((_, at) => Math.min(0.5, (totals[Math.floor(at / CELL_COUNT)]! / movers[Math.floor(at / CELL_COUNT)]!) * MOVE_SCHEDULE[(at % CELL_COUNT) % AGE_COUNT]!))
}

/** Shares of immigrants by sex and age, adding up to 1: emigrants of the model schedule, and the country's net migration on top. */
function shapeImmigration(people: Float64Array, emigrants: number, net: number, netByAge: Float64Array): Float64Array {
  const movers = addMunicipalities(people).map((own, cell) => own * MOVE_SCHEDULE[cell % AGE_COUNT]!)
  const scale = sum(netByAge) > 0 ? Math.max(0, net) / sum(netByAge) : 0
  const shape = movers.map((own, cell) => Math.max(0, (own * emigrants) / sum(movers) + netByAge[cell]! * scale))
  const total = sum(shape)
  return shape.map((own) => own / total)
}

/** Moves between municipalities cancel out at every sex and age: what is left over is taken from all by their inhabitants. */
function balanceBetween(internal: Float64Array, people: Float64Array): Float64Array {
  const [excess, everybody] = [addMunicipalities(internal), addMunicipalities(people)]
  return internal.map((gain, at) => Math.max(-LARGEST_LOSS * people[at]!, gain - (everybody[at % CELL_COUNT]! > 0 ? (excess[at % CELL_COUNT]! * people[at]!) / everybody[at % CELL_COUNT]! : 0)))
}

/**
 * Arrivals − departures = gain and arrivals × departures = churn², with churn as the model schedule has it at a level at which departures add up
 * to those of the latest years: both are then above 0 at every age, and a gain shows in arrivals as much as in departures that stay away.
 */
function splitInAndOut(people: Float64Array, gains: Float64Array, departures: Float64Array): Pick<FlowFigures, 'internalOutRates' | 'arrivalWeights'> {
  const [internalOutRates, arrivalWeights] = [new Float64Array(people.length), new Float64Array(people.length)]
  departures.forEach((total, municipality) => {
    const first = municipality * CELL_COUNT
    const leave = (level: number, at: number) => {
      const churn = level * MOVE_SCHEDULE[(at % CELL_COUNT) % AGE_COUNT]! * people[at]!
      return (-gains[at]! + Math.sqrt(gains[at]! ** 2 + 4 * churn ** 2)) / 2
    }
    const level = findLevel((own) => {
      let out = 0
      for (let at = first; at < first + CELL_COUNT; at++) out += leave(own, at)
      return out - total
    })
    for (let at = first; at < first + CELL_COUNT; at++) {
      const out = leave(level, at)
      internalOutRates[at] = people[at]! > 0 ? Math.min(0.9, out / people[at]!) : 0
      arrivalWeights[at] = out + gains[at]!
    }
  })
  return { internalOutRates, arrivalWeights }
}

/** Where an ascending function of a level in [0.05, 20] passes 0, by halving. */
function findLevel(excess: (level: number) => number): number {
  let [low, high] = [0.05, 20]
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) high = middle
    else low = middle
  }
  return (low + high) / 2
}
