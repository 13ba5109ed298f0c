/** Functional regions: worlds small enough to say by hand what they must be, and what must hold in any world. */
import { comparePartitions } from '#engines/regions/compare-partitions.ts'
import { findFunctionalRegions as findAll } from '#engines/regions/find-functional-regions.ts'
import type { FunctionalRegions, Validity } from '#engines/regions/find-functional-regions.ts'
import { findPieces, makeContiguous, sumRegions } from '#engines/regions/make-contiguous.ts'
import type { UnitFlows } from '#engines/regions/unit-flows.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const VALIDITY: Validity = { leastSize: 10, targetSize: 100, leastContainment: 0.5, targetContainment: 0.8 }

const findFunctionalRegions = (flows: UnitFlows, count: number, validity: Validity): FunctionalRegions => findAll(flows, [count], validity)[0]!

/** Rows of a square matrix: from unit to unit. */
function makeFlows(rows: readonly (readonly number[])[]): UnitFlows {
  const [toUnits, amounts, firstFlows] = [[] as number[], [] as number[], [0]]
  for (const row of rows) {
    row.forEach((amount, to) => amount > 0 && (toUnits.push(to), amounts.push(amount)))
    firstFlows.push(toUnits.length)
  }
  return { unitCount: rows.length, firstFlows: Int32Array.from(firstFlows), toUnits: Int32Array.from(toUnits), amounts: Float64Array.from(amounts) }
}

/** Town 0, its villages 1 and 2; town 5 with villages 3 and 4. Villagers go to the town near by, a few to the other one; a mirror image. */
const TWO_TOWNS = makeFlows([
  [80, 5, 5, 0, 0, 10],
  [15, 5, 0, 0, 0, 2],
  [12, 0, 5, 3, 0, 5],
  [5, 0, 3, 5, 0, 12],
  [2, 0, 0, 0, 5, 15],
  [10, 0, 0, 5, 5, 80],
])

