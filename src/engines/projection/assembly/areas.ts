/**
 * Steps of areas between which nobody moves: each area by itself, four ages an instruction, 32-bit numbers.
 * Figures come in as 64-bit floats; of all else pointers are to 32-bit floats. Arrays of people are blocks of women and men by age, an area after the other.
 */

/** Four figures of 64 bits in 32 bits. */
function narrow(figures: usize): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(v128.load(figures)), f32x4.demote_f64x2_zero(v128.load(figures, 16)), 0, 2)
}

/** Whether all figures are from `lowest` to `highest`, and numbers. */
export function areWithin(figures: usize, count: i32, lowest: f64, highest: f64): bool {
  const low = f64x2.splat(lowest)
  const high = f64x2.splat(highest)
  let all = i64x2.splat(-1)
  const end = figures + ((<usize>count) << 3)
  for (; figures + 16 <= end; figures += 16) {
    const two = v128.load(figures)
    all = v128.and(all, v128.and(f64x2.ge(two, low), f64x2.le(two, high)))
  }
  if (figures < end) {
    const figure = load<f64>(figures)
    if (!(figure >= lowest && figure <= highest)) return false
  }
  return i64x2.all_true(all)
}

/** People outside group quarters. Gives whether there are nowhere more in group quarters than people. */
export function takeOut(population: usize, inside: usize, count: i32, people: usize): bool {
  let isThere = true
  for (let at = 0; at < count; at++) {
    const outside = load<f64>(population) - load<f64>(inside)
    if (!(outside >= 0)) isThere = false
    store<f32>(people, <f32>outside)
    population += 8
    inside += 8
    people += 4
  }
  return isThere
}

/** What is prepared for an area: three figures a cell, one an age, two for the newborn. */
export function prepareAreas(
  areas: i32, ages: i32, stepYears: f32, tables: usize,
  survival: usize, fertility: usize, boysPerGirl: usize, emigration: usize, immigration: usize, netMigration: usize,
): void {
  const cells = 2 * ages
  const half = stepYears / 2
  for (let area = 0; area < areas; area++) {
    const staying = tables
    const arriving = staying + 4 * cells
    const surviving = arriving + 4 * cells
    const bearing = surviving + 4 * cells
    prepareCells(cells, half, staying, arriving, surviving, survival, emigration, immigration, netMigration)
    for (let age = <usize>0; age < <usize>ages; age++) store<f32>(bearing + (age << 2), <f32>load<f64>(fertility + (age << 3)) * half)
    const boys = <f32>load<f64>(boysPerGirl)
    const newborn = bearing + 4 * ages
    store<f32>(newborn, load<f32>(surviving) / (1 + boys))
    store<f32>(newborn + 4, (load<f32>(surviving + 4 * ages) * boys) / (1 + boys))
    tables = newborn + 8
    survival += 8 * cells
    fertility += 8 * ages
    boysPerGirl += 8
    emigration += 8 * cells
    immigration += 8 * cells
    netMigration += 8 * cells
  }
}

function prepareCells(cells: i32, half: f32, staying: usize, arriving: usize, surviving: usize, survival: usize, emigration: usize, immigration: usize, netMigration: usize): void {
  const none = f32x4.splat(0)
  const one = f32x4.splat(1)
  const halves = f32x4.splat(half)
  const halfOf = f32x4.splat(0.5)
  let cell = <usize>0
  for (; cell + 4 <= <usize>cells; cell += 4) {
    const at = cell << 3
    const stay = f32x4.pmax(none, f32x4.sub(one, f32x4.mul(narrow(emigration + at), halves)))
    v128.store(staying + (cell << 2), stay)
    v128.store(arriving + (cell << 2), f32x4.mul(f32x4.add(narrow(immigration + at), narrow(netMigration + at)), halfOf))
    v128.store(surviving + (cell << 2), f32x4.mul(narrow(survival + at), stay))
  }
  for (; cell < <usize>cells; cell++) {
    const at = cell << 3
    const stay = max<f32>(0, 1 - <f32>load<f64>(emigration + at) * half)
    store<f32>(staying + (cell << 2), stay)
    store<f32>(arriving + (cell << 2), (<f32>load<f64>(immigration + at) + <f32>load<f64>(netMigration + at)) / 2)
    store<f32>(surviving + (cell << 2), <f32>load<f64>(survival + at) * stay)
  }
}

