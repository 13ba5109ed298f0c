/**
 * How much the regions of daily life hang on the choices that make them: the table of docs/methods/daily-regions.md, made anew.
 * `TOPDORP_HOME=<folder with imported figures> node bench/daily-regions.ts`
 */
import { comparePartitions } from '#engines/regions/compare-partitions.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { getGround } from '#steps/explore/reach/reach-ground.ts'
import type { RegionsQuestion } from '#steps/explore/reach/reach-task.ts'
import { findRegionsBeside } from '#steps/explore/reach/reach-thread.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { listNeighbours } from '#steps/explore/regions/count-pieces.ts'
import { HALF_MINUTES, MINUTES, VALIDITY } from '#steps/explore/regions/daily-regions.ts'
import { divideDistricts } from '#steps/explore/regions/divide-districts.ts'
import { makeRegionUnits } from '#steps/explore/regions/region-units.ts'

const COUNTS = [30, 45, 60]
const home = process.env['TOPDORP_HOME']
const statistics = home === undefined ? undefined : await openStatistics(home)
if (statistics === undefined) throw new Error('TOPDORP_HOME must be a folder with imported figures')

const units = await makeRegionUnits(statistics)
const mode = getTravelMode('car')
const ground = await getGround(statistics, mode)
const everybody = units.people.reduce((sum, people) => sum + people, 0)
const chosen: RegionsQuestion = {
  points: units.points, people: units.people, mass: units.mass, mode, maximumMinutes: MINUTES, halfMinutes: HALF_MINUTES, counts: COUNTS, neighbours: listNeighbours(units.points), validity: VALIDITY,
}
const scaleSizes = (factor: number) => ({ ...VALIDITY, leastSize: VALIDITY.leastSize * factor, targetSize: VALIDITY.targetSize * factor })
const CHOICES: Readonly<Record<string, Partial<RegionsQuestion>>> = {
  'people only draw people': { mass: units.people.map((people) => people / everybody) },
  'halves every 7.5 minutes': { halfMinutes: 7.5 },
  'halves every 15 minutes': { halfMinutes: 15 },
  'at most 30 minutes': { maximumMinutes: 30 },
  'at most 60 minutes': { maximumMinutes: 60 },
  'sizes half as large': { validity: scaleSizes(0.5) },
  'sizes twice as large': { validity: scaleSizes(2) },
  'self-containment 50 and 67 percent': { validity: { ...VALIDITY, leastContainment: 0.5, targetContainment: 0.67 } },
}
const divide = async (choice: Partial<RegionsQuestion>) => (await findRegionsBeside({ ...chosen, ...choice }, ground)).regions.map((found) => divideDistricts(units, found).regionOfDistrict)

const own = await divide({})
console.log(`| other choice | ${COUNTS.join(' | ')} |`)
for (const [name, choice] of Object.entries(CHOICES)) {
  const others = await divide(choice)
  console.log(`| ${name} | ${others.map((other, at) => comparePartitions(own[at]!, other, units.peopleOfDistrict).adjustedRand.toFixed(2)).join(' | ')} |`)
}
