/**
 * Where everything of a run of trajectories lies in memory. Set once by the caller. Eight trajectories at a time, side by side in a pair of vectors:
 * a figure that they share is read once for all eight.
 */

export let areaCount: i32 = 0
export let ageCount: i32 = 0
export let regionCount: i32 = 0
/** Pairs by area, sex and age. */
export let people: usize = 0
/** Pairs by area and component: what the figures are multiplied by this year. */
export let factors: usize = 0
/** Pairs by component: of the country, then of each region, then of each area: logarithms. */
export let series: usize = 0
/** Three lists of pairs by sex and age: those on the way of the first half, of the second half, and the weights they go by. */
export let pools: usize = 0
/** A pair an area. */
export let births: usize = 0
/** One whole number an area. */
export let regions: usize = 0
/** By component: of the country, then of each region, then of each area: persistence, deviation, deviation at the start, a figure to spare. */
export let deviations: usize = 0
/** Two pairs of standard normal numbers, of the country, then of each region, then of each area: for errors of outcomes. */
export let normals: usize = 0
/** Eight vectors for what is drawn. */
export let words: usize = 0
/** 1, given by the caller: constants of four numbers are made anew at every use, with three instructions; this one can stay in a register. */
export let one: v128 = f32x4(0, 0, 0, 0)

export const VECTOR: usize = 16
export const PAIR: usize = 32
export const COMPONENTS: i32 = 6
/** Numbers that are drawn for an area and no component takes. */
export const SPARE: i32 = 2
export const FERTILITY: usize = 0
export const MORTALITY: usize = 1
export const INTERNAL_DEPARTURES: usize = 2
export const INTERNAL_ARRIVALS: usize = 3
export const EMIGRATION: usize = 4
export const IMMIGRATION: usize = 5

export function arrange(
  areas: i32, ages: i32, regionsOfAll: i32, peopleAt: usize, factorsAt: usize, seriesAt: usize, poolsAt: usize, birthsAt: usize, regionsAt: usize, deviationsAt: usize, normalsAt: usize, wordsAt: usize, unit: f32,
): void {
  areaCount = areas
  ageCount = ages
  regionCount = regionsOfAll
  people = peopleAt
  factors = factorsAt
  series = seriesAt
  pools = poolsAt
  births = birthsAt
  regions = regionsAt
  deviations = deviationsAt
  normals = normalsAt
  words = wordsAt
  one = f32x4.splat(unit)
}

/** The figures of a year are a record of eight for every area, sex and age; in this order, in bytes. */
export const RECORD: usize = 32
export const DYING: usize = 0
export const LEAVING: usize = 4
export const EMIGRATING: usize = 8
export const DRAWING: usize = 12
export const IMMIGRATING: usize = 16
export const NET: usize = 20
export const BEARING: usize = 24
/** Boys a girl; in the records of newborn girls only. */
export const BOYS: usize = 28

/** Behind the records of all areas, of each the largest of four figures; of net migration it is the size. */
export const EXTREMES: usize = 16
export const MOST_DYING: usize = 0
export const MOST_LEAVING: usize = 4
export const MOST_EMIGRATING: usize = 8
export const MOST_NET: usize = 12

/** A pair a component: the first four trajectories, then the other four. */
export function placeOfFactors(area: i32): usize {
  return factors + PAIR * (area * COMPONENTS)
}
