/** One step of the cohort-component method, for all areas at once. Method and sources: docs/methods/cohort-component.md. */
import { bear } from '#engines/projection/bear.ts'
import { HalfMigration } from '#engines/projection/half-migration.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { checkShape, countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { clearFlows } from '#engines/projection/step-flows.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'
import { survive } from '#engines/projection/survive.ts'

/** Takes its memory once; `project` allocates nothing and checks nothing. */
export class StepProjector {
  readonly #shape: ProjectionShape
  readonly #migration: HalfMigration
  readonly #started: Float64Array

  constructor(shape: ProjectionShape) {
    checkShape(shape)
    this.#shape = shape
    this.#migration = new HalfMigration(shape)
    this.#started = new Float64Array(shape.areaCount * countCells(shape))
  }

  /** Fills `end` and `flows` from the people at the begin. The inputs must have passed `checkInputs`, the people `POPULATION_RULE`. */
  project(inputs: ProjectionInputs, start: Float64Array, end: Float64Array, flows: StepFlows): void {
    const { ageCount } = this.#shape
    const started = this.#started
    clearFlows(flows)
    started.set(start)
    this.#migration.prepare(inputs)
    this.#migration.move(inputs, started, 0, ageCount, flows)
    survive(this.#shape, inputs, started, end, flows)
    this.#migration.move(inputs, end, 1, ageCount, flows)
    bear(this.#shape, inputs, started, end, flows)
    this.#migration.move(inputs, end, 0, 1, flows)
  }
}
