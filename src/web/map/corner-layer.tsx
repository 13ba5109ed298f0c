/** Drawing an area: every click on the map is a corner; by keyboard the middle of the map is, with Enter, where a cross stands while the map has the focus. */
import type { GeoJSONSource, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { useMap } from '#web/map/map-view.tsx'
import { removeLayers } from '#web/map/sources.ts'

type Corner = readonly [number, number]
const [SOURCE, LAYERS] = ['corners', ['corner-fill', 'corner-line', 'corner-dots']] as const

export function CornerLayer({ corners, onCorner }: { corners: readonly Corner[]; onCorner: (corner: Corner) => void }) {
  const map = useMap()
  const handler = useRef(onCorner)
  handler.current = onCorner
  useEffect(() => {
    map.addSource(SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
    map.addLayer({ id: LAYERS[0], type: 'fill', source: SOURCE, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': '#b3451e', 'fill-opacity': 0.15 } })
    map.addLayer({ id: LAYERS[1], type: 'line', source: SOURCE, paint: { 'line-color': '#b3451e', 'line-width': 2.5 } })
    map.addLayer({ id: LAYERS[2], type: 'circle', source: SOURCE, filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-color': '#b3451e', 'circle-radius': 5 } })
    const onClick = ({ lngLat }: MapMouseEvent): void => handler.current([lngLat.lng, lngLat.lat])
    map.on('click', onClick)
    const canvas = map.getCanvas()
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      const { lng, lat } = map.getCenter()
      handler.current([lng, lat])
    }
    canvas.addEventListener('keydown', onKey)
    map.getContainer().classList.add('td-map--drawing')
    map.getCanvas().style.cursor = 'crosshair'
    return () => {
      map.off('click', onClick)
      canvas.removeEventListener('keydown', onKey)
      map.getContainer().classList.remove('td-map--drawing')
      removeLayers(map, LAYERS)
      if (!map._removed) map.removeSource(SOURCE)
    }
  }, [map])
  useEffect(() => {
    const points = corners.map((corner): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...corner] } }))
    const ring = corners.map((corner) => [...corner])
    const shape: GeoJSON.Feature[] = corners.length < 2 ? [] : [{ type: 'Feature', properties: {}, geometry: corners.length === 2 ? { type: 'LineString', coordinates: ring } : { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } }]
    void (map.getSource(SOURCE) as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features: [...shape, ...points] })
  }, [map, corners])
  return null
}
