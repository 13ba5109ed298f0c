/** Errors of a year: those of the country, of regions and of areas, and what the figures of each area are multiplied by. */
import { exponential, toNormal } from '../../numeric/assembly/functions'
import { fillPhilox } from '../../numeric/assembly/philox'
import { areaCount, COMPONENTS, deviations, factors, normals, PAIR, regionCount, regions, series, SPARE, VECTOR, words } from './plan'

/** Which numbers are whose: a draw has a stream for each part, and in it one for each region or area. */
const NATIONAL: u32 = 0
const REGIONAL: u32 = 2
const OWN: u32 = 4

/** Draws the year (0 is what is wrong at the begin) of trajectories `draw` to `draw` + 7, and, but for year 0, sets the factors. */
export function drawErrors(year: u32, draw: u32, key0: u32, key1: u32): void {
  const length = PAIR * COMPONENTS
  const ofRegions = series + length
  const ofAreas = ofRegions + length * regionCount
  advance(0, year, draw, 0, NATIONAL, key0, key1)
  for (let region = 0; region < regionCount; region++) advance(1 + region, year, draw, region, REGIONAL, key0, key1)
  for (let area = 0; area < areaCount; area++) {
    advance(1 + regionCount + area, year, draw, area, OWN, key0, key1)
    if (year == 0) continue
    const region = ofRegions + length * load<u32>(regions + 4 * area)
    const own = ofAreas + length * area
    const place = factors + length * area
    for (let at: usize = 0; at < length; at += VECTOR) {
      const shared = f32x4.add(v128.load(series + at), v128.load(region + at))
      v128.store(place + at, exponential(f32x4.add(shared, v128.load(own + at))))
    }
  }
}

/** Bytes to the deviation of a year and of the begin; components whose numbers come from the first block. */
const OF_YEAR: usize = 4
const AT_START: usize = 8
const WORDS_OF_BLOCK: i32 = 4

function hasErrors(deviation: usize, from: i32, to: i32): bool {
  for (let component = from; component < to; component++) if (load<f32>(deviation + 16 * component) != 0) return true
  return false
}

/** One year on, all components of the country, a region or an area: the `list`-th of these. */
function advance(list: i32, year: u32, draw: u32, position: i32, part: u32, key0: u32, key1: u32): void {
  const figures = deviations + 16 * COMPONENTS * list
  const place = series + PAIR * COMPONENTS * list
  const size: usize = year == 0 ? AT_START : OF_YEAR
  const first = hasErrors(figures + size, 0, WORDS_OF_BLOCK)
  const second = year == 0 || hasErrors(figures + size, WORDS_OF_BLOCK, COMPONENTS)
  for (let four: u32 = 0; four < 2; four++) {
    if (first) fillPhilox(words, year, draw + 4 * four, position, part, key0, key1)
    if (second) fillPhilox(words + 64, year, draw + 4 * four, position, part + 1, key0, key1)
    for (let component = 0; component < COMPONENTS; component++) {
      const own = figures + 16 * component
      const error = place + PAIR * component + VECTOR * four
      let shock = f32x4.splat(0)
      // Most series of most areas have none: numbers by address can be left undrawn.
      if (load<f32>(own + size) != 0) shock = f32x4.mul(v128.load32_splat(own + size), toNormal(v128.load(words + VECTOR * component)))
      if (year > 0) shock = f32x4.add(f32x4.mul(v128.load32_splat(own), v128.load(error)), shock)
      v128.store(error, shock)
    }
    // What is wrong with outcomes is so from the begin.
    if (year > 0) continue
    for (let spare = 0; spare < SPARE; spare++) v128.store(normals + PAIR * (SPARE * list + spare) + VECTOR * four, toNormal(v128.load(words + VECTOR * (COMPONENTS + spare))))
  }
}
