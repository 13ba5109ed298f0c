/** Regions in one piece: a small piece that lies apart from the rest of its region goes to the region around it with which it has most to do. */
import { turnAround } from '#engines/regions/unit-flows.ts'
import type { UnitFlows } from '#engines/regions/unit-flows.ts'

/** A piece may end up beside another one that moves as well; more rounds than this are not needed, but there must be an end. */
const MOST_ROUNDS = 20

export interface ContiguousRegions {
  readonly regionOfUnit: Int32Array
  /** Units that changed from one region to another. */
  readonly moved: readonly number[]
}

/**
 * `neighbours` has for every unit those next to it. Of each region the piece that most leaves from stays, and so do pieces that as much as `largeEnough` leaves from, and
 * those next to no other region.
 * Numbers of regions are kept.
 */
export function makeContiguous(flows: UnitFlows, regionOfUnit: Int32Array, neighbours: readonly (readonly number[])[], largeEnough: number): ContiguousRegions {
  const regions = regionOfUnit.slice()
  const incoming = turnAround(flows)
  const weight = Float64Array.from({ length: flows.unitCount }, (_, unit) => sumOf(flows, unit))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const apart = listPiecesApart(regions, neighbours, weight, largeEnough)
    let changed = false
    for (const piece of apart) {
      // Another piece may have joined it to its region again.
      if (isJoined(piece, regions, neighbours)) continue
      const to = findRegionAround(piece, regions, neighbours, [flows, incoming])
      if (to < 0) continue
      for (const unit of piece) regions[unit] = to
      changed = true
    }
    if (!changed) break
  }
  return { regionOfUnit: regions, moved: [...regions.keys()].filter((unit) => regions[unit] !== regionOfUnit[unit]) }
}

/** All pieces but the heaviest of each region and the large ones, the lightest first. */
function listPiecesApart(regions: Int32Array, neighbours: readonly (readonly number[])[], weight: Float64Array, largeEnough: number): number[][] {
  const pieces = findPieces(regions, neighbours).map((units) => ({ units, region: regions[units[0]!]!, weight: units.reduce((sum, unit) => sum + weight[unit]!, 0) }))
  const heaviest = new Map<number, (typeof pieces)[number]>()
  for (const piece of pieces) if (piece.weight > (heaviest.get(piece.region)?.weight ?? -1)) heaviest.set(piece.region, piece)
  return pieces.filter((piece) => heaviest.get(piece.region) !== piece && piece.weight < largeEnough).sort((a, b) => a.weight - b.weight || a.units[0]! - b.units[0]!).map(({ units }) => units)
}

function isJoined(piece: readonly number[], regions: Int32Array, neighbours: readonly (readonly number[])[]): boolean {
  const own = new Set(piece)
  return piece.some((unit) => neighbours[unit]!.some((next) => !own.has(next) && regions[next] === regions[unit]))
}

/** Units of one region that are next to each other, as lists; by their first unit. */
export function findPieces(regions: ArrayLike<number>, neighbours: readonly (readonly number[])[]): number[][] {
  const seen = new Uint8Array(regions.length)
  const pieces: number[][] = []
  for (let start = 0; start < regions.length; start++) {
    if (seen[start] === 1) continue
    seen[start] = 1
    const piece = [start]
    for (const unit of piece) {
      for (const next of neighbours[unit]!) {
        if (seen[next] === 1 || regions[next] !== regions[start]) continue
        seen[next] = 1
        piece.push(next)
      }
    }
    pieces.push(piece)
  }
  return pieces
}

/** −1 where it is next to no other region. Of regions with as much to do the one with the lowest number. */
function findRegionAround(piece: readonly number[], regions: Int32Array, neighbours: readonly (readonly number[])[], ways: readonly UnitFlows[]): number {
  const own = regions[piece[0]!]!
  const around = new Map<number, number>()
  for (const unit of piece) for (const next of neighbours[unit]!) if (regions[next] !== own) around.set(regions[next]!, 0)
  for (const { firstFlows, toUnits, amounts } of ways) {
    for (const unit of piece) {
      for (let flow = firstFlows[unit]!; flow < firstFlows[unit + 1]!; flow++) {
        const region = regions[toUnits[flow]!]!
        if (around.has(region)) around.set(region, around.get(region)! + amounts[flow]!)
      }
    }
  }
  return [...around].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1
}

function sumOf({ firstFlows, amounts }: UnitFlows, unit: number): number {
  let sum = 0
  for (let flow = firstFlows[unit]!; flow < firstFlows[unit + 1]!; flow++) sum += amounts[flow]!
  return sum
}

export interface RegionSums {
  /** What leaves the units of each region, arrives there, and does both. */
  readonly leaves: Float64Array
  readonly arrives: Float64Array
  readonly within: Float64Array
}

export function sumRegions({ unitCount, firstFlows, toUnits, amounts }: UnitFlows, regionOfUnit: Int32Array, regionCount: number): RegionSums {
  const make = () => new Float64Array(regionCount)
  const sums = { leaves: make(), arrives: make(), within: make() }
  for (let unit = 0; unit < unitCount; unit++) {
    const region = regionOfUnit[unit]!
    for (let flow = firstFlows[unit]!; flow < firstFlows[unit + 1]!; flow++) {
      const to = regionOfUnit[toUnits[flow]!]!
      sums.leaves[region]! += amounts[flow]!
      sums.arrives[to]! += amounts[flow]!
      if (region === to) sums.within[region]! += amounts[flow]!
    }
  }
  return sums
}
