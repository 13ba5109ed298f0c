/**
 * Checks a plan against the problem, knowing nothing of how it was made: whether it is permitted, and what it is worth.
 * Written apart from the solvers on purpose, in the plainest way; never make them share code.
 */
import type { SitingGoal, SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'

export interface PlanCheck {
  /** What is wrong, one sentence each; empty when the plan is right. */
  readonly faults: readonly string[]
  /** The value as reckoned here. */
  readonly value: number
}

/** Share of a figure that counts as rounding. */
const ROUNDING = 1e-6

export function checkPlan(problem: SitingProblem, goal: SitingGoal, plan: SitingPlan): PlanCheck {
  const faults = [...checkSites(problem, goal, plan), ...checkServices(problem, plan), ...checkNearest(problem, plan), ...checkSizes(problem, plan)]
  const value = computeValue(problem, goal, plan)
  if (!isSame(value, plan.value)) faults.push(`the value is ${value}, not ${plan.value}`)
  if (plan.bound > plan.value + ROUNDING * Math.abs(plan.value)) faults.push(`the bound ${plan.bound} is above the value ${plan.value}`)
  if (plan.isProved !== plan.bound >= plan.value - ROUNDING * Math.abs(plan.value)) faults.push(`isProved is ${plan.isProved}, with value ${plan.value} and bound ${plan.bound}`)
  if (goal.kind === 'setCovering') {
    for (let place = 0; place < problem.placeCount; place++) {
      if (problem.weights[place]! > 0 && isReachable(problem, place) && longestTrip(problem, plan, place) > goal.normMinutes) faults.push(`place ${place} is beyond the norm`)
    }
  }
  return { faults, value }
}

function isSame(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other), 1e-9)
}

function checkSites(problem: SitingProblem, goal: SitingGoal, { sites }: SitingPlan): string[] {
  const faults: string[] = []
  const isOpen = new Set(sites)
  if (isOpen.size !== sites.length) faults.push('a site is open twice')
  for (const site of sites) {
    if (!(site >= 0 && site < problem.siteCount)) faults.push(`site ${site} does not exist`)
    if (problem.siteRules[site] === 2) faults.push(`site ${site} is forbidden, and open`)
  }
  for (let site = 0; site < problem.siteCount; site++) if (problem.siteRules[site] === 1 && !isOpen.has(site)) faults.push(`site ${site} is forced, and closed`)
  if ('openCount' in goal && sites.length > goal.openCount) faults.push(`${sites.length} sites are open, at most ${goal.openCount} may be`)
  for (const limit of problem.limits ?? []) {
    let used = 0
    for (const site of sites) used += limit.amounts[site]!
    if (used > limit.most + ROUNDING * Math.max(1, Math.abs(limit.most))) faults.push(`limit ${limit.name}: ${used} is used, at most ${limit.most} may be`)
  }
  const seen = new Set<number>()
  for (const site of sites) {
    const location = problem.locations?.[site] ?? -1
    if (location >= 0 && seen.has(location)) faults.push(`location ${location} has two forms open`)
    seen.add(location)
  }
  return faults
}

function checkServices(problem: SitingProblem, { sites, services, unserved }: SitingPlan): string[] {
  const faults: string[] = []
  const isOpen = new Set(sites)
  const served = new Float64Array(problem.placeCount)
  for (let at = 0; at < services.places.length; at++) {
    const [place, site, share] = [services.places[at]!, services.sites[at]!, services.shares[at]!]
    if (!isOpen.has(site)) faults.push(`place ${place} is served by site ${site}, which is closed`)
    if (problem.minutes[place * problem.siteCount + site] === Infinity) faults.push(`place ${place} cannot reach site ${site}`)
    if (!(share > 0)) faults.push(`share ${share} of place ${place}`)
    served[place]! += share
  }
  const isUnserved = new Set(unserved)
  for (let place = 0; place < problem.placeCount; place++) {
    const expected = problem.weights[place]! > 0 && !isUnserved.has(place) ? 1 : 0
    if (Math.abs(served[place]! - expected) > ROUNDING) faults.push(`place ${place} is served for ${served[place]}, not ${expected}`)
    if (isUnserved.has(place) && problem.weights[place] === 0) faults.push(`place ${place} has nobody, and is called unserved`)
  }
  return faults
}

