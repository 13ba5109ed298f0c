/** Vector tiles of the API as sources of a map; one source a level, shared by the layers that draw it. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { AreaLevel } from '#domain/area.ts'

/** Adds the tiles of a level where they are not there yet. Returns the id of the source. */
export function addAreaSource(map: MapLibreMap, level: AreaLevel): string {
  const id = `areas-${level}`
  if (map.getSource(id) === undefined) {
    map.addSource(id, {
      type: 'vector',
      tiles: [`${location.origin}/v1/tiles/${level}/{z}/{x}/{y}`],
      maxzoom: 12,
      promoteId: 'code',
    })
  }
  return id
}

/** The lowest layer of any of these kinds, by the beginning of their ids: what lies under it is added before it. Undefined where there is none. */
export function findLowestLayer(map: MapLibreMap, ...kinds: readonly string[]): string | undefined {
  return map.getLayersOrder().find((id) => kinds.some((kind) => id.startsWith(kind)))
}

/** Takes layers away; a map that is already gone has none. */
export function removeLayers(map: MapLibreMap, ids: readonly string[]): void {
  if (map._removed) return
  for (const id of ids) if (map.getLayer(id) !== undefined) map.removeLayer(id)
}
