// How what is there of a dimension makes up for what is not: 4 draws at a time, which are 32 bytes after one another.

/** 1 ÷ what is left of every pattern but the first. Gives whether something is left of all. */
function invert(weights: usize, lackedEnds: usize, lackedSlots: usize, patterns: i32, least: f64, inverses: usize): bool {
  const one = f64x2.splat(1)
  const leasts = f64x2.splat(least)
  let all = i64x2.splat(-1)
  let slot = lackedSlots
  for (let pattern = 1; pattern < patterns; pattern++) {
    const end = lackedSlots + (<usize>load<u32>(lackedEnds + (<usize>pattern << 2)) << 2)
    let a = f64x2.splat(0)
    let b = a
    for (; slot < end; slot += 4) {
      const weight = weights + (<usize>load<u32>(slot) << 5)
      a = f64x2.add(a, v128.load(weight))
      b = f64x2.add(b, v128.load(weight, 16))
    }
    a = f64x2.sub(one, a)
    b = f64x2.sub(one, b)
    const isLeftA = f64x2.gt(a, leasts)
    const isLeftB = f64x2.gt(b, leasts)
    all = v128.and(all, v128.and(isLeftA, isLeftB))
    inverses += 32
    v128.store(inverses, v128.and(f64x2.div(one, a), isLeftA))
    v128.store(inverses, v128.and(f64x2.div(one, b), isLeftB), 16)
  }
  return i64x2.all_true(all)
}

/** The inverse of every path, times the weight and the factor above it; `parentFactors` is 0 where there is nothing above. */
function follow(inverses: usize, patternOfPath: usize, parentPathOfPath: usize, paths: i32, parentFactors: usize, weight: usize, factors: usize): void {
  const w0 = v128.load(weight)
  const w1 = v128.load(weight, 16)
  for (let path = 0; path < paths; path++) {
    const inverse = inverses + (<usize>load<u32>(patternOfPath + (<usize>path << 2)) << 5)
    let a = v128.load(inverse)
    let b = v128.load(inverse, 16)
    if (parentFactors != 0) {
      const above = parentFactors + (<usize>load<u32>(parentPathOfPath + (<usize>path << 2)) << 5)
      a = f64x2.mul(f64x2.mul(v128.load(above), w0), a)
      b = f64x2.mul(f64x2.mul(v128.load(above, 16), w1), b)
    }
    v128.store(factors, a)
    v128.store(factors, b, 16)
    factors += 32
  }
}

/** Gives 1 where of some pattern nothing is left in some draw, otherwise 0. */
export function computeFactors(
  weights: usize, slots: i32, lackedEnds: usize, lackedSlots: usize, patterns: i32, least: f64, inverses: usize,
  patternOfPath: usize, parentPathOfPath: usize, paths: i32, parentFactors: usize, parentPaths: i32, slot: i32, factors: usize, fours: i32,
): i32 {
  let isAllLeft = true
  for (let four = 0; four < fours; four++) {
    if (!invert(weights, lackedEnds, lackedSlots, patterns, least, inverses)) isAllLeft = false
    follow(inverses, patternOfPath, parentPathOfPath, paths, parentFactors, weights + (<usize>slot << 5), factors)
    weights += <usize>slots << 5
    inverses += <usize>patterns << 5
    factors += <usize>paths << 5
    if (parentFactors != 0) parentFactors += <usize>parentPaths << 5
  }
  return isAllLeft ? 0 : 1
}