/** People go to the nearest open site, unless the plan may send them. */
function checkNearest(problem: SitingProblem, { sites, services, unserved }: SitingPlan): string[] {
  const faults: string[] = []
  const isPlanned = problem.assignment === 'planned' && (problem.capacities !== undefined || problem.minimumSizes !== undefined)
  if (isPlanned) return faults
  const nearestOf = (place: number) => {
    let nearest = Infinity
    for (const site of sites) nearest = Math.min(nearest, problem.minutes[place * problem.siteCount + site]!)
    return nearest
  }
  for (let at = 0; at < services.places.length; at++) {
    const place = services.places[at]!
    const own = problem.minutes[place * problem.siteCount + services.sites[at]!]!
    if (own > nearestOf(place)) faults.push(`place ${place} goes ${own} minutes, and could go ${nearestOf(place)}`)
  }
  const mustServe = [problem.capacities?.some((most) => most !== Infinity), problem.minimumSizes?.some((fewest) => fewest > 0), problem.locations?.some((location) => location >= 0), (problem.limits ?? []).length > 0].includes(true)
  if (mustServe) for (const place of unserved) if (isReachable(problem, place)) faults.push(`place ${place} is not served, and under these rules everybody must be`)
  for (const place of unserved) if (nearestOf(place) !== Infinity) faults.push(`place ${place} is called unserved, and can reach an open site`)
  return faults
}

function checkSizes(problem: SitingProblem, { sites, services }: SitingPlan): string[] {
  const faults: string[] = []
  const people = new Float64Array(problem.siteCount)
  for (let at = 0; at < services.places.length; at++) people[services.sites[at]!]! += services.shares[at]! * problem.weights[services.places[at]!]!
  for (const site of sites) {
    const most = problem.capacities?.[site] ?? Infinity
    const fewest = problem.minimumSizes?.[site] ?? 0
    if (people[site]! > most * (1 + ROUNDING) + ROUNDING) faults.push(`site ${site} serves ${people[site]}, at most ${most} fit`)
    if (people[site]! < fewest * (1 - ROUNDING) - ROUNDING) faults.push(`site ${site} serves ${people[site]}, at least ${fewest} are needed`)
  }
  return faults
}

function isReachable(problem: SitingProblem, place: number): boolean {
  for (let site = 0; site < problem.siteCount; site++) if (problem.siteRules[site] !== 2 && problem.minutes[place * problem.siteCount + site] !== Infinity) return true
  return false
}

function longestTrip(problem: SitingProblem, { services }: SitingPlan, place: number): number {
  let longest = -1
  for (let at = 0; at < services.places.length; at++) if (services.places[at] === place) longest = Math.max(longest, problem.minutes[place * problem.siteCount + services.sites[at]!]!)
  return longest < 0 ? Infinity : longest
}

/** People and minutes of every part of every place that some permitted site can reach; Infinity minutes where the plan does not. */
function listTrips(problem: SitingProblem, plan: SitingPlan): { people: number; minutes: number }[] {
  const trips: { people: number; minutes: number }[] = []
  const { places, sites, shares } = plan.services
  for (let at = 0; at < places.length; at++) {
    trips.push({ people: problem.weights[places[at]!]! * shares[at]!, minutes: problem.minutes[places[at]! * problem.siteCount + sites[at]!]! })
  }
  for (const place of plan.unserved) if (isReachable(problem, place)) trips.push({ people: problem.weights[place]!, minutes: Infinity })
  return trips
}

function computeValue(problem: SitingProblem, goal: SitingGoal, plan: SitingPlan): number {
  const trips = listTrips(problem, plan)
  if (goal.kind === 'setCovering') return plan.sites.length
  if (goal.kind === 'center') return trips.reduce((longest, { minutes }) => Math.max(longest, minutes), 0)
  if (goal.kind === 'maximalCovering') {
    const reached = trips.reduce((sum, { people, minutes }) => sum + (minutes > goal.normMinutes ? people : 0), 0)
    return plan.unserved.reduce((sum, place) => sum + (isReachable(problem, place) ? 0 : problem.weights[place]!), reached)
  }
  const unservedMinutes = problem.unservedMinutes ?? defaultUnservedMinutes(problem)
  const counted = trips.map(({ people, minutes }) => ({ people, minutes: minutes === Infinity ? unservedMinutes : minutes }))
  if (goal.kind === 'median') return counted.reduce((sum, { people, minutes }) => sum + people * minutes, 0)
  let left = goal.share * counted.reduce((sum, { people }) => sum + people, 0)
  const worst = left
  let sum = 0
  for (const { people, minutes } of counted.toSorted((one, other) => other.minutes - one.minutes)) {
    const taken = Math.min(people, left)
    sum += taken * minutes
    left -= taken
  }
  return worst === 0 ? 0 : sum / worst
}

/** As the problem promises: serving one person more makes up for all other minutes, up to a million times the longest trip. */
function defaultUnservedMinutes(problem: SitingProblem): number {
  const people = [...problem.weights]
  const longestOf = (place: number) => Math.max(0, ...Array.from({ length: problem.siteCount }, (_, site) => problem.minutes[place * problem.siteCount + site]!).filter(Number.isFinite))
  const longest = people.map((own, place) => (own > 0 ? longestOf(place) : 0))
  const total = people.reduce((sum, own, place) => sum + own * longest[place]!, 0)
  const fewest = Math.min(...people.filter((own) => own > 0))
  return Math.ceil(Math.min(1 + (fewest === Infinity ? 0 : total / fewest), 1 + 1e6 * (1 + Math.max(0, ...longest))))
}
