/** One primary school: its pupils year by year, where they live, and where they would go if it closed. */
import type { SchoolDetailAnswer } from '#domain/answers/school-answers.ts'
import { closeSites, countUsers, listOrigins } from '#engines/catchment/catchment.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getGround } from '#steps/explore/reach/reach-ground.ts'
import { findNearestBeside } from '#steps/explore/reach/reach-thread.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { describeBasis, identify, listNeighbours } from '#steps/explore/schools/list-schools.ts'
import { chooseDrift, findBounds, getSchoolYear, listChances, roundPupils } from '#steps/explore/schools/school-chances.ts'
import { addToOrigins } from '#steps/explore/schools/school-choice.ts'
import { getSchoolForecast, type SchoolForecast } from '#steps/explore/schools/school-forecast.ts'
import type { School } from '#steps/explore/schools/read-schools.ts'
import { SeeError } from '#steps/see/problems.ts'

const [OTHERS, MOST_LISTED] = [3, 8]

/** Throws SeeError `unknownSchool` or `noFacilities`, ProjectionError `projectionTablesMissing`. */
export async function getSchool(statistics: Statistics, code: string, askedDrift?: number): Promise<SchoolDetailAnswer> {
  const forecast = await getSchoolForecast(statistics)
  const at = forecast.schools.findIndex((school) => school.code === code)
  const uncounted = forecast.withoutPupils.findIndex((school) => school.code === code)
  const school = forecast.schools[at] ?? forecast.withoutPupils[uncounted]
  if (school === undefined) throw new SeeError('unknownSchool', code)
  const drift = chooseDrift(forecast, askedDrift)
  return {
    ...describeBasis(statistics, forecast, drift),
    school: { ...identify(statistics, school, forecast.places[at] ?? forecast.placesWithoutPupils[uncounted]), justOpened: forecast.justOpened.has(code) },
    forecast: at < 0 || forecast.justOpened.has(code) ? [] : forecast.years.map((year, ahead) => describeYear(forecast, at, year, ahead, drift.deviation)),
    others: await findOthers(statistics, forecast, school),
    buurten: at < 0 ? [] : listBuurten(forecast, at),
    ifClosed: at < 0 ? [] : listReceivers(forecast, at),
  }
}

function describeYear(forecast: SchoolForecast, at: number, year: number, ahead: number, drift: number): SchoolDetailAnswer['forecast'][number] {
  const own = getSchoolYear(forecast, at, ahead, drift)
  const [[lower50, upper50], [lower80, upper80], [lower95, upper95]] = [findBounds(own, 50), findBounds(own, 80), findBounds(own, 95)]
  return { year, expected: roundPupils(own.expected), lower50, upper50, lower80, upper80, lower95, upper95, municipalNorm: own.municipalNorm, chances: listChances(own) }
}

async function findOthers(statistics: Statistics, forecast: SchoolForecast, school: School): Promise<SchoolDetailAnswer['others']> {
  const neighbours = listNeighbours(forecast, school, OTHERS)
  const others = neighbours.map(({ code }) => forecast.table.schools.find((own) => own.code === code)!)
  const car = getTravelMode('car')
  const questions = others.map(({ point }) => ({ points: [school.point], sites: [{ point }], mode: car, k: 1 }))
  const ways = await findNearestBeside(questions, { car: await getGround(statistics, car) })
  return neighbours.map((neighbour, at) => {
    const minutes = ways[at]!.minutes[0]!
    return { ...neighbour, pupils: (others[at]!.pupils ?? 0) > 0 ? others[at]!.pupils! : null, carMinutes: Number.isNaN(minutes) ? null : Math.round(minutes * 10) / 10 }
  })
}

/** Buurten of which at least half a pupil comes. */
function listBuurten({ children, choice, catchment }: SchoolForecast, site: number): SchoolDetailAnswer['buurten'] {
  const { pairs, usePerPerson } = catchment
  const origins = listOrigins(pairs)
  const perChild = new Map<number, number>()
  pairs.sites.forEach((own, pair) => own === site && perChild.set(origins[pair]!, (perChild.get(origins[pair]!) ?? 0) + usePerPerson[pair]!))
  const found = children.areas.flatMap(({ code, name }, buurt) => {
    const pupils = roundPupils((perChild.get(choice.originOfBuurt[buurt]!) ?? 0) * children.ofBuurten[0]![buurt]!)
    return pupils >= 0.5 ? [{ code, name, pupils }] : []
  })
  return found.sort((a, b) => b.pupils - a.pupils).slice(0, MOST_LISTED)
}

function listReceivers({ children, choice, catchment, schools, pupils }: SchoolForecast, site: number): SchoolDetailAnswer['ifClosed'] {
  const after = countUsers(closeSites(catchment, new Set([site])), addToOrigins(choice, children.ofBuurten[0]!))
  const found = schools.flatMap(({ code, name }, at) => {
    const more = roundPupils(after[at]! - pupils[0]![at]!)
    return at !== site && more >= 0.5 ? [{ code, name, pupils: more }] : []
  })
  return found.sort((a, b) => b.pupils - a.pupils).slice(0, MOST_LISTED)
}
