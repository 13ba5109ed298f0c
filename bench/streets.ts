/**
 * Streets of an OpenStreetMap extract: reading, preparing, and the nearest of 500 made-up facilities, beside Dijkstra in the same run.
 * `node bench/streets.ts <file.osm.pbf>`
 */
import { statSync } from 'node:fs'
import { findTravelTicks, reverseGraph } from '#engines/reach/dijkstra.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findReader } from '#sources/readers.ts'
import { buildStreets } from '#steps/explore/reach/build-streets.ts'
import { plantTree } from '#steps/explore/reach/nearby-points.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { prepareStreets } from '#steps/explore/reach/reach-ground.ts'
import { contractBeside, findNearestBeside } from '#steps/explore/reach/reach-thread.ts'
import { readStreets } from '#steps/explore/reach/read-streets.ts'
import { TRAVEL_MODES } from '#steps/explore/reach/travel-modes.ts'
import { createRandom } from '../test/engines/reach/street-network.ts'

const path = process.argv[2]
if (path === undefined) throw new Error('give the path of an .osm.pbf file')
const bytes = statSync(path).size

async function measure<Answer>(what: string, run: () => Answer | Promise<Answer>, remark: (answer: Answer) => string = () => ''): Promise<Answer> {
  const started = process.cpuUsage()
  const answer = await run()
  const { user, system } = process.cpuUsage(started)
  console.log(`${what.padEnd(52)} ${((user + system) / 1000).toFixed(0).padStart(7)} ms  ${remark(answer)}  ${Math.round(process.memoryUsage().rss / 1e6)} MB in all`)
  return answer
}

const reader = findReader('osm-pbf')!
const provider = { obtain: async () => ({ location: path, path, bytes, sha256: '', retrievedAt: '' }) } as never
const { table } = await measure(`reading ${(bytes / 1e6).toFixed(1)} MB`, () => reader.read({ name: 'extract', path, reader: 'osm-pbf', sources: [], licenses: [] }, provider, { add: () => {} }), ({ table: own }) => `${own.rowCount} pieces of road`)
const statistics = { sources: [{ resource: 'extract', files: [{ location: path }] }], readTable: async () => table } as unknown as Statistics

for (const mode of TRAVEL_MODES) {
  const found = await measure(`${mode.id}: network`, () => readStreets(statistics, mode.id, (extracts) => buildStreets(extracts)), (own) => `${own?.network?.longitudes.length} crossings in ${own?.network?.pieceCount} pieces, ${own?.smallPieces.nodes} left out`)
  if (found?.network === undefined) continue
  const { network } = found
  const streets = await measure(`${mode.id}: hierarchy (on a thread), tree of crossings`, async () => prepareStreets({ network, hierarchy: await contractBeside(network.graph), tree: plantTree(network.longitudes, network.latitudes) }), ({ hierarchy }) => `${hierarchy.higherRanks.length} edges`)
  const random = createRandom(3)
  const pick = () => Math.floor(random() * network.longitudes.length)
  const point = (node: number) => [network.longitudes[node]!, network.latitudes[node]!] as const
  const [places, sites] = [Array.from({ length: 5000 }, pick), Array.from({ length: 500 }, pick)]
  await measure(`${mode.id}: 5,000 places to the nearest of 500`, () => findNearestFacilities({ points: places.map(point) }, sites.map((node) => ({ point: point(node) })), mode, { streets }), ({ overStreets }) => `${overStreets} over streets`)
  // What a question costs that comes later: a thread, and all that it makes for itself.
  const question = { points: places.map(point), sites: sites.map((node) => ({ point: point(node) })), mode, k: 1 }
  await measure(`${mode.id}: the same as a question to a thread`, () => findNearestBeside([question], { [mode.id]: { streets } }), ([own]) => `${own?.overStreets} over streets`)
  await measure(`${mode.id}: Dijkstra to all crossings (reference)`, () => findTravelTicks(reverseGraph(network.graph), sites))
}
