/** Population and households, step by step, under a scenario. */
import { addGroupQuarters, takeOutGroupQuarters } from '#engines/projection/group-quarters.ts'
import { countHouseholds } from '#engines/projection/households.ts'
import { prepareTask } from '#engines/projection/prepare-task.ts'
import type { ProjectionTask } from '#engines/projection/prepare-task.ts'
import { createFlows } from '#engines/projection/step-flows.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'
import { StepProjector } from '#engines/projection/step-projector.ts'

/** The state at the begin of a year, and the step that led to it. */
export interface ProjectedYear {
  readonly year: number
  /** Group quarters included. */
  readonly population: Float64Array
  /** A block of kinds an area. */
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
  const steps = projectYears(task)
  const years: ProjectedYear[] = []
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done === true) return { years, changedCounts: next.value }
    years.push(next.value)
  }
}

/** The same year by year, the base year first, for who has to do other things in between. Gives what a projection has for `changedCounts` at its end. */
export function* projectYears(task: ProjectionTask): Generator<ProjectedYear, Projection['changedCounts']> {
  const { shape, baseYear, stepCount } = task
  const projector = new StepProjector(shape)
  const { population, getInputs, changedCounts } = prepareTask(task)
  let inputs = getInputs(0)
  let people = takeOutGroupQuarters(shape, population, inputs.groupQuarters)
  yield { year: baseYear, population: population.slice(), households: countHouseholds(shape, inputs.headshipRates, people) }
  for (let step = 1; step <= stepCount; step++) {
    const [end, flows] = [new Float64Array(people.length), createFlows(shape)]
    projector.project(inputs, people, end, flows)
    inputs = getInputs(step)
    const year = baseYear + step * shape.stepYears
    yield { year, population: addGroupQuarters(shape, end, inputs.groupQuarters), households: countHouseholds(shape, inputs.headshipRates, end), flows }
    people = end
  }
  return changedCounts
}
