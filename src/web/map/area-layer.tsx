/** The areas of one level in their colours. New figures change only the state of the areas; shapes stay as they are. */
import type { ExpressionSpecification, MapLayerMouseEvent } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { AreaLevel } from '#domain/area.ts'
import type { AreaPaint } from '#web/map/area-paint.ts'
import { HATCH_IMAGE } from '#web/map/create-map.ts'
import { useMap } from '#web/map/map-view.tsx'
import { EMPTY_COLOUR } from '#web/map/palette.ts'
import { addAreaSource, findLowestLayer, removeLayers } from '#web/map/sources.ts'

interface AreaLayerProps {
  level: AreaLevel
  paints: ReadonlyMap<string, AreaPaint>
  onPoint?: (code: string | undefined) => void
  onChoose?: (code: string) => void
}

const FILL: ExpressionSpecification = ['to-color', ['feature-state', 'colour'], EMPTY_COLOUR]
const HATCHED: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'hatched'], false], 1, 0]

export function AreaLayer({ level, paints, onPoint, onChoose }: AreaLayerProps) {
  const map = useMap()
  const handlers = useRef({ onPoint, onChoose })
  handlers.current = { onPoint, onChoose }

  useEffect(() => {
    const source = addAreaSource(map, level)
    const ids = [`fill-${level}`, `hatch-${level}`, `line-${level}`]
    const shared = { source, 'source-layer': level }
    // Under lines and names, which are added by other layers.
    const before = findLowestLayer(map, 'boundary-', 'highlight-', 'name-')
    map.addLayer({ id: `fill-${level}`, type: 'fill', ...shared, paint: { 'fill-color': FILL, 'fill-antialias': false } }, before)
    map.addLayer({ id: `hatch-${level}`, type: 'fill', ...shared, paint: { 'fill-pattern': HATCH_IMAGE, 'fill-opacity': HATCHED } }, before)
    map.addLayer(
      {
        id: `line-${level}`,
        type: 'line',
        ...shared,
        paint: { 'line-color': '#ffffff', 'line-width': ['interpolate', ['linear'], ['zoom'], 6, lineWidth(level), 11, 1.6] },
      },
      before,
    )
    const onMove = (event: MapLayerMouseEvent): void => {
      const code = event.features?.[0]?.properties['code'] as string | undefined
      map.getCanvas().style.cursor = handlers.current.onChoose && code !== undefined ? 'pointer' : ''
      handlers.current.onPoint?.(code)
    }
    const onLeave = (): void => {
      map.getCanvas().style.cursor = ''
      handlers.current.onPoint?.(undefined)
    }
    const onClick = (event: MapLayerMouseEvent): void => {
      const code = event.features?.[0]?.properties['code'] as string | undefined
      if (code !== undefined) handlers.current.onChoose?.(code)
    }
    map.on('mousemove', `fill-${level}`, onMove)
    map.on('mouseleave', `fill-${level}`, onLeave)
    map.on('click', `fill-${level}`, onClick)
    return () => {
      map.off('mousemove', `fill-${level}`, onMove)
      map.off('mouseleave', `fill-${level}`, onLeave)
      map.off('click', `fill-${level}`, onClick)
      removeLayers(map, ids)
    }
  }, [map, level])

  useEffect(() => {
    const source = addAreaSource(map, level)
    map.removeFeatureState({ source, sourceLayer: level })
    for (const [code, { colour, hatched }] of paints) map.setFeatureState({ source, sourceLayer: level, id: code }, { colour, hatched })
  }, [map, level, paints])

  return null
}

/** Pixels at the zoom of the whole country: the smaller the areas, the thinner. */
function lineWidth(level: AreaLevel): number {
  if (level === 'neighbourhood') return 0.1
  return level === 'district' ? 0.25 : 0.6
}
