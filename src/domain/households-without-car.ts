/**
 * How many households have no car, estimated from cars per household. Statistics Netherlands publishes cars per household for every buurt, and households
 * without one only by degree of urbanisation: 43 percent in very urban municipalities and 15 percent in rural ones, without car, van, motorcycle, moped or scooter
 * (CBS, 21 June 2018, on 2016). Method and what it misses: docs/methods/households-without-car.md.
 */

/** Log odds where there are no cars, and what a car more per household adds: so that the buurten of both kinds of municipality in 2020 together have the published shares. */
const [INTERCEPT, SLOPE] = [1.2555, -2.3636]

/** Share of the households that have no car, in [0, 1]. NaN where cars are not known. */
export function estimateShareWithoutCar(carsPerHousehold: number): number {
  return carsPerHousehold >= 0 ? 1 / (1 + Math.exp(-(INTERCEPT + SLOPE * carsPerHousehold))) : Number.NaN
}
