/** Main roads over land between villages, as nodes and two-way edges; one motorway between the largest towns. */
import { measureDistance } from '#sources/fictional/hex-grid.ts'
import type { Files } from '#sources/fictional/kwb-tables.ts'
import { locate } from '#sources/fictional/places.ts'
import type { Random } from '#sources/fictional/random.ts'
import { createWindingCosts, spread } from '#sources/fictional/spread.ts'
import type { World } from '#sources/fictional/world.ts'

export const ROAD_FILES = { nodes: 'roads/main-roads-nodes.csv', edges: 'roads/main-roads-edges.csv' } as const

const KM_PER_HOUR = { A: 100, N: 70, S: 45 } as const
const DETOUR = 1.08
/** Share of the cost of open land that it costs to go along a road that is there already, so that roads join. */
const ALONG_A_ROAD = 0.35

interface Link {
  readonly from: number
  readonly to: number
  readonly road: string
}

export function writeRoads(world: World, random: Random, files: Files): void {
  const { land, villages } = world
  const cost = createWindingCosts(land.grid, random)
  const edges = new Map<string, { from: number; to: number; road: string }>()
  for (const { from, to, road } of planLinks(world)) {
    const target = villages[to]?.centre ?? -1
    const { parent } = spread(land.grid, { seeds: [villages[from]?.centre ?? 0], cost, isAllowed: land.isLand, stop: (cell) => cell === target })
    for (let cell = target; (parent[cell] ?? -1) >= 0; cell = parent[cell] ?? -1) {
      const previous = parent[cell] ?? -1
      const key = [Math.min(cell, previous), Math.max(cell, previous)].join(' ')
      if (!edges.has(key)) edges.set(key, { from: Math.min(cell, previous), to: Math.max(cell, previous), road })
      cost[cell] = Math.min(cost[cell] ?? 1, ALONG_A_ROAD)
    }
  }
  files.set(ROAD_FILES.edges, formatEdges(world, [...edges.values()]))
  files.set(ROAD_FILES.nodes, formatNodes(world, [...edges.values()]))
}

/** Towns in a ring as A1, other villages to the nearest larger one, and neighbours that have no third village between them. */
function planLinks({ land: { grid }, villages }: World): Link[] {
  const distance = (a: number, b: number): number => measureDistance(grid, villages[a]?.centre ?? 0, villages[b]?.centre ?? 0)
  const towns = villages.flatMap(({ size }, village) => (size === 'town' ? [village] : []))
  const links: Link[] = []
  const route = [towns.shift() ?? 0]
  while (towns.length > 0) {
    const last = route.at(-1) ?? 0
    towns.sort((a, b) => distance(last, a) - distance(last, b) || a - b)
    const next = towns.shift() ?? 0
    links.push({ from: last, to: next, road: 'A90' })
    route.push(next)
  }
  let number = 900
  for (let a = 0; a < villages.length; a++) {
    for (let b = a + 1; b < villages.length; b++) {
      const length = distance(a, b)
      const isBetween = villages.some((_, c) => c !== a && c !== b && Math.max(distance(a, c), distance(b, c)) < length)
      const isLarge = [a, b].some((village) => (villages[village]?.startInhabitants ?? 0) > 1200)
      if (!isBetween) links.push({ from: a, to: b, road: isLarge ? `N${number++}` : `S${number++}` })
    }
  }
  return links
}

function formatEdges({ land: { grid } }: World, edges: readonly Link[]): string {
  const lines = edges.map(({ from, to, road }) => {
    const km = DETOUR * measureDistance(grid, from, to)
    const speed = road.startsWith('A') ? KM_PER_HOUR.A : road.startsWith('N') ? KM_PER_HOUR.N : KM_PER_HOUR.S
    return [from, to, km.toFixed(3), ((60 * km) / speed).toFixed(3), 'road', road].join(',')
  })
  return `${['from,to,km,minutes,kind,road', ...lines].join('\n')}\n`
}

function formatNodes(world: World, edges: readonly Link[]): string {
  const nameOf = new Map(world.villages.map(({ centre, name }) => [centre, name]))
  const roadOf = new Map<number, string>()
  for (const { from, to, road } of edges) for (const cell of [from, to]) if (!roadOf.has(cell)) roadOf.set(cell, road)
  const lines = [...roadOf]
    .sort(([a], [b]) => a - b)
    .map(([cell, road]) => {
      const [lon, lat] = locate(world, cell)
      return [cell, lon, lat, road, nameOf.has(cell) ? 'Bebouwde kom' : 'Kruising', nameOf.get(cell) ?? '', ''].join(',')
    })
  return `${['id,lon,lat,road,kind,name,name2', ...lines].join('\n')}\n`
}
