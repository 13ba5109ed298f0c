/** Half of the migration of a step: it happens once at the begin and once at the end. */
import { getStride } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells, SEXES } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'

/** Takes its memory once; `move` allocates nothing. */
export class HalfMigration {
  readonly #shape: ProjectionShape
  /** By sex and age, of all areas together: who is on the way, and later how many arrive a unit of weight. */
  readonly #pool: Float64Array
  readonly #weights: Float64Array

  constructor(shape: ProjectionShape) {
    this.#shape = shape
    this.#pool = new Float64Array(countCells(shape))
    this.#weights = new Float64Array(countCells(shape))
  }

  /** Moves people of the groups from `fromAge` up to, not with, `untilAge`, in place. Nobody who leaves for another area is lost. */
  move(inputs: ProjectionInputs, people: Float64Array, fromAge: number, untilAge: number, flows: StepFlows): void {
    this.#pool.fill(0)
    this.#weights.fill(0)
    this.#depart(inputs, people, fromAge, untilAge, flows)
    for (let cell = 0; cell < this.#pool.length; cell++) {
      if (this.#weights[cell]! > 0) this.#pool[cell]! /= this.#weights[cell]!
    }
    this.#arrive(inputs, people, fromAge, untilAge, flows)
  }

  #depart(inputs: ProjectionInputs, people: Float64Array, fromAge: number, untilAge: number, flows: StepFlows): void {
    const { internalOutRates, emigrationRates, arrivalWeights } = inputs
    const { areaCount, ageCount, stepYears } = this.#shape
    const [pool, weights] = [this.#pool, this.#weights]
    const cells = pool.length
    const half = stepYears / 2
    const internalStride = getStride(internalOutRates, cells)
    const emigrationStride = getStride(emigrationRates, cells)
    const weightStride = getStride(arrivalWeights, cells)
    for (let area = 0; area < areaCount; area++) {
      let departures = 0
      let emigration = 0
      for (let sex = 0; sex < SEXES.length; sex++) {
        for (let cell = sex * ageCount + fromAge; cell < sex * ageCount + untilAge; cell++) {
          const before = people[area * cells + cell]!
          const departing = before * internalOutRates[area * internalStride + cell]! * half
          const emigrating = before * emigrationRates[area * emigrationStride + cell]! * half
          // Rounding must not leave less than nobody.
          people[area * cells + cell] = Math.max(0, before - departing - emigrating)
          pool[cell]! += departing
          weights[cell]! += arrivalWeights[area * weightStride + cell]!
          departures += departing
          emigration += emigrating
        }
      }
      flows.internalDepartures[area]! += departures
      flows.emigration[area]! += emigration
    }
  }

  #arrive(inputs: ProjectionInputs, people: Float64Array, fromAge: number, untilAge: number, flows: StepFlows): void {
    const { arrivalWeights, immigrationCounts, netMigrationCounts } = inputs
    const { areaCount, ageCount } = this.#shape
    const perWeight = this.#pool
    const cells = perWeight.length
    const weightStride = getStride(arrivalWeights, cells)
    const immigrationStride = getStride(immigrationCounts, cells)
    const netStride = getStride(netMigrationCounts, cells)
    for (let area = 0; area < areaCount; area++) {
      let arrivals = 0
      let immigration = 0
      let netMigration = 0
      let unmet = 0
      for (let sex = 0; sex < SEXES.length; sex++) {
        for (let cell = sex * ageCount + fromAge; cell < sex * ageCount + untilAge; cell++) {
          const arriving = perWeight[cell]! * arrivalWeights[area * weightStride + cell]!
          const immigrating = immigrationCounts[area * immigrationStride + cell]! / 2
          const net = netMigrationCounts[area * netStride + cell]! / 2
          const after = people[area * cells + cell]! + arriving + immigrating + net
          people[area * cells + cell] = after > 0 ? after : 0
          arrivals += arriving
          immigration += immigrating
          netMigration += net
          if (after < 0) unmet -= after
        }
      }
      flows.internalArrivals[area]! += arrivals
      flows.immigration[area]! += immigration
      flows.netMigration[area]! += netMigration + unmet
      flows.unmetDepartures[area]! += unmet
    }
  }
}
