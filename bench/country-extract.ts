/**
 * Writes an OpenStreetMap extract as large as the roads of the Netherlands, made up and seeded: streets on a wavering grid, with bends and dead ends. For `streets.ts`.
 * `node bench/country-extract.ts <file.osm.pbf> [crossings a side]`
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { encodeBlock, encodeHeader, type SmallMap } from '../test/sources/osm-pbf/encode-osm.ts'
import { createRandom } from '../test/engines/reach/street-network.ts'

const [path, side = '1100'] = process.argv.slice(2)
if (path === undefined) throw new Error('give the path of the file to write')
const size = Number(side)
const random = createRandom(7)
/** Of a crossing to the next: 190 metres east and north at 52 degrees. */
const STEP = [0.00278, 0.00171] as const
/**
 * Of the streets, and of those that would be the fourth at a crossing. With these 12 percent of the crossings are dead ends, 59 have three streets and 8 have four;
 * on foot in Liechtenstein, the real extract at hand, these are 20, 56 and 7.
 */
const [SHARE_KEPT, SHARE_OF_FOURTHS] = [0.65, 0.05]
/** As many as writers of such files put in a block. */
const BLOCK = 8000

const crossing = (column: number, row: number): number => 1 + row * size + column
const places: (readonly [number, number])[] = []
for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) places.push([3.4 + (column + 0.6 * random()) * STEP[0], 50.8 + (row + 0.6 * random()) * STEP[1]])

type Node = SmallMap['nodes'][number]
type Way = SmallMap['ways'][number]
const file = openSync(path, 'w')
writeSync(file, encodeHeader())
let [nodes, ways]: [Node[], Way[]] = [[], []]
const counts = { nodes: 0, ways: 0, bytes: 0 }
const writeNodes = () => {
  counts.bytes += writeSync(file, encodeBlock({ nodes, ways: [] }))
  counts.nodes += nodes.length
  nodes = []
}
const addNode = (id: number, [longitude, latitude]: readonly [number, number]) => {
  nodes.push([id, longitude, latitude])
  if (nodes.length === BLOCK) writeNodes()
}
places.forEach((place, at) => addNode(at + 1, place))

const HIGHWAYS = [[128, 'trunk'], [32, 'primary'], [8, 'tertiary']] as const
const findHighway = (line: number) => HIGHWAYS.find(([every]) => line % every === 0)?.[1] ?? 'residential'
let next = places.length + 1
/** Ways stand after the nodes: kept, as numbers, until all of these are written. */
const kept: Way[] = []
const streetsAt = new Uint8Array(places.length + 1)
const isLeftOut = (from: number, to: number): boolean => random() > (Math.max(streetsAt[from]!, streetsAt[to]!) === 3 ? SHARE_OF_FOURTHS : SHARE_KEPT)
const addLine = (line: number, list: readonly number[]) => {
  const highway = findHighway(line)
  let own: number[] = [list[0]!]
  const close = () => {
    if (own.length > 1) kept.push({ id: kept.length + 1, tags: { highway, ...(highway === 'residential' && random() < 0.03 ? { oneway: 'yes' } : {}), name: `Straat ${line}` }, nodes: own })
  }
  for (const [at, to] of list.entries()) {
    if (at === 0) continue
    if (highway === 'residential' && isLeftOut(list[at - 1]!, to)) {
      close()
      own = [to]
      continue
    }
    streetsAt[list[at - 1]!]!++
    streetsAt[to]!++
    const [from, bends] = [list[at - 1]!, Math.floor(random() * 3.4)]
    for (let bend = 1; bend <= bends; bend++) {
      const along = bend / (bends + 1)
      const [[x1, y1], [x2, y2]] = [places[from - 1]!, places[to - 1]!]
      addNode(next, [x1 + along * (x2 - x1) + 0.0002 * (random() - 0.5), y1 + along * (y2 - y1) + 0.0001 * (random() - 0.5)])
      own.push(next++)
    }
    own.push(to)
  }
  close()
}
for (let line = 0; line < size; line++) {
  const all = Array.from({ length: size }, (_, at) => at)
  addLine(line, all.map((at) => crossing(at, line)))
  addLine(line, all.map((at) => crossing(line, at)))
}
writeNodes()
for (const way of kept) {
  ways.push(way)
  if (ways.length < BLOCK) continue
  counts.bytes += writeSync(file, encodeBlock({ nodes: [], ways }))
  ways = []
}
counts.bytes += writeSync(file, encodeBlock({ nodes: [], ways }))
closeSync(file)
console.log(`${counts.nodes} nodes (${places.length} crossings), ${kept.length} ways, ${Math.round(counts.bytes / 1e6)} MB`)
