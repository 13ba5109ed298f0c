/** Half of the migration of a step: it happens once at the begin and once at the end. */
import { getStride } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells, SEXES } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'

/** Takes its memory once; `prepare` and `move` allocate nothing. */
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

  /** Adds up the weights of a step; `move` follows with the same inputs. */
  prepare({ arrivalWeights }: ProjectionInputs): void {
    const weights = this.#weights.fill(0)
    const repeats = arrivalWeights.length === weights.length ? this.#shape.areaCount : 1
    for (let first = 0; first < arrivalWeights.length; first += weights.length) {
      for (let cell = 0; cell < weights.length; cell++) weights[cell]! += repeats * arrivalWeights[first + cell]!
    }
  }

  /** Moves people of the groups from `fromAge` up to, not with, `untilAge`, in place. Nobody who leaves for another area is lost. */
  move(inputs: ProjectionInputs, people: Float64Array, fromAge: number, untilAge: number, flows: StepFlows): void {
    this.#pool.fill(0)
    this.#depart(inputs, people, fromAge, untilAge, flows)
    for (let cell = 0; cell < this.#pool.length; cell++) {
      if (this.#weights[cell]! > 0) this.#pool[cell]! /= this.#weights[cell]!
    }
    this.#arrive(inputs, people, fromAge, untilAge, flows)
  }

  #depart(inputs: ProjectionInputs, people: Float64Array, fromAge: number, untilAge: number, flows: StepFlows): void {
    const { internalOutRates, emigrationRates } = inputs
    const { areaCount, ageCount, stepYears } = this.#shape
    const pool = this.#pool
    const cells = pool.length
    const half = stepYears / 2
    const internalStride = getStride(internalOutRates, cells)
    const emigrationStride = getStride(emigrationRates, cells)
    for (let area = 0; area < areaCount; area++) {
      const [first, firstInternal, firstEmigration] = [area * cells, area * internalStride, area * emigrationStride]
      let departures = 0
      let emigration = 0
      for (let sex = 0; sex < SEXES.length; sex++) {
        const until = sex * ageCount + untilAge
        for (let cell = sex * ageCount + fromAge; cell < until; cell++) {
          const before = people[first + cell]!
          const departing = before * internalOutRates[firstInternal + cell]! * half
          const emigrating = before * emigrationRates[firstEmigration + cell]! * half
          const staying = before - departing - emigrating
          // Rounding must not leave less than nobody.
          people[first + cell] = staying < 0 ? 0 : staying
          pool[cell]! += departing
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
      const [first, firstWeight] = [area * cells, area * weightStride]
      const [firstImmigration, firstNet] = [area * immigrationStride, area * netStride]
      let arrivals = 0
      let immigration = 0
      let netMigration = 0
      let unmet = 0
      for (let sex = 0; sex < SEXES.length; sex++) {
        const until = sex * ageCount + untilAge
        for (let cell = sex * ageCount + fromAge; cell < until; cell++) {
          const arriving = perWeight[cell]! * arrivalWeights[firstWeight + cell]!
          const immigrating = immigrationCounts[firstImmigration + cell]! / 2
          const net = netMigrationCounts[firstNet + cell]! / 2
          const after = people[first + cell]! + arriving + immigrating + net
          people[first + cell] = after < 0 ? 0 : after
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
