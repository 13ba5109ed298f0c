/**
 * Steps of areas between which nobody moves: each area by itself, four ages an instruction, 32-bit numbers.
 * Pointers are to 32-bit floats. Arrays of people are blocks of women and men by age, an area after the other.
 */

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
    for (let at = <usize>0; at < <usize>(4 * cells); at += 4) {
      const stay = max<f32>(0, 1 - load<f32>(emigration + at) * half)
      store<f32>(staying + at, stay)
      store<f32>(arriving + at, (load<f32>(immigration + at) + load<f32>(netMigration + at)) / 2)
      store<f32>(surviving + at, load<f32>(survival + at) * stay)
    }
    for (let at = <usize>0; at < <usize>(4 * ages); at += 4) store<f32>(bearing + at, load<f32>(fertility + at) * half)
    const boys = load<f32>(boysPerGirl)
    const newborn = bearing + 4 * ages
    store<f32>(newborn, load<f32>(surviving) / (1 + boys))
    store<f32>(newborn + 4, (load<f32>(surviving + 4 * ages) * boys) / (1 + boys))
    tables = newborn + 8
    survival += 4 * cells
    fertility += 4 * ages
    boysPerGirl += 4
    emigration += 4 * cells
    immigration += 4 * cells
    netMigration += 4 * cells
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
