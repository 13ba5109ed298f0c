/**
 * Travel times on a made-up network of the size of the Netherlands, beside Dijkstra on the same network in the same run.
 * Time is that of the processor for this thread, so that other work on the machine counts little. Every answer of the fast ways that can be compared is.
 */
import { createRandom, makeStreetNetwork } from '../test/engines/reach/street-network.ts'
import { compileKernel } from '#engines/numeric/kernel.ts'
import { createPointsOnNodes, selectPoints } from '#engines/reach/access-points.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import { contractGraph } from '#engines/reach/contract-graph.ts'
import { findTravelTicks, reverseGraph } from '#engines/reach/dijkstra.ts'
import { createFastSweepers } from '#engines/reach/fast-sweeper.ts'
import { findNearestSites } from '#engines/reach/nearest-sites.ts'
import { createPlainSweeper } from '#engines/reach/plain-sweeper.ts'
import { restrictHierarchy, reversePart } from '#engines/reach/restricted-hierarchy.ts'
import { OUT_OF_REACH, sweepTravelMatrix } from '#engines/reach/travel-matrix.ts'
import type { CreateSweeper } from '#engines/reach/travel-matrix.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import { measure } from './measure-thread.ts'

const SIDE = Number(process.argv[2] ?? 1000)
const PLACES = Number(process.argv[3] ?? 14_000)
const SITES = 6000
const TYPES = 32
const REPEATS = 9

const say = (what: string, milliseconds: number, remark = '') => console.log(`${what.padEnd(66)} ${milliseconds.toFixed(1).padStart(10)} ms  ${remark}`)

const { answer: network, milliseconds: made } = measure(() => makeStreetNetwork(SIDE, 1))
const { graph } = network
console.log(`${graph.nodeCount} nodes, ${graph.heads.length} arcs, ${PLACES} places, ${SITES} sites a type, one thread, Node ${process.version}`)
say('making the network', made)
const { answer: hierarchy, milliseconds: contracted } = measure(() => contractGraph(graph))
say('contraction hierarchy', contracted, `${hierarchy.higherRanks.length} edges, ${Math.round(process.memoryUsage().rss / 1e6)} MB`)

const random = createRandom(5)
const pick = (count: number) => Int32Array.from({ length: count }, () => Math.floor(random() * graph.nodeCount))
const [placeNodes, siteNodes] = [pick(PLACES), pick(SITES)]
const [places, sites] = [createPointsOnNodes(placeNodes), createPointsOnNodes(siteNodes)]
const { answer: part, milliseconds: restricted } = measure(() => restrictHierarchy(hierarchy, [...placeNodes, ...siteNodes]), 3)
say('restricting it to places and sites', restricted, `${part.spotCount} nodes, ${part.aboveSpots.length} edges`)

const reversed = reverseGraph(graph)
const { answer: plainTicks, milliseconds: dijkstra } = measure(() => findTravelTicks(reversed, siteNodes), 3)
say('nearest site of one type: Dijkstra, all nodes (the reference)', dijkstra)
const { answer: nearest, milliseconds: nearestTime } = measure(() => findNearestSites(part, places, sites), REPEATS)
say('nearest site of one type, and which', nearestTime, `${(dijkstra / nearestTime).toFixed(0)} times the reference, ${countWrong(nearest.ticks, plainTicks)} wrong`)
say('three nearest sites of one type, and which', measure(() => findNearestSites(part, places, sites, 3), REPEATS).milliseconds)

const sweepFast = createFastSweepers(compileKernel(readKernel('reach')))
const types = makeTypes()
const back = reversePart(part)
const { answer: rows, milliseconds: typeTime } = measure(() => readRows(types, sweepFast), REPEATS)
say(`nearest site of ${TYPES} types in one sweep, times only`, typeTime, `${(typeTime / TYPES).toFixed(2)} ms a type, ${countWrong(rows, plainTicks)} wrong`)

const own = restrictHierarchy(hierarchy, placeNodes)
const some = selectPoints(places, Int32Array.from({ length: 32 }, (_, at) => at))
const plainTime = measure(() => readMatrix(some, createPlainSweeper)).milliseconds
say(`travel matrix ${some.count} × ${PLACES}, plain TypeScript`, plainTime)
const { answer: sample, milliseconds: matrixTime } = measure(() => readMatrix(places, sweepFast))
const wrong = countWrong(sample, findTravelTicks(graph, [placeNodes[0]!]))
say(`travel matrix ${PLACES} × ${PLACES}, WebAssembly`, matrixTime, `${((plainTime * PLACES) / some.count / matrixTime).toFixed(0)} times plain, ${wrong} of the first row wrong`)

/** All sites of a type are one origin with many doors; the first type is the one above. */
function makeTypes(): AccessPoints {
  const nodes = Array.from({ length: TYPES }, (_, type) => (type === 0 ? [...siteNodes] : [...siteNodes].filter(() => random() < 0.5)))
  let next = 0
  const firstNodes = Int32Array.from([0, ...nodes.map((one) => (next += one.length))])
  return { count: TYPES, firstNodes, nodes: Int32Array.from(nodes.flat()), accessTicks: new Int32Array(next) }
}

function readRows(origins: AccessPoints, createSweeper: CreateSweeper): Uint16Array {
  let first = new Uint16Array()
  sweepTravelMatrix(back, origins, places, createSweeper, (ticks) => (first = ticks.slice(0, PLACES)))
  return first
}

/** Goes through the whole matrix, and gives its first row. */
function readMatrix(origins: AccessPoints, createSweeper: CreateSweeper): Uint16Array {
  let row = new Uint16Array()
  sweepTravelMatrix(own, origins, places, createSweeper, (ticks, first) => {
    if (first === 0) row = ticks.slice(0, PLACES)
  })
  return row
}

function countWrong(ticks: ArrayLike<number>, ofNodes: Uint32Array): number {
  return placeNodes.reduce((count, node, at) => count + Number(Math.min(ticks[at]!, OUT_OF_REACH) !== Math.min(ofNodes[node]!, OUT_OF_REACH)), 0)
}
