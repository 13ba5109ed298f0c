/** Functions of four 32-bit numbers at a time, to some 1e-7 of the result. */

const LN_2_HIGH: f32 = 0.693359375
const LN_2_LOW: f32 = -2.12194440e-4

/** Coefficients of polynomials, in memory: written out, each would be made anew at every use, with three instructions. */
const LOGARITHM = memory.data<f32>([7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1])
const EXPONENTIAL = memory.data<f32>([1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1])
const CENTRE = memory.data<f32>([2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 2.1858087e-4, -1.25372503e-3, -4.17768164e-3, 0.246640727, 1.50140941])
const FAR_OUT = memory.data<f32>([-2.00214257e-4, 1.00950558e-4, 1.34934322e-3, -3.67342844e-3, 5.73950773e-3, -7.6224613e-3, 9.43887047e-3, 1.00167406, 2.83297682])

function step(sum: v128, x: v128, coefficient: usize): v128 {
  return f32x4.add(f32x4.mul(sum, x), v128.load32_splat(coefficient))
}

/** Natural logarithm of numbers above 0 (polynomial of the Cephes library, S. L. Moshier). */
export function logarithm(numbers: v128): v128 {
  const sqrtHalf = i32x4.splat(0x3f3504f3)
  // Mantissa from √½ to √2, so that the series is around 1.
  const shifted = i32x4.sub(numbers, sqrtHalf)
  const exponent = f32x4.convert_i32x4_s(i32x4.shr_s(shifted, 23))
  const x = f32x4.sub(i32x4.add(v128.and(shifted, i32x4.splat(0x007fffff)), sqrtHalf), f32x4.splat(1))
  let sum = v128.load32_splat(LOGARITHM)
  sum = step(sum, x, LOGARITHM + 4)
  sum = step(sum, x, LOGARITHM + 8)
  sum = step(sum, x, LOGARITHM + 12)
  sum = step(sum, x, LOGARITHM + 16)
  sum = step(sum, x, LOGARITHM + 20)
  sum = step(sum, x, LOGARITHM + 24)
  sum = step(sum, x, LOGARITHM + 28)
  sum = step(sum, x, LOGARITHM + 32)
  const square = f32x4.mul(x, x)
  const rest = f32x4.sub(f32x4.mul(f32x4.mul(sum, x), square), f32x4.mul(square, f32x4.splat(0.5)))
  const low = f32x4.add(rest, f32x4.mul(exponent, f32x4.splat(LN_2_LOW)))
  return f32x4.add(f32x4.add(x, low), f32x4.mul(exponent, f32x4.splat(LN_2_HIGH)))
}

/** e to the power of numbers, taken as −80 to 80 (Cephes). */
export function exponential(numbers: v128): v128 {
  const powers = f32x4.pmin(f32x4.splat(80), f32x4.pmax(f32x4.splat(-80), numbers))
  const whole = f32x4.nearest(f32x4.mul(powers, f32x4.splat(1.4426950408889634)))
  const x = f32x4.sub(f32x4.sub(powers, f32x4.mul(whole, f32x4.splat(LN_2_HIGH))), f32x4.mul(whole, f32x4.splat(LN_2_LOW)))
  let sum = v128.load32_splat(EXPONENTIAL)
  sum = step(sum, x, EXPONENTIAL + 4)
  sum = step(sum, x, EXPONENTIAL + 8)
  sum = step(sum, x, EXPONENTIAL + 12)
  sum = step(sum, x, EXPONENTIAL + 16)
  sum = step(sum, x, EXPONENTIAL + 20)
  const fraction = f32x4.add(f32x4.add(f32x4.mul(sum, f32x4.mul(x, x)), x), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23)
  return f32x4.mul(fraction, power)
}

/**
 * Standard normal numbers from 32 even bits each: the number below which that share of the distribution lies.
 * Bits s as a signed number stand for x = (2s + 1) / 2^32 in (−1, 1); √2 erf⁻¹(x) by the polynomials of Giles (2011, "Approximating the erfinv function").
 */
export function toNormal(bits: v128): v128 {
  const sign = i32x4.shr_s(bits, 31)
  const size = v128.xor(bits, sign)
  const half = f32x4.splat(0.5)
  const x = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(size), half), f32x4.splat(1.0 / 2147483648.0))
  // Twice the tail beyond, from whole numbers: 1 − x itself would lose the digits of the tail.
  const tail = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(i32x4.sub(i32x4.splat(0x7fffffff), size)), half), f32x4.splat(1.0 / 2147483648.0))
  const w = f32x4.neg(logarithm(f32x4.mul(tail, f32x4.sub(f32x4.splat(2), tail))))
  const isCentre = f32x4.lt(w, f32x4.splat(5))
  // Two thirds of a per cent are far out: most fours have none.
  const root = f32x4.mul(i32x4.all_true(isCentre) ? centre(w) : v128.bitselect(centre(w), farOut(w), isCentre), x)
  return v128.xor(f32x4.mul(root, f32x4.splat(1.41421356237)), i32x4.shl(sign, 31))
}

function centre(w: v128): v128 {
  const x = f32x4.sub(w, f32x4.splat(2.5))
  let sum = v128.load32_splat(CENTRE)
  sum = step(sum, x, CENTRE + 4)
  sum = step(sum, x, CENTRE + 8)
  sum = step(sum, x, CENTRE + 12)
  sum = step(sum, x, CENTRE + 16)
  sum = step(sum, x, CENTRE + 20)
  sum = step(sum, x, CENTRE + 24)
  sum = step(sum, x, CENTRE + 28)
  return step(sum, x, CENTRE + 32)
}

function farOut(w: v128): v128 {
  const x = f32x4.sub(f32x4.sqrt(f32x4.pmax(w, f32x4.splat(0))), f32x4.splat(3))
  let sum = v128.load32_splat(FAR_OUT)
  sum = step(sum, x, FAR_OUT + 4)
  sum = step(sum, x, FAR_OUT + 8)
  sum = step(sum, x, FAR_OUT + 12)
  sum = step(sum, x, FAR_OUT + 16)
  sum = step(sum, x, FAR_OUT + 20)
  sum = step(sum, x, FAR_OUT + 24)
  sum = step(sum, x, FAR_OUT + 28)
  return step(sum, x, FAR_OUT + 32)
}
