/** How far two rankings of the same areas agree. Pairs of which one is NaN must be left out by the caller. */

export interface RankCorrelation {
  /** Spearman's rho: Pearson's correlation of the ranks, equal values sharing their mean rank. In [−1, 1]; NaN where one of the two is constant. */
  readonly spearman: number
  /** Kendall's tau-b: pairs in the same order less pairs in the other, ties taken into account. In [−1, 1]; NaN where one is constant. */
  readonly kendall: number
}

/** Throws a RangeError for lists of different lengths or with NaN. */
export function correlateRanks(a: Float64Array, b: Float64Array): RankCorrelation {
  if (a.length !== b.length) throw new RangeError(`${a.length} values against ${b.length}`)
  if (a.some(Number.isNaN) || b.some(Number.isNaN)) throw new RangeError('NaN cannot be ranked')
  return { spearman: correlate(rankMean(a), rankMean(b)), kendall: measureTau(a, b) }
}

/** Ranks from 1 for the lowest; equal values share the mean of their ranks. */
function rankMean(values: Float64Array): Float64Array {
  const order = orderBy(values.length, (x, y) => values[x]! - values[y]!)
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++
    for (let at = from; at < to; at++) ranks[order[at]!] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}

/** Pearson's correlation of two lists of the same length. In [−1, 1]; NaN where one of the two is constant. */
export function correlate(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at]! - meanA, b[at]! - meanB]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return aa === 0 || bb === 0 ? NaN : ab / Math.sqrt(aa * bb)
}

/** W. R. Knight (1966): sort by a (then b); the swaps that sorting by b takes are the pairs in the other order. */
function measureTau(a: Float64Array, b: Float64Array): number {
  const count = a.length
  const order = orderBy(count, (x, y) => a[x]! - a[y]! || b[x]! - b[y]!)
  const pairsOf = (length: number) => (length * (length - 1)) / 2
  const tied = (isSame: (x: number, y: number) => boolean, sorted: Int32Array) => {
    let pairs = 0
    for (let from = 0; from < count; ) {
      let to = from + 1
      while (to < count && isSame(sorted[from]!, sorted[to]!)) to++
      pairs += pairsOf(to - from)
      from = to
    }
    return pairs
  }
  const tiedInA = tied((x, y) => a[x] === a[y], order)
  const tiedInBoth = tied((x, y) => a[x] === a[y] && b[x] === b[y], order)
  const swaps = countSwaps(Float64Array.from(order, (at) => b[at]!))
  const tiedInB = tied((x, y) => b[x] === b[y], orderBy(count, (x, y) => b[x]! - b[y]!))
  const all = pairsOf(count)
  const scale = Math.sqrt((all - tiedInA) * (all - tiedInB))
  return scale === 0 ? NaN : (all - tiedInA - tiedInB + tiedInBoth - 2 * swaps) / scale
}

function orderBy(count: number, compare: (x: number, y: number) => number): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => at).sort(compare)
}

/** How many pairs stand in the wrong order, by merge sort; `values` ends up sorted. */
function countSwaps(values: Float64Array, spare = new Float64Array(values.length), from = 0, to = values.length): number {
  if (to - from < 2) return 0
  const middle = (from + to) >> 1
  let swaps = countSwaps(values, spare, from, middle) + countSwaps(values, spare, middle, to)
  for (let left = from, right = middle, at = from; at < to; at++) {
    if (left < middle && (right >= to || values[left]! <= values[right]!)) spare[at] = values[left++]!
    else {
      swaps += middle - left
      spare[at] = values[right++]!
    }
  }
  values.set(spare.subarray(from, to), from)
  return swaps
}
