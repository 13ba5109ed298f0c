/** How much people of each age move: a model migration schedule. */
import { AGE_COUNT } from '#steps/explore/inputs/projection-data.ts'

/**
 * The seven parameters of the model schedule of Rogers & Castro (1981), with their standard values but for the age of the peak and the speed of leaving it:
 * children move with their parents, the young leave home around 20, and few move after 65. No Dutch table of movers by age is among the
 * data, so this is a model. Only the shape counts: each municipality's level is measured.
 */
const CHILDREN = { level: 0.025, descent: 0.1 }
const LABOUR = { level: 0.1, peak: 21, ascent: 0.4, descent: 0.1 }
const CONSTANT = 0.004

/** Relative departures by single age, the same for women and men; unit arbitrary, above 0. */
export const MOVE_SCHEDULE: Float64Array = Float64Array.from({ length: AGE_COUNT }, (_, age) => {
  const fromPeak = age - LABOUR.peak
  return CHILDREN.level * Math.exp(-CHILDREN.descent * age) + LABOUR.level * Math.exp(-LABOUR.descent * fromPeak - Math.exp(-LABOUR.ascent * fromPeak)) + CONSTANT
})
