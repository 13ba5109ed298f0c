/** Dots on the map that can be chosen, each in a colour of its own. */
import type { GeoJSONSource, MapLayerMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import { useMap } from '#web/map/map-view.tsx'
import { removeLayers } from '#web/map/sources.ts'

export interface ColouredPoint {
  readonly code: string
  readonly point: readonly [number, number]
  readonly colour: string
  /** Those with a higher order lie on top. */
  readonly order: number
}

const ID = 'coloured-points'

export function ColouredPointLayer({ points, chosen, onChoose }: { points: readonly ColouredPoint[]; chosen: string | undefined; onChoose: (code: string) => void }) {
  const map = useMap()
  useEffect(() => {
    const data = { type: 'FeatureCollection' as const, features: points.map(({ code, point, colour, order }) => ({ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [...point] }, properties: { code, colour, order } })) }
    const source = map.getSource<GeoJSONSource>(ID)
    if (source) source.setData(data)
    else map.addSource(ID, { type: 'geojson', data })
    if (map.getLayer(ID)) return
    map.addLayer({
      id: ID,
      type: 'circle',
      source: ID,
      layout: { 'circle-sort-key': ['get', 'order'] },
      paint: { 'circle-color': ['get', 'colour'], 'circle-stroke-color': '#14242b', 'circle-stroke-width': 0.8, 'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 2.5, 10, 6, 13, 10] },
    })
  }, [map, points])
  useEffect(() => {
    if (map.getLayer(ID)) map.setPaintProperty(ID, 'circle-stroke-width', ['case', ['==', ['get', 'code'], chosen ?? ''], 4, 0.8])
  }, [map, chosen, points])
  useEffect(() => {
    const choose = ({ features }: MapLayerMouseEvent) => {
      const code: unknown = features?.[0]?.properties['code']
      if (typeof code === 'string') onChoose(code)
    }
    const [point, leave] = [() => (map.getCanvas().style.cursor = 'pointer'), () => (map.getCanvas().style.cursor = '')]
    map.on('click', ID, choose)
    map.on('mouseenter', ID, point)
    map.on('mouseleave', ID, leave)
    return () => {
      map.off('click', ID, choose)
      map.off('mouseenter', ID, point)
      map.off('mouseleave', ID, leave)
    }
  }, [map, onChoose])
  useEffect(() => () => removeLayers(map, [ID]), [map])
  return null
}
