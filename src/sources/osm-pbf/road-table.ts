/** A table of roads: a row is a piece of road between two crossings, with the seconds that it takes by each means, each way. */
import type { Table } from '#domain/table.ts'
import { profiles } from '#sources/osm-pbf/profiles/profiles.ts'
import type { WaySpeed } from '#sources/osm-pbf/profiles/profile.ts'

const PLACE_COLUMNS = ['way', 'fromNode', 'toNode', 'fromLongitude', 'fromLatitude', 'toLongitude', 'toLatitude', 'metres'] as const

/** `carSecondsThere`, `carSecondsBack` and so on; empty where that is not allowed. */
const TIME_COLUMNS = profiles.flatMap(({ name }) => [`${name}SecondsThere`, `${name}SecondsBack`])

export interface RoadPiece {
  readonly way: number
  readonly from: { readonly node: number; readonly point: readonly [number, number] }
  readonly to: { readonly node: number; readonly point: readonly [number, number] }
  readonly metres: number
  /** In the order of `profiles`. */
  readonly speeds: readonly (WaySpeed | undefined)[]
}

export class RoadTable {
  readonly #columns = [...PLACE_COLUMNS, ...TIME_COLUMNS].map((name) => ({ name, values: [] as number[] }))

  add({ way, from, to, metres, speeds }: RoadPiece): void {
    const seconds = (speed = 0) => (speed > 0 ? metres / (speed / 3.6) : Number.NaN)
    const cells = [way, from.node, to.node, ...from.point, ...to.point, metres, ...speeds.flatMap((speed) => [seconds(speed?.there), seconds(speed?.back)])]
    for (const [at, cell] of cells.entries()) this.#columns[at]!.values.push(cell)
  }

  finish(): Table {
    return {
      rowCount: this.#columns[0]!.values.length,
      columns: this.#columns.map(({ name, values }) => ({ name, kind: 'number' as const, values: Float64Array.from(values) })),
    }
  }
}
