/** Lines from where people live to the site they go to, and the sites, coloured by what happens to them. */
import type { GeoJSONSource } from 'maplibre-gl'
import { useEffect } from 'react'
import { useMap } from '#web/map/map-view.tsx'
import { findLowestLayer, removeLayers } from '#web/map/sources.ts'

type Point = readonly [number, number]

export interface MapTrip {
  readonly from: Point
  readonly to: Point
  readonly people: number
  /** Goes elsewhere than today. */
  readonly isChanged: boolean
}

export interface MapSite {
  readonly point: Point
  readonly colour: string
  /** A ring in place of a disc. */
  readonly isClosed: boolean
  /** Open only some days. */
  readonly isSmall: boolean
}

const [TRIPS, SITES] = ['trips', 'trip-sites']

export function TripLayer({ trips, sites }: { trips: readonly MapTrip[]; sites: readonly MapSite[] }) {
  const map = useMap()
  useEffect(() => {
    const empty = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
    map.addSource(TRIPS!, empty)
    map.addSource(SITES!, empty)
    const before = findLowestLayer(map, 'name-')
    map.addLayer({ id: TRIPS!, type: 'line', source: TRIPS!, layout: { 'line-cap': 'round' }, paint: { 'line-color': ['case', ['get', 'isChanged'], '#b3451e', '#44606c'], 'line-width': ['interpolate', ['linear'], ['get', 'people'], 0, 1, 200, 3.5, 1000, 6], 'line-opacity': ['case', ['get', 'isChanged'], 0.95, 0.55] } }, before)
    map.addLayer({ id: SITES!, type: 'circle', source: SITES!, paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, ['case', ['get', 'isSmall'], 3, 4], 12, ['case', ['get', 'isSmall'], 6, 9]], 'circle-color': ['case', ['get', 'isClosed'], '#ffffff', ['get', 'colour']], 'circle-stroke-color': ['case', ['get', 'isClosed'], ['get', 'colour'], '#ffffff'], 'circle-stroke-width': ['case', ['get', 'isClosed'], 3, 1.5] } }, before)
    return () => {
      removeLayers(map, [TRIPS!, SITES!])
      if (!map._removed) for (const id of [TRIPS!, SITES!]) map.removeSource(id)
    }
  }, [map])
  useEffect(() => {
    const put = (id: string, features: GeoJSON.Feature[]) => void (map.getSource(id) as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features })
    put(TRIPS!, trips.map(({ from, to, people, isChanged }) => ({ type: 'Feature', properties: { people, isChanged }, geometry: { type: 'LineString', coordinates: [[...from], [...to]] } })))
    put(SITES!, sites.map(({ point, colour, isClosed, isSmall }) => ({ type: 'Feature', properties: { colour, isClosed, isSmall }, geometry: { type: 'Point', coordinates: [...point] } })))
  }, [map, trips, sites])
  return null
}
