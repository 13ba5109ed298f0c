/** New homes, as people who come to live there: a patch on net migration. Method: docs/methods/cohort-component.md, "New homes". */
import { getStride } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import type { ScenarioPatch, Span } from '#engines/projection/scenario.ts'

export interface NewHomes {
  /** Position of the area. */
  readonly area: number
  /** In each of which so many are finished. */
  readonly years: Span
  /** In a step; below 0 for homes that go. */
  readonly homes: number
  readonly peopleOfHome: number
  /** In [0, 1]: of these people the share that did not live in the area already. Who moves within leaves a home to others of the area. */
  readonly shareFromElsewhere: number
}

/**
 * Those who come have the sexes and ages of those who come to the area anyway, and leave the other areas in proportion to who moves from there:
 * all areas together have as many as before. `population` is that of the base year outside group quarters. Throws a RangeError for homes that nobody can come to, or come from.
 */
export function translateHomes(shape: ProjectionShape, inputs: ProjectionInputs, population: Float64Array, built: NewHomes): ScenarioPatch {
  checkHomes(shape, built)
  const cells = countCells(shape)
  const leaving = countLeaving(shape, inputs, population)
  const arriving = countArriving(shape, inputs, leaving, built.area)
  const fromOthers = Float64Array.from({ length: cells }, (_, cell) => sumCell(shape, leaving, cell) - leaving[built.area * cells + cell]!)
  const profile = arriving.map((people, cell) => (fromOthers[cell]! > 0 ? people : 0))
  const all = profile.reduce((sum, people) => sum + people, 0)
  const added = built.homes * built.peopleOfHome * built.shareFromElsewhere
  if (added !== 0 && all === 0) throw new RangeError(`nobody moves to area ${built.area} from other areas: the ages of people in new homes are not known`)
  const addEach = new Float64Array(shape.areaCount * cells)
  for (let cell = 0; cell < cells && added !== 0; cell++) {
    if (profile[cell] === 0) continue
    const coming = (added * profile[cell]!) / all
    for (let area = 0; area < shape.areaCount; area++) {
      const place = area * cells + cell
      addEach[place] = area === built.area ? coming : (-coming * leaving[place]!) / fromOthers[cell]!
    }
  }
  return { input: 'netMigrationCounts', years: built.years, change: { addEach } }
}

function checkHomes({ areaCount }: ProjectionShape, { area, homes, peopleOfHome, shareFromElsewhere }: NewHomes): void {
  if (!Number.isInteger(area) || area < 0 || area >= areaCount) throw new RangeError(`area ${area} of new homes is not one of 0 to ${areaCount - 1}`)
  if (!Number.isFinite(homes)) throw new RangeError(`the number of new homes is ${homes}`)
  if (!(peopleOfHome >= 0 && peopleOfHome <= 20)) throw new RangeError(`people of a new home are ${peopleOfHome}: it must be from 0 to 20`)
  if (!(shareFromElsewhere >= 0 && shareFromElsewhere <= 1)) throw new RangeError(`the share from elsewhere of new homes is ${shareFromElsewhere}: it must be from 0 to 1`)
}

/** Who would leave each area for another in a year. */
function countLeaving(shape: ProjectionShape, { internalOutRates }: ProjectionInputs, population: Float64Array): Float64Array {
  const cells = countCells(shape)
  const stride = getStride(internalOutRates, cells)
  return population.map((people, at) => people * internalOutRates[Math.floor(at / cells) * stride + (at % cells)]!)
}

/** Who would come to an area in a year from others. */
function countArriving(shape: ProjectionShape, { arrivalWeights }: ProjectionInputs, leaving: Float64Array, area: number): Float64Array {
  const cells = countCells(shape)
  const stride = getStride(arrivalWeights, cells)
  return new Float64Array(cells).map((_, cell) => {
    let weights = 0
    for (let other = 0; other < shape.areaCount; other++) weights += arrivalWeights[other * stride + cell]!
    return weights === 0 ? 0 : (sumCell(shape, leaving, cell) * arrivalWeights[area * stride + cell]!) / weights
  })
}

function sumCell(shape: ProjectionShape, figures: Float64Array, cell: number): number {
  let sum = 0
  for (let at = cell; at < figures.length; at += countCells(shape)) sum += figures[at]!
  return sum
}
