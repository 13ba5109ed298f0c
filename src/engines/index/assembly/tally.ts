// What is kept of the ranks: four areas at a time, whose bins are fetched once for all draws.

function countInBin(bins: usize, binOfRank: usize, rank: u32): void {
  const bin = bins + (<usize>load<u16>(binOfRank + (<usize>rank << 1)) << 1)
  store<u16>(bin, load<u16>(bin) + 1)
}

/**
 * Adds `draws` rows of ranks, `rowBytes` apart.
 * @param worstTenths the last rank in the worst tenth, a draw
 * @param binBytes the bytes of the bins of an area
 */
export function tally(
  ranks: usize, rowBytes: usize, draws: i32, worstTenths: usize, areas: i32, chosen: usize, binOfRank: usize, bins: usize, binBytes: usize,
  worstTenthDraws: usize, sums: usize, squares: usize,
): void {
  const zero = i32x4.splat(0)
  for (let area = 0; area < areas; area += 4) {
    const own = v128.load(chosen)
    let worst = v128.load(worstTenthDraws)
    let sum0 = v128.load(sums)
    let sum1 = v128.load(sums, 16)
    let square0 = v128.load(squares)
    let square1 = v128.load(squares, 16)
    let row = ranks
    for (let draw = 0; draw < draws; draw++) {
      const four = i32x4.extend_low_i16x8_u(v128.load64_zero(row))
      const there = i32x4.gt_s(four, zero)
      worst = i32x4.sub(worst, v128.and(there, i32x4.le_s(four, i32x4.splat(load<i32>(worstTenths + (<usize>draw << 2))))))
      const difference = v128.and(i32x4.sub(four, own), there)
      const difference0 = f64x2.convert_low_i32x4_s(difference)
      const difference1 = f64x2.convert_low_i32x4_s(v128.shuffle<i64>(difference, difference, 1, 1))
      sum0 = f64x2.add(sum0, difference0)
      sum1 = f64x2.add(sum1, difference1)
      square0 = f64x2.add(square0, f64x2.mul(difference0, difference0))
      square1 = f64x2.add(square1, f64x2.mul(difference1, difference1))
      countInBin(bins, binOfRank, load<u16>(row))
      countInBin(bins + binBytes, binOfRank, load<u16>(row, 2))
      countInBin(bins + 2 * binBytes, binOfRank, load<u16>(row, 4))
      countInBin(bins + 3 * binBytes, binOfRank, load<u16>(row, 6))
      row += rowBytes
    }
    v128.store(worstTenthDraws, worst)
    v128.store(sums, sum0)
    v128.store(sums, sum1, 16)
    v128.store(squares, square0)
    v128.store(squares, square1, 16)
    ranks += 8
    chosen += 16
    worstTenthDraws += 16
    sums += 32
    squares += 32
    bins += 4 * binBytes
  }
}
