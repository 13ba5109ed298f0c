/** The figures of all years as the loops in WebAssembly want them: 32-bit numbers, a record of eight for every area, sex and age. */
import type { PreparedTask } from '#engines/projection/prepare-task.ts'
import { countFigures, INPUT_RULES } from '#engines/projection/projection-inputs.ts'
import type { InputName, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

const RECORD_LENGTH = 8

type Prepare = (figure: number, halfStep: number) => number

const plainly: Prepare = (figure) => figure
const byHalfStep: Prepare = (rate, halfStep) => rate * halfStep
const half: Prepare = (count) => count / 2

/** In the order of assembly/plan.ts. */
const FIELDS: readonly (readonly [InputName, Prepare])[] = [
  ['survivalRatios', (ratio) => 1 - ratio],
  ['internalOutRates', byHalfStep],
  ['emigrationRates', byHalfStep],
  ['arrivalWeights', plainly],
  ['immigrationCounts', half],
  ['netMigrationCounts', half],
  ['fertilityRates', byHalfStep],
  ['boysPerGirl', plainly],
]

export interface PackedYear {
  /** None for the year after the last step. */
  readonly records: Float32Array
  readonly headshipRates: Float32Array
  readonly groupQuarters: Float64Array
}

/** Asks for the figures of every year, in order. A year with the very figures of another shares its records. */
export function packFigures(shape: ProjectionShape, stepCount: number, { getInputs }: PreparedTask): PackedYear[] {
  const none = new Float32Array(0)
  const households = new Map<Float64Array, Float32Array>()
  const packed: { readonly inputs: ProjectionInputs; readonly records: Float32Array }[] = []
  return Array.from({ length: stepCount + 1 }, (_, step) => {
    const inputs = getInputs(step)
    const { headshipRates, groupQuarters } = inputs
    if (!households.has(headshipRates)) households.set(headshipRates, Float32Array.from(headshipRates))
    if (step < stepCount && !packed.some(({ inputs: known }) => isSame(known, inputs))) packed.push({ inputs, records: packRecords(shape, inputs) })
    const records = packed.find(({ inputs: known }) => step < stepCount && isSame(known, inputs))?.records ?? none
    return { records, headshipRates: households.get(headshipRates)!, groupQuarters }
  })
}

const isSame = (one: ProjectionInputs, other: ProjectionInputs) => FIELDS.every(([name]) => one[name] === other[name])

function packRecords(shape: ProjectionShape, inputs: ProjectionInputs): Float32Array {
  const { areaCount, stepYears } = shape
  const cells = countCells(shape)
  const records = new Float32Array(areaCount * cells * RECORD_LENGTH)
  for (const [field, [name, prepare]] of FIELDS.entries()) {
    const figures = inputs[name]
    const own = countFigures(shape, INPUT_RULES[name].by)
    for (let area = 0; area < areaCount; area++) {
      const from = figures.length === own ? 0 : area * own
      const to = area * cells * RECORD_LENGTH + field
      for (let at = 0; at < own; at++) records[to + at * RECORD_LENGTH] = prepare(figures[from + at]!, stepYears / 2)
    }
  }
  return records
}
