/** A heavy line around some areas: pointed at, chosen, or the place itself. */
import { useEffect } from 'react'
import type { AreaLevel } from '#domain/area.ts'
import { useMap } from '#web/map/map-view.tsx'
import { addAreaSource, findLowestLayer, removeLayers } from '#web/map/sources.ts'

interface HighlightLayerProps {
  name: string
  level: AreaLevel
  codes: readonly string[]
  colour?: string
  /** Also fills the areas. */
  fill?: string
  /** A thin line without a white edge, for many areas at once. */
  thin?: boolean
}

export function HighlightLayer({ name, level, codes, colour = '#101820', fill, thin = false }: HighlightLayerProps) {
  const map = useMap()
  const key = codes.join()
  useEffect(() => {
    const shared = { source: addAreaSource(map, level), 'source-layer': level, filter: ['in', ['get', 'code'], ['literal', [...codes]]] as never }
    const before = findLowestLayer(map, 'name-')
    const ids = [`highlight-fill-${name}`, `highlight-casing-${name}`, `highlight-line-${name}`]
    if (fill !== undefined) map.addLayer({ id: ids[0] as string, type: 'fill', ...shared, paint: { 'fill-color': fill, 'fill-opacity': 0.85 } }, before)
    if (!thin) map.addLayer({ id: ids[1] as string, type: 'line', ...shared, paint: { 'line-color': '#ffffff', 'line-width': 5 } }, before)
    map.addLayer({ id: ids[2] as string, type: 'line', ...shared, paint: { 'line-color': colour, 'line-width': thin ? 1.4 : 2.5 } }, before)
    return () => removeLayers(map, ids)
  }, [map, name, level, key, colour, fill, thin])
  return null
}
