/** Philox 4×32 with ten rounds, as ../philox.ts, for four draws at a time: the numbers of a draw depend on its address only. */

/** In memory, so that they are put in registers once: constants of four numbers are made anew at every use. */
const MULTIPLIERS = memory.data<u32>([0xd2511f53, 0xcd9e8d57])
const WEYL_0: u32 = 0x9e3779b9
const WEYL_1: u32 = 0xbb67ae85

/** High 32 bits of the products of unsigned 32-bit numbers. */
function multiplyHigh(a: v128, b: v128): v128 {
  const low = i64x2.extmul_low_i32x4_u(a, b)
  const high = i64x2.extmul_high_i32x4_u(a, b)
  return i8x16.shuffle(low, high, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31)
}

/** Writes four times four words of 32 bits to `out`: of draws `draw` to `draw` + 3 (a lane each), the four words at counter (block, draw, purpose, part) under the key. */
export function fillPhilox(out: usize, block: u32, draw: u32, purpose: u32, part: u32, key0: u32, key1: u32): void {
  const multiplier0 = v128.load32_splat(MULTIPLIERS)
  const multiplier1 = v128.load32_splat(MULTIPLIERS + 4)
  let c0 = i32x4.splat(block)
  let c1 = i32x4.add(i32x4.splat(draw), i32x4(0, 1, 2, 3))
  let c2 = i32x4.splat(purpose)
  let c3 = i32x4.splat(part)
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(multiplier0, c0)
    const low0 = i32x4.mul(multiplier0, c0)
    const high1 = multiplyHigh(multiplier1, c2)
    const low1 = i32x4.mul(multiplier1, c2)
    c0 = v128.xor(v128.xor(high1, c1), i32x4.splat(key0))
    c1 = low1
    c2 = v128.xor(v128.xor(high0, c3), i32x4.splat(key1))
    c3 = low0
    key0 += WEYL_0
    key1 += WEYL_1
  }
  v128.store(out, c0)
  v128.store(out, c1, 16)
  v128.store(out, c2, 32)
  v128.store(out, c3, 48)
}
