/** Reads the roads of an OpenStreetMap extract (`.osm.pbf`), with travel times by car, bicycle and on foot. */
import type { ObtainedFile, Reader } from '#domain/reader.ts'
import { writeNumber } from '#domain/write-number.ts'
import { readBlocks, understand } from '#sources/osm-pbf/blobs.ts'
import { decodeBlock } from '#sources/osm-pbf/decode-block.ts'
import type { BlockHandlers, Way } from '#sources/osm-pbf/decode-block.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import type { WaySpeed } from '#sources/osm-pbf/profiles/profile.ts'
import { profiles } from '#sources/osm-pbf/profiles/profiles.ts'
import { RoadNodes } from '#sources/osm-pbf/road-nodes.ts'
import { RoadTable } from '#sources/osm-pbf/road-table.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { readFiles, type ParsedFile } from '#sources/shared/read-files.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

export const osmPbf: Reader = {
  id: 'osm-pbf',
  read: (resource, provider, findings) => readFiles(resource, provider, findings, readRoads),
}

interface Road {
  readonly way: Way
  /** In the order of `profiles`. */
  readonly speeds: readonly (WaySpeed | undefined)[]
}

/** Ways stand after the nodes they are made of, so the file is gone through twice: which nodes are needed, and where they are. */
async function readRoads(file: ObtainedFile, problems: Problems): Promise<ParsedFile> {
  const roads = collectRoads(file, problems)
  const nodes = new RoadNodes(listReferences(roads))
  visitBlocks(file, {
    onNode(id, longitude, latitude, tags) {
      nodes.place(id, longitude, latitude)
      if (tags?.has('barrier')) nodes.placeBarrier(id, profiles.map((profile) => !profile.passesBarrier(tags)))
    },
  })
  const table = new RoadTable()
  let refused = 0
  for (const road of roads) refused += addPieces(road, nodes, table, file, problems)
  noteBarriers(roads, nodes, file, problems)
  const finished = table.finish()
  return { table: finished, rowsRead: finished.rowCount + refused }
}

/** Counts barriers that stop who could go along the road otherwise: posts at the head of a footpath stop no car. */
function noteBarriers(roads: readonly Road[], nodes: RoadNodes, file: ObtainedFile, problems: Problems): void {
  const stopped = profiles.map(() => new Set<number>())
  for (const { way, speeds } of roads) {
    for (const node of way.nodes) nodes.findBarrier(node)?.forEach((stops, means) => stops && speeds[means] !== undefined && stopped[means]!.add(node))
  }
  const barriers = new Set(stopped.flatMap((own) => [...own])).size
  if (barriers === 0) return
  const [nl, en] = (['nl', 'en'] as const).map((language) => stopped.map(({ size }) => writeNumber(size, language)))
  problems.note({
    severity: 'info',
    code: 'barriers',
    file: file.location,
    count: barriers,
    message: {
      nl: `Op wegen staan hekken, paaltjes en andere afsluitingen die iemand tegenhouden: auto’s ${nl![0]}, fietsers ${nl![1]}, voetgangers ${nl![2]}. De stukken weg tot die plek tellen voor hen niet mee.`,
      en: `Gates, posts and other barriers on roads stop somebody: cars ${en![0]}, cyclists ${en![1]}, walkers ${en![2]}. The pieces of road up to that place do not count for them.`,
    },
  })
}

function visitBlocks(file: ObtainedFile, handlers: BlockHandlers): void {
  let sawHeader = false
  for (const { type, bytes } of readBlocks(file)) {
    sawHeader ||= type === 'OSMHeader'
    if (type === 'OSMData') understand(file, () => decodeBlock(bytes, handlers))
  }
  if (!sawHeader) throw createFailure('osm-unreadable', file.location)
}

/** Ways that somebody can travel. Others with a highway tag are counted, by why they are left out. */
function collectRoads(file: ObtainedFile, problems: Problems): Road[] {
  const roads: Road[] = []
  const leftOut = { withoutNodes: 0, closed: 0 }
  visitBlocks(file, {
    onWay(way) {
      if (!way.tags.has('highway') && way.tags.get('route') !== 'ferry') return
      const speeds = profiles.map((profile) => profile.findSpeed(way.tags))
      if (speeds.every((speed) => speed === undefined)) leftOut.closed++
      else if (way.nodes.length < 2) leftOut.withoutNodes++
      else roads.push({ way, speeds })
    },
  })
  const note = (code: string, count: number, nl: string, en: string) => {
    if (count > 0) problems.note({ severity: 'info', code, file: file.location, count, message: { nl: `${writeNumber(count, 'nl')} ${nl}`, en: `${writeNumber(count, 'en')} ${en}` } })
  }
  note('ways-closed', leftOut.closed, 'wegen zijn voor niemand open, of nog niet gebouwd. Die tellen niet mee.', 'roads are open to nobody, or not built yet. They do not count.')
  note('ways-without-nodes', leftOut.withoutNodes, 'wegen hebben in dit bestand geen twee knopen. Die zijn weggelaten; knip het bestand ruimer uit.', 'roads do not have two nodes in this file. They were left out; cut the file more widely.')
  return roads
}

function listReferences(roads: readonly Road[]): Float64Array {
  const references = new Float64Array(roads.reduce((sum, { way }) => sum + way.nodes.length + 2, 0))
  let next = 0
  for (const { way } of roads) {
    for (const node of [way.nodes[0]!, ...way.nodes, way.nodes.at(-1)!]) references[next++] = node
  }
  return references
}

/** Cuts a road at its crossings; gives how many pieces were refused because a node is not in the file. */
function addPieces({ way, speeds }: Road, nodes: RoadNodes, table: RoadTable, file: ObtainedFile, problems: Problems): number {
  let refused = 0
  let from = way.nodes[0]!
  let last = nodes.getPoint(from)
  let start = last
  let metres = 0
  for (const node of way.nodes.slice(1)) {
    const point = nodes.getPoint(node)
    metres += measureMetres(last, point)
    last = point
    if (!nodes.isCrossing(node)) continue
    if (Number.isFinite(metres)) table.add({ way: way.id, from: { node: from, point: start }, to: { node, point }, metres, speeds: stopAt(speeds, [nodes.findBarrier(from), nodes.findBarrier(node)]) })
    else {
      refused++
      refusePiece(way.id, from, node, file, problems)
    }
    ;[from, start, metres] = [node, point, 0]
  }
  return refused
}

/** Who is stopped at an end of a piece of road does not go along it: on either side the way ends at the crossing before. */
const stopAt = (speeds: Road['speeds'], barriers: readonly (readonly boolean[] | undefined)[]): Road['speeds'] =>
  speeds.map((speed, means) => (barriers.some((stops) => stops?.[means]) ? undefined : speed))

function refusePiece(way: number, from: number, to: number, file: ObtainedFile, problems: Problems): void {
  problems.refuseRow({
    code: 'row-without-node',
    file: file.location,
    row: `way ${way}`,
    message: {
      nl: `Weg ${way} loopt van knoop ${from} naar ${to} door een knoop die niet in het bestand staat. Dit stuk is weggelaten; knip het bestand ruimer uit.`,
      en: `Road ${way} runs from node ${from} to ${to} through a node that is not in the file. This piece was left out; cut the file more widely.`,
    },
  })
}
