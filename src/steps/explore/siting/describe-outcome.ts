/** What a plan means: for every site, for the people, for the money. The same for the sites of today. */
import type { SiteOutcome, SitingOutcome } from '#domain/answers/siting-answers.ts'
import type { SitingCosts } from '#domain/siting-document.ts'
import { measureGroup } from '#engines/siting/measure-equity.ts'
import type { SitingPlan } from '#engines/siting/siting-problem.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'
import type { AskedSiting } from '#steps/explore/siting/siting-problem.ts'

export type ServedSites = Pick<SitingPlan, 'sites' | 'services' | 'unserved'>
export type BareOutcome = Omit<SitingOutcome, 'sites'> & { readonly sites: readonly Omit<SiteOutcome, 'sentence'>[] }

/** `today` is how the sites of today serve the people of the year that is asked. */
export function describeOutcome(ground: SitingGround, { problem, openToday }: AskedSiting, today: ServedSites, plan: ServedSites): BareOutcome {
  const { document, places, sites, kilometres } = ground
  const trips = listTrips(ground, plan)
  const group = measureGroup(problem, plan, problem.weights, document.normMinutes)
  const open = new Set(plan.sites)
  const longest = trips.reduce<(typeof trips)[number] | undefined>((far, trip) => (trip.minutes > (far?.minutes ?? -1) ? trip : far), undefined)
  const personKilometres = trips.reduce((sum, { place, site, people }) => sum + people * kilometres[place * sites.length + site]!, 0)
  const served = group.people - group.unservedPeople
  const addTrips = (counts: (trip: (typeof trips)[number]) => boolean) => trips.reduce((sum, trip) => sum + (counts(trip) ? trip.people : 0), 0)
  const openSites = [...open].filter((site) => sites[site]!.kind !== 'outside').length
  const closed = [...openToday].filter((site) => !open.has(site)).length
  const opened = [...open].filter((site) => sites[site]!.kind === 'candidate').length
  return {
    openSites,
    people: group.people,
    served,
    unserved: group.unservedPeople,
    meanMinutes: orNull(group.meanMinutes),
    worstTenthMinutes: orNull(group.worstTenthMinutes),
    longestMinutes: orNull(group.longestMinutes),
    ...(longest && { longestFrom: places[longest.place]!.name }),
    beyondNorm: group.beyondNorm,
    personKilometres,
    costs: addCosts(document.costs, { openSites, closed, opened, served, personKilometres }),
    leaving: addTrips(({ place, site }) => places[place]!.isInside && sites[site]!.kind === 'outside'),
    arriving: addTrips(({ place, site }) => !places[place]!.isInside && sites[site]!.kind !== 'outside'),
    sites: describeSites(ground, open, listTrips(ground, today), trips),
    trips,
    unservedPlaces: [...plan.unserved],
  }
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

function listTrips({ places, sites, minutes }: SitingGround, { services }: ServedSites): SitingOutcome['trips'] {
  return Array.from(services.places, (place, at) => {
    const site = services.sites[at]!
    return { place, site, people: places[place]!.people * services.shares[at]!, minutes: minutes[place * sites.length + site]! }
  })
}

interface Amounts {
  readonly openSites: number
  readonly closed: number
  readonly opened: number
  readonly served: number
  readonly personKilometres: number
}

function addCosts(costs: SitingCosts, { openSites, closed, opened, served, personKilometres }: Amounts): SitingOutcome['costs'] {
  const [sites, people, travel] = [openSites * costs.site, served * costs.person, personKilometres * costs.tripsPerYear * costs.personKilometre]
  const once = closed * costs.closing + opened * costs.opening
  const oncePerYear = once / costs.years
  return { sites, people, travel, once, oncePerYear, perYear: sites + people + travel + oncePerYear }
}

type Trips = SitingOutcome['trips']

function describeSites({ sites }: SitingGround, open: ReadonlySet<number>, before: Trips, after: Trips): Omit<SiteOutcome, 'sentence'>[] {
  const afterOfPlace = Map.groupBy(after, ({ place }) => place)
  const add = (trips: Trips, site: number) => trips.reduce((sum, trip) => sum + (trip.site === site ? trip.people : 0), 0)
  const concerned = [...sites.keys()].filter((site) => sites[site]!.kind === 'existing' || (sites[site]!.kind === 'candidate' && open.has(site)))
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
  const movedFrom = matchMoves(drafts.map(({ site, goesTo }) => ({ site, goesTo })), (site) => sites[site]!.kind === 'candidate')
  const moved = new Set(movedFrom.values())
  return drafts.map(({ site, users, later, goesTo }) => {
    const peopleToday = users.reduce((sum, { people }) => sum + people, 0)
    const fate = open.has(site) ? (sites[site]!.kind === 'candidate' ? 'new' : 'keeps') : moved.has(site) ? 'moves' : peopleToday > 0 ? 'merges' : 'closes'
    const from = movedFrom.get(site)
    return { site, fate, peopleToday, people: add(after, site), goesTo, ...(from !== undefined && { movedFrom: from }), minutesToday: findMean(users), minutes: findMean(later) }
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

function findMean(trips: Trips): number | null {
  const people = trips.reduce((sum, trip) => sum + trip.people, 0)
  return people > 0 ? trips.reduce((sum, trip) => sum + trip.people * trip.minutes, 0) / people : null
}
