/** What a projection reads: the figures of one step for all areas, and what each figure may be. */
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/**
 * The figures of a step. Every array has a block an area, or one block that counts for all areas.
 * Rates are a year; counts are a step. The figures of year y hold from the begin of y; those of group quarters and households describe that moment.
 */
export interface ProjectionInputs {
  /**
   * In [0, 1], by sex and age *at the end of the step*: share of the people one group younger who are still there.
   * In group 0 the share of the births; in the open group the share of the last two groups together.
   */
  readonly survivalRatios: Float64Array
  /** Births a woman a year in [0, 1], by age of the mother. Group 0 has none. */
  readonly fertilityRates: Float64Array
  /** Sex ratio at birth, one figure an area. */
  readonly boysPerGirl: Float64Array
  /** Departures to other areas of the projection, a person a year in [0, 1], by sex and age. */
  readonly internalOutRates: Float64Array
  /** Where those who depart arrive, by sex and age: an area receives its weight ÷ the weights of all areas. Shares are weights that add up to 1. */
  readonly arrivalWeights: Float64Array
  /** Departures from all areas of the projection together, a person a year in [0, 1], by sex and age. */
  readonly emigrationRates: Float64Array
  /** People who come from elsewhere in a step, by sex and age. */
  readonly immigrationCounts: Float64Array
  /** Arrivals less departures in a step, where only the difference is known; may be negative. By sex and age. */
  readonly netMigrationCounts: Float64Array
  /** People in institutions and the like, who do not age, move or bear within the projection. By sex and age. */
  readonly groupQuarters: Float64Array
  /** Households of a kind a person outside group quarters, by kind, sex and age (a block of sexes and ages a kind): each household counts at one of its people. All kinds together in [0, 1]. */
  readonly headshipRates: Float64Array
}

export type InputName = keyof ProjectionInputs

export interface InputRule {
  /** What an area has a figure for. */
  readonly by: 'area' | 'age' | 'sexAndAge' | 'kindSexAndAge'
  readonly lowest: number
  readonly highest: number
}

/** More people than there can be: sums and products of figures up to here are finite. */
const MOST_PEOPLE = 1e12

export const POPULATION_RULE: InputRule = { by: 'sexAndAge', lowest: 0, highest: MOST_PEOPLE }

export const INPUT_RULES: Readonly<Record<InputName, InputRule>> = {
  survivalRatios: { by: 'sexAndAge', lowest: 0, highest: 1 },
  fertilityRates: { by: 'age', lowest: 0, highest: 1 },
  boysPerGirl: { by: 'area', lowest: 0.1, highest: 10 },
  internalOutRates: { by: 'sexAndAge', lowest: 0, highest: 1 },
  arrivalWeights: { by: 'sexAndAge', lowest: 0, highest: MOST_PEOPLE },
  emigrationRates: { by: 'sexAndAge', lowest: 0, highest: 1 },
  immigrationCounts: { by: 'sexAndAge', lowest: 0, highest: MOST_PEOPLE },
  netMigrationCounts: { by: 'sexAndAge', lowest: -MOST_PEOPLE, highest: MOST_PEOPLE },
  groupQuarters: { by: 'sexAndAge', lowest: 0, highest: MOST_PEOPLE },
  headshipRates: { by: 'kindSexAndAge', lowest: 0, highest: 1 },
}

export const INPUT_NAMES = Object.keys(INPUT_RULES) as readonly InputName[]

/** Figures that describe a moment, so that they count at the end of the last step too. */
export const MOMENT_INPUTS: readonly InputName[] = ['groupQuarters', 'headshipRates']

/** Figures of one area. */
export function countFigures(shape: ProjectionShape, by: InputRule['by']): number {
  if (by === 'area') return 1
  if (by === 'age') return shape.ageCount
  return countCells(shape) * (by === 'kindSexAndAge' ? shape.householdKindCount : 1)
}

/** From the block of one area to that of the next; 0 where one block counts for all. */
export const getStride = (figures: Float64Array, figuresOfArea: number): number => (figures.length === figuresOfArea ? 0 : figuresOfArea)

/** Figures under which people only grow older: no births, deaths, moves, group quarters or households. One block for all areas. */
export function createStillInputs(shape: ProjectionShape): ProjectionInputs {
  const fill = (name: InputName, value: number) => new Float64Array(countFigures(shape, INPUT_RULES[name].by)).fill(value)
  return {
    survivalRatios: fill('survivalRatios', 1),
    fertilityRates: fill('fertilityRates', 0),
    boysPerGirl: fill('boysPerGirl', 1),
    internalOutRates: fill('internalOutRates', 0),
    arrivalWeights: fill('arrivalWeights', 1),
    emigrationRates: fill('emigrationRates', 0),
    immigrationCounts: fill('immigrationCounts', 0),
    netMigrationCounts: fill('netMigrationCounts', 0),
    groupQuarters: fill('groupQuarters', 0),
    headshipRates: fill('headshipRates', 0),
  }
}
