/**
 * The three passes over sexes and ages of an area in a step. Each is compiled twice: with guards that keep shares from 0 to 1 and people from falling
 * below 0, and without, for areas where these change nothing; a fifth of the work is guards.
 */
import {
  ageCount, BEARING, births, DRAWING, DYING, EMIGRATING, EMIGRATION, IMMIGRATING, IMMIGRATION, INTERNAL_ARRIVALS, INTERNAL_DEPARTURES, LEAVING, MORTALITY,
  NET, one, PAIR, people, placeOfFactors, RECORD,
} from './plan'

/** Types that only tell the compiler which of the two is meant. */
export type Guarded = f32
export type Plain = i32

export function addTo(place: usize, more: v128): void {
  v128.store(place, f32x4.add(v128.load(place), more))
}

/** Nobody leaves twice. */
export function shareThatLeaves<Case>(leaving: v128, factor: v128, all: v128): v128 {
  const share = f32x4.mul(leaving, factor)
  return isFloat<Case>() ? f32x4.pmin(all, share) : share
}

export function shareThatStays<Case>(leave: v128, emigrating: v128, factor: v128, all: v128): v128 {
  const left = f32x4.sub(all, leave)
  const share = f32x4.mul(emigrating, factor)
  return f32x4.sub(left, isFloat<Case>() ? f32x4.pmin(left, share) : share)
}

export function shareThatLives<Case>(dying: v128, factor: v128, all: v128): v128 {
  const share = f32x4.sub(all, f32x4.mul(dying, factor))
  return isFloat<Case>() ? f32x4.pmax(f32x4.splat(0), share) : share
}

/** The people of a cell after half of the arrivals. */
export function arriveAt<Case>(own: usize, perWeight: usize, record: usize, factor: usize): v128 {
  const drawing = f32x4.mul(v128.load32_splat(record, DRAWING), v128.load(factor, PAIR * INTERNAL_ARRIVALS))
  const present = f32x4.add(v128.load(own), f32x4.mul(v128.load(perWeight), drawing))
  const immigrating = f32x4.mul(v128.load32_splat(record, IMMIGRATING), v128.load(factor, PAIR * IMMIGRATION))
  if (!isFloat<Case>()) return f32x4.add(present, immigrating)
  return f32x4.pmax(f32x4.splat(0), f32x4.add(present, f32x4.add(immigrating, v128.load32_splat(record, NET))))
}

/** Half of those who leave, and how much the areas draw. */
export function depart<Case>(year: usize, area: i32, pool: usize, weights: usize): void {
  const factor = placeOfFactors(area)
  const leavingFactor0 = v128.load(factor, PAIR * INTERNAL_DEPARTURES)
  const leavingFactor1 = v128.load(factor, PAIR * INTERNAL_DEPARTURES + 16)
  const emigrationFactor0 = v128.load(factor, PAIR * EMIGRATION)
  const emigrationFactor1 = v128.load(factor, PAIR * EMIGRATION + 16)
  const drawingFactor0 = v128.load(factor, PAIR * INTERNAL_ARRIVALS)
  const drawingFactor1 = v128.load(factor, PAIR * INTERNAL_ARRIVALS + 16)
  const all = one
  const cells = 2 * ageCount
  let record = year + RECORD * (area * cells)
  let own = people + PAIR * (area * cells)
  const end = own + PAIR * cells
  while (own < end) {
    const leaving = v128.load32_splat(record, LEAVING)
    const emigrating = v128.load32_splat(record, EMIGRATING)
    const drawing = v128.load32_splat(record, DRAWING)
    const present0 = v128.load(own)
    const leave0 = shareThatLeaves<Case>(leaving, leavingFactor0, all)
    v128.store(own, f32x4.mul(present0, shareThatStays<Case>(leave0, emigrating, emigrationFactor0, all)))
    addTo(pool, f32x4.mul(present0, leave0))
    addTo(weights, f32x4.mul(drawing, drawingFactor0))
    const present1 = v128.load(own, 16)
    const leave1 = shareThatLeaves<Case>(leaving, leavingFactor1, all)
    v128.store(own, f32x4.mul(present1, shareThatStays<Case>(leave1, emigrating, emigrationFactor1, all)), 16)
    addTo(pool + 16, f32x4.mul(present1, leave1))
    addTo(weights + 16, f32x4.mul(drawing, drawingFactor1))
    own += PAIR
    record += RECORD
    pool += PAIR
    weights += PAIR
  }
}

export function growOlder<Case>(year: usize, area: i32, first: usize, second: usize): void {
  growOlderOfSex<Case>(year, area, 0, true, first, second)
  growOlderOfSex<Case>(year, area, ageCount, false, first, second)
}

