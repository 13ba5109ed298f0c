/** What a plan means: for every site, for the people, for the money. The same for the sites of today. */
import type { SiteOutcome, SitingOutcome } from '#domain/answers/siting-answers.ts'
import type { SitingCosts } from '#domain/siting-document.ts'
import { measureGroup } from '#engines/siting/measure-equity.ts'
import type { SitingPlan } from '#engines/siting/siting-problem.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'
import { measureNorms } from '#steps/explore/siting/siting-norms.ts'
import { countFacilities } from '#steps/explore/siting/siting-sites.ts'
import type { AskedSiting } from '#steps/explore/siting/siting-problem.ts'

/** Sites and services in the numbers of the engine. */
export type ServedSites = Pick<SitingPlan, 'sites' | 'services' | 'unserved'>
export type BareOutcome = Omit<SitingOutcome, 'sites'> & { readonly sites: readonly Omit<SiteOutcome, 'sentence'>[] }

/** `today` is how the sites of today serve the people of the year that is asked. */
export function describeOutcome(ground: SitingGround, asked: AskedSiting, today: ServedSites, plan: ServedSites): BareOutcome {
  const { document, places, sites, kilometres } = ground
  const { problem, openToday } = asked
  const trips = listTrips(ground, asked, plan)
  const group = measureGroup(problem, plan, problem.weights, document.normMinutes)
  const [open, stops] = [0, 1].map((isStop) => new Set(Array.from(plan.sites.filter((site) => asked.isStop[site] === isStop), (site) => asked.standsAt[site]!))) as [Set<number>, Set<number>]
  const longest = trips.reduce<(typeof trips)[number] | undefined>((far, trip) => (trip.minutes > (far?.minutes ?? -1) ? trip : far), undefined)
  const personKilometres = trips.reduce((sum, { place, site, people }) => sum + people * kilometres[place * sites.length + site]!, 0)
  const served = group.people - group.unservedPeople
  const addTrips = (counts: (trip: (typeof trips)[number]) => boolean) => trips.reduce((sum, trip) => sum + (counts(trip) ? trip.people : 0), 0)
  const described = describeSites(ground, { open, stops }, listTrips(ground, asked, today), trips)
  const households = ground.withoutCar && measureGroup(problem, plan, ground.withoutCar, document.normMinutes)
  const inArea = [...open].filter((site) => sites[site]!.kind !== 'outside')
  const count = (own: Iterable<number>) => [...own].reduce((sum, site) => sum + countFacilities(sites[site]!), 0)
  const [openSites, openFacilities] = [inArea.length, count(inArea)]
  const closed = count([...openToday].filter((site) => !open.has(site)))
  const opened = [...open].filter((site) => sites[site]!.kind === 'candidate').length
  return {
    openSites,
    openFacilities,
    stops: stops.size,
    atStops: addTrips(({ site }) => stops.has(site)),
    people: group.people,
    served,
    unserved: group.unservedPeople,
    meanMinutes: orNull(group.meanMinutes),
    worstTenthMinutes: orNull(group.worstTenthMinutes),
    longestMinutes: orNull(group.longestMinutes),
    ...(longest && { longestFrom: places[longest.place]!.name }),
    beyondNorm: group.beyondNorm,
    personKilometres,
    costs: addCosts(document.costs, { openFacilities, closed, opened, stopDays: stops.size * (document.mobile?.daysPerStop ?? 0), served, personKilometres }),
    leaving: addTrips(({ place, site }) => places[place]!.isInside && sites[site]!.kind === 'outside'),
    arriving: addTrips(({ place, site }) => !places[place]!.isInside && sites[site]!.kind !== 'outside'),
    sites: described,
    norms: ground.norms ? measureNorms(ground.norms, document, sites, { trips, unserved: group.unservedPeople, sites: described }) : [],
    ...(households && { withoutCar: { households: households.people, meanMinutes: orNull(households.meanMinutes), worstTenthMinutes: orNull(households.worstTenthMinutes), beyondNorm: households.beyondNorm } }),
    trips,
    unservedPlaces: [...plan.unserved],
  }
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

function listTrips({ places }: SitingGround, { problem, standsAt }: AskedSiting, { services }: ServedSites): SitingOutcome['trips'] {
  return Array.from(services.places, (place, at) => {
    const site = services.sites[at]!
    return { place, site: standsAt[site]!, people: places[place]!.people * services.shares[at]!, minutes: problem.minutes[place * problem.siteCount + site]! }
  })
}

interface Amounts {
  /** Facilities, not sites. */
  readonly openFacilities: number
  readonly closed: number
  readonly opened: number
  /** Days a week of all stops together. */
  readonly stopDays: number
  readonly served: number
  readonly personKilometres: number
}

function addCosts(costs: SitingCosts, { openFacilities, closed, opened, stopDays, served, personKilometres }: Amounts): SitingOutcome['costs'] {
  const [sites, mobile, people] = [multiply(openFacilities, costs.site), multiply(stopDays, costs.mobileDay), multiply(served, costs.person)]
  const travel = multiply(personKilometres, costs.tripsPerYear, costs.personKilometre)
  const once = addKnown([multiply(closed, costs.closing), multiply(opened, costs.opening)])
  const oncePerYear = once === null ? null : once / costs.years
  return { sites, mobile, people, travel, once, oncePerYear, perYear: addKnown([sites, mobile, people, travel, oncePerYear]) }
}

/** Of nothing the amount need not be known. */
function multiply(count: number, ...amounts: readonly (number | undefined)[]): number | null {
  return amounts.reduce<number | null>((product, amount) => (product === 0 ? 0 : product === null || amount === undefined ? null : product * amount), count)
}

/** Part of a sum is no sum. */
const addKnown = (parts: readonly (number | null)[]): number | null => parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0)

