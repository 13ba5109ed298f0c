/**
 * A step of eight trajectories of all areas at once, each with its own errors. The formulas are those of the plain twin (step-projector.ts)
 * on figures that were multiplied; people who move are shared out among all areas of the same trajectory, so that nobody is lost.
 */
import { addTo, arrive, arriveAt, depart, growOlder, Guarded, Plain, shareThatLeaves, shareThatLives, shareThatStays } from './cohorts'
import {
  ageCount, areaCount, births, BOYS, DYING, EMIGRATING, EMIGRATION, EXTREMES, FERTILITY, INTERNAL_DEPARTURES, LEAVING, MORTALITY, MOST_DYING, MOST_EMIGRATING,
  MOST_LEAVING, MOST_NET, one, PAIR, people, placeOfFactors, pools, RECORD,
} from './plan'

/** All eight begin with the same people. */
export function begin(base: usize): void {
  const count = areaCount * 2 * ageCount
  for (let at = 0; at < count; at++) {
    const present = v128.load32_splat(base + 4 * at)
    v128.store(people + PAIR * at, present)
    v128.store(people + PAIR * at, present, 16)
  }
}

/** @param year the records of the year */
export function stepTrajectories(year: usize): void {
  const length = PAIR * (2 * ageCount)
  const first = pools
  const second = first + length
  const weights = second + length
  memory.fill(pools, 0, 3 * length)
  for (let area = 0; area < areaCount; area++) {
    if (isPlain(year, area)) depart<Plain>(year, area, first, weights)
    else depart<Guarded>(year, area, first, weights)
  }
  for (let at: usize = 0; at < length; at += 16) shareOut(first + at, weights + at)
  for (let area = 0; area < areaCount; area++) {
    v128.store(births + PAIR * area, f32x4.splat(0))
    v128.store(births + PAIR * area, f32x4.splat(0), 16)
    if (isPlain(year, area)) growOlder<Plain>(year, area, first, second)
    else growOlder<Guarded>(year, area, first, second)
  }
  for (let at: usize = 0; at < length; at += 16) shareOut(second + at, weights + at)
  for (let area = 0; area < areaCount; area++) {
    if (isPlain(year, area)) arrive<Plain>(year, area, second)
    else arrive<Guarded>(year, area, second)
    bear(year, area, second, 0)
    bear(year, area, second, 16)
  }
  for (let at: usize = 0; at < PAIR; at += 16) {
    shareOut(second + at, weights + at)
    shareOut(second + PAIR * ageCount + at, weights + PAIR * ageCount + at)
    for (let area = 0; area < areaCount; area++) {
      settleNewborn(year, area, 0, second, at)
      settleNewborn(year, area, ageCount, second, at)
    }
  }
}

/** Whether no share of an area can go beyond 0 or 1 this year, in any of the eight trajectories: then every guard would leave it as it is. */
function isPlain(year: usize, area: i32): bool {
  const extremes = year + RECORD * (areaCount * 2 * ageCount) + EXTREMES * area
  const factors = placeOfFactors(area)
  const dying = v128.load32_splat(extremes, MOST_DYING)
  const leaving = v128.load32_splat(extremes, MOST_LEAVING)
  const emigrating = v128.load32_splat(extremes, MOST_EMIGRATING)
  if (load<f32>(extremes, MOST_NET) != 0) return false
  for (let four: usize = 0; four < PAIR; four += 16) {
    const die = f32x4.mul(dying, v128.load(factors + four, PAIR * MORTALITY))
    const leave = f32x4.mul(leaving, v128.load(factors + four, PAIR * INTERNAL_DEPARTURES))
    const emigrate = f32x4.mul(emigrating, v128.load(factors + four, PAIR * EMIGRATION))
    // A little below 1: sums of these are rounded.
    const within = v128.and(f32x4.le(die, f32x4.splat(0.99)), f32x4.le(f32x4.add(leave, emigrate), f32x4.splat(0.99)))
    if (!i32x4.all_true(within)) return false
  }
  return true
}

/** From people on the way to people a unit of weight. */
function shareOut(place: usize, weight: usize): void {
  const all = v128.load(weight)
  v128.store(place, v128.and(f32x4.div(v128.load(place), all), f32x4.gt(all, f32x4.splat(0))))
}

/** The newborn that live; of these, half of those who leave are on the way. */
function bear(year: usize, area: i32, second: usize, four: usize): void {
  const boys = load<f32>(year + RECORD * (area * 2 * ageCount), BOYS)
  const born = f32x4.mul(v128.load(births + PAIR * area + four), v128.load(placeOfFactors(area) + four, PAIR * FERTILITY))
  bearSex(year, area, 0, f32x4.mul(born, f32x4.splat(1 / (1 + boys))), second, four)
  bearSex(year, area, ageCount, f32x4.mul(born, f32x4.splat(boys / (1 + boys))), second, four)
}

function bearSex(year: usize, area: i32, sex: i32, born: v128, second: usize, four: usize): void {
  const cell = area * 2 * ageCount + sex
  const record = year + RECORD * cell
  const factor = placeOfFactors(area) + four
  const alive = f32x4.mul(born, shareThatLives<Guarded>(v128.load32_splat(record, DYING), v128.load(factor, PAIR * MORTALITY), one))
  const leave = shareThatLeaves<Guarded>(v128.load32_splat(record, LEAVING), v128.load(factor, PAIR * INTERNAL_DEPARTURES), one)
  addTo(second + PAIR * sex + four, f32x4.mul(alive, leave))
  const stay = shareThatStays<Guarded>(leave, v128.load32_splat(record, EMIGRATING), v128.load(factor, PAIR * EMIGRATION), one)
  v128.store(people + PAIR * cell + four, f32x4.mul(alive, stay))
}

function settleNewborn(year: usize, area: i32, sex: i32, second: usize, four: usize): void {
  const cell = area * 2 * ageCount + sex
  const own = people + PAIR * cell + four
  v128.store(own, arriveAt<Guarded>(own, second + PAIR * sex + four, year + RECORD * cell, placeOfFactors(area) + four))
}
