/** Shares that add up to 1, drawn around chosen ones. */
import type { CounterRandom } from '#engines/numeric/philox.ts'

/** A standard normal number (Box and Muller; the second of the pair is not used, so that nothing is carried over). */
function drawNormal(random: CounterRandom): number {
  return Math.sqrt(-2 * Math.log(random.next())) * Math.cos(2 * Math.PI * random.next())
}

/** Natural logarithm of a gamma number of a shape above 0 and scale 1 (Marsaglia & Tsang 2000). As a logarithm, because a small shape gives numbers below the least float. */
export function drawLogGamma(random: CounterRandom, shape: number): number {
  if (shape < 1) return drawLogGamma(random, shape + 1) + Math.log(random.next()) / shape
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = drawNormal(random)
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    if (Math.log(random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d) + Math.log(v)
  }
}

/**
 * Fills `out` with shares drawn from a Dirichlet distribution whose mean is the chosen shares (which add up to 1).
 * A share s has variance s (1 − s) / (concentration + 1). A chosen share of 0 stays 0.
 */
export function drawShares(random: CounterRandom, chosen: Float64Array, concentration: number, out: Float64Array): void {
  let highest = -Infinity
  for (let at = 0; at < chosen.length; at++) {
    const shape = (chosen[at] ?? 0) * concentration
    const log = shape > 0 ? drawLogGamma(random, shape) : -Infinity
    out[at] = log
    if (log > highest) highest = log
  }
  let sum = 0
  for (let at = 0; at < chosen.length; at++) {
    const part = Math.exp((out[at] ?? 0) - highest)
    out[at] = part
    sum += part
  }
  for (let at = 0; at < chosen.length; at++) out[at] = (out[at] ?? 0) / sum
}
