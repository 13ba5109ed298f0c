/** How wrong wijken and buurten would have been, by how large they are, beside "nothing changes" and growth shared out by inhabitants. */
import { findMedian } from '#engines/numeric/robust-line.ts'
import { sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import type { PastProjection } from '#steps/explore/past-projections.ts'
import { LEAST_INHABITANTS, listBuurtOutcomes, listDistrictOutcomes, listSmallAreaWindows, type MunicipalHistory, type SmallAreaOutcome } from '#steps/explore/small-area-errors.ts'

const LEVELS = [
  { level: 'district', list: listDistrictOutcomes, bounds: [LEAST_INHABITANTS, 1000, 2500, 5000, 10_000, Infinity] },
  { level: 'neighbourhood', list: listBuurtOutcomes, bounds: [LEAST_INHABITANTS, 200, 500, 1000, 2500, Infinity] },
] as const

/** Errors in percent of what was counted: of the buurt in the middle, and the mean of all weighted by inhabitants. */
interface GuessErrors {
  readonly median: number
  readonly weightedMean: number
}

export interface SmallAreaLine {
  readonly level: (typeof LEVELS)[number]['level']
  readonly jumpOff: number
  readonly year: number
  /** Inhabitants at the jump-off: from, and up to but not including (null: no end). */
  readonly inhabitants: { readonly from: number; readonly until: number | null }
  readonly areas: number
  readonly projected: GuessErrors
  readonly noChange: GuessErrors
  readonly sharedOut: GuessErrors
  /** Share of which the published count did not change at all: it is rounded to five. */
  readonly unchanged: number
}

/** From every jump-off that can be held against counts to the last year; wijken first, and all sizes together first. */
export function testSmallAreas(data: ProjectionData, histories: readonly MunicipalHistory[], projectPast: (jumpOff: number) => PastProjection, last: number): SmallAreaLine[] {
  const windows = listSmallAreaWindows(histories, data, last).filter(({ year }) => year === last)
  return LEVELS.flatMap(({ level, list, bounds }) =>
    windows.flatMap(({ moment, year }) => {
      const outcomes = list(histories, projectPast(moment), moment, year)
      const classes = [[LEAST_INHABITANTS, Infinity] as const, ...bounds.slice(1).map((until, at) => [bounds[at]!, until] as const)]
      return classes.flatMap(([from, until]) => {
        const members = outcomes.filter(({ base }) => base >= from && base < until)
        return members.length === 0 ? [] : [{ level, jumpOff: moment, year, inhabitants: { from, until: until === Infinity ? null : until }, ...summarise(members) }]
      })
    }),
  )
}

/** The line of the size of a place, over the longest time; undefined where there is none. */
export function findSizeLine(lines: readonly SmallAreaLine[], level: SmallAreaLine['level'], inhabitants: number): SmallAreaLine | undefined {
  const ofLevel = lines.filter((line) => line.level === level)
  const longest = ofLevel.filter(({ jumpOff }) => jumpOff === ofLevel[0]?.jumpOff)
  return longest.slice(1).find(({ inhabitants: { from, until } }) => inhabitants >= from && inhabitants < (until ?? Infinity))
}

function summarise(outcomes: readonly SmallAreaOutcome[]): Omit<SmallAreaLine, 'level' | 'jumpOff' | 'year' | 'inhabitants'> {
  const inhabitants = sum(outcomes.map(({ base }) => base))
  const measure = (guess: (outcome: SmallAreaOutcome) => number): GuessErrors => {
    const errors = outcomes.map((outcome) => 100 * Math.abs(guess(outcome) / outcome.counted - 1))
    return { median: findMedian(errors), weightedMean: sum(errors.map((error, at) => error * outcomes[at]!.base)) / inhabitants }
  }
  return {
    areas: outcomes.length,
    projected: measure(({ projected }) => projected),
    noChange: measure(({ base }) => base),
    sharedOut: measure(({ sharedOut }) => sharedOut),
    unchanged: outcomes.filter(({ base, counted }) => base === counted).length / outcomes.length,
  }
}
