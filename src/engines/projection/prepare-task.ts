/** What every way of projecting begins with: a task whose scenario was followed and whose figures passed the guards. */
import { checkFigures, checkInputs } from '#engines/projection/check-inputs.ts'
import { INPUT_NAMES, MOMENT_INPUTS, POPULATION_RULE } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { ScenarioPatcher } from '#engines/projection/scenario-patcher.ts'
import type { Scenario } from '#engines/projection/scenario.ts'

export interface ProjectionTask {
  readonly shape: ProjectionShape
  /** The population counts at the begin of this year. */
  readonly baseYear: number
  /** Everybody, group quarters included; a block an area. */
  readonly population: Float64Array
  readonly stepCount: number
  /** The figures of the step that begins with a year, asked for in order, also for the year after the last step (group quarters, households). */
  readonly getInputs: (year: number) => ProjectionInputs
  readonly scenario?: Scenario
}

export interface PreparedTask {
  /** Of the base year under the scenario: the array of the task itself where no patch counts for it. */
  readonly population: Float64Array
  /** The figures under the scenario; to be asked for step by step, and again only for the same step. */
  readonly getInputs: (step: number) => ProjectionInputs
  /** Grows with the steps that were asked for. */
  readonly changedCounts: Float64Array
}

/** Who looks whether figures are what they may be. */
export interface Guard {
  checkPopulation(shape: ProjectionShape, population: Float64Array, year: number): void
  checkInputs(shape: ProjectionShape, inputs: ProjectionInputs, year: number, checked?: Partial<ProjectionInputs>): void
}

const GUARD: Guard = { checkPopulation: (shape, population, year) => checkFigures(shape, 'population', population, POPULATION_RULE, year), checkInputs }

/**
 * Throws a RangeError, with position and both numbers, for figures, a scenario or a task that cannot be projected.
 * @param guard another for whoever looks at figures himself
 */
export function prepareTask(task: ProjectionTask, guard = GUARD): PreparedTask {
  const { shape, baseYear, stepCount } = task
  if (!Number.isSafeInteger(stepCount) || stepCount < 0) throw new RangeError(`number of steps is ${stepCount}: it must be a whole number, at least 0`)
  if (!Number.isSafeInteger(baseYear)) throw new RangeError(`base year ${baseYear} is not a whole number`)
  const scenario = new ScenarioPatcher(shape, task.scenario ?? [], baseYear)
  checkPopulation(shape, task.population, baseYear, guard)
  const population = scenario.patchPopulation(task.population, baseYear)
  if (population !== task.population) checkPopulation(shape, population, baseYear, guard)
  let present: { readonly step: number; readonly inputs: ProjectionInputs } | undefined
  return {
    population,
    changedCounts: scenario.changedCounts,
    getInputs(step) {
      if (present?.step === step) return present.inputs
      const year = baseYear + step * shape.stepYears
      const inputs = scenario.patchInputs(task.getInputs(year), year, step < stepCount ? INPUT_NAMES : MOMENT_INPUTS)
      guard.checkInputs(shape, inputs, year, present?.inputs)
      present = { step, inputs }
      return inputs
    },
  }
}

function checkPopulation(shape: ProjectionShape, population: Float64Array, year: number, guard: Guard): void {
  const cells = shape.areaCount * countCells(shape)
  if (population.length !== cells) throw new RangeError(`population of ${year} has ${population.length} figures: ${shape.areaCount} areas × ${countCells(shape)} are ${cells}`)
  guard.checkPopulation(shape, population, year)
}
