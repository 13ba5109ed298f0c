/** Where everything of a run of trajectories lies in the memory of its kernel; as assembly/plan.ts. */
import { countKernelBytes, startKernel } from '#engines/numeric/kernel.ts'
import type { Kernel, KernelModule } from '#engines/numeric/kernel.ts'
import { DRAWS_OF_PAIR } from '#engines/projection/batch.ts'
import { narrowBlock, sumGroupQuarters } from '#engines/projection/outcome-recipes.ts'
import type { OutcomeRecipes } from '#engines/projection/outcome-recipes.ts'
import { getNormalOf, packOutcomeErrors } from '#engines/projection/outcome-errors.ts'
import type { PackedYear } from '#engines/projection/pack-figures.ts'
import { remember } from '#engines/projection/remember.ts'
import { COMPONENTS, countRegions } from '#engines/projection/projection-errors.ts'
import type { ProjectionErrors } from '#engines/projection/projection-errors.ts'
import { countFigures, getStride } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { countSeries, DRAWS_OF_BATCH } from '#engines/projection/trajectory-task.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'

export interface TrajectoryFunctions {
  arrange(...places: number[]): void
  begin(base: number): void
  drawErrors(year: number, draw: number, key0: number, key1: number): void
  stepTrajectories(year: number): void
  summarise(elements: number, blocks: number, blockCount: number, recipes: number, outcomeCount: number, constants: number, errors: number, normalsOf: number, results: number): void
  addUpGroups(groups: number, groupCount: number, outcomeCount: number, results: number): void
  countClasses(seriesCount: number, draws: number, results: number, lows: number, classesPerUnit: number, counts: number, classCount: number): void
}

/** Places in memory, in bytes. */
export interface YearPlaces {
  readonly records: number
  readonly blocks: number
  readonly constants: number
  /** 0 without errors of outcomes. */
  readonly outcomeErrors: number
}

const POOLS = 3
const WORD_LENGTH = 32
const SPARE_NORMALS = 2
const DEVIATION_FIGURES = 4
const BLOCK_FIGURES = 4

/** Each list with its length in front. */
const countListFigures = (lists: readonly (readonly number[])[]): number => lists.reduce((sum, list) => sum + 1 + list.length, 0)
const writeLists = (part: Float32Array, lists: readonly (readonly number[])[]): void => asWholeNumbers(part).set(lists.flatMap((list) => [list.length, ...list]))

/** Numbers of 32 bits that each part takes. */
function sizeParts(task: TrajectoryTask, { blocks, recipes }: OutcomeRecipes, yearCount: number, classCount: number) {
  const { shape, errors, outcomes, outcomeErrors, groups = [] } = task
  const { areaCount } = shape
  const cells = countCells(shape)
  const errorCount = COMPONENTS.length * (1 + countRegions(errors) + areaCount)
  const seriesCount = countSeries(task)
  return {
    base: areaCount * cells,
    people: DRAWS_OF_PAIR * areaCount * cells,
    factors: DRAWS_OF_PAIR * COMPONENTS.length * areaCount,
    series: DRAWS_OF_PAIR * errorCount,
    pools: DRAWS_OF_PAIR * POOLS * cells,
    births: DRAWS_OF_PAIR * areaCount,
    regions: areaCount,
    deviations: DEVIATION_FIGURES * errorCount,
    normals: DRAWS_OF_PAIR * SPARE_NORMALS * (1 + countRegions(errors) + areaCount),
    words: WORD_LENGTH,
    outcomeErrors: outcomeErrors ? 2 * outcomeErrors.own.length : 0,
    normalsOf: outcomes.length,
    elements: DRAWS_OF_PAIR * blocks.length,
    blocks: BLOCK_FIGURES * blocks.length * yearCount,
    constants: yearCount * areaCount * outcomes.length,
    groups: countListFigures(groups),
    recipes: countListFigures(recipes),
    results: seriesCount * DRAWS_OF_BATCH,
    lows: seriesCount,
    classesPerUnit: seriesCount,
    counts: Math.ceil((seriesCount * classCount) / 2),
  }
}

export type Parts = Readonly<Record<keyof ReturnType<typeof sizeParts>, Float32Array>>

export interface TrajectoryMemory {
  readonly functions: TrajectoryFunctions
  readonly parts: Parts
  readonly years: readonly YearPlaces[]
}

