/** Ratios of observed to expected counts, drawn towards those of the region where counts are small (gamma–Poisson; Clayton & Kaldor 1987, Marshall 1991). */

/**
 * The posterior mean of each area's ratio: with m the ratio of its region and v the variance of true ratios between areas of a region,
 * (m²/v + observed) / (m/v + expected). v is what the spread of observed ratios has above the spread of chance; where it has
 * none, every area has the ratio of its region. `expected` is above 0; `regions` numbers the region of each area.
 */
export function shrinkRatios(observed: Float64Array, expected: Float64Array, regions: Int32Array): Float64Array {
  const means = findRegionalRatios(observed, expected, regions)
  const variance = estimateVariance(observed, expected, means)
  return observed.map((count, at) => {
    const mean = means[at]!
    if (variance <= 0 || mean <= 0) return mean
    return ((mean * mean) / variance + count) / (mean / variance + expected[at]!)
  })
}

function findRegionalRatios(observed: Float64Array, expected: Float64Array, regions: Int32Array): Float64Array {
  const sums = new Map<number, [number, number]>()
  regions.forEach((region, at) => {
    const [count, hoped] = sums.get(region) ?? [0, 0]
    sums.set(region, [count + observed[at]!, hoped + expected[at]!])
  })
  return Float64Array.from(regions, (region) => {
    const [count, hoped] = sums.get(region)!
    return count / hoped
  })
}

/** Of true ratios within regions, by moments, areas weighted by what is expected of them (Marshall 1991). */
function estimateVariance(observed: Float64Array, expected: Float64Array, means: Float64Array): number {
  let [spread, chance, weight] = [0, 0, 0]
  for (let at = 0; at < observed.length; at++) {
    const hoped = expected[at]!
    spread += hoped * (observed[at]! / hoped - means[at]!) ** 2
    chance += means[at]!
    weight += hoped
  }
  return (spread - chance) / weight
}
