import { expect, test } from 'vitest'
import { getNormalQuantile } from '#engines/numeric/normal-quantile.ts'

/** Below x, by the series of Marsaglia (2004): ½ + φ(x) (x + x³/3 + x⁵/15 + …). */
function getNormalShare(x: number): number {
  let [sum, term] = [x, x]
  for (let at = 3; Math.abs(term) > 1e-18; at += 2) {
    term *= (x * x) / at
    sum += term
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - 0.9189385332046728)
}

test.each([[0.5, 0], [0.975, 1.959963984540054], [0.9, 1.2815515655446004], [0.25, -0.6744897501960817], [1e-10, -6.361340902404056], [1 - 1e-4, 3.719016485455709]])(
  'the normal number at %s is %s, as the tables say', (share, number) => {
    expect(getNormalQuantile(share)).toBeCloseTo(number, 11)
  })

test('the normal number at a share has that share below it', () => {
  for (let share = 0.001; share < 1; share += 0.0037) expect(getNormalShare(getNormalQuantile(share))).toBeCloseTo(share, 13)
})
