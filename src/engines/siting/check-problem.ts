/** The guard at the door: what passes here is computed without another look. */
import { FORBIDDEN_SITE } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingProblem } from '#engines/siting/siting-problem.ts'

/** Throws a RangeError that names the figure, its position and what it should be. */
export function checkProblem(problem: SitingProblem, goal: SitingGoal): void {
  const { placeCount, siteCount } = problem
  if (!(Number.isInteger(placeCount) && placeCount > 0)) throw new RangeError(`placeCount is ${placeCount}: at least 1`)
  if (!(Number.isInteger(siteCount) && siteCount > 0)) throw new RangeError(`siteCount is ${siteCount}: at least 1`)
  checkMinutes(problem)
  checkFigures('weights', problem.weights, placeCount, 'place', (weight) => weight >= 0 && weight < Infinity, '0 or more, and finite')
  checkFigures('siteRules', problem.siteRules, siteCount, 'site', (rule) => rule <= FORBIDDEN_SITE, '0 (free), 1 (forced) or 2 (forbidden)')
  if (problem.capacities) checkFigures('capacities', problem.capacities, siteCount, 'site', (most) => most >= 0, '0 or more')
  if (problem.minimumSizes) checkFigures('minimumSizes', problem.minimumSizes, siteCount, 'site', (fewest) => fewest >= 0 && fewest < Infinity, '0 or more, and finite')
  if (problem.locations) checkFigures('locations', problem.locations, siteCount, 'site', (location) => location >= -1, '-1 or more')
  for (const limit of problem.limits ?? []) {
    checkFigures(`amounts of limit ${limit.name}`, limit.amounts, siteCount, 'site', Number.isFinite, 'finite')
    if (!Number.isFinite(limit.most)) throw new RangeError(`most of limit ${limit.name} is ${limit.most}: it must be finite`)
  }
  const { unservedMinutes } = problem
  if (unservedMinutes !== undefined && !(unservedMinutes >= 0 && unservedMinutes < Infinity)) throw new RangeError(`unservedMinutes is ${unservedMinutes}: 0 or more, and finite`)
  checkGoal(goal)
}

function checkMinutes({ placeCount, siteCount, minutes }: SitingProblem): void {
  if (minutes.length !== placeCount * siteCount) throw new RangeError(`minutes has ${minutes.length} figures: ${placeCount} places × ${siteCount} sites are ${placeCount * siteCount}`)
  const wrong = minutes.findIndex((own) => !(own >= 0))
  if (wrong >= 0) throw new RangeError(`minutes from place ${Math.floor(wrong / siteCount)} to site ${wrong % siteCount} is ${minutes[wrong]}: 0 or more, Infinity where it cannot be reached`)
}

function checkFigures(name: string, figures: ArrayLike<number>, count: number, of: string, isRight: (figure: number) => boolean, rule: string): void {
  if (figures.length !== count) throw new RangeError(`${name} has ${figures.length} figures: there are ${count} ${of}s`)
  for (let at = 0; at < count; at++) if (!isRight(figures[at]!)) throw new RangeError(`${name} of ${of} ${at} is ${figures[at]}: it must be ${rule}`)
}

function checkGoal(goal: SitingGoal): void {
  if ('openCount' in goal && !(Number.isInteger(goal.openCount) && goal.openCount >= 1)) throw new RangeError(`openCount is ${goal.openCount}: a whole number from 1`)
  if ('normMinutes' in goal && !(goal.normMinutes >= 0 && goal.normMinutes < Infinity)) throw new RangeError(`normMinutes is ${goal.normMinutes}: 0 or more, and finite`)
  if ('share' in goal && !(goal.share > 0 && goal.share <= 1)) throw new RangeError(`share is ${goal.share}: more than 0, at most 1`)
}
