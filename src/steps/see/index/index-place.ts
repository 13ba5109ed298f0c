/** How one place stands in an index: its own area, and the larger ones it lies in. */
import type { AreaInIndex, PlaceInIndexAnswer, Standing } from '#domain/answers/index-answers.ts'
import type { Area } from '#domain/area.ts'
import { MISSING_SCORE_REASONS } from '#engines/index/compute-index.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { BASIS_OP_ORDE_LEVELS } from '#steps/see/index/basis-op-orde.ts'
import { getIndex, getIndexRun } from '#steps/see/index/built-in-indices.ts'
import { chooseTrendStep } from '#steps/see/index/index-trend.ts'
import type { IndexRun } from '#steps/see/index/run-index.ts'
import { getSubject } from '#steps/see/subject.ts'

/** From the smallest area to the largest; none for a place whose levels the index does not have. Throws SeeError as `getSubject`, or `unknownIndex`. */
export function getPlaceInIndex(statistics: Statistics, indexId: string, placeId: string): PlaceInIndexAnswer {
  const { levels } = getIndex(statistics, indexId)
  const { id, areas } = getSubject(statistics, placeId)
  const own = areas[0]!
  const around = BASIS_OP_ORDE_LEVELS.toReversed().flatMap((level) => {
    const area = own.level === level ? own : statistics.findArea(own.parents[level] ?? '')
    return area !== undefined && levels.some((one) => one.level === level) ? [area] : []
  })
  return { id, index: indexId, areas: around.map((area) => describeArea(statistics, indexId, area, levels.find(({ level }) => level === area.level)!.trend)) }
}

function describeArea(statistics: Statistics, indexId: string, area: Area, steps: Parameters<typeof chooseTrendStep>[0]): AreaInIndex {
  const { code, name, level } = area
  const run = getIndexRun(statistics, indexId, level)
  const at = run.positions.indexOf(statistics.getPosition(code))
  const ref = { area: { code, name, level }, year: run.document.year }
  if (at < 0) return { ...ref, missing: 'noSuchArea', dimensions: [] }
  const step = chooseTrendStep(steps)
  const earlier = step && getIndexRun(statistics, indexId, level, step.yearsBack)
  const reason = MISSING_SCORE_REASONS[run.missingCodes[at]!]!
  return {
    ...ref,
    ...(reason === 'scored' ? { standing: findStanding(run.scores, at)! } : { missing: reason }),
    dimensions: run.dimensions.map(({ id, name: title, share, scores }, place) => ({
      id, name: title, share, ...withStanding('standing', scores, at), ...(earlier && withStanding('earlier', earlier.dimensions[place]!.scores, at)),
    })),
    ...(step && earlier && { earlier: { step, ...withStanding('standing', earlier.scores, at) } }),
  }
}

function withStanding<K extends string>(key: K, scores: IndexRun['scores'], at: number): Partial<Record<K, Standing>> {
  const standing = findStanding(scores, at)
  return standing === undefined ? {} : ({ [key]: standing } as Partial<Record<K, Standing>>)
}

/** Rank 1 is the highest score. */
function findStanding(scores: Float64Array, at: number): Standing | undefined {
  const score = scores[at]!
  if (Number.isNaN(score)) return undefined
  let [worse, same, of] = [0, 0, 0]
  for (const own of scores) {
    if (own > score) worse++
    if (own === score) same++
    if (!Number.isNaN(own)) of++
  }
  return { score, rank: worse + 1, of, tiedWith: same - 1 }
}
