/** Names on the map: provinces from afar, then municipalities or places, the most inhabited first. The map library keeps them from touching each other. */
import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { useEffect } from 'react'
import { useMap } from '#web/map/map-view.tsx'
import { MAP_NAMES } from '#web/map/palette.ts'
import { removeLayers } from '#web/map/sources.ts'

export type NameKind = 'province' | 'municipality' | 'place'

const SOURCE = 'names'
/** As the API cuts them: from this zoom on every name is in its tile. */
const NAME_TILE_ZOOM = 10
/** Our own web font, in quotes as style sheets want it. Without a glyph server the map library draws letters with it by itself. */
const FONT = ["'Source Sans 3 Variable'"]

/** Larger for more inhabitants, and when one comes nearer. */
const SIZE: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  6,
  ['interpolate', ['linear'], ['get', 'inhabitants'], 0, 10, 100_000, 12, 800_000, 14],
  12,
  ['interpolate', ['linear'], ['get', 'inhabitants'], 0, 13, 10_000, 15, 100_000, 18],
]

const LOOKS: Readonly<Record<NameKind, Partial<SymbolLayerSpecification>>> = {
  province: { maxzoom: 8.5, layout: { 'text-size': ['interpolate', ['linear'], ['zoom'], 6, 11, 8, 14], 'text-letter-spacing': 0.14, 'text-transform': 'uppercase' } },
  municipality: { layout: { 'text-size': SIZE } },
  place: { layout: { 'text-size': SIZE } },
}

interface NameLayerProps {
  readonly kinds: readonly NameKind[]
  /** Above the spot and not over it, where a dot stands there. */
  readonly raised?: boolean
}

/** Province names stand under the others: those give way to them where both do not fit. */
export function NameLayer({ kinds, raised = false }: NameLayerProps) {
  const map = useMap()
  const key = kinds.join()
  useEffect(() => {
    if (map.getSource(SOURCE) === undefined) {
      map.addSource(SOURCE, { type: 'vector', tiles: [`${location.origin}/v1/name-tiles/{z}/{x}/{y}`], maxzoom: NAME_TILE_ZOOM })
    }
    for (const kind of kinds) {
      const { layout, ...rest } = LOOKS[kind]
      map.addLayer({
        id: `name-${kind}`,
        type: 'symbol',
        source: SOURCE,
        'source-layer': kind,
        ...rest,
        layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-max-width': 8, 'text-padding': 4, 'text-offset': raised ? [0, -1.2] : [0, 0], 'symbol-sort-key': ['-', ['get', 'inhabitants']], ...layout },
        paint: { 'text-color': kind === 'province' ? MAP_NAMES.soft : MAP_NAMES.ink, 'text-halo-color': MAP_NAMES.halo, 'text-halo-width': MAP_NAMES.haloWidth, 'text-halo-blur': 0.4 },
      })
    }
    return () => removeLayers(map, kinds.map((kind) => `name-${kind}`))
  }, [map, key, raised])
  return null
}
