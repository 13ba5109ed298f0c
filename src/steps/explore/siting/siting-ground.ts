/** From a siting question to a problem of numbers: who lives where, which sites there are, and how long it takes between them. */
import { measureMetres } from '#domain/measure-metres.ts'
import { makeFault } from '#domain/fault.ts'
import type { Area } from '#domain/area.ts'
import type { Facility } from '#domain/facility.ts'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { SitingDocument } from '#domain/siting-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { measureMeanDistance } from '#engines/geometry/mean-distance-to-disk.ts'
import { divideWays } from '#steps/explore/reach/divide-ways.ts'
import { getFacilityVillageFinder } from '#steps/explore/reach/facility-village.ts'
import { getHomePoints, prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import { findNearestBeside, measureMinutesBeside } from '#steps/explore/reach/reach-thread.ts'
import { listReachSources } from '#steps/explore/reach/reach-sources.ts'
import { findSourceYear } from '#steps/explore/reach/source-year.ts'
import type { TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { DETOUR_FACTOR, getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { applySpeeds, type TravelSpeed } from '#steps/explore/scenario/apply-speeds.ts'
import { getSitingArea, type Point, type SitingArea } from '#steps/explore/siting/siting-area.ts'
import { getSitingDemand, type SitingDemand } from '#steps/explore/siting/siting-demand.ts'
import { getSitingFacilities } from '#steps/explore/siting/siting-facilities.ts'
import { findSitingNorms } from '#steps/explore/siting/siting-norms.ts'
import { makeCandidates, makeSites, mergeUnchosen, type SitingSite } from '#steps/explore/siting/siting-sites.ts'
import { listNames, PEOPLE_WORDS, writeAmount } from '#steps/explore/siting/siting-words.ts'
import type { CountBuurten } from '#steps/explore/siting/siting-task.ts'
import { SeeError } from '#steps/see/problems.ts'
import { nextTurn } from '#steps/shared/turns.ts'

type Remark = SitingRunAnswer['remarks'][number]

export interface SitingGround {
  readonly document: SitingDocument
  readonly area: SitingArea
  readonly demand: SitingDemand
  readonly roads: SitingRunAnswer['roads']
  /** Of which year the main roads are, where they are used and their source says so. */
  readonly roadsYear?: number
  /** Buurten with people who count, in the area and around it. */
  readonly places: SitingRunAnswer['places']
  readonly sites: readonly SitingSite[]
  /** A row a place, a column a site; Infinity where it cannot be reached. */
  readonly minutes: Float64Array
  /** Kilometres, straight with a detour, in the same order. */
  readonly kilometres: Float64Array
  readonly municipalities: readonly string[]
  /** Households without a car of every place, in the year of the people; undefined where cars of buurten are not known. */
  readonly withoutCar: Float64Array | undefined
  /** Of the set that the question names. */
  readonly norms: SitingRunAnswer['norms']
  readonly remarks: readonly Remark[]
  readonly sources: readonly string[]
}

/** Homes further from every site of the area than this are not looked at, and facilities further from these homes neither. */
const AROUND_METRES = 40_000
const METRES_A_DEGREE = 111_000
export const MOST_CELLS = 4_000_000

interface Home {
  readonly area: Area
  readonly point: Point
  /** Of the disk over which its people live, metres. */
  readonly radius: number
  readonly isInside: boolean
}

/** Throws SeeError `unknownArea`, `noFacilities`, `noSuchYear` or `sitingInvalid` or `scenarioRefused`; ProjectionError. */
export async function layGround(statistics: Statistics, document: SitingDocument, countBuurten: CountBuurten): Promise<SitingGround> {
  await prepareHomePoints(statistics)
  const area = getSitingArea(statistics, document)
  const norms = findSitingNorms(document)
  const { facilities, leftOut, markSteps, idle } = await getSitingFacilities(statistics, document)
  const homes = listHomes(statistics, area)
  const isInside = facilities.map(({ point }) => area.includesPoint(point))
  const [own, beyond] = [facilities.filter((_, at) => isInside[at]), facilities.filter((_, at) => !isInside[at])]
  const villages = statistics.listPlaces()
  if (homes.inside.length === 0) throw new SeeError('sitingInvalid', '', [makeFault('area', 'In dit gebied ligt geen enkele buurt waarvan de plek bekend is. Kies een groter gebied.', 'No neighbourhood whose place is known lies in this area. Choose a larger one.')])
  const travel = await applySpeeds(statistics, getTravelMode(document.mode), document.scenario?.speeds ?? [])
  const existing = await findExisting(statistics, travel, document, homes.inside, own)
  const inArea = [...existing, ...(document.newSites > 0 || document.mobile !== undefined ? makeCandidates(villages, area.includesPoint, facilities) : [])]
  checkIds(document, inArea)
  await nextTurn()
  const users = await findUsers(travel, homes, inArea, beyond)
  const demand = await getSitingDemand(statistics, [...new Set(users.map((home) => home.area.parents.municipality ?? ''))], document, countBuurten)
  const asking = users.filter((home) => (demand.find(home.area) ?? 0) > 0)
  if (asking.length === 0) throw new SeeError('sitingInvalid', '', [makeFault('people', 'In dit gebied woont volgens de cijfers niemand die meetelt.', 'By the figures nobody who counts lives in this area.')])
  const sites = markSteps([...inArea, ...(await findOutside(statistics, travel, asking, beyond))])
  if (asking.length * sites.length > MOST_CELLS) throw new SeeError('sitingInvalid', '', [makeFault('area', `Dit gebied is te groot: ${asking.length} buurten en ${sites.length} locaties. Kies een kleiner gebied.`, `This area is too large: ${asking.length} neighbourhoods and ${sites.length} sites. Choose a smaller one.`)])
  const minutes = (await measureMinutesBeside(listStarts(asking), sites.map(({ point }) => point), travel.mode, travel.ground)).map((own) => own / travel.overall)
  const unknown = homes.unknown.map(({ name }) => name)
  const lacking = users.filter((home) => demand.find(home.area) === undefined).map((home) => home.area.name)
  const network = findNetwork(asking, sites, travel)
  const further = own.filter(({ furtherPoints = [] }) => furtherPoints.length > 0).map(({ id, name }) => `${name} (${id})`)
  const stranded = sites.filter((site, column) => site.kind === 'existing' && asking.every((_, row) => minutes[row * sites.length + column] === Infinity))
  return {
    document, area, demand, sites, minutes, norms,
    withoutCar: demand.households && Float64Array.from(asking, (home) => demand.households!.find(home.area)[1]),
    roads: network,
    ...describeYear(travel.ground),
    places: asking.map((home) => ({ code: home.area.code, name: home.area.name, municipality: statistics.findArea(home.area.parents.municipality ?? '')?.name ?? '', point: [...home.point], isInside: home.isInside, people: demand.find(home.area)! })),
    kilometres: measureKilometres(asking, sites),
    municipalities: [...new Set(asking.filter((home) => home.isInside).flatMap((home) => home.area.parents.municipality ?? []))],
    remarks: [
      ...notice(unknown, (names) => ({ nl: `Van deze buurten is niet bekend waar ze liggen. Hun inwoners tellen niet mee: ${names.nl}.`, en: `It is not known where these neighbourhoods lie. Their people are not counted: ${names.en}.` })),
      ...notice(lacking, (names) => ({ nl: `Van deze buurten is niet bekend hoeveel mensen meetellen: ${names.nl}.`, en: `It is not known how many people count in these neighbourhoods: ${names.en}.` })),
      ...notice(stranded.map(({ name }) => name), (names) => ({ nl: `Deze locaties zijn vanuit geen enkele buurt te bereiken, en doen dus niets: ${names.nl}. Liggen ze op de goede plek?`, en: `These sites cannot be reached from any neighbourhood, so they do nothing: ${names.en}. Are they in the right place?` })),
      ...notice(area.withoutShape, (names) => ({ nl: `Van deze gebieden is geen grens bekend: ${names.nl}. Welke locaties erin liggen, is bepaald met de dichtstbijzijnde buurt.`, en: `These areas have no known border: ${names.en}. Which sites lie in them goes by the nearest neighbourhood.` })),
      ...notice(further, (names) => ({ nl: `Deze staan op meer dan één adres. Zij tellen één keer, op hun eerste adres: ${names.nl}.`, en: `These stand at more than one address. They count once, at their first address: ${names.en}.` })),
      ...(leftOut.withoutPoint > 0 ? [remark({ nl: `Van ${leftOut.withoutPoint} voorzieningen in heel het land is geen plek bekend. Zij tellen niet mee.`, en: `Of ${leftOut.withoutPoint} facilities in the whole country no place is known. They do not count.` })] : []),
      ...describeDrawn(document, asking, sites, minutes, (home) => demand.find(home.area)!),
      ...demand.remarks.map(remark),
      ...idle.map(remark),
    ],
    sources: await listSources(statistics, document, demand, network),
  }
}

async function listSources(statistics: Statistics, { facilityType, mode }: SitingDocument, { from }: SitingDemand, network: SitingRunAnswer['roads']): Promise<string[]> {
  const sources = await listReachSources(statistics, { facilityTypes: [facilityType], modes: [mode], onStreets: network === 'streets' ? [mode] : [], peopleFrom: from })
  return sources.map(({ resource }) => resource)
}

/** Straight with a detour, of its people on average. */
function measureKilometres(homes: readonly Home[], sites: readonly SitingSite[]): Float64Array {
  const measure = (home: Home, site: SitingSite) => (measureMeanDistance(measureMetres(home.point, site.point), home.radius) * DETOUR_FACTOR) / 1000
  return Float64Array.from({ length: homes.length * sites.length }, (_, at) => measure(homes[Math.floor(at / sites.length)]!, sites[at % sites.length]!))
}

/** Streets only where a buurt and a site are on the same ones: an extract elsewhere says nothing here. */
function findNetwork(asking: readonly Home[], sites: readonly SitingSite[], { mode, ground: { streets, roads } }: TravelSpeed): SitingRunAnswer['roads'] {
  const { onStreets } = divideWays(asking.map(({ point }) => point), sites.map(({ point }) => point), mode, streets)
  return onStreets !== undefined ? 'streets' : roads !== undefined ? 'mainRoads' : 'straightLines'
}

function describeYear({ roads }: TravelGround): { readonly roadsYear?: number } {
  const roadsYear = roads && findSourceYear(roads.network.source)
  return roadsYear === undefined ? {} : { roadsYear }
}

/** People from outside who count only because a site may come nearer to them: today they go elsewhere, and so the figures of today are of more people. */
function describeDrawn({ people }: SitingDocument, asking: readonly Home[], sites: readonly SitingSite[], minutes: ArrayLike<number>, peopleOf: (home: Home) => number): Remark[] {
  const goesOutside = (row: number) => {
    const there = [...sites.keys()].filter((column) => sites[column]!.kind !== 'candidate')
    const nearest = there.reduce<number | undefined>((best, column) => (best === undefined || minutes[row * sites.length + column]! < minutes[row * sites.length + best]! ? column : best), undefined)
    return nearest === undefined || sites[nearest]!.kind === 'outside'
  }
  const count = Math.round(asking.reduce((sum, home, row) => sum + (!home.isInside && goesOutside(row) ? peopleOf(home) : 0), 0))
  if (count === 0) return []
  return [remark({
    nl: `Een nieuwe locatie of halte kan ook dichterbij zijn voor ${writeAmount(count, 'nl', 0)} ${PEOPLE_WORDS[people].nl} van buiten het gebied. Zij tellen mee, ook bij “nu”. Zonder nieuwe locaties tellen zij niet mee, en is de reistijd van nu dus een andere.`,
    en: `A new site or stop may also be nearer for ${writeAmount(count, 'en', 0)} ${PEOPLE_WORDS[people].en} from outside the area. They count, in “now” as well. Without new sites they do not, so that the travel time of now is another.`,
  })]
}

const remark = (words: Words): Remark => ({ severity: 'notice', ...words })
const notice = (names: readonly string[], say: (names: Words) => Words): Remark[] => (names.length === 0 ? [] : [remark(say(listNames(names)))])

function listHomes(statistics: Statistics, area: SitingArea): { readonly inside: readonly Home[]; readonly outside: readonly Home[]; readonly unknown: readonly Area[] } {
  const { areas, points, radii } = getHomePoints(statistics)
  const homes = areas.map((own, at) => ({ area: own, point: points[at], radius: radii[at]!, isInside: area.includesHome(own, points[at]) }))
  const known = homes.filter((home): home is Home => home.point !== undefined)
  const isInhabited = (own: Area) => statistics.findColumn('population', 'neighbourhood', statistics.referenceYear)?.values[statistics.getPosition(own.code)] !== 0
  return {
    inside: known.filter(({ isInside }) => isInside),
    outside: known.filter(({ isInside }) => !isInside),
    unknown: homes.filter((home) => home.isInside && home.point === undefined && isInhabited(home.area)).map((home) => home.area),
  }
}

function checkIds({ forced, forbidden, capacities, mobile, newSites }: SitingDocument, sites: readonly SitingSite[]): void {
  const listIds = (own: readonly SitingSite[]) => new Set(own.flatMap(({ id, facilities }) => [id, ...facilities.map((facility) => facility.id)]))
  // With no new sites a village is there for the mobile service only.
  const [known, fixed] = [listIds(sites), listIds(sites.filter(({ kind }) => kind === 'existing' || newSites > 0))]
  const check = (field: string, ids: readonly string[], among = known) => ids.filter((id) => !among.has(id)).map((id) => makeFault(field, `In dit gebied is geen locatie "${id.slice(0, 60)}". Misschien is de locatie gesloten of heeft zij een andere code gekregen, of hoort zij bij een ander gebied. Maak deze eis los. Een dorp zonder locatie kan alleen als er nieuwe locaties mogen komen.`, `There is no site "${id.slice(0, 60)}" in this area. It may have closed, have another code by now, or belong to another area. Drop this demand. A village without a site is possible only where new sites may come.`))
  const faults = [...check('forced', forced, fixed), ...check('forbidden', forbidden), ...check('capacities', Object.keys(capacities)), ...check('mobile.notAt', mobile?.notAt ?? [])]
  if (faults.length > 0) throw new SeeError('sitingInvalid', '', faults)
}

async function findExisting(statistics: Statistics, { mode, ground }: TravelSpeed, { togetherMetres }: SitingDocument, inside: readonly Home[], own: readonly Facility[]): Promise<SitingSite[]> {
  const findVillage = getFacilityVillageFinder(statistics)
  const sites = makeSites(own, 'existing', togetherMetres, findVillage)
  if (togetherMetres === 0 || sites.length === 0) return sites
  const starts = listStarts(inside)
  const [nearest] = await findNearestBeside([{ ...starts, sites: standAtFirst(sites), mode, k: 1 }], { [mode.id]: ground })
  return mergeUnchosen(sites, own, starts.points, nearest!.facilities, findVillage)
}

const listStarts = (homes: readonly Home[]) => ({ points: homes.map(({ point }) => point), radii: Float64Array.from(homes, ({ radius }) => radius) })

/** A plan reckons with one address a site. */
const standAtFirst = (sites: readonly { readonly point: Point }[]) => sites.map(({ point }) => ({ point }))

/** Everybody in the area, and who lives outside but nearer to a site of the area, existing or possible, than to any other. Nobody else can be touched by a plan. */
async function findUsers({ mode, ground }: TravelSpeed, homes: ReturnType<typeof listHomes>, inArea: readonly SitingSite[], beyond: readonly Facility[]): Promise<Home[]> {
  const around = homes.outside.filter(createNearBox(inArea))
  if (inArea.length === 0 || around.length === 0) return [...homes.inside]
  const others = beyond.filter(createNearBox([...around, ...homes.inside]))
  const starts = listStarts(around)
  const ask = (sites: readonly { readonly point: Point }[]) => ({ ...starts, sites: standAtFirst(sites), mode, k: 1 })
  const [toArea, toOthers] = await findNearestBeside([ask(inArea), ask(others)], { [mode.id]: ground })
  return [...homes.inside, ...around.filter((_, at) => toArea!.minutes[at]! < (toOthers!.facilities[at]! < 0 ? Infinity : toOthers!.minutes[at]!))]
}

/** Of the facilities beyond the border those that are the nearest one there for anybody: no other is ever used. */
async function findOutside(statistics: Statistics, { mode, ground }: TravelSpeed, asking: readonly Home[], beyond: readonly Facility[]): Promise<SitingSite[]> {
  const near = beyond.filter(createNearBox(asking))
  const [nearest] = await findNearestBeside([{ ...listStarts(asking), sites: standAtFirst(near), mode, k: 1 }], { [mode.id]: ground })
  const used = [...new Set(nearest!.facilities)].filter((at) => at >= 0).toSorted((a, b) => a - b)
  return makeSites(used.map((at) => near[at]!), 'outside', 0, getFacilityVillageFinder(statistics))
}

/** Whether a point lies within the box around these points, and so far around it. */
function createNearBox(those: readonly { readonly point: Point }[]): (one: { readonly point: Point }) => boolean {
  const [longitudes, latitudes] = [those.map(({ point }) => point[0]), those.map(({ point }) => point[1])]
  const degrees = AROUND_METRES / METRES_A_DEGREE
  const [west, east] = [Math.min(...longitudes) - degrees / 0.6, Math.max(...longitudes) + degrees / 0.6]
  const [south, north] = [Math.min(...latitudes) - degrees, Math.max(...latitudes) + degrees]
  return ({ point: [x, y] }) => x >= west && x <= east && y >= south && y <= north
}
