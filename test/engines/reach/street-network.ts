/**
 * A made-up network like a country of villages: crossings on a wavering grid, streets with bends between some of them, and every
 * 8th, 32nd and 128th line a faster road that is never left out. Seeded; the same network in every run.
 */
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'

export interface StreetNetwork {
  readonly graph: RoadGraph
  /** Metres. */
  readonly x: Float64Array
  readonly y: Float64Array
}

const SPACING_METRES = 190
const SHARE_OF_STREETS_KEPT = 0.8
const SHARE_ONE_WAY = 0.03

/** mulberry32, in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const speedOfLine = (line: number): number => (line % 128 === 0 ? 100 : line % 32 === 0 ? 80 : line % 8 === 0 ? 60 : 30)

/** `side` × `side` crossings; about three times as many nodes, and 2.4 arcs a node. */
export function makeStreetNetwork(side: number, seed: number): StreetNetwork {
  const random = createRandom(seed)
  const x: number[] = []
  const y: number[] = []
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      x.push((column + 0.6 * random()) * SPACING_METRES)
      y.push((row + 0.6 * random()) * SPACING_METRES)
    }
  }
  const tails: number[] = []
  const heads: number[] = []
  const ticks: number[] = []
  const addRoad = (from: number, to: number, kilometresAnHour: number): void => {
    const oneWay = kilometresAnHour === 30 && random() < SHARE_ONE_WAY
    const bends = Math.floor(random() * 3.4)
    let former = from
    for (let bend = 1; bend <= bends + 1; bend++) {
      const along = bend / (bends + 1)
      const node = bend === bends + 1 ? to : x.length
      if (node === x.length) {
        x.push(x[from]! + along * (x[to]! - x[from]!) + 20 * (random() - 0.5))
        y.push(y[from]! + along * (y[to]! - y[from]!) + 20 * (random() - 0.5))
      }
      const metres = Math.hypot(x[node]! - x[former]!, y[node]! - y[former]!)
      const time = Math.max(1, Math.round((metres / (kilometresAnHour / 3.6)) * 10))
      tails.push(former)
      heads.push(node)
      ticks.push(time)
      if (!oneWay) {
        tails.push(node)
        heads.push(former)
        ticks.push(time)
      }
      former = node
    }
  }
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = row * side + column
      const [across, down] = [speedOfLine(row), speedOfLine(column)]
      if (column + 1 < side && (across > 30 || random() < SHARE_OF_STREETS_KEPT)) addRoad(at, at + 1, across)
      if (row + 1 < side && (down > 30 || random() < SHARE_OF_STREETS_KEPT)) addRoad(at, at + side, down)
    }
  }
  return { graph: createRoadGraph(x.length, tails, heads, ticks), x: Float64Array.from(x), y: Float64Array.from(y) }
}
