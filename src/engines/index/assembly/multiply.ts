// Figures × weights: 4 areas × 4 draws at a time in registers.

const AREA_BYTES: usize = 32

/**
 * Adds to `sums` (4 draws an area) the weighted sums of a group of indicators, times the factor of the draw for the pattern of the area.
 * @param figures panels of 4 areas, `panelBytes` apart, beginning at the first indicator of the group
 * @param weights of the group: 4 draws an indicator
 * @param patterns the pattern of every area, 0 where the group has no factors; @param factors 4 draws a pattern
 */
function addGroup(figures: usize, panelBytes: usize, weights: usize, indicators: i32, patterns: usize, factors: usize, sums: usize, panels: i32): void {
  const end = weights + <usize>indicators * AREA_BYTES
  for (let panel = 0; panel < panels; panel++) {
    let a0 = f64x2.splat(0)
    let a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0
    let figure = figures
    for (let weight = weights; weight < end; weight += AREA_BYTES) {
      const w0 = v128.load(weight)
      const w1 = v128.load(weight, 16)
      let x = v128.load64_splat(figure)
      a0 = f64x2.add(a0, f64x2.mul(x, w0))
      a1 = f64x2.add(a1, f64x2.mul(x, w1))
      x = v128.load64_splat(figure, 8)
      b0 = f64x2.add(b0, f64x2.mul(x, w0))
      b1 = f64x2.add(b1, f64x2.mul(x, w1))
      x = v128.load64_splat(figure, 16)
      c0 = f64x2.add(c0, f64x2.mul(x, w0))
      c1 = f64x2.add(c1, f64x2.mul(x, w1))
      x = v128.load64_splat(figure, 24)
      d0 = f64x2.add(d0, f64x2.mul(x, w0))
      d1 = f64x2.add(d1, f64x2.mul(x, w1))
      figure += 32
    }
    if (patterns != 0) {
      let factor = factors + <usize>load<u32>(patterns) * AREA_BYTES
      a0 = f64x2.mul(a0, v128.load(factor))
      a1 = f64x2.mul(a1, v128.load(factor, 16))
      factor = factors + <usize>load<u32>(patterns, 4) * AREA_BYTES
      b0 = f64x2.mul(b0, v128.load(factor))
      b1 = f64x2.mul(b1, v128.load(factor, 16))
      factor = factors + <usize>load<u32>(patterns, 8) * AREA_BYTES
      c0 = f64x2.mul(c0, v128.load(factor))
      c1 = f64x2.mul(c1, v128.load(factor, 16))
      factor = factors + <usize>load<u32>(patterns, 12) * AREA_BYTES
      d0 = f64x2.mul(d0, v128.load(factor))
      d1 = f64x2.mul(d1, v128.load(factor, 16))
      patterns += 16
    }
    v128.store(sums, f64x2.add(v128.load(sums), a0))
    v128.store(sums, f64x2.add(v128.load(sums, 16), a1), 16)
    v128.store(sums, f64x2.add(v128.load(sums, 32), b0), 32)
    v128.store(sums, f64x2.add(v128.load(sums, 48), b1), 48)
    v128.store(sums, f64x2.add(v128.load(sums, 64), c0), 64)
    v128.store(sums, f64x2.add(v128.load(sums, 80), c1), 80)
    v128.store(sums, f64x2.add(v128.load(sums, 96), d0), 96)
    v128.store(sums, f64x2.add(v128.load(sums, 112), d1), 112)
    figures += panelBytes
    sums += 4 * AREA_BYTES
  }
}

/** From 4 draws an area to a row of areas a draw. */
function turn(sums: usize, scores: usize, rowBytes: usize, panels: i32): void {
  for (let pair = 0; pair < 2 * panels; pair++) {
    const a0 = v128.load(sums)
    const a1 = v128.load(sums, 16)
    const b0 = v128.load(sums, 32)
    const b1 = v128.load(sums, 48)
    v128.store(scores, v128.shuffle<f64>(a0, b0, 0, 2))
    v128.store(scores + rowBytes, v128.shuffle<f64>(a0, b0, 1, 3))
    v128.store(scores + 2 * rowBytes, v128.shuffle<f64>(a1, b1, 0, 2))
    v128.store(scores + 3 * rowBytes, v128.shuffle<f64>(a1, b1, 1, 3))
    sums += 2 * AREA_BYTES
    scores += 16
  }
}

/**
 * Scores of `panels` × 4 areas in `fours` × 4 draws, a block of areas at a time: its figures stay in the cache while all draws pass over them.
 * @param groups four numbers each: the place after its last indicator, its patterns and its factors (0: none), and the bytes of its factors for 4 draws
 * @param sums room for 4 draws of a block of areas
 */
export function multiply(
  figures: usize, weights: usize, indicators: i32, groups: usize, groupCount: i32, panels: i32, blockPanels: i32, fours: i32, sums: usize, scores: usize,
): void {
  const panelBytes = <usize>indicators * AREA_BYTES
  const rowBytes = <usize>panels * AREA_BYTES
  for (let first = 0; first < panels; first += blockPanels) {
    const count = min(blockPanels, panels - first)
    for (let four = 0; four < fours; four++) {
      memory.fill(sums, 0, <usize>count * 4 * AREA_BYTES)
      let from = 0
      for (let group = 0; group < groupCount; group++) {
        const own = groups + (<usize>group << 4)
        const to = load<i32>(own)
        const patterns = <usize>load<u32>(own, 4)
        const factors = <usize>load<u32>(own, 8) + <usize>four * <usize>load<u32>(own, 12)
        addGroup(
          figures + <usize>first * panelBytes + <usize>from * AREA_BYTES, panelBytes, weights + <usize>four * panelBytes + <usize>from * AREA_BYTES, to - from,
          patterns == 0 ? 0 : patterns + <usize>first * 16, factors, sums, count,
        )
        from = to
      }
      turn(sums, scores + <usize>four * 4 * rowBytes + <usize>first * AREA_BYTES, rowBytes, count)
    }
  }
}
