/**
 * The fast way for many areas between which nobody moves (wijken, buurten, villages: moves as rates out and counts in):
 * 32-bit numbers, four ages an instruction, a tile of areas through all years while it is in the cache.
 * `projectPopulation` is the plain twin that says what it means, and that knows moves between areas.
 */
import type { KernelModule } from '#engines/numeric/kernel.ts'
import { checkInputs, checkLength, nameFigure } from '#engines/projection/check-inputs.ts'
import { takeOutGroupQuarters } from '#engines/projection/group-quarters.ts'
import { prepareTask } from '#engines/projection/prepare-task.ts'
import type { Guard, ProjectionTask } from '#engines/projection/prepare-task.ts'
import { INPUT_RULES } from '#engines/projection/projection-inputs.ts'
import type { InputName, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { TiledAreas, USED_INPUTS } from '#engines/projection/tiled-areas.ts'

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
    const { population, getInputs, changedCounts } = prepareTask(task, GUARD)
    if (!this.#areas.begin(population, getInputs(0).groupQuarters)) refuse(task)
    let latest: ProjectionInputs | undefined
    for (let step = 0; step < stepCount;) {
      const inputs = getInputs(step)
      let until = step + 1
      while (until < stepCount && USED_INPUTS.every((name) => getInputs(until)[name] === inputs[name]) && doesNobodyMove(getInputs(until))) until++
      if (!doesNobodyMove(inputs) || !this.#areas.run(inputs, step, until)) refuse(task)
      latest = inputs
      step = until
    }
    // What describes the moment after the last step may come with figures that no step reads.
    checkInputs(shape, getInputs(stepCount), baseYear + stepCount * shape.stepYears, latest)
    const steps = this.#kept === 'all' ? slabs.map((_, step) => step) : [stepCount]
    return { years: steps.map((step) => ({ year: baseYear + step * shape.stepYears, people: slabs[step % slabs.length]! })), changedCounts }
  }
}

/** Passes over the figures that are looked at a tile at a time. */
const GUARD: Guard = {
  checkPopulation: () => undefined,
  checkInputs(shape, inputs, year, checked) {
    for (const name of USED_INPUTS) checkLength(shape, name, inputs[name], INPUT_RULES[name], year)
    const looked: readonly InputName[] = doesNobodyMove(inputs) ? [...USED_INPUTS, 'internalOutRates'] : USED_INPUTS
    checkInputs(shape, inputs, year, { ...checked, ...Object.fromEntries(looked.map((name) => [name, inputs[name]])) })
  },
}

const doesNobodyMove = ({ internalOutRates }: ProjectionInputs): boolean => internalOutRates.every((rate) => rate === 0)

/** Throws what is wrong with a task, in the words of the guards that look at one figure after another. */
function refuse(task: ProjectionTask): never {
  const { shape, baseYear, stepCount } = task
  const { population, getInputs } = prepareTask(task)
  takeOutGroupQuarters(shape, population, getInputs(0).groupQuarters)
  for (let step = 0; step < stepCount; step++) checkNobodyMoves(shape, getInputs(step), baseYear + step * shape.stepYears)
  throw new Error(`the projection from ${baseYear} was refused, and no guard says why`)
}

function checkNobodyMoves(shape: ProjectionShape, { internalOutRates }: ProjectionInputs, year: number): void {
  const at = internalOutRates.findIndex((rate) => rate > 0)
  if (at < 0) return
  throw new RangeError(`internalOutRates of ${nameFigure(shape, 'sexAndAge', at, internalOutRates.length)} in ${year} is ${internalOutRates[at]}: moves between areas need all areas at once, so use projectPopulation, or give these moves as emigrationRates and immigrationCounts`)
}
