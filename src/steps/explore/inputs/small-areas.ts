/**
 * Wijken and buurten as shares of their municipality, by sex and age: every year and age adds up to it exactly.
 * Method: docs/methods/population-inputs.md, "Wijken and buurten".
 */
import { fitMargins } from '#engines/numeric/fit-margins.ts'
import { MOVE_SCHEDULE } from '#steps/explore/inputs/move-schedule.ts'
import { AGE_COUNT, CELL_COUNT, GROUP_COUNT, GROUP_OF_AGE } from '#steps/explore/inputs/projection-data.ts'

/** Inhabitants who move to another home in a year, as a share; twice the moves between municipalities, since about as many stay within theirs. */
const MOVING_SHARE = 0.09
const LAST_AGE = AGE_COUNT - 1

/** Of one small area, published and rounded; NaN where it is not known. */
export interface SmallAreaCounts {
  readonly inhabitants: number
  /** Five age groups. */
  readonly groups: readonly number[]
}

/**
 * What part of the people of each sex and age lives in each area, a block an area; over all areas 1. Within a group the ages are those of the
 * municipality. Areas whose groups are not known get what the others leave, by inhabitants; one without inhabitants gets nothing.
 */
export function shareOutBase(municipality: Float64Array, areas: readonly SmallAreaCounts[]): Float64Array {
  const shares = new Float64Array(areas.length * CELL_COUNT)
  const groupTotals = new Float64Array(GROUP_COUNT)
  municipality.forEach((people, cell) => (groupTotals[GROUP_OF_AGE[cell % AGE_COUNT]!]! += people))
  for (let group = 0; group < GROUP_COUNT; group++) {
    const parts = shareOutGroup(groupTotals[group]!, areas, group)
    for (let cell = 0; cell < CELL_COUNT; cell++) {
      if (GROUP_OF_AGE[cell % AGE_COUNT] === group) parts.forEach((part, area) => (shares[area * CELL_COUNT + cell] = part))
    }
  }
  return shares
}

function shareOutGroup(total: number, areas: readonly SmallAreaCounts[], group: number): number[] {
  const known = areas.map(({ groups }) => (Number.isNaN(groups[group]!) ? 0 : groups[group]!))
  const unknown = areas.map(({ groups, inhabitants }) => (Number.isNaN(groups[group]!) && inhabitants > 0 ? inhabitants : 0))
  const [sumKnown, sumUnknown] = [addUp(known), addUp(unknown)]
  const left = sumUnknown === 0 ? 0 : Math.max(0, total - sumKnown)
  const people = known.map((own, at) => own + (sumUnknown === 0 ? 0 : (left * unknown[at]!) / sumUnknown))
  const all = addUp(people)
  if (all > 0) return people.map((own) => own / all)
  // A group that nobody lives in goes by inhabitants, and where nobody is known to live, evenly: births must go somewhere.
  const inhabitants = areas.map((area) => (area.inhabitants > 0 ? area.inhabitants : 0))
  const everybody = addUp(inhabitants)
  return inhabitants.map((own) => (everybody > 0 ? own / everybody : 1 / areas.length))
}

/** Share of the people of an age whose home has another inhabitant of the next age a year later. */
const TURNOVER: Float64Array = MOVE_SCHEDULE.map((rate) => Math.min(1, (rate * MOVING_SHARE * AGE_COUNT) / addUp([...MOVE_SCHEDULE])))

export interface SmallAreaYears {
  /** A block of sexes and ages, by year, the base first. */
  readonly municipality: readonly Float64Array[]
  readonly baseShares: Float64Array
  /** Inhabitants of each area by year; of all areas those of the municipality. */
  readonly totals: readonly Float64Array[]
  /** Births a woman by age, of the country: only where children are born within the municipality depends on them. */
  readonly fertilityRates: Float64Array
}

/**
 * People of each small area by year, the base first, fitted to its inhabitants and to the municipality. From age x to x + 1 the share of those who stay is that of the cohort, the share of those who
 * move is what the area had of age x + 1 in the base: homes for students go to students again. Children are born where mothers live.
 */
export const projectSmallAreas = (years: SmallAreaYears): Float64Array[] => [...projectYears(years)]

/** The same year by year, for whoever lets others go in between. */
export function* projectYears({ municipality, baseShares, totals, fertilityRates }: SmallAreaYears): Generator<Float64Array, void> {
  const areaCount = baseShares.length / CELL_COUNT
  let shares = baseShares
  const spread = (people: Float64Array) => shares.map((share, at) => share * people[at % CELL_COUNT]!)
  let before: Float64Array = spread(municipality[0]!)
  yield before
  const [areaOfCell, cellOfCell] = [Int32Array.from(shares, (_, at) => Math.floor(at / CELL_COUNT)), Int32Array.from(shares, (_, at) => at % CELL_COUNT)]
  for (const [ahead, people] of municipality.entries()) {
    if (ahead === 0) continue
    shares = ageShares(shares, baseShares, before, fertilityRates, areaCount)
    // The municipality comes last: it holds exactly, the areas to a ten thousandth.
    const { cells } = fitMargins(spread(people), [{ totalOfCell: areaOfCell, totals: totals[ahead]! }, { totalOfCell: cellOfCell, totals: people }], { tolerance: 1e-4, mostRounds: 50 })
    shares = cells.map((own, at) => (people[at % CELL_COUNT]! > 0 ? own / people[at % CELL_COUNT]! : shares[at]!))
    before = cells
    yield cells
  }
}

function ageShares(shares: Float64Array, base: Float64Array, people: Float64Array, fertilityRates: Float64Array, areaCount: number): Float64Array {
  const next = new Float64Array(shares.length)
  const births = shareOutBirths(people, fertilityRates, areaCount)
  for (let area = 0; area < areaCount; area++) {
    for (const first of [area * CELL_COUNT, area * CELL_COUNT + AGE_COUNT]) {
      next[first] = births[area] ?? base[first]!
      for (let age = 1; age < AGE_COUNT; age++) {
        const moving = TURNOVER[age - 1]!
        next[first + age] = (1 - moving) * shares[first + age - 1]! + moving * base[first + age]!
      }
    }
  }
  addOpenGroup(next, shares, base, people, areaCount)
  return next
}

/** The oldest come from two groups, by how many there are of each. */
function addOpenGroup(next: Float64Array, shares: Float64Array, base: Float64Array, people: Float64Array, areaCount: number): void {
  for (const sex of [0, AGE_COUNT]) {
    let [almost, oldest] = [0, 0]
    for (let area = 0; area < areaCount; area++) {
      almost += people[area * CELL_COUNT + sex + LAST_AGE - 1]!
      oldest += people[area * CELL_COUNT + sex + LAST_AGE]!
    }
    if (almost + oldest === 0) continue
    const moving = TURNOVER[LAST_AGE]!
    for (let area = 0; area < areaCount; area++) {
      const at = area * CELL_COUNT + sex + LAST_AGE
      next[at] = (1 - moving) * ((shares[at - 1]! * almost + shares[at]! * oldest) / (almost + oldest)) + moving * base[at]!
    }
  }
}

/** Undefined entries where nobody can bear. */
function shareOutBirths(people: Float64Array, fertilityRates: Float64Array, areaCount: number): readonly (number | undefined)[] {
  const births = Array.from({ length: areaCount }, (_, area) => {
    let own = 0
    for (let age = 0; age < AGE_COUNT; age++) own += people[area * CELL_COUNT + age]! * fertilityRates[age]!
    return own
  })
  const all = addUp(births)
  return births.map((own) => (all > 0 ? own / all : undefined))
}

function addUp(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
