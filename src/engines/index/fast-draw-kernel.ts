/** The same as the plain one, two to eight numbers an instruction (WebAssembly SIMD): equal to the last bit, because every sum is made in the same order. */
import type { DrawKernel } from '#engines/index/draw-kernel.ts'
import { LANES } from '#engines/index/draw-kernel.ts'
import { LEAST_WEIGHT } from '#engines/index/prepare-figures.ts'
import { startKernel } from '#engines/numeric/kernel.ts'
import type { KernelModule } from '#engines/numeric/kernel.ts'
import { DescendingRanker } from '#engines/numeric/rank-descending.ts'

/** The exports of assembly/kernel.ts. */
interface Functions {
  computeFactors(
    weights: number, slots: number, lackedEnds: number, lackedSlots: number, patterns: number, least: number, inverses: number,
    patternOfPath: number, parentPathOfPath: number, paths: number, parentFactors: number, parentPaths: number, slot: number, factors: number, fours: number,
  ): number
  multiply(figures: number, weights: number, indicators: number, groups: number, groupCount: number, panels: number, blockPanels: number, fours: number, sums: number, scores: number): void
  rank(scores: number, count: number, room: number, ranks: number): number
  tally(
    ranks: number, rowBytes: number, draws: number, worstTenths: number, areas: number, chosen: number, binOfRank: number, bins: number, binBytes: number,
    worstTenthDraws: number, sums: number, squares: number,
  ): void
}

/** Panels of four areas whose figures stay in the cache while all draws pass over them. */
const BLOCK_PANELS = 16
const MOST_GROUPS = 1024
const BUCKET_FLOATS = 4096

/** @param module the compiled kernel of the engine `index` */
export function createFastDrawKernel(module: KernelModule): DrawKernel {
  const { functions, take } = startKernel<Functions>(module)
  const groupTable = take(Int32Array, MOST_GROUPS * 4)
  const sums = take(Float64Array, BLOCK_PANELS * LANES * LANES)
  let room = take(Float64Array, 0)
  let ranker = new DescendingRanker(0)
  return {
    takeFloats: (length) => take(Float64Array, length),
    takeWholes: (length) => take(Int32Array, length),
    takeShorts: (length) => take(Uint16Array, length),
    computeFactors({ lackedEnds, lackedSlots, inverses, patternOfPath, parentPathOfPath, factors, parent, slot }, weights, slotCount, draws) {
      return functions.computeFactors(
        weights.byteOffset, slotCount, lackedEnds.byteOffset, lackedSlots.byteOffset, lackedEnds.length, LEAST_WEIGHT, inverses.byteOffset,
        patternOfPath.byteOffset, parentPathOfPath.byteOffset, patternOfPath.length, parent?.factors.byteOffset ?? 0, parent?.patternOfPath.length ?? 0, slot, factors.byteOffset,
        draws / LANES,
      ) === 1
    },
    multiply({ indicatorCount, areaCount, groups, figures, weights, scores }, draws) {
      if (groups.length > MOST_GROUPS) throw new RangeError(`${groups.length} dimensions: at most ${MOST_GROUPS}`)
      for (const [at, { end, patterns, patternCount, factors }] of groups.entries()) {
        groupTable.set([end, patterns?.byteOffset ?? 0, factors?.byteOffset ?? 0, patternCount * LANES * 8], at * 4)
      }
      functions.multiply(
        figures.byteOffset, weights.byteOffset, indicatorCount, groupTable.byteOffset, groups.length, areaCount / LANES, BLOCK_PANELS,
        draws / LANES, sums.byteOffset, scores.byteOffset,
      )
    },
    rank(scores, count, ranks) {
      const needed = BUCKET_FLOATS + 2 * (count + LANES)
      if (room.length < needed) room = take(Float64Array, needed)
      if (functions.rank(scores.byteOffset, count, room.byteOffset, ranks.byteOffset) === 1) return
      if (ranker.capacity < count) ranker = new DescendingRanker(count)
      ranker.rank(scores.subarray(0, count), ranks)
    },
    tally(rows, draws) {
      functions.tally(
        rows.ranks.byteOffset, rows.areaCount * 2, draws, rows.worstTenths.byteOffset, rows.areaCount, rows.chosenRanks.byteOffset, rows.binOfRank.byteOffset,
        rows.bins.byteOffset, rows.binCount * 2, rows.worstTenthDraws.byteOffset, rows.sums.byteOffset, rows.squares.byteOffset,
      )
    },
  }
}
