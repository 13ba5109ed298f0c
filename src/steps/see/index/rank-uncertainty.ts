/** How sure the ranks of an index are: the same index under many other choices that could be defended as well. */
import type { AreaLevel } from '#domain/area.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import type { RankUncertaintyAnswer, RankUncertaintyRequest } from '#domain/rank-uncertainty.ts'
import { UNCERTAIN_CHOICES } from '#domain/uncertain-choices.ts'
import { divideInBatches } from '#engines/index/draw-batches.ts'
import type { RankUncertainty } from '#engines/index/summarise-ranks.ts'
import { compileKernel, type KernelModule } from '#engines/numeric/kernel.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { selectPositions } from '#steps/see/catalogue.ts'
import type { PlacedColumn } from '#steps/see/index/check-indicators.ts'
import type { DrawRanksInput } from '#steps/see/index/draw-ranks-task.ts'
import { makeRoomForScaled } from '#steps/see/index/room-for-scaled.ts'
import { getDirection, makeIndexInput } from '#steps/see/index/index-input.ts'
import { getUncertaintyRequest } from '#steps/see/index/uncertainty-request.ts'
import { runJoined } from '#steps/workers/run-split.ts'

const TASK = new URL('./draw-ranks-task.ts', import.meta.url)
/** Each pair costs four more runs; more makes the shares of one area somewhat less rough. */
const MOST_SENSITIVITY_PAIRS = 1000

/** Ready to be drawn: all that can be wrong with the request has been said. */
export interface PreparedUncertainty {
  readonly document: IndexDocument & { readonly year: number }
  readonly request: RankUncertaintyRequest
  readonly version: string
  /** The areas, as positions in `statistics.listAreas(level)`. */
  readonly positions: Int32Array
  readonly indicators: readonly PlacedColumn[]
  readonly input: Omit<DrawRanksInput, 'kernel'>
}

/** Arrays follow `positions`. */
export interface UncertaintyRun extends RankUncertainty, Omit<PreparedUncertainty, 'input'> {
  readonly level: AreaLevel
  readonly rankedCount: number
}

/** Gathers the figures. Throws as `getUncertaintyRequest`. */
export function prepareUncertainty(statistics: Statistics, given: RankUncertaintyRequest): PreparedUncertainty {
  const request = getUncertaintyRequest(statistics, given)
  const { document, positions, matrix, indicators } = makeIndexInput(statistics, request.document)
  const shared = new Float64Array(new SharedArrayBuffer(8 * matrix.values.length))
  shared.set(matrix.values)
  const sensitivityPairs = Math.min(MOST_SENSITIVITY_PAIRS, Math.floor(request.draws / 2))
  const input = { document, directions: indicators.map(getDirection), matrix: { ...matrix, values: shared }, request, sensitivityPairs }
  return { document, request, version: statistics.version, positions, indicators, input }
}

/** Draws on several threads; the answer does not depend on how many. Rejects as `runSplit`. */
export async function runUncertainty(
  { input, ...prepared }: PreparedUncertainty,
  { threads, signal, onProgress }: { readonly threads?: number; readonly signal?: AbortSignal; readonly onProgress?: (share: number) => void } = {},
): Promise<UncertaintyRun> {
  const { draws } = prepared.request
  const parts = divideInBatches({ draws, sensitivityPairs: input.sensitivityPairs }).length - 1
  const order = { ...input, kernel: getKernel(), scaled: makeRoomForScaled(input) }
  const [result] = await runJoined<DrawRanksInput, RankUncertainty>({ module: TASK, input: order, parts, signal, onProgress, ...(threads !== undefined && { threads }) })
  return { ...result!, ...prepared, level: prepared.document.level, rankedCount: result!.chosenRanks.reduce((count, rank) => count + Number(rank > 0), 0) }
}

let kernel: KernelModule | undefined
const getKernel = (): KernelModule => (kernel ??= compileKernel(readKernel('index')))

/** The columns of a run, in the order of listAreaNames for its level and year; only the areas in `within` when given. Throws SeeError `unknownArea` (within). */
export function describeUncertainty(statistics: Statistics, run: UncertaintyRun, within?: string): RankUncertaintyAnswer {
  const rows = listUncertaintyRows(statistics, run, within)
  const pick = (values: Int32Array | Float64Array) => rows.map((at) => (run.chosenRanks[at] === 0 || Number.isNaN(values[at]) ? null : values[at]!))
  const { draws, seed, vary } = run.request
  return {
    document: run.document, version: run.version, level: run.level, year: run.document.year, draws, seed, vary, rankedCount: run.rankedCount,
    ranks: pick(run.chosenRanks), medianRanks: pick(run.medianRanks), lowRanks: pick(run.lowRanks), highRanks: pick(run.highRanks),
    rankStep: run.rankStep, exactRanks: run.exactRanks, worstTenthShares: pick(run.worstTenthShares), unrankedDraws: rows.map((at) => run.unrankedDraws[at]!),
    sensitivities: Object.fromEntries(UNCERTAIN_CHOICES.map((choice) => [choice, pick(run.sensitivities[choice])])) as RankUncertaintyAnswer['sensitivities'],
    overallSensitivities: run.overallSensitivities,
  }
}

/** Places in the arrays of a run of the areas in `within`, or of all. Throws SeeError `unknownArea`. */
export function listUncertaintyRows(statistics: Statistics, { positions, level, document }: UncertaintyRun, within?: string): number[] {
  const rows = [...positions.keys()]
  if (within === undefined) return rows
  const wanted = new Set(selectPositions(statistics, level, document.year, within))
  return rows.filter((at) => wanted.has(positions[at]!))
}

/** Bytes that a run keeps. */
export const measureUncertainty = ({ positions }: UncertaintyRun): number => BYTES_AN_AREA * positions.length

/** Six whole numbers, and five with a fraction. */
const BYTES_AN_AREA = 6 * 4 + 5 * 8
