/** The guard at the door: what passes here is computed without another look. */
import { countFigures, getStride, INPUT_NAMES, INPUT_RULES } from '#engines/projection/projection-inputs.ts'
import type { InputRule, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells, nameAge, SEXES } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** A figure that no projection can have: which, of whom, and what it may be. */
export class FigureError extends RangeError {
  /** `internalOutRates` stands for departures of both kinds where their sum is too large, `headshipRates` for all kinds of household together. */
  readonly figure: string
  /** Position; undefined where one block counts for all areas. */
  readonly area: number | undefined
  readonly sex: (typeof SEXES)[number] | undefined
  readonly age: number | undefined
  readonly year: number
  readonly value: number
  readonly lowest: number
  readonly highest: number
  constructor(message: string, where: Pick<FigureError, 'figure' | 'area' | 'sex' | 'age' | 'year' | 'value' | 'lowest' | 'highest'>) {
    super(message)
    this.name = 'FigureError'
    ;({ figure: this.figure, area: this.area, sex: this.sex, age: this.age, year: this.year, value: this.value, lowest: this.lowest, highest: this.highest } = where)
  }
}

/** Sums of rates differ by rounding. */
const ROUNDING = 1e-12

/** Half of the departures of a step go at once, and no more can go than there are: the most a year, a person. */
export const getMostDeparting = ({ stepYears }: ProjectionShape): number => 2 / stepYears + ROUNDING

/**
 * Throws a RangeError that names the figure, the position of the area, sex, age and year, with both numbers.
 * Arrays that are the very ones of `checked` are not looked at again.
 */
export function checkInputs(shape: ProjectionShape, inputs: ProjectionInputs, year: number, checked?: Partial<ProjectionInputs>): void {
  const isNew = (...names: readonly (keyof ProjectionInputs)[]) => names.some((name) => inputs[name] !== checked?.[name])
  for (const name of INPUT_NAMES) if (isNew(name)) checkFigures(shape, name, inputs[name], INPUT_RULES[name], year)
  if (isNew('fertilityRates')) checkYoungest(shape, inputs.fertilityRates, year)
  if (isNew('internalOutRates', 'emigrationRates')) checkDepartures(shape, inputs, year)
  if (isNew('internalOutRates', 'arrivalWeights')) checkArrivals(shape, inputs, year)
  if (isNew('headshipRates')) checkHeadship(shape, inputs.headshipRates, year)
}

/** Throws a RangeError for an array of another length than a block for all or a block an area. */
export function checkLength(shape: ProjectionShape, name: string, figures: Float64Array, { by }: InputRule, year: number): void {
  const own = countFigures(shape, by)
  if (figures.length === own || figures.length === own * shape.areaCount) return
  throw new RangeError(`${name} of ${year} has ${figures.length} figures: ${shape.areaCount} areas × ${own} are ${own * shape.areaCount}, one block for all is ${own}`)
}

/** The same, and for an array with a figure outside the rule. */
export function checkFigures(shape: ProjectionShape, name: string, figures: Float64Array, rule: InputRule, year: number): void {
  checkLength(shape, name, figures, rule, year)
  const { lowest, highest } = rule
  if (areWithin(figures, lowest, highest)) return
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at]!
    if (figure >= lowest && figure <= highest) continue
    throw new FigureError(`${name} of ${nameFigure(shape, rule.by, at, figures.length)} in ${year} is ${figure}: it must be from ${lowest} to ${highest}`, {
      figure: name, year, value: figure, lowest, highest, ...findPlace(shape, rule.by, at, figures.length),
    })
  }
}

/** Without a branch in the loop: four times faster than looking for the first figure outside. */
function areWithin(figures: Float64Array, lowest: number, highest: number): boolean {
  let outside = 0
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at]!
    outside |= Number(!(figure >= lowest && figure <= highest))
  }
  return outside === 0
}

/** 'area 3, women, ages 85–89', by the place of a figure among `length`; 'all areas' where one block counts for all. */
export function nameFigure(shape: ProjectionShape, by: InputRule['by'], at: number, length: number): string {
  const own = countFigures(shape, by)
  const rest = at % own
  const area = length === own && shape.areaCount > 1 ? 'all areas' : `area ${Math.floor(at / own)}`
  if (by === 'area') return area
  if (by === 'age') return `${area}, ${nameAge(shape, rest)}`
  const cell = rest % countCells(shape)
  const kind = by === 'kindSexAndAge' ? `, household kind ${Math.floor(rest / countCells(shape))}` : ''
  return `${area}, ${SEXES[Math.floor(cell / shape.ageCount)]}, ${nameAge(shape, cell % shape.ageCount)}${kind}`
}

