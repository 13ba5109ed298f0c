/**
 * A step of eight trajectories of all areas at once, each with its own errors. The formulas are those of the plain twin (step-projector.ts)
 * on figures that were multiplied; people who move are shared out among all areas of the same trajectory, so that nobody is lost.
 */
import {
  ageCount, areaCount, BEARING, births, BOYS, DRAWING, DYING, EMIGRATING, EMIGRATION, FERTILITY, IMMIGRATING, IMMIGRATION,
  INTERNAL_ARRIVALS, INTERNAL_DEPARTURES, LEAVING, MORTALITY, NET, PAIR, people, placeOfFactor, pools, RECORD,
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
  for (let area = 0; area < areaCount; area++) depart(year, area, first, weights)
  for (let at: usize = 0; at < length; at += 16) shareOut(first + at, weights + at)
  for (let area = 0; area < areaCount; area++) {
    v128.store(births + PAIR * area, f32x4.splat(0))
    v128.store(births + PAIR * area, f32x4.splat(0), 16)
    growOlder(year, area, 0, true, first, second)
    growOlder(year, area, ageCount, false, first, second)
  }
  for (let at: usize = 0; at < length; at += 16) shareOut(second + at, weights + at)
  for (let area = 0; area < areaCount; area++) {
    arriveSex(year, area, 0, true, second)
    arriveSex(year, area, ageCount, false, second)
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

function addTo(place: usize, more: v128): void {
  v128.store(place, f32x4.add(v128.load(place), more))
}

/** Nobody leaves twice. */
function shareThatLeaves(leaving: v128, factor: v128): v128 {
  return f32x4.pmin(f32x4.splat(1), f32x4.mul(leaving, factor))
}

function shareThatStays(leave: v128, emigrating: v128, factor: v128): v128 {
  const left = f32x4.sub(f32x4.splat(1), leave)
  return f32x4.sub(left, f32x4.pmin(left, f32x4.mul(emigrating, factor)))
}

/** The people of a cell after half of the arrivals. */
function arrive(present: v128, perWeight: v128, drawing: v128, drawingFactor: v128, immigrating: v128, immigrationFactor: v128, net: v128): v128 {
  const arriving = f32x4.mul(perWeight, f32x4.mul(drawing, drawingFactor))
  const others = f32x4.add(f32x4.mul(immigrating, immigrationFactor), net)
  return f32x4.pmax(f32x4.splat(0), f32x4.add(f32x4.add(present, arriving), others))
}

function shareThatLives(dying: v128, factor: v128): v128 {
  return f32x4.pmax(f32x4.splat(0), f32x4.sub(f32x4.splat(1), f32x4.mul(dying, factor)))
}

/** From people on the way to people a unit of weight. */
function shareOut(place: usize, weight: usize): void {
  const all = v128.load(weight)
  v128.store(place, v128.and(f32x4.div(v128.load(place), all), f32x4.gt(all, f32x4.splat(0))))
}

/** Half of those who leave, and how much the areas draw. */
function depart(year: usize, area: i32, pool: usize, weights: usize): void {
  const leavingPlace = placeOfFactor(INTERNAL_DEPARTURES, area)
  const emigrationPlace = placeOfFactor(EMIGRATION, area)
  const drawingPlace = placeOfFactor(INTERNAL_ARRIVALS, area)
  const leavingFactor0 = v128.load(leavingPlace)
  const leavingFactor1 = v128.load(leavingPlace, 16)
  const emigrationFactor0 = v128.load(emigrationPlace)
  const emigrationFactor1 = v128.load(emigrationPlace, 16)
  const drawingFactor0 = v128.load(drawingPlace)
  const drawingFactor1 = v128.load(drawingPlace, 16)
  const cells = 2 * ageCount
  let record = year + RECORD * (area * cells)
  let own = people + PAIR * (area * cells)
  const end = own + PAIR * cells
  while (own < end) {
    const leaving = v128.load32_splat(record, LEAVING)
    const emigrating = v128.load32_splat(record, EMIGRATING)
    const drawing = v128.load32_splat(record, DRAWING)
    const present0 = v128.load(own)
    const leave0 = shareThatLeaves(leaving, leavingFactor0)
    v128.store(own, f32x4.mul(present0, shareThatStays(leave0, emigrating, emigrationFactor0)))
    addTo(pool, f32x4.mul(present0, leave0))
    addTo(weights, f32x4.mul(drawing, drawingFactor0))
    const present1 = v128.load(own, 16)
    const leave1 = shareThatLeaves(leaving, leavingFactor1)
    v128.store(own, f32x4.mul(present1, shareThatStays(leave1, emigrating, emigrationFactor1)), 16)
    addTo(pool + 16, f32x4.mul(present1, leave1))
    addTo(weights + 16, f32x4.mul(drawing, drawingFactor1))
    own += PAIR
    record += RECORD
    pool += PAIR
    weights += PAIR
  }
}

/**
 * Arrivals at the begin; then everybody is a group older or dead, and the second half of those who leave are gone. From old to young, in place.
 * Adds what the women at the begin bear.
 */
function growOlder(year: usize, area: i32, sex: i32, areWomen: bool, first: usize, second: usize): void {
  const dyingPlace = placeOfFactor(MORTALITY, area)
  const leavingPlace = placeOfFactor(INTERNAL_DEPARTURES, area)
  const emigrationPlace = placeOfFactor(EMIGRATION, area)
  const drawingPlace = placeOfFactor(INTERNAL_ARRIVALS, area)
  const immigrationPlace = placeOfFactor(IMMIGRATION, area)
  const youngest = people + PAIR * (area * 2 * ageCount + sex)
  let own = youngest + PAIR * (ageCount - 1)
  let record = year + RECORD * (area * 2 * ageCount + sex + ageCount - 1)
  first += PAIR * (sex + ageCount - 1)
  second += PAIR * (sex + ageCount - 1)
  // The last two groups become the open group together.
  let joining0 = arriveAt(own, first, record, drawingPlace, immigrationPlace)
  let joining1 = arriveAt(own + 16, first + 16, record, drawingPlace + 16, immigrationPlace + 16)
  let births0 = f32x4.mul(joining0, v128.load32_splat(record, BEARING))
  let births1 = f32x4.mul(joining1, v128.load32_splat(record, BEARING))
  while (own > youngest) {
    own -= PAIR
    record -= RECORD
    first -= PAIR
    const present0 = arriveAt(own, first, record, drawingPlace, immigrationPlace)
    const present1 = arriveAt(own + 16, first + 16, record, drawingPlace + 16, immigrationPlace + 16)
    if (areWomen) {
      const bearing = v128.load32_splat(record, BEARING)
      births0 = f32x4.add(births0, f32x4.mul(bearing, present0))
      births1 = f32x4.add(births1, f32x4.mul(bearing, present1))
    }
    const dying = v128.load32_splat(record + RECORD, DYING)
    const leaving = v128.load32_splat(record + RECORD, LEAVING)
    const emigrating = v128.load32_splat(record + RECORD, EMIGRATING)
    const older0 = f32x4.mul(f32x4.add(present0, joining0), shareThatLives(dying, v128.load(dyingPlace)))
    const leave0 = shareThatLeaves(leaving, v128.load(leavingPlace))
    addTo(second, f32x4.mul(older0, leave0))
    v128.store(own, f32x4.mul(older0, shareThatStays(leave0, emigrating, v128.load(emigrationPlace))), 32)
    const older1 = f32x4.mul(f32x4.add(present1, joining1), shareThatLives(dying, v128.load(dyingPlace, 16)))
    const leave1 = shareThatLeaves(leaving, v128.load(leavingPlace, 16))
    addTo(second + 16, f32x4.mul(older1, leave1))
    v128.store(own, f32x4.mul(older1, shareThatStays(leave1, emigrating, v128.load(emigrationPlace, 16))), 48)
    joining0 = f32x4.splat(0)
    joining1 = joining0
    second -= PAIR
  }
  if (!areWomen) return
  addTo(births + PAIR * area, births0)
  addTo(births + PAIR * area + 16, births1)
}

function arriveAt(own: usize, perWeight: usize, record: usize, drawingPlace: usize, immigrationPlace: usize): v128 {
  const drawing = v128.load32_splat(record, DRAWING)
  const immigrating = v128.load32_splat(record, IMMIGRATING)
  return arrive(v128.load(own), v128.load(perWeight), drawing, v128.load(drawingPlace), immigrating, v128.load(immigrationPlace), v128.load32_splat(record, NET))
}

/** Arrivals at the end, of all groups but the first. Adds what the women there bear. */
function arriveSex(year: usize, area: i32, sex: i32, areWomen: bool, second: usize): void {
  const drawingPlace = placeOfFactor(INTERNAL_ARRIVALS, area)
  const immigrationPlace = placeOfFactor(IMMIGRATION, area)
  const youngest = area * 2 * ageCount + sex
  let own = people + PAIR * (youngest + 1)
  let record = year + RECORD * (youngest + 1)
  second += PAIR * (sex + 1)
  const end = people + PAIR * (youngest + ageCount)
  let births0 = f32x4.splat(0)
  let births1 = births0
  while (own < end) {
    const present0 = arriveAt(own, second, record, drawingPlace, immigrationPlace)
    const present1 = arriveAt(own + 16, second + 16, record, drawingPlace + 16, immigrationPlace + 16)
    v128.store(own, present0)
    v128.store(own, present1, 16)
    if (areWomen) {
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

/** The newborn that live; of these, half of those who leave are on the way. */
function bear(year: usize, area: i32, second: usize, four: usize): void {
  const boys = load<f32>(year + RECORD * (area * 2 * ageCount), BOYS)
  const born = f32x4.mul(v128.load(births + PAIR * area + four), v128.load(placeOfFactor(FERTILITY, area) + four))
  bearSex(year, area, 0, f32x4.mul(born, f32x4.splat(1 / (1 + boys))), second, four)
  bearSex(year, area, ageCount, f32x4.mul(born, f32x4.splat(boys / (1 + boys))), second, four)
}

function bearSex(year: usize, area: i32, sex: i32, born: v128, second: usize, four: usize): void {
  const cell = area * 2 * ageCount + sex
  const record = year + RECORD * cell
  const alive = f32x4.mul(born, shareThatLives(v128.load32_splat(record, DYING), v128.load(placeOfFactor(MORTALITY, area) + four)))
  const leave = shareThatLeaves(v128.load32_splat(record, LEAVING), v128.load(placeOfFactor(INTERNAL_DEPARTURES, area) + four))
  addTo(second + PAIR * sex + four, f32x4.mul(alive, leave))
  const stay = shareThatStays(leave, v128.load32_splat(record, EMIGRATING), v128.load(placeOfFactor(EMIGRATION, area) + four))
  v128.store(people + PAIR * cell + four, f32x4.mul(alive, stay))
}

function settleNewborn(year: usize, area: i32, sex: i32, second: usize, four: usize): void {
  const cell = area * 2 * ageCount + sex
  const own = people + PAIR * cell + four
  const drawingPlace = placeOfFactor(INTERNAL_ARRIVALS, area) + four
  v128.store(own, arriveAt(own, second + PAIR * sex + four, year + RECORD * cell, drawingPlace, placeOfFactor(IMMIGRATION, area) + four))
}
