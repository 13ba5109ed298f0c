/** Population and households, step by step, under a scenario. */
import { checkFigures, checkInputs } from '#engines/projection/check-inputs.ts'
import { addGroupQuarters, takeOutGroupQuarters } from '#engines/projection/group-quarters.ts'
import { countHouseholds } from '#engines/projection/households.ts'
import { INPUT_NAMES, MOMENT_INPUTS, POPULATION_RULE } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { ScenarioPatcher } from '#engines/projection/scenario-patcher.ts'
import type { Scenario } from '#engines/projection/scenario.ts'
import { createFlows } from '#engines/projection/step-flows.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'
import { StepProjector } from '#engines/projection/step-projector.ts'

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

/** The state at the begin of a year, and the step that led to it. */
export interface ProjectedYear {
  readonly year: number
  /** Group quarters included. */
  readonly population: Float64Array
  /** A block of sizes an area. */
  readonly households: Float64Array
  /** Of people outside group quarters; not there in the base year. */
  readonly flows?: StepFlows
}

export interface Projection {
  /** The base year first. */
  readonly years: readonly ProjectedYear[]
  /** How many figures each patch of the scenario changed; 0 is a patch without effect. */
  readonly changedCounts: Float64Array
}

/** Throws a RangeError, with position and both numbers, for figures, a scenario or a task that cannot be projected. */
export function projectPopulation(task: ProjectionTask): Projection {
  const { shape, baseYear, stepCount, getInputs } = task
  if (!Number.isSafeInteger(stepCount) || stepCount < 0) throw new RangeError(`number of steps is ${stepCount}: it must be a whole number, at least 0`)
  if (!Number.isSafeInteger(baseYear)) throw new RangeError(`base year ${baseYear} is not a whole number`)
  const projector = new StepProjector(shape)
  const scenario = new ScenarioPatcher(shape, task.scenario ?? [], baseYear)

  checkPopulation(shape, task.population, baseYear)
  const population = scenario.patchPopulation(task.population, baseYear).slice()
  checkPopulation(shape, population, baseYear)
  const getPatched = (step: number) => {
    const year = baseYear + step * shape.stepYears
    return scenario.patchInputs(getInputs(year), year, step < stepCount ? INPUT_NAMES : MOMENT_INPUTS)
  }
  let inputs = getPatched(0)
  checkInputs(shape, inputs, baseYear)
  let people = takeOutGroupQuarters(shape, population, inputs.groupQuarters)
  const years: ProjectedYear[] = [{ year: baseYear, population, households: countHouseholds(shape, inputs.headshipRates, people) }]

  for (let step = 1; step <= stepCount; step++) {
    const year = baseYear + step * shape.stepYears
    const [end, flows] = [new Float64Array(people.length), createFlows(shape)]
    projector.project(inputs, people, end, flows)
    const next = getPatched(step)
    checkInputs(shape, next, year, inputs)
    years.push({ year, population: addGroupQuarters(shape, end, next.groupQuarters), households: countHouseholds(shape, next.headshipRates, end), flows })
    people = end
    inputs = next
  }
  return { years, changedCounts: scenario.changedCounts }
}

function checkPopulation(shape: ProjectionShape, population: Float64Array, year: number): void {
  const cells = shape.areaCount * countCells(shape)
  if (population.length !== cells) throw new RangeError(`population of ${year} has ${population.length} figures: ${shape.areaCount} areas × ${countCells(shape)} are ${cells}`)
  checkFigures(shape, 'population', population, POPULATION_RULE, year)
}
