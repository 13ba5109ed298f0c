/** What is asked of a year: sums of people over ages, and of households; and how often each outcome falls in which class. */
import { exponential } from '../../numeric/assembly/functions'
import { ageCount, areaCount, normals, PAIR, people, regionCount, SPARE } from './plan'

/**
 * Writes the outcomes of eight trajectories. For every area first the elements are made, a sum over cells each: `blocks` holds for each
 * the place and bytes from area to area of household rates (place 0: people themselves), first cell, last cell.
 * An outcome is the constant of an area and a sum of elements: `recipes` holds their number, then their places.
 * @param errors pairs of deviations by area and outcome (0: none), with which the outcomes are multiplied
 * @param normalsOf for each outcome, the bytes to the number it goes by
 * @param results where the pair of the first outcome of the first area is
 */
export function summarise(elements: usize, blocks: usize, blockCount: i32, recipes: usize, outcomeCount: i32, constants: usize, errors: usize, normalsOf: usize, results: usize): void {
  for (let area = 0; area < areaCount; area++) {
    const own = people + PAIR * (area * 2 * ageCount)
    for (let block = 0; block < blockCount; block++) sumBlock(blocks + 16 * block, area, own, elements + PAIR * block)
    let recipe = recipes
    for (let outcome = 0; outcome < outcomeCount; outcome++) {
      let sum0 = v128.load32_splat(constants)
      let sum1 = sum0
      const end = recipe + 4 + 4 * load<u32>(recipe)
      for (recipe += 4; recipe < end; recipe += 4) {
        const element = elements + PAIR * load<u32>(recipe)
        sum0 = f32x4.add(sum0, v128.load(element))
        sum1 = f32x4.add(sum1, v128.load(element, 16))
      }
      if (errors != 0) {
        const number = load<u32>(normalsOf + 4 * outcome)
        sum0 = f32x4.mul(sum0, errorOf(errors, number, area))
        sum1 = f32x4.mul(sum1, errorOf(errors, number + 16, area))
        errors += 8
      }
      v128.store(results, sum0)
      v128.store(results, sum1, 16)
      constants += 4
      results += PAIR
    }
  }
}

function errorOf(deviations: usize, number: usize, area: i32): v128 {
  const national = load<f32>(deviations)
  const own = load<f32>(deviations, 4)
  if (national == 0 && own == 0) return f32x4.splat(1)
  const ofArea = normals + PAIR * (SPARE * (1 + regionCount + area))
  return exponential(f32x4.add(f32x4.mul(f32x4.splat(national), v128.load(normals + number)), f32x4.mul(f32x4.splat(own), v128.load(ofArea + number))))
}

/** Writes the outcomes of groups behind those of all areas: sums over the areas of each, of which `groups` holds the number, then their positions. */
export function addUpGroups(groups: usize, groupCount: i32, outcomeCount: i32, results: usize): void {
  const length = PAIR * outcomeCount
  let place = results + length * areaCount
  for (let group = 0; group < groupCount; group++) {
    const end = groups + 4 + 4 * load<u32>(groups)
    memory.fill(place, 0, length)
    for (groups += 4; groups < end; groups += 4) {
      const area = results + length * load<u32>(groups)
      for (let at: usize = 0; at < length; at += 16) v128.store(place + at, f32x4.add(v128.load(place + at), v128.load(area + at)))
    }
    place += length
  }
}

function sumBlock(block: usize, area: i32, own: usize, element: usize): void {
  const first = load<u32>(block, 8)
  const at = own + PAIR * first
  const end = own + PAIR * load<u32>(block, 12)
  const rates = load<usize>(block)
  if (rates == 0) sumPeople(at, end, element)
  else sumHouseholds(at, end, rates + area * load<usize>(block, 4) + 4 * first, element)
}

/** Two sums at a time of each: one would wait for itself. */
function sumPeople(at: usize, end: usize, element: usize): void {
  let a0 = f32x4.splat(0)
  let a1 = a0
  let b0 = a0
  let b1 = a0
  for (; at + 2 * PAIR <= end; at += 2 * PAIR) {
    a0 = f32x4.add(a0, v128.load(at))
    a1 = f32x4.add(a1, v128.load(at, 16))
    b0 = f32x4.add(b0, v128.load(at, 32))
    b1 = f32x4.add(b1, v128.load(at, 48))
  }
  if (at < end) {
    a0 = f32x4.add(a0, v128.load(at))
    a1 = f32x4.add(a1, v128.load(at, 16))
  }
  v128.store(element, f32x4.add(a0, b0))
  v128.store(element, f32x4.add(a1, b1), 16)
}

function sumHouseholds(at: usize, end: usize, rate: usize, element: usize): void {
  let a0 = f32x4.splat(0)
  let a1 = a0
  let b0 = a0
  let b1 = a0
  for (; at + 2 * PAIR <= end; at += 2 * PAIR, rate += 8) {
    const rateA = v128.load32_splat(rate)
    const rateB = v128.load32_splat(rate, 4)
    a0 = f32x4.add(a0, f32x4.mul(rateA, v128.load(at)))
    a1 = f32x4.add(a1, f32x4.mul(rateA, v128.load(at, 16)))
    b0 = f32x4.add(b0, f32x4.mul(rateB, v128.load(at, 32)))
    b1 = f32x4.add(b1, f32x4.mul(rateB, v128.load(at, 48)))
  }
  if (at < end) {
    const rateA = v128.load32_splat(rate)
    a0 = f32x4.add(a0, f32x4.mul(rateA, v128.load(at)))
    a1 = f32x4.add(a1, f32x4.mul(rateA, v128.load(at, 16)))
  }
  v128.store(element, f32x4.add(a0, b0))
  v128.store(element, f32x4.add(a1, b1), 16)
}

/** Adds the outcomes of `draws` trajectories to classes of equal width. Values beyond the ends count in the class at that end. */
export function countClasses(seriesCount: i32, draws: i32, results: usize, lows: usize, classesPerUnit: usize, counts: usize, classCount: i32): void {
  const highest = f32x4.splat(<f32>(classCount - 1))
  for (let series = 0; series < seriesCount; series++) {
    const low = v128.load32_splat(lows)
    const perUnit = v128.load32_splat(classesPerUnit)
    let values = results + PAIR * series
    for (let draw = 0; draw < draws; draw += 8) {
      countFour(counts, classify(values, low, perUnit, highest), draws - draw)
      countFour(counts, classify(values + 16, low, perUnit, highest), draws - draw - 4)
      values += PAIR * seriesCount
    }
    lows += 4
    classesPerUnit += 4
    counts += 2 * classCount
  }
}

function countFour(counts: usize, classes: v128, draws: i32): void {
  if (draws > 0) count(counts, i32x4.extract_lane(classes, 0))
  if (draws > 1) count(counts, i32x4.extract_lane(classes, 1))
  if (draws > 2) count(counts, i32x4.extract_lane(classes, 2))
  if (draws > 3) count(counts, i32x4.extract_lane(classes, 3))
}

function classify(values: usize, low: v128, perUnit: v128, highest: v128): v128 {
  const place = f32x4.mul(f32x4.sub(v128.load(values), low), perUnit)
  return i32x4.trunc_sat_f32x4_s(f32x4.pmin(highest, f32x4.pmax(f32x4.splat(0), place)))
}

function count(counts: usize, own: i32): void {
  const place = counts + 2 * own
  store<u16>(place, load<u16>(place) + 1)
}