export function arrangeMemory(kernel: KernelModule, task: TrajectoryTask, packed: readonly PackedYear[], recipes: OutcomeRecipes, classCount: number): TrajectoryMemory {
  const { shape, errors } = task
  const sizes = sizeParts(task, recipes, packed.length, classCount)
  const arrays = new Set(packed.flatMap(({ records, headshipRates }) => [records, headshipRates]))
  const bytes = [...Object.values(sizes), ...[...arrays].map(({ length }) => length)].reduce((sum, length) => sum + countKernelBytes(length), 0)
  const started = startKernel<TrajectoryFunctions>(kernel, bytes)
  const parts = Object.fromEntries(Object.entries(sizes).map(([name, length]) => [name, started.takeFloats(length)])) as unknown as Parts
  const places = copyArrays(started, arrays)
  const years = writeYears(task, packed, recipes, places, parts)
  writeErrors(shape, errors, parts)
  if (task.outcomeErrors) parts.outcomeErrors.set(packOutcomeErrors(shape, task.outcomes.length, task.outcomeErrors))
  asWholeNumbers(parts.normalsOf).set(task.outcomes.map((outcome) => 4 * DRAWS_OF_PAIR * getNormalOf(outcome)))
  writeLists(parts.recipes, recipes.recipes)
  writeLists(parts.groups, task.groups ?? [])
  const at = (name: keyof Parts) => parts[name].byteOffset
  started.functions.arrange(shape.areaCount, shape.ageCount, countRegions(errors), at('people'), at('factors'), at('series'), at('pools'), at('births'), at('regions'), at('deviations'), at('normals'), at('words'), 1)
  return { functions: started.functions, parts, years }
}

const asWholeNumbers = (floats: Float32Array) => new Uint32Array(floats.buffer, floats.byteOffset, floats.length)

/** Gives where each array is. */
function copyArrays(kernel: Kernel<TrajectoryFunctions>, arrays: Iterable<Float32Array>): Map<Float32Array, number> {
  return new Map([...arrays].map((array) => {
    const taken = kernel.takeFloats(array.length)
    taken.set(array)
    return [array, taken.byteOffset]
  }))
}

/** The records of each year are in memory; what is asked of it is written behind that of the year before. */
function writeYears(task: TrajectoryTask, packed: readonly PackedYear[], { blocks }: OutcomeRecipes, places: ReadonlyMap<Float32Array, number>, parts: Parts): YearPlaces[] {
  const { shape, outcomes, outcomeErrors } = task
  const describeBlocks = remember((headshipRates: Float32Array) => {
    const stride = headshipRates.length === countFigures(shape, 'kindSexAndAge') ? 0 : countFigures(shape, 'kindSexAndAge')
    return blocks.flatMap((block) => {
      const place = block.kind === undefined ? 0 : places.get(headshipRates)! + 4 * block.kind * countCells(shape)
      return [place, 4 * stride, ...narrowBlock(shape, block, headshipRates)]
    })
  })
  const sumConstants = remember((groupQuarters: Float64Array) => sumGroupQuarters(shape, outcomes, groupQuarters))
  return packed.map(({ records, headshipRates, groupQuarters }, step) => {
    const figures = describeBlocks(headshipRates)
    const constants = sumConstants(groupQuarters)
    asWholeNumbers(parts.blocks).set(figures, step * figures.length)
    parts.constants.set(constants, step * constants.length)
    return {
      records: places.get(records)!,
      blocks: parts.blocks.byteOffset + 4 * step * figures.length,
      constants: parts.constants.byteOffset + 4 * step * constants.length,
      outcomeErrors: outcomeErrors ? parts.outcomeErrors.byteOffset + 8 * step * constants.length : 0,
    }
  })
}

function writeErrors({ areaCount }: ProjectionShape, errors: ProjectionErrors, { regions, deviations }: Parts): void {
  asWholeNumbers(regions).set(errors.regions)
  let at = 0
  for (const [part, count] of [['national', 1], ['regional', countRegions(errors)], ['own', areaCount]] as const) {
    for (let position = 0; position < count; position++) {
      for (const component of COMPONENTS) {
        const { persistence, deviation, startDeviation } = errors.components[component][part]
        deviations.set([persistence, deviation[position * getStride(deviation, 1)]!, startDeviation[position * getStride(startDeviation, 1)]!], at)
        at += DEVIATION_FIGURES
      }
    }
  }
}
