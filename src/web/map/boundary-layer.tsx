/** The borders of larger areas, to find one's way. */
import { useEffect } from 'react'
import type { AreaLevel } from '#domain/area.ts'
import { useMap } from '#web/map/map-view.tsx'
import { addAreaSource, findLowestLayer, removeLayers } from '#web/map/sources.ts'

export function BoundaryLayer({ level, colour = '#33464e', width = 1 }: { level: AreaLevel; colour?: string; width?: number }) {
  const map = useMap()
  useEffect(() => {
    const id = `boundary-${level}`
    map.addLayer(
      {
        id,
        type: 'line',
        source: addAreaSource(map, level),
        'source-layer': level,
        paint: { 'line-color': colour, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, width * 0.7, 11, width * 2], 'line-opacity': 0.65 },
      },
      findLowestLayer(map, 'highlight-', 'name-'),
    )
    return () => removeLayers(map, [id])
  }, [map, level, colour, width])
  return null
}
