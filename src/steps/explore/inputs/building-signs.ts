/** Where people seem to build: what the small areas of a municipality show of it, in people a year. */

/** So many people a year an area gains by chance and rounding: only what is above it is a sign, so that a little growth is drawn to none. */
const CHANCE_GROWTH = 20
/** New homes are for people of 25 to 44: of those beyond their share of the municipality and 5 percent of the inhabitants, each is as much of a sign as a tenth of a person of growth a year. */
const [USUAL_SURPLUS, SIGN_OF_A_YOUNG_ADULT] = [0.05, 0.1]
/**
 * Where households have less than a third of the cars of their municipality, whatever rounding to 0.1 did, they live in reception (in hotels, offices, holiday parks), or are students: no
 * homes that others are built beside.
 */
const [FEW_CARS, CAR_ROUNDING] = [1 / 3, 0.05]

/** One figure an area, NaN where it is not known. */
export interface SmallAreaSigns {
  readonly inhabitants: Float64Array
  /** Inhabitants without those of institutions. */
  readonly inHouseholds: Float64Array
  /** Inhabitants of 25 to 44. */
  readonly youngAdults: Float64Array
  /** People gained a year over the last years, as far as households hold them. */
  readonly growth: Float64Array
  readonly households: Float64Array
  readonly carsPerHousehold: Float64Array
}

/** How much each area shows of building, in people a year; 0 and up. The areas are those of one municipality. */
export function findBuildingSigns({ inhabitants, inHouseholds, youngAdults, growth, households, carsPerHousehold }: SmallAreaSigns): Float64Array {
  const young = youngAdults.map((own, at) => (inhabitants[at]! > 0 ? (own * inHouseholds[at]!) / inhabitants[at]! : NaN))
  const known = inHouseholds.map((people, at) => (young[at]! >= 0 ? above(people) : 0))
  const usual = addUp(young) / addUp(known) + USUAL_SURPLUS
  const counted = households.map((own, at) => (carsPerHousehold[at]! >= 0 ? above(own) : 0))
  const fewCars = (FEW_CARS * addUp(counted.map((own, at) => (own > 0 ? own * carsPerHousehold[at]! : 0)))) / addUp(counted)
  return inhabitants.map((people, at) => {
    if (!(people > 0) || carsPerHousehold[at]! + CAR_ROUNDING < fewCars) return 0
    return above(growth[at]! - CHANCE_GROWTH) + SIGN_OF_A_YOUNG_ADULT * above(young[at]! - usual * inHouseholds[at]!)
  })
}

/** 0 for NaN. */
const above = (figure: number): number => (figure > 0 ? figure : 0)
const addUp = (figures: Float64Array): number => figures.reduce((total, own) => total + above(own), 0)