/** One step of prepared areas, from the people at `start` to those at `end`. Mothers are of the ages from `firstMother` to before `lastMother`, multiples of four from 0. */
export function stepAreas(areas: i32, ages: i32, firstMother: i32, lastMother: i32, tables: usize, start: usize, end: usize): void {
  const sex = <usize>(4 * ages)
  for (let area = 0; area < areas; area++) {
    const arriving = tables + 2 * sex
    const surviving = arriving + 2 * sex
    const bearing = surviving + 2 * sex
    const newborn = bearing + sex
    const until = 4 * (ages - 2)
    grow(0, min(4 * firstMother, until), tables, arriving, surviving, start, end)
    const births = growAndBear(4 * firstMother, min(4 * lastMother, until), tables, arriving, surviving, bearing, start, end)
    grow(4 * lastMother, until, tables, arriving, surviving, start, end)
    const oldMothers = closeAges(ages, tables, arriving, surviving, bearing, start, end)
    grow(0, until, tables + sex, arriving + sex, surviving + sex, start + sex, end + sex)
    closeAges(ages, tables + sex, arriving + sex, surviving + sex, bearing, start + sex, end + sex)
    const all = births + oldMothers
    store<f32>(end, max<f32>(0, all * load<f32>(newborn) + load<f32>(arriving)))
    store<f32>(end + sex, max<f32>(0, all * load<f32>(newborn + 4) + load<f32>(arriving + sex)))
    start += 2 * sex
    end += 2 * sex
    tables = newborn + 8
  }
}

/** Groups from `from` to before `until` (in bytes) become those one older. */
function grow(from: i32, until: i32, staying: usize, arriving: usize, surviving: usize, start: usize, end: usize): void {
  // pmax is one instruction; max is seven, for the sake of NaN and −0.
  const none = f32x4.splat(0)
  let at = <usize>from
  for (; at + 16 <= <usize>until; at += 16) {
    const present = f32x4.pmax(none, f32x4.add(f32x4.mul(v128.load(start + at), v128.load(staying + at)), v128.load(arriving + at)))
    const older = f32x4.pmax(none, f32x4.add(f32x4.mul(present, v128.load(surviving + at, 4)), v128.load(arriving + at, 4)))
    v128.store(end + at, older, 4)
  }
  for (; at < <usize>until; at += 4) {
    const present = max<f32>(0, load<f32>(start + at) * load<f32>(staying + at) + load<f32>(arriving + at))
    store<f32>(end + at, max<f32>(0, present * load<f32>(surviving + at, 4) + load<f32>(arriving + at, 4)), 4)
  }
}

/** The same, and gives the births of these women at the begin and, one group older, at the end. */
function growAndBear(from: i32, until: i32, staying: usize, arriving: usize, surviving: usize, bearing: usize, start: usize, end: usize): f32 {
  const none = f32x4.splat(0)
  let sums = none
  let births: f32 = 0
  let at = <usize>from
  for (; at + 16 <= <usize>until; at += 16) {
    const present = f32x4.pmax(none, f32x4.add(f32x4.mul(v128.load(start + at), v128.load(staying + at)), v128.load(arriving + at)))
    const older = f32x4.pmax(none, f32x4.add(f32x4.mul(present, v128.load(surviving + at, 4)), v128.load(arriving + at, 4)))
    v128.store(end + at, older, 4)
    sums = f32x4.add(sums, f32x4.add(f32x4.mul(present, v128.load(bearing + at)), f32x4.mul(older, v128.load(bearing + at, 4))))
  }
  for (; at < <usize>until; at += 4) {
    const present = max<f32>(0, load<f32>(start + at) * load<f32>(staying + at) + load<f32>(arriving + at))
    const older = max<f32>(0, present * load<f32>(surviving + at, 4) + load<f32>(arriving + at, 4))
    store<f32>(end + at, older, 4)
    births += present * load<f32>(bearing + at) + older * load<f32>(bearing + at, 4)
  }
  return births + f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1) + (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3))
}

/** The last two groups become the open group together; gives births as of women. */
function closeAges(ages: i32, staying: usize, arriving: usize, surviving: usize, bearing: usize, start: usize, end: usize): f32 {
  const last = <usize>(4 * (ages - 2))
  const open = last + 4
  const younger = max<f32>(0, load<f32>(start + last) * load<f32>(staying + last) + load<f32>(arriving + last))
  const oldest = max<f32>(0, load<f32>(start + open) * load<f32>(staying + open) + load<f32>(arriving + open))
  const older = max<f32>(0, (younger + oldest) * load<f32>(surviving + open) + load<f32>(arriving + open))
  store<f32>(end + open, older)
  return younger * load<f32>(bearing + last) + (oldest + older) * load<f32>(bearing + open)
}