function findPlace(shape: ProjectionShape, by: InputRule['by'], at: number, length: number): Pick<FigureError, 'area' | 'sex' | 'age'> {
  const own = countFigures(shape, by)
  const cell = (at % own) % countCells(shape)
  return {
    area: length === own && shape.areaCount > 1 ? undefined : Math.floor(at / own),
    sex: by === 'area' || by === 'age' ? undefined : SEXES[Math.floor(cell / shape.ageCount)],
    age: by === 'area' ? undefined : cell % shape.ageCount,
  }
}

/** Mothers of the youngest group would be born in the step itself. */
function checkYoungest(shape: ProjectionShape, rates: Float64Array, year: number): void {
  for (let at = 0; at < rates.length; at += shape.ageCount) {
    if (rates[at]! === 0) continue
    const where = findPlace(shape, 'age', at, rates.length)
    throw new FigureError(`fertilityRates of ${nameFigure(shape, 'age', at, rates.length)} in ${year} is ${rates[at]}: the youngest group has 0`, { figure: 'fertilityRates', year, value: rates[at]!, lowest: 0, highest: 0, ...where })
  }
}

function checkDepartures(shape: ProjectionShape, { internalOutRates, emigrationRates }: ProjectionInputs, year: number): void {
  const cells = countCells(shape)
  const [internalStride, emigrationStride] = [getStride(internalOutRates, cells), getStride(emigrationRates, cells)]
  const most = getMostDeparting(shape)
  for (let area = 0; area < shape.areaCount; area++) {
    const [internal, emigration] = [area * internalStride, area * emigrationStride]
    let highest = 0
    for (let cell = 0; cell < cells; cell++) highest = Math.max(highest, internalOutRates[internal + cell]! + emigrationRates[emigration + cell]!)
    if (highest <= most) continue
    for (let cell = 0; cell < cells; cell++) {
      const rate = internalOutRates[internal + cell]! + emigrationRates[emigration + cell]!
      if (rate <= most) continue
      const [at, length] = [area * cells + cell, shape.areaCount * cells]
      throw new FigureError(`internalOutRates and emigrationRates of ${nameFigure(shape, 'sexAndAge', at, length)} in ${year} are together ${rate}: with steps of ${shape.stepYears} years at most ${2 / shape.stepYears}`, {
        figure: 'internalOutRates', year, value: rate, lowest: 0, highest: 2 / shape.stepYears, ...findPlace(shape, 'sexAndAge', at, length),
      })
    }
  }
}

/** Those who depart must arrive somewhere. */
function checkArrivals(shape: ProjectionShape, { internalOutRates, arrivalWeights }: ProjectionInputs, year: number): void {
  const cells = countCells(shape)
  const sumOf = (figures: Float64Array) => {
    const sums = new Float64Array(cells)
    for (let at = 0; at < figures.length; at += cells) for (let cell = 0; cell < cells; cell++) sums[cell]! += figures[at + cell]!
    return sums
  }
  const [rates, weights] = [sumOf(internalOutRates), sumOf(arrivalWeights)]
  const nowhere = weights.findIndex((weight, cell) => weight === 0 && rates[cell]! > 0)
  if (nowhere < 0) return
  const position = internalOutRates.findIndex((rate, at) => at % cells === nowhere && rate > 0)
  throw new RangeError(`internalOutRates of ${nameFigure(shape, 'sexAndAge', position, internalOutRates.length)} in ${year} is ${internalOutRates[position]}, but the arrivalWeights of all areas there are together 0`)
}

/** A person heads at most one household. */
function checkHeadship(shape: ProjectionShape, rates: Float64Array, year: number): void {
  const cells = countCells(shape)
  const own = countFigures(shape, 'kindSexAndAge')
  for (let start = 0; start < rates.length; start += own) {
    for (let cell = 0; cell < cells; cell++) {
      let sum = 0
      for (let at = start + cell; at < start + own; at += cells) sum += rates[at]!
      if (sum <= 1 + ROUNDING) continue
      const [at, length] = [(start / own) * cells + cell, (rates.length / own) * cells]
      throw new FigureError(`headshipRates of ${nameFigure(shape, 'sexAndAge', at, length)} in ${year} are together ${sum}: at most 1`, {
        figure: 'headshipRates', year, value: sum, lowest: 0, highest: 1, ...findPlace(shape, 'sexAndAge', at, length),
      })
    }
  }
}
