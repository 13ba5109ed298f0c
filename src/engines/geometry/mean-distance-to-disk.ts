/** How far it is on average from everywhere in a disk to one point. */
import { integrateElliptic } from '#engines/numeric/elliptic-integrals.ts'

/** From so many radii on a series does, which then differs by less than 10⁻⁹ of the distance. */
const FAR = 30

/**
 * The mean distance from points spread evenly over a disk of this radius to a point so far from its middle: ⅔ of the radius in the middle, 32/9π of it on the edge, d + r²/8d far away.
 * Never less than the distance, and the distance itself for a radius of 0; NaN of NaN. Of any unit, since it goes with both: of minutes as of metres.
 * The integral of the distance over the disk, in complete elliptic integrals of the ratio k of the two: for the inside ⁴⁄₉ r³ [(7 + k²) E − 4 (1 − k²) K], for the outside the same by reversing the two.
 */
export function measureMeanDistance(distance: number, radius: number): number {
  if (radius === 0 || !(distance < Infinity)) return distance
  if (distance === radius) return (32 * radius) / (9 * Math.PI)
  if (distance < radius) {
    const m = (distance / radius) ** 2
    const { first, second } = integrateElliptic(m)
    return ((4 * radius) / (9 * Math.PI)) * ((7 + m) * second - 4 * (1 - m) * first)
  }
  const m = (radius / distance) ** 2
  if (distance > FAR * radius) return distance * (1 + m / 8 + (m * m) / 192)
  const { first, second } = integrateElliptic(m)
  return ((4 * distance) / (9 * Math.PI * m)) * ((1 + 7 * m) * second - (1 - m) * (1 + 3 * m) * first)
}
