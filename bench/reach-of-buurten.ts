/**
 * What it costs to find the nearest facility of every buurt on imported figures, with open water in the way and without, and to know where water is. Processor time of
 * this thread, the middle of five; the ground is prepared before. `TOPDORP_HOME=<folder> node bench/reach-of-buurten.ts`.
 */
import { FACILITY_TYPES } from '#domain/facility.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { getLand } from '#steps/explore/reach/get-land.ts'
import { findFacilities, getGround } from '#steps/explore/reach/reach-ground.ts'
import { TRAVEL_MODES } from '#steps/explore/reach/travel-modes.ts'
import { measure } from './measure-thread.ts'

const REPEATS = 5

const home = process.env.TOPDORP_HOME ?? ''
const statistics = await openStatistics(home)
if (statistics === undefined) throw new Error(`no statistics in TOPDORP_HOME=${home}`)
const homes = getHomePoints(statistics)
const started = process.threadCpuUsage()
const land = await getLand(statistics)
const { user, system } = process.threadCpuUsage(started)
console.log(`${homes.points.length} buurten, Node ${process.version}; where water is, once: ${((user + system) / 1000).toFixed(0)} ms, ${land ? `${land.grid.columns} × ${land.grid.rows} cells` : 'no shapes'}`)
for (const type of FACILITY_TYPES) {
  const list = await findFacilities(statistics, type)
  if ('reason' in list) {
    console.log(`${type}: none (${list.reason})`)
    continue
  }
  for (const mode of TRAVEL_MODES) {
    const ground = await getGround(statistics, mode)
    const dry = measure(() => findNearestFacilities(homes, list.facilities, mode, { ...ground, land: undefined }), REPEATS)
    const wet = measure(() => findNearestFacilities(homes, list.facilities, mode, ground), REPEATS)
    let changed = 0
    for (const [at, minutes] of wet.answer.minutes.entries()) if (!Object.is(minutes, dry.answer.minutes[at]!)) changed++
    console.log(`${`${list.facilities.length} × ${type}, ${mode.id}`.padEnd(40)} ${wet.milliseconds.toFixed(0).padStart(5)} ms, without water ${dry.milliseconds.toFixed(0).padStart(5)} ms; ${changed} buurten have another time`)
  }
}
