/** How well the risk of schools would have told, at an earlier moment, which of them would be gone at a later one. Method: docs/methods/school-forecast.md. */
import type { SchoolBackTestAnswer } from '#domain/answers/school-answers.ts'
import { compareAreas, measureAreaUnderCurve } from '#engines/numeric/area-under-curve.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findChanceBelow } from '#steps/explore/place-intervals.ts'
import { PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { describeBackTest } from '#steps/explore/schools/back-test-words.ts'
import { findGoneSchools, GONE_KINDS, type GoneSchool } from '#steps/explore/schools/gone-schools.ts'
import { projectPastSchools, SHRINK_YEARS, type PastSchools } from '#steps/explore/schools/past-schools.ts'
import { getPupilDeviation, USUAL_DRIFT } from '#steps/explore/schools/pupil-deviations.ts'
import { listSchoolTables } from '#steps/explore/schools/read-schools.ts'
import { getSchoolForecast } from '#steps/explore/schools/school-forecast.ts'
import { createKept } from '#steps/explore/kept.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

const Z95 = 1.959963984540054
/** Where the bands of chance begin. */
const BANDS = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75] as const

type ScoreId = SchoolBackTestAnswer['outcomes'][number]['scores'][number]['id']
type OutcomeId = SchoolBackTestAnswer['outcomes'][number]['id']

type SchoolBackTestContents = { readonly answer: SchoolBackTestAnswer } | Pick<SeeError, 'problem' | 'subject'>

/** It projects the municipalities of an earlier moment again, which is not for the thread that answers. What cannot be told is kept as the reason. */
export const KEPT_SCHOOL_BACK_TEST = createKept('school-back-test', new URL(import.meta.url), async (statistics): Promise<SchoolBackTestContents> => {
  try {
    return { answer: await runBackTest(statistics) }
  } catch (error) {
    if (error instanceof SeeError) return { problem: error.problem, subject: error.subject }
    throw error
  }
})

/** Throws SeeError `oneMomentOfSchools` or `noFacilities`, ProjectionError `projectionTablesMissing`. */
export const getSchoolBackTest: (statistics: Statistics) => Promise<SchoolBackTestAnswer> = memoize(async (statistics) => {
  const found = await KEPT_SCHOOL_BACK_TEST.get(statistics)
  if ('problem' in found) throw new SeeError(found.problem, found.subject)
  return found.answer
})

async function runBackTest(statistics: Statistics): Promise<SchoolBackTestAnswer> {
  const tables = await listSchoolTables(statistics)
  const [first, last] = [tables[0], tables.at(-1)]
  if (first === undefined || last === undefined || first === last) throw new SeeError('oneMomentOfSchools', String(tables.length))
  const past = await projectPastSchools(statistics, await getSchoolForecast(statistics), first)
  const gone = findGoneSchools(past.schools, last.schools)
  const scores = scoreSchools(past, Math.max(1, Number(last.moment.slice(0, 4)) + 1 - past.jumpOff))
  const kept = new Set(first.schools.map(({ code }) => code))
  const count = (what: GoneSchool['what']) => gone.filter((own) => own.what === what).length
  return {
    version: statistics.version,
    from: first.moment,
    to: last.moment,
    schools: past.schools.length,
    sizes: past.sizes,
    gone: { codes: gone.length, ...(Object.fromEntries(GONE_KINDS.map((what) => [what, count(what)])) as Record<GoneSchool['what'], number>) },
    appeared: last.schools.filter(({ code }) => !kept.has(code)).length,
    listed: listGone(past, gone, scores.risk),
    outcomes: listOutcomes(past, gone, scores),
    calibration: calibrate(past, gone, scores.risk),
    remarks: describeBackTest(past),
    sources: [first.source.resource, last.source.resource, ...PROJECTION_TABLES],
  }
}

