/** How alike two ways of dividing the same people are. */

export interface PartitionLikeness {
  /** Adjusted Rand index (Hubert & Arabie 1985) over pairs of people: 1 the same, 0 what chance gives. */
  readonly adjustedRand: number
  /** Variation of information (Meilă 2007) in bits: 0 the same; at most log₂ of the number of people. */
  readonly variationOfInformation: number
  /** Of it the two parts: what is still unknown of the second where the first is known, and the other way round. 0: the first lies within borders of the second. */
  readonly secondGivenFirst: number
  readonly firstGivenSecond: number
}

/**
 * Weighed by people: unit u has `people[u]` of them, all together in part `first[u]` of one division and `second[u]` of the other. Parts are whole numbers from 0.
 * Throws a RangeError where numbers of units differ.
 */
export function comparePartitions(first: ArrayLike<number>, second: ArrayLike<number>, people: ArrayLike<number>): PartitionLikeness {
  if (first.length !== second.length || first.length !== people.length) throw new RangeError(`${first.length}, ${second.length} and ${people.length} units: it must be the same number`)
  const [both, ofFirst, ofSecond] = [new Map<string, number>(), new Map<number, number>(), new Map<number, number>()]
  let all = 0
  for (let unit = 0; unit < first.length; unit++) {
    if (people[unit] === 0) continue
    add(both, `${first[unit]} ${second[unit]}`, people[unit]!)
    add(ofFirst, first[unit]!, people[unit]!)
    add(ofSecond, second[unit]!, people[unit]!)
    all += people[unit]!
  }
  const pairs = (sizes: Iterable<number>) => [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const [together, inFirst, inSecond] = [pairs(both.values()), pairs(ofFirst.values()), pairs(ofSecond.values())]
  const byChance = all > 1 ? (inFirst * inSecond) / ((all * (all - 1)) / 2) : 0
  const most = (inFirst + inSecond) / 2
  const entropy = (sizes: Iterable<number>) => [...sizes].reduce((sum, size) => sum - (size / all) * Math.log2(size / all), 0)
  const [joint, firstAlone, secondAlone] = [entropy(both.values()), entropy(ofFirst.values()), entropy(ofSecond.values())]
  // Rounding may leave a little below nought.
  const [secondGivenFirst, firstGivenSecond] = [Math.max(0, joint - firstAlone), Math.max(0, joint - secondAlone)]
  return { adjustedRand: most === byChance ? 1 : (together - byChance) / (most - byChance), variationOfInformation: secondGivenFirst + firstGivenSecond, secondGivenFirst, firstGivenSecond }
}

function add<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}
