/** Our ways to the nearest facility beside distances that were published, which are no part of them. Method: docs/methods/reach.md. */
import type { DistanceComparison, DistanceComparisonListAnswer } from '#domain/answers/distance-answers.ts'
import { FACILITY_WORDS, type FacilityType } from '#domain/facility.ts'
import { correlate, correlateRanks } from '#engines/numeric/rank-correlation.ts'
import { findMedian } from '#engines/numeric/robust-line.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { findFacilities } from '#steps/explore/reach/reach-ground.ts'
import { findSourceYear } from '#steps/explore/reach/source-year.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { memoize } from '#steps/see/memo.ts'

/** The figure that CBS published of the same facility: the mean of all inhabitants, over the road. */
const PUBLISHED: readonly (readonly [FacilityType, indicator: string])[] = [
  ['primarySchool', 'distanceToPrimarySchool'],
  ['secondarySchool', 'distanceToSecondarySchool'],
  ['hospital', 'distanceToHospital'],
  ['railwayStation', 'distanceToTrainStation'],
]
const LEVEL = 'municipality'
/** By bicycle no main road is used, so that minutes are kilometres: straight lines with a detour, and streets where they are known. */
const MODE = getTravelMode('bicycle')

/** Two distances contradict each other when one is more than so many times the other, and so many kilometres away. */
const CONTRADICTS = { times: 2, kilometres: 5 } as const
const FEWEST_TO_CORRELATE = 3

/** Every facility that a distance was published of, whether the package has both or not. */
export const compareDistances = memoize(
  async (statistics: Statistics): Promise<DistanceComparisonListAnswer> => ({ comparisons: await Promise.all(PUBLISHED.map(([type, indicator]) => compare(statistics, type, indicator))) }),
)

const NOTHING = { pearson: null, spearman: null, medianRatio: null, areas: [], leftOut: [] }

async function compare(statistics: Statistics, facilityType: FacilityType, indicator: string): Promise<DistanceComparison> {
  const about = { facilityType, name: FACILITY_WORDS[facilityType].name }
  const list = await findFacilities(statistics, facilityType)
  if ('reason' in list || list.facilities.length === 0) return { ...about, missing: 'noFacilities', ...NOTHING }
  const publishedYear = statistics.listYears(indicator, LEVEL).at(-1)
  const column = publishedYear === undefined ? undefined : statistics.findColumn(indicator, LEVEL, publishedYear)
  if (publishedYear === undefined || column === undefined) return { ...about, missing: 'noDistances', ...NOTHING }
  const { minutes, year } = await getReachColumn(statistics, { facilityType, mode: MODE.id, level: LEVEL, normMinutes: 0 })
  const positions = statistics.listPositions(LEVEL, year)
  const municipalities = [...positions].map((position, row) => ({ area: statistics.listAreas(LEVEL)[position]!, ours: minutes[row] ?? NaN, published: column.values[position]! }))
  const compared = municipalities.filter(({ ours, published }) => ours >= 0 && published > 0)
  const areas = compared.map(({ area: { code, name }, ours, published }) => describeArea(code, name, (ours / 60) * MODE.localSpeed, published))
  const source = statistics.sources.find(({ resource }) => column.sources?.includes(resource))
  const facilitiesYear = findSourceYear(list.source)
  return {
    ...about,
    publishedYear,
    ...(facilitiesYear !== undefined && { facilitiesYear }),
    ...(source && { source: { publisher: source.publisher, title: source.title, licence: source.licence } }),
    ...measureAgreement(areas),
    areas,
    leftOut: municipalities.filter((own) => !compared.includes(own)).map(({ area: { code, name }, published }) => ({ code, name, why: published > 0 ? 'noTime' : 'noDistance' })),
  }
}

type ComparedArea = DistanceComparison['areas'][number]

function describeArea(code: string, name: string, ours: number, published: number): ComparedArea {
  const isFar = Math.max(ours, published) > CONTRADICTS.times * Math.min(ours, published) && Math.abs(ours - published) >= CONTRADICTS.kilometres
  return { code, name, ours: Math.round(ours * 10) / 10, published, ...(isFar && { contradicts: ours < published ? ('nearer' as const) : ('farther' as const) }) }
}

function measureAgreement(areas: readonly ComparedArea[]): Pick<DistanceComparison, 'pearson' | 'spearman' | 'medianRatio'> {
  const [ours, published] = [Float64Array.from(areas, (area) => area.ours), Float64Array.from(areas, (area) => area.published)]
  const round = (value: number) => (Number.isNaN(value) ? null : Number(value.toFixed(3)))
  const medianRatio = areas.length === 0 ? null : round(findMedian(areas.map((area) => area.ours / area.published)))
  if (areas.length < FEWEST_TO_CORRELATE) return { pearson: null, spearman: null, medianRatio }
  return { pearson: round(correlate(ours, published)), spearman: round(correlateRanks(ours, published).spearman), medianRatio }
}
