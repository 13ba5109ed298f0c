/** Chances that figures of a place fall below the lines that regions and schools are judged by. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { MeasuredFigure } from '#steps/explore/figure-intervals.ts'
import { findChanceBelow } from '#steps/explore/place-intervals.ts'

/** Anticipating and shrinking regions: percent from the jump-off to 2040. */
const SHARE_LINES = [
  { id: 'population', changePercents: [-2.5, -12.5] },
  { id: 'households', changePercents: [-2.5, -5] },
] as const
const SHARE_YEAR = 2040
/** Pupils below which a primary school may be closed, and is small; ten years on. */
const PUPIL_LINES = [23, 100] as const
const PUPIL_YEARS = 10

/** Shares are left out where trajectories give them already. */
export function listChances(years: readonly number[], figures: readonly MeasuredFigure[], level: ProjectionAnswer['level'], hasDraws: boolean): ProjectionAnswer['thresholds'] {
  return [...(hasDraws ? [] : listShareChances(years, figures)), ...(level === 'smallArea' ? listPupilChances(years, figures) : [])]
}

function listShareChances(years: readonly number[], figures: readonly MeasuredFigure[]): ProjectionAnswer['thresholds'] {
  const at = years.indexOf(SHARE_YEAR)
  if (at < 1) return []
  return SHARE_LINES.flatMap(({ id, changePercents }) => {
    const figure = figures.find((own) => own.id === id)
    if (figure === undefined) return []
    return changePercents.map((changePercent) => ({
      measure: id,
      year: SHARE_YEAR,
      changePercent,
      chance: findChanceBelow(figure.projected[at]!, figure.deviations[at]!, figure.projected[0]! * (1 + changePercent / 100)),
    }))
  })
}

function listPupilChances(years: readonly number[], figures: readonly MeasuredFigure[]): ProjectionAnswer['thresholds'] {
  const pupils = figures.find(({ id }) => id === 'pupils4to11')
  if (pupils === undefined || years.length <= PUPIL_YEARS) return []
  return PUPIL_LINES.map((below) => ({ measure: 'pupils4to11' as const, year: years[PUPIL_YEARS]!, below, chance: findChanceBelow(pupils.projected[PUPIL_YEARS]!, pupils.deviations[PUPIL_YEARS]!, below) }))
}