/** Higher is likelier to go. A school without a norm counts by its pupils against 23. */
function scoreSchools({ schools, pupils, municipalNorms, childrenVariances, sizeDeviation }: PastSchools, ahead: number): Record<ScoreId, Float64Array> {
  const near = new NearbyPoints(schools.map(({ point }) => point[0]), schools.map(({ point }) => point[1]))
  return {
    risk: Float64Array.from(schools, (_, at) => {
      const expected = pupils[ahead]![at]!
      const deviation = Math.hypot(sizeDeviation, getPupilDeviation(childrenVariances?.[ahead]?.[at] ?? 0, expected, ahead, USUAL_DRIFT))
      return findChanceBelow(expected, deviation, (municipalNorms[ahead]![at] || 23) - 0.5)
    }),
    small: pupils[0]!.map((own) => -own),
    smallAndShrinking: pupils[SHRINK_YEARS]!.map((own) => -own),
    crowded: Float64Array.from(schools, ({ point, code }) => -(near.listNearest(point, 60_000, 2).find(({ at }) => schools[at]!.code !== code)?.metres ?? 60_000)),
  }
}

function listOutcomes({ schools }: PastSchools, gone: readonly GoneSchool[], scores: Record<ScoreId, Float64Array>): SchoolBackTestAnswer['outcomes'] {
  const outcomes: readonly (readonly [OutcomeId, (school: GoneSchool) => boolean])[] = [['allCodes', () => true], ['trulyGone', ({ what }) => what !== 'renumbered'], ['noneNearBy', ({ what }) => what === 'noneNearBy']]
  return outcomes.flatMap(([id, isCase]) => {
    const codes = new Set(gone.filter(isCase).map(({ school }) => school.code))
    // Schools that are gone otherwise are neither cases nor others.
    const others = new Set(gone.filter((own) => !isCase(own)).map(({ school }) => school.code))
    const asked = schools.map((_, at) => at).filter((at) => !others.has(schools[at]!.code))
    const isGone = asked.map((at) => (codes.has(schools[at]!.code) ? 1 : 0))
    if (codes.size < 2 || codes.size > asked.length - 2) return []
    const take = (score: ScoreId) => asked.map((at) => scores[score][at]!)
    const difference = compareAreas(take('risk'), take('small'), isGone)
    return [{
      id,
      cases: codes.size,
      // Which schools have none near by was told by distance: the score by distance says nothing of it.
      scores: (Object.keys(scores) as ScoreId[]).filter((score) => score !== 'crowded' || id !== 'noneNearBy').map((score) => {
        const { area, standardError } = measureAreaUnderCurve(take(score), isGone)
        return { id: score, area: round(area), lower95: round(Math.max(0, area - Z95 * standardError)), upper95: round(Math.min(1, area + Z95 * standardError)) }
      }),
      riskOverSmall: { difference: round(difference.difference), lower95: round(difference.difference - Z95 * difference.standardError), upper95: round(difference.difference + Z95 * difference.standardError) },
    }]
  })
}

function calibrate({ schools }: PastSchools, gone: readonly GoneSchool[], risk: Float64Array): SchoolBackTestAnswer['calibration'] {
  const codes = new Set(gone.filter(({ what }) => what !== 'renumbered').map(({ school }) => school.code))
  return BANDS.flatMap((from, band) => {
    const to = BANDS[band + 1] ?? 1
    const own = schools.flatMap((school, at) => (risk[at]! >= from && (risk[at]! < to || to === 1) ? [{ code: school.code, chance: risk[at]! }] : []))
    if (own.length === 0) return []
    const left = own.filter(({ code }) => codes.has(code)).length
    return [{ from, to, schools: own.length, meanChance: round(own.reduce((sum, { chance }) => sum + chance, 0) / own.length), gone: left, goneShare: round(left / own.length) }]
  })
}

function listGone({ schools }: PastSchools, gone: readonly GoneSchool[], risk: Float64Array): SchoolBackTestAnswer['listed'] {
  const order = schools.map((_, at) => at).sort((a, b) => risk[b]! - risk[a]!)
  const rankOfCode = new Map(order.map((at, rank) => [schools[at]!.code, { rank: rank + 1, chance: risk[at]! }]))
  return gone
    .map(({ school, what, other }) => ({
      code: school.code,
      name: school.name,
      ...(school.town && { town: school.town }),
      what,
      other: other ? { code: other.school.code, name: other.school.name, metres: Math.round(other.metres) } : null,
      chance: round(rankOfCode.get(school.code)!.chance),
      rank: rankOfCode.get(school.code)!.rank,
    }))
    .sort((a, b) => a.rank - b.rank)
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4