/**
 * Arrivals at the begin; then everybody is a group older or dead, and the second half of those who leave are gone. From old to young, in place.
 * Adds what the women at the begin bear.
 */
function growOlderOfSex<Case>(year: usize, area: i32, sex: i32, areWomen: bool, first: usize, second: usize): void {
  const factor = placeOfFactors(area)
  const all = one
  const youngest = people + PAIR * (area * 2 * ageCount + sex)
  let own = youngest + PAIR * (ageCount - 1)
  let record = year + RECORD * (area * 2 * ageCount + sex + ageCount - 1)
  first += PAIR * (sex + ageCount - 1)
  second += PAIR * (sex + ageCount - 1)
  // The last two groups become the open group together.
  let joining0 = arriveAt<Case>(own, first, record, factor)
  let joining1 = arriveAt<Case>(own + 16, first + 16, record, factor + 16)
  let births0 = f32x4.mul(joining0, v128.load32_splat(record, BEARING))
  let births1 = f32x4.mul(joining1, v128.load32_splat(record, BEARING))
  while (own > youngest) {
    own -= PAIR
    record -= RECORD
    first -= PAIR
    const present0 = arriveAt<Case>(own, first, record, factor)
    const present1 = arriveAt<Case>(own + 16, first + 16, record, factor + 16)
    if (areWomen && load<u32>(record, BEARING) != 0) {
      const bearing = v128.load32_splat(record, BEARING)
      births0 = f32x4.add(births0, f32x4.mul(bearing, present0))
      births1 = f32x4.add(births1, f32x4.mul(bearing, present1))
    }
    const dying = v128.load32_splat(record, RECORD + DYING)
    const leaving = v128.load32_splat(record, RECORD + LEAVING)
    const emigrating = v128.load32_splat(record, RECORD + EMIGRATING)
    const older0 = f32x4.mul(f32x4.add(present0, joining0), shareThatLives<Case>(dying, v128.load(factor, PAIR * MORTALITY), all))
    const leave0 = shareThatLeaves<Case>(leaving, v128.load(factor, PAIR * INTERNAL_DEPARTURES), all)
    addTo(second, f32x4.mul(older0, leave0))
    v128.store(own, f32x4.mul(older0, shareThatStays<Case>(leave0, emigrating, v128.load(factor, PAIR * EMIGRATION), all)), 32)
    const older1 = f32x4.mul(f32x4.add(present1, joining1), shareThatLives<Case>(dying, v128.load(factor, PAIR * MORTALITY + 16), all))
    const leave1 = shareThatLeaves<Case>(leaving, v128.load(factor, PAIR * INTERNAL_DEPARTURES + 16), all)
    addTo(second + 16, f32x4.mul(older1, leave1))
    v128.store(own, f32x4.mul(older1, shareThatStays<Case>(leave1, emigrating, v128.load(factor, PAIR * EMIGRATION + 16), all)), 48)
    joining0 = f32x4.splat(0)
    joining1 = joining0
    second -= PAIR
  }
  if (!areWomen) return
  addTo(births + PAIR * area, births0)
  addTo(births + PAIR * area + 16, births1)
}

/** Arrivals at the end, of all groups but the first. Adds what the women there bear. */
export function arrive<Case>(year: usize, area: i32, second: usize): void {
  arriveOfSex<Case>(year, area, 0, true, second)
  arriveOfSex<Case>(year, area, ageCount, false, second)
}

function arriveOfSex<Case>(year: usize, area: i32, sex: i32, areWomen: bool, second: usize): void {
  const factor = placeOfFactors(area)
  const youngest = area * 2 * ageCount + sex
  let own = people + PAIR * (youngest + 1)
  let record = year + RECORD * (youngest + 1)
  second += PAIR * (sex + 1)
  const end = people + PAIR * (youngest + ageCount)
  let births0 = f32x4.splat(0)
  let births1 = births0
  while (own < end) {
    const present0 = arriveAt<Case>(own, second, record, factor)
    const present1 = arriveAt<Case>(own + 16, second + 16, record, factor + 16)
    v128.store(own, present0)
    v128.store(own, present1, 16)
    if (areWomen && load<u32>(record, BEARING) != 0) {
      const bearing = v128.load32_splat(record, BEARING)
      births0 = f32x4.add(births0, f32x4.mul(bearing, present0))
      births1 = f32x4.add(births1, f32x4.mul(bearing, present1))
    }
    own += PAIR
    record += RECORD
    second += PAIR
  }
  if (!areWomen) return
  addTo(births + PAIR * area, births0)
  addTo(births + PAIR * area + 16, births1)
}