type Trips = SitingOutcome['trips']

interface OpenSites {
  readonly open: ReadonlySet<number>
  /** Where the mobile service stands. */
  readonly stops: ReadonlySet<number>
}

function describeSites({ document, sites }: SitingGround, { open, stops }: OpenSites, before: Trips, after: Trips): Omit<SiteOutcome, 'sentence'>[] {
  const afterOfPlace = Map.groupBy(after, ({ place }) => place)
  const add = (trips: Trips, site: number) => trips.reduce((sum, trip) => sum + (trip.site === site ? trip.people : 0), 0)
  const concerned = [...sites.keys()].filter((site) => sites[site]!.kind === 'existing' || (sites[site]!.kind === 'candidate' && (open.has(site) || stops.has(site))))
  const drafts = concerned.map((site) => {
    const users = before.filter((trip) => trip.site === site)
    // Of a place that is divided over sites, every part goes on in the same proportions.
    const later = users.flatMap((own) => {
      const ways = afterOfPlace.get(own.place) ?? []
      const all = ways.reduce((sum, { people }) => sum + people, 0)
      return ways.map((way) => ({ ...way, people: (own.people * way.people) / all }))
    })
    const goesTo = open.has(site) ? [] : addUpBySite(later)
    return { site, users, later, goesTo }
  })
  const movedFrom = matchMoves(drafts.map(({ site, goesTo }) => ({ site, goesTo: stops.has(site) ? [] : goesTo })), (site) => sites[site]!.kind === 'candidate' && open.has(site))
  const moved = new Set(movedFrom.values())
  return drafts.map(({ site, users, later, goesTo }) => {
    const peopleToday = users.reduce((sum, { people }) => sum + people, 0)
    const fate = stops.has(site) ? 'mobile' : open.has(site) ? (sites[site]!.kind === 'candidate' ? 'new' : 'keeps') : moved.has(site) ? 'moves' : goesTo.length > 0 ? 'merges' : 'closes'
    const from = movedFrom.get(site)
    const stop = document.mobile && stops.has(site) && { daysPerWeek: document.mobile.daysPerStop, minutes: findMean(after.filter((trip) => trip.site === site), document.mobile.waitingMinutes) }
    return { site, fate, peopleToday, people: add(after, site), goesTo, ...(from !== undefined && { movedFrom: from }), ...(stop && { stop }), minutesToday: findMean(users), minutes: findMean(later) }
  })
}

function addUpBySite(trips: Trips): SiteOutcome['goesTo'] {
  const sums = new Map<number, number>()
  for (const { site, people } of trips) sums.set(site, (sums.get(site) ?? 0) + people)
  return [...sums].map(([site, people]) => ({ site, people })).toSorted((a, b) => b.people - a.people || a.site - b.site)
}

/** A site moves when most of its people go to a new one; a new site takes the place of one, of which it gets most. Keyed by the new site. */
function matchMoves(closed: readonly { readonly site: number; readonly goesTo: SiteOutcome['goesTo'] }[], isNew: (site: number) => boolean): Map<number, number> {
  const best = new Map<number, { readonly site: number; readonly people: number }>()
  for (const { site, goesTo } of closed) {
    const [first] = goesTo
    if (first === undefined || !isNew(first.site)) continue
    if (first.people > (best.get(first.site)?.people ?? 0)) best.set(first.site, { site, people: first.people })
  }
  return new Map([...best].map(([own, { site }]) => [own, site]))
}

function findMean(trips: Trips, waitingMinutes = 0): number | null {
  const people = trips.reduce((sum, trip) => sum + trip.people, 0)
  return people > 0 ? trips.reduce((sum, trip) => sum + trip.people * (trip.minutes - waitingMinutes), 0) / people : null
}
