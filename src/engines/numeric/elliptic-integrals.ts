/** The complete elliptic integrals, by the arithmetic-geometric mean (Abramowitz & Stegun 1964, 17.6). */

/** Of the first kind K and the second kind E, for a parameter m = k² in [0, 1); at m = 1 E is 1 and K has no end. Throws a RangeError outside. */
export function integrateElliptic(m: number): { readonly first: number; readonly second: number } {
  if (!(m >= 0 && m < 1)) throw new RangeError(`an elliptic integral of parameter ${m} is not in [0, 1)`)
  let [larger, smaller] = [1, Math.sqrt(1 - m)]
  let [sum, power] = [m / 2, 0.5]
  // Each step squares the difference: six do for any m of a double.
  while (larger - smaller > 1e-15 * larger) {
    const half = (larger - smaller) / 2
    ;[larger, smaller] = [(larger + smaller) / 2, Math.sqrt(larger * smaller)]
    power *= 2
    sum += power * half * half
  }
  const first = Math.PI / (2 * larger)
  return { first, second: first * (1 - sum) }
}
