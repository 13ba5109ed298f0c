import type { SitingObstacle } from '#engines/siting/obstacles.ts'
import { FORBIDDEN_SITE, FORCED_SITE, getUnservedMinutes, ROUNDING } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingProblem } from '#engines/siting/siting-problem.ts'
import { sortCells } from '#engines/siting/sorted-cells.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'

/** A problem without what cannot matter: places without people or out of all reach, and forbidden sites. */
export interface Frame {
  readonly problem: SitingProblem
  /** Positions of the places that count; rows of a table are in this order. */
  readonly places: Int32Array
  /** Positions of the sites that may be open; columns of a table are in this order. */
  readonly sites: Int32Array
  /** 1 for columns that must be open. */
  readonly locked: Uint8Array
  /** Places with people that no permitted site can be reached from. */
  readonly unreachable: Int32Array
  readonly unservedMinutes: number
}

export function frameProblem(problem: SitingProblem): Frame {
  const { placeCount, siteCount, minutes, weights, siteRules } = problem
  const sites = Int32Array.from(siteRules.keys()).filter((site) => siteRules[site] !== FORBIDDEN_SITE)
  const asking = Int32Array.from({ length: placeCount }, (_, place) => place).filter((place) => weights[place]! > 0)
  const isReached = (place: number) => sites.some((site) => minutes[place * siteCount + site] !== Infinity)
  return {
    problem, sites,
    places: asking.filter(isReached),
    locked: Uint8Array.from(sites, (site) => Number(siteRules[site] === FORCED_SITE)),
    unreachable: asking.filter((place) => !isReached(place)),
    unservedMinutes: getUnservedMinutes(problem),
  }
}

/** From sites to their columns in a table of the frame; of permitted sites only. */
export function toColumns({ sites }: Frame): (own: Int32Array) => Int32Array {
  const columnOf = new Map(Array.from(sites, (site, column) => [site, column] as const))
  return (own) => own.map((site) => columnOf.get(site)!)
}

/** A table in which a place costs its people × a price for the minutes they travel, or for not being served. After the sites come so many columns that serve nobody. */
export function tabulate({ problem, places, sites }: Frame, priceOf: (minutes: number) => number, unservedPrice: number, idleCount = 0): SortedCells {
  const { minutes, weights, siteCount } = problem
  return sortCells({
    rowCount: places.length,
    columnCount: sites.length + idleCount,
    costOf(row, column) {
      if (column >= sites.length) return Infinity
      const own = minutes[places[row]! * siteCount + sites[column]!]!
      return own === Infinity ? Infinity : weights[places[row]!]! * priceOf(own)
    },
    unservedCostOf: (row) => weights[places[row]!]! * unservedPrice,
  })
}

/** What can be seen before anything is computed. */
export function findObstacles(frame: Frame, goal: SitingGoal): SitingObstacle[] {
  const { problem, sites, locked, unreachable } = frame
  const obstacles: SitingObstacle[] = []
  if (unreachable.length > 0) obstacles.push({ code: 'unreachablePlaces', severity: 'notice', places: unreachable })
  if ('openCount' in goal) {
    if (goal.openCount > sites.length) obstacles.push({ code: 'tooManySites', severity: 'error', asked: goal.openCount, available: sites.length })
    const forced = sites.filter((_, column) => locked[column] === 1)
    if (forced.length > goal.openCount) obstacles.push({ code: 'tooManyForced', severity: 'error', sites: forced, asked: goal.openCount, available: forced.length })
  }
  if (sites.length === 0 && !('openCount' in goal)) obstacles.push({ code: 'tooManySites', severity: 'error', asked: 1, available: 0 })
  if ('normMinutes' in goal) {
    const far = frame.places.filter((place) => sites.every((site) => problem.minutes[place * problem.siteCount + site]! > goal.normMinutes))
    if (far.length > 0) obstacles.push({ code: 'normOutOfReach', severity: goal.kind === 'setCovering' ? 'error' : 'notice', places: far, asked: goal.normMinutes })
  }
  return [...obstacles, ...findSizeObstacles(frame, goal)]
}

function findSizeObstacles({ problem, sites, places, locked }: Frame, goal: SitingGoal): SitingObstacle[] {
  const { capacities, minimumSizes, locations, weights, minutes, siteCount } = problem
  const obstacles: SitingObstacle[] = []
  const forced = sites.filter((_, column) => locked[column] === 1)
  const clash = forced.filter((site) => locations && locations[site]! >= 0 && forced.some((other) => other !== site && locations[other] === locations[site]))
  if (clash.length > 0) obstacles.push({ code: 'formsClash', severity: 'error', sites: clash })
  const people = places.reduce((sum, place) => sum + weights[place]!, 0)
  if (capacities) {
    const largest = Float64Array.from(sites, (site) => capacities[site]!).sort().reverse().slice(0, 'openCount' in goal ? goal.openCount : sites.length)
    const available = largest.reduce((sum, most) => sum + most, 0)
    if (available < people * (1 - ROUNDING)) obstacles.push({ code: 'capacityShort', severity: 'error', asked: people, available })
  }
  if (minimumSizes) {
    const poor = forced.filter((site) => places.reduce((sum, place) => (minutes[place * siteCount + site] === Infinity ? sum : sum + weights[place]!), 0) < minimumSizes[site]! * (1 - ROUNDING))
    if (poor.length > 0) obstacles.push({ code: 'tooFewPeople', severity: 'error', sites: poor })
  }
  return obstacles
}
