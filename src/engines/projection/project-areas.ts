/**
 * The fast way for many areas between which nobody moves (wijken, buurten, villages: moves as rates out and counts in):
 * 32-bit numbers, four ages an instruction, a tile of areas through all years while it is in the cache.
 * `projectPopulation` is the plain twin that says what it means, and that knows moves between areas.
 */
import { countKernelBytes, startKernel } from '#engines/numeric/kernel.ts'
import type { KernelModule } from '#engines/numeric/kernel.ts'
import { nameFigure } from '#engines/projection/check-inputs.ts'
import { takeOutGroupQuarters } from '#engines/projection/group-quarters.ts'
import { prepareTask } from '#engines/projection/prepare-task.ts'
import type { ProjectionTask } from '#engines/projection/prepare-task.ts'
import { countFigures, INPUT_RULES } from '#engines/projection/projection-inputs.ts'
import type { InputName, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

interface AreaFunctions {
  prepareAreas(areas: number, ages: number, stepYears: number, tables: number, ...inputs: number[]): void
  stepAreas(areas: number, ages: number, firstMother: number, lastMother: number, tables: number, start: number, end: number): void
}

export interface AreaProjection {
  /** The state after each step that was kept, the base year first when all were kept. */
  readonly years: readonly AreaYear[]
  /** How many figures each patch of the scenario changed. */
  readonly changedCounts: Float64Array
}

export interface AreaYear {
  readonly year: number
  /** Outside group quarters; a block an area. */
  readonly people: Float32Array
}

/** In the order of `prepareAreas`. */
const USED_INPUTS = ['survivalRatios', 'fertilityRates', 'boysPerGirl', 'emigrationRates', 'immigrationCounts', 'netMigrationCounts'] as const satisfies readonly InputName[]

/** Tables and two slabs of so many areas stay in the second cache. */
const AREAS_OF_TILE = 32

/** @param kept 'all' years, or the 'last' only, which takes two slabs of memory however many steps. Throws as `AreaProjector` does. */
export function projectAreas(kernel: KernelModule, task: ProjectionTask, kept: 'all' | 'last' = 'all'): AreaProjection {
  return new AreaProjector(kernel, task.shape, task.stepCount, kept).project(task)
}

/** Takes its memory once, for one scenario after another: what a projection gave is overwritten by the next. */
export class AreaProjector {
  readonly #kept: 'all' | 'last'
  readonly #areas: TiledAreas

  /** Throws a RangeError for more than 4 GiB of figures. */
  constructor(kernel: KernelModule, shape: ProjectionShape, stepCount: number, kept: 'all' | 'last') {
    this.#kept = kept
    this.#areas = new TiledAreas(kernel, shape, kept === 'all' ? stepCount + 1 : Math.min(stepCount, 1) + 1)
  }

  /** Of the shape and number of steps that were named. Throws a RangeError, with position and both numbers, for a task that cannot be projected, and where people move between areas. */
  project(task: ProjectionTask): AreaProjection {
    const { shape, baseYear, stepCount } = task
    const { slabs } = this.#areas
    const { population, getInputs, changedCounts } = prepareTask(task)
    slabs[0]!.set(takeOutGroupQuarters(shape, population, getInputs(0).groupQuarters))
    for (let step = 0; step < stepCount;) {
      const inputs = getInputs(step)
      checkNobodyMoves(shape, inputs, baseYear + step * shape.stepYears)
      let until = step + 1
      while (until < stepCount && USED_INPUTS.every((name) => getInputs(until)[name] === inputs[name])) until++
      this.#areas.run(inputs, step, until)
      step = until
    }
    getInputs(stepCount)
    const steps = this.#kept === 'all' ? slabs.map((_, step) => step) : [stepCount]
    return { years: steps.map((step) => ({ year: baseYear + step * shape.stepYears, people: slabs[step % slabs.length]! })), changedCounts }
  }
}

function checkNobodyMoves(shape: ProjectionShape, { internalOutRates }: ProjectionInputs, year: number): void {
  const at = internalOutRates.findIndex((rate) => rate > 0)
  if (at < 0) return
  throw new RangeError(`internalOutRates of ${nameFigure(shape, 'sexAndAge', at, internalOutRates.length)} in ${year} is ${internalOutRates[at]}: moves between areas need all areas at once, so use projectPopulation, or give these moves as emigrationRates and immigrationCounts`)
}

/** The memory of a projection, and its way through it. */
class TiledAreas {
  /** People, a block an area, of one step after another, and again from the first. */
  readonly slabs: readonly Float32Array[]
  readonly #shape: ProjectionShape
  readonly #functions: AreaFunctions
  readonly #tables: Float32Array
  readonly #inputs: Readonly<Record<(typeof USED_INPUTS)[number], Float32Array>>

  constructor(kernel: KernelModule, shape: ProjectionShape, slabCount: number) {
    const cells = countCells(shape)
    const tile = Math.min(AREAS_OF_TILE, shape.areaCount)
    const tableLength = tile * (3 * cells + shape.ageCount + 2)
    const inputLengths = USED_INPUTS.map((name) => tile * countFigures(shape, INPUT_RULES[name].by))
    const slabLength = shape.areaCount * cells
    const bytes = [tableLength, ...inputLengths].reduce((sum, length) => sum + countKernelBytes(length), slabCount * countKernelBytes(slabLength))
    const { functions, takeFloats } = startKernel<AreaFunctions>(kernel, bytes)
    this.#shape = shape
    this.#functions = functions
    this.#tables = takeFloats(tableLength)
    this.#inputs = Object.fromEntries(USED_INPUTS.map((name, at) => [name, takeFloats(inputLengths[at]!)])) as Record<(typeof USED_INPUTS)[number], Float32Array>
    this.slabs = Array.from({ length: slabCount }, () => takeFloats(slabLength))
  }

  /** Steps that have the same figures. */
  run(inputs: ProjectionInputs, fromStep: number, untilStep: number): void {
    const { areaCount, ageCount } = this.#shape
    const cells = countCells(this.#shape)
    const [first, last] = findMothers(inputs.fertilityRates, ageCount)
    for (let area = 0; area < areaCount; area += AREAS_OF_TILE) {
      const count = Math.min(AREAS_OF_TILE, areaCount - area)
      for (const name of USED_INPUTS) this.#load(name, inputs[name], area, count)
      this.#functions.prepareAreas(count, ageCount, this.#shape.stepYears, this.#tables.byteOffset, ...USED_INPUTS.map((name) => this.#inputs[name].byteOffset))
      const offset = 4 * area * cells
      for (let step = fromStep; step < untilStep; step++) {
        const [start, end] = [this.slabs[step % this.slabs.length]!, this.slabs[(step + 1) % this.slabs.length]!]
        this.#functions.stepAreas(count, ageCount, first, last, this.#tables.byteOffset, start.byteOffset + offset, end.byteOffset + offset)
      }
    }
  }

  #load(name: (typeof USED_INPUTS)[number], figures: Float64Array, area: number, count: number): void {
    const own = countFigures(this.#shape, INPUT_RULES[name].by)
    if (figures.length > own) return this.#inputs[name].set(figures.subarray(area * own, (area + count) * own))
    if (area === 0) for (let at = 0; at < count; at++) this.#inputs[name].set(figures, at * own)
  }
}

/** From the first age to before the last at which, or a group later, anybody bears; whole fours, so that all areas go the same way. */
function findMothers(fertilityRates: Float64Array, ageCount: number): readonly [number, number] {
  let [first, last] = [ageCount, 0]
  for (let at = 0; at < fertilityRates.length; at++) {
    if (fertilityRates[at] === 0) continue
    const age = at % ageCount
    if (age < first) first = age
    if (age > last) last = age
  }
  if (first > last) return [0, 0]
  return [4 * Math.floor((first - 1) / 4), 4 * Math.ceil((last + 1) / 4)]
}