describe('functional regions', () => {
  it('of two towns with villages between are the towns, each with the villages that go there', () => {
    const { regionOfUnit, regionCount, stays, comesFromWithin, islands } = findFunctionalRegions(TWO_TOWNS, 2, VALIDITY)
    expect([...regionOfUnit]).toEqual([0, 0, 0, 1, 1, 1])
    expect([regionCount, islands]).toEqual([2, []])
    // Of 100 + 22 + 25 who leave, 10 + 2 + 3 + 5 go to the other side; as many arrive.
    expect([...stays]).toEqual([(147 - 20) / 147, (147 - 20) / 147])
    expect([...comesFromWithin]).toEqual([(147 - 20) / 147, (147 - 20) / 147])
  })

  it('that are dissolved give each unit to what it has most to do with', () => {
    // By hand: village 1 and 2 have ties of 15²/(22·124) + 5²/(100·10) and of 12²/(25·124) + 5²/(100·13) with town 0, less with town 5; each is weaker than a town.
    const { regionOfUnit } = findFunctionalRegions(TWO_TOWNS, 3, VALIDITY)
    expect(regionOfUnit[0]).not.toBe(regionOfUnit[5])
    expect(new Set(regionOfUnit).size).toBe(3)
    expect([...findFunctionalRegions(TWO_TOWNS, 1, VALIDITY).regionOfUnit]).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('are the same whether one number is asked for or several', () => {
    const together = findAll(TWO_TOWNS, [2, 6, 4], VALIDITY)
    expect(together).toEqual([2, 6, 4].map((count) => findFunctionalRegions(TWO_TOWNS, count, VALIDITY)))
    expect(together.map(({ regionCount }) => regionCount)).toEqual([2, 6, 4])
  })

  it('that are too small go before those that are less self-contained', () => {
    // Unit 2 keeps 8 of its 9 but is below the least size of 10; units 0 and 1 keep half.
    const { regionOfUnit } = findFunctionalRegions(makeFlows([[50, 50, 0], [50, 50, 0], [1, 0, 8]]), 2, VALIDITY)
    expect(regionOfUnit[2]).toBe(regionOfUnit[0])
    expect(regionOfUnit[1]).not.toBe(regionOfUnit[0])
  })

  it('leave an island what it is, and do not count it', () => {
    const rows = [[50, 10, 0, 0], [20, 10, 0, 0], [0, 0, 9, 1], [0, 0, 1, 9]]
    const { regionOfUnit, islands, stays } = findFunctionalRegions(makeFlows(rows), 1, VALIDITY)
    expect(regionOfUnit[0]).toBe(regionOfUnit[1])
    expect(regionOfUnit[2]).toBe(regionOfUnit[3])
    expect(regionOfUnit[0]).not.toBe(regionOfUnit[2])
    expect(islands).toEqual([1])
    expect([...stays]).toEqual([1, 1])
  })

  it('are the same whatever the order of the units, and every unit is in one; what stays is what the flows say', () => {
    const flows = fc.integer({ min: 1, max: 9 }).chain((size) => fc.tuple(fc.array(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }), fc.integer({ min: 1, max: size })))
    fc.assert(
      fc.property(flows, ([rows, count]) => {
        const { regionOfUnit, regionCount, islands, stays } = findFunctionalRegions(makeFlows(rows), count, VALIDITY)
        expect(regionCount - islands.length).toBeLessThanOrEqual(Math.max(count, 0))
        expect(new Set(regionOfUnit).size).toBe(regionCount)
        for (let region = 0; region < regionCount; region++) {
          const own = [...rows.keys()].filter((unit) => regionOfUnit[unit] === region)
          const leaves = own.reduce((sum, unit) => sum + rows[unit]!.reduce((a, b) => a + b, 0), 0)
          const within = own.reduce((sum, unit) => sum + own.reduce((inner, to) => inner + rows[unit]![to]!, 0), 0)
          expect(stays[region]).toBeCloseTo(leaves > 0 ? within / leaves : 0, 9)
        }
        const turned = rows.map((_, a) => rows.map((__, b) => rows[rows.length - 1 - a]![rows.length - 1 - b]!))
        const mirrored = findFunctionalRegions(makeFlows(turned), count, VALIDITY)
        const isGeneral = new Set(rows.flat()).size === rows.length ** 2 && rows.flat().every((own) => own > 1e-6)
        if (isGeneral) expect(comparePartitions([...regionOfUnit].reverse(), mirrored.regionOfUnit, rows.map(() => 1)).variationOfInformation).toBeLessThan(1e-9)
      }),
    )
  })

  it('are refused for flows below 0, and for no regions at all', () => {
    expect(() => findFunctionalRegions({ ...TWO_TOWNS, amounts: TWO_TOWNS.amounts.map(() => -1) }, 2, VALIDITY)).toThrow('flow 0 is -1')
    expect(() => findFunctionalRegions(TWO_TOWNS, 0, VALIDITY)).toThrow('0 regions')
  })
})

describe('regions in one piece', () => {
  // A row of five: unit 2 was given to region 1, but lies within region 0; it has more to do with 0 than with nothing else around it.
  const row = [[1], [0, 2], [1, 3], [2, 4], [3]]
  const flows = makeFlows([[9, 1, 1, 0, 0], [1, 9, 2, 0, 0], [1, 2, 3, 1, 9], [0, 0, 1, 9, 1], [0, 0, 9, 1, 9]])

  it('give a piece that lies apart to the region around it, however much it has to do with its own', () => {
    const { regionOfUnit, moved } = makeContiguous(flows, Int32Array.of(0, 0, 1, 0, 1), row, Infinity)
    // Unit 3 weighs 11 and lies apart from 0 and 1; unit 4 weighs 19, unit 2 16. The lightest goes first: 3 joins region 1, which is then whole.
    expect([...regionOfUnit]).toEqual([0, 0, 1, 1, 1])
    expect(moved).toEqual([3])
    expect(makeContiguous(flows, Int32Array.of(0, 0, 1, 0, 1), row, 11).moved).toEqual([])
  })

  it('are in one piece afterwards wherever something is next to them, and nothing else changes', () => {
    const world = fc.integer({ min: 2, max: 10 }).chain((size) => fc.record({ regions: fc.array(fc.nat(3), { minLength: size, maxLength: size }), edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 }) }))
    fc.assert(
      fc.property(world, ({ regions, edges }) => {
        const neighbours = regions.map((_, unit) => [...new Set(edges.flatMap(([a, b]) => (a === unit && b !== unit ? [b] : b === unit && a !== unit ? [a] : [])))])
        const all = makeFlows(regions.map(() => regions.map(() => 1)))
        const { regionOfUnit, moved } = makeContiguous(all, Int32Array.from(regions), neighbours, Infinity)
        expect(moved).toEqual([...regions.keys()].filter((unit) => regionOfUnit[unit] !== regions[unit]))
        if (findPieces(regions, neighbours).length === new Set(regions).size) expect(moved).toEqual([])
        // A region in several pieces has none next to another region but one.
        for (const region of new Set(regionOfUnit)) {
          const pieces = findPieces(regionOfUnit, neighbours).filter(([first]) => regionOfUnit[first!] === region)
          const atBorder = pieces.filter((piece) => piece.some((unit) => neighbours[unit]!.some((next) => regionOfUnit[next] !== region)))
          expect(atBorder.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('have sums that are those of the flows', () => {
    const { leaves, arrives, within } = sumRegions(flows, Int32Array.of(0, 0, 1, 1, 1), 2)
    expect([[...leaves], [...arrives], [...within]]).toEqual([[23, 46], [23, 46], [20, 43]])
  })
})

describe('the likeness of two divisions', () => {
  it('is the example of Hubert and Arabie as it is worked out by hand', () => {
    // Six people: {a,b,c | d,e,f} beside {a,b | c,d | e,f}. Pairs together: 2 of 6 and of 3; by chance 6·3/15 = 1.2; (2 − 1.2) ÷ (4.5 − 1.2).
    const likeness = comparePartitions([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2], [1, 1, 1, 1, 1, 1])
    expect(likeness.adjustedRand).toBeCloseTo(0.8 / 3.3, 12)
    // H(first) = 1, H(second) = log₂ 3, together ⅓, ⅙, ⅙, ⅓.
    const joint = -(2 / 3) * Math.log2(1 / 3) - (1 / 3) * Math.log2(1 / 6)
    expect(likeness.variationOfInformation).toBeCloseTo(2 * joint - 1 - Math.log2(3), 12)
  })

  it('is 1 and no information for the same, and counts people, not units', () => {
    expect(comparePartitions([5, 5, 7], [1, 1, 0], [10, 20, 5])).toEqual({ adjustedRand: 1, variationOfInformation: 0, secondGivenFirst: 0, firstGivenSecond: 0 })
    const whole = comparePartitions([0, 0, 1], [0, 1, 1], [2, 1, 3])
    const people = comparePartitions([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1])
    expect(whole.adjustedRand).toBeCloseTo(people.adjustedRand, 12)
    expect(whole.variationOfInformation).toBeCloseTo(people.variationOfInformation, 12)
  })

  it('knows the second wholly where the first lies within its borders', () => {
    const { secondGivenFirst, firstGivenSecond } = comparePartitions([0, 1, 2, 3], [0, 0, 1, 1], [1, 1, 1, 1])
    expect(secondGivenFirst).toBe(0)
    expect(firstGivenSecond).toBeCloseTo(1, 12)
  })
})
