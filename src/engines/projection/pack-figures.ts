/** The figures of all years as the loops in WebAssembly want them: 32-bit numbers, a record of eight for every area, sex and age. */
import type { PreparedTask } from '#engines/projection/prepare-task.ts'
import { countFigures, INPUT_RULES } from '#engines/projection/projection-inputs.ts'
import type { InputName, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { remember } from '#engines/projection/remember.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

const RECORD_LENGTH = 8

/** A field is times × figure + plus. In the order of assembly/plan.ts. */
const FIELDS: readonly { readonly name: InputName; readonly times: (halfStep: number) => number; readonly plus?: number }[] = [
  { name: 'survivalRatios', times: () => -1, plus: 1 },
  { name: 'internalOutRates', times: (halfStep) => halfStep },
  { name: 'emigrationRates', times: (halfStep) => halfStep },
  { name: 'arrivalWeights', times: () => 1 },
  { name: 'immigrationCounts', times: () => 1 / 2 },
  { name: 'netMigrationCounts', times: () => 1 / 2 },
  { name: 'fertilityRates', times: (halfStep) => halfStep },
  { name: 'boysPerGirl', times: () => 1 },
]

/** Fields of which the largest size in each area stands behind the records: dying, leaving, emigrating, net. */
const EXTREME_FIELDS = [0, 1, 2, 5] as const

export interface PackedYear {
  /** None for the year after the last step. */
  readonly records: Float32Array
  readonly headshipRates: Float32Array
  readonly groupQuarters: Float64Array
}

/** Asks for the figures of every year, in order. A year with the very figures of another shares its records. */
export function packFigures(shape: ProjectionShape, stepCount: number, { getInputs }: PreparedTask): PackedYear[] {
  const none = new Float32Array(0)
  const narrow = remember((rates: Float64Array) => new Float32Array(rates))
  const packed: { readonly inputs: ProjectionInputs; readonly records: Float32Array }[] = []
  return Array.from({ length: stepCount + 1 }, (_, step) => {
    const inputs = getInputs(step)
    const { headshipRates, groupQuarters } = inputs
    if (step < stepCount && !packed.some(({ inputs: known }) => isSame(known, inputs))) packed.push({ inputs, records: packRecords(shape, inputs) })
    const records = packed.find(({ inputs: known }) => step < stepCount && isSame(known, inputs))?.records ?? none
    return { records, headshipRates: narrow(headshipRates), groupQuarters }
  })
}

const isSame = (one: ProjectionInputs, other: ProjectionInputs) => FIELDS.every(({ name }) => one[name] === other[name])

function packRecords(shape: ProjectionShape, inputs: ProjectionInputs): Float32Array {
  const { areaCount, stepYears } = shape
  const length = areaCount * countCells(shape) * RECORD_LENGTH
  const records = new Float32Array(length + areaCount * EXTREME_FIELDS.length)
  for (const [field, { name, times, plus = 0 }] of FIELDS.entries()) {
    packField(shape, inputs[name], countFigures(shape, INPUT_RULES[name].by), times(stepYears / 2), plus, records.subarray(field))
  }
  for (const [at, field] of EXTREME_FIELDS.entries()) findExtremes(shape, records.subarray(field, length), records.subarray(length + at))
  return records
}

function packField(shape: ProjectionShape, figures: Float64Array, own: number, times: number, plus: number, records: Float32Array): void {
  const lengthOfArea = countCells(shape) * RECORD_LENGTH
  for (let area = 0; area < shape.areaCount; area++) {
    const from = figures.length === own ? 0 : area * own
    for (let at = 0; at < own; at++) records[area * lengthOfArea + at * RECORD_LENGTH] = times * figures[from + at]! + plus
  }
}

function findExtremes(shape: ProjectionShape, records: Float32Array, extremes: Float32Array): void {
  const lengthOfArea = countCells(shape) * RECORD_LENGTH
  for (let area = 0; area < shape.areaCount; area++) {
    let most = 0
    for (let at = area * lengthOfArea; at < (area + 1) * lengthOfArea; at += RECORD_LENGTH) most = Math.max(most, Math.abs(records[at]!))
    extremes[area * EXTREME_FIELDS.length] = most
  }
}
