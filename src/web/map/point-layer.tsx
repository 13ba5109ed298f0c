/** A dot on the map, such as where a village lies. */
import { Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import { useMap } from '#web/map/map-view.tsx'

export function PointLayer({ point }: { point: readonly [number, number] }) {
  const map = useMap()
  const [longitude, latitude] = point
  useEffect(() => {
    const element = document.createElement('span')
    element.className = 'td-map__dot'
    element.setAttribute('aria-hidden', 'true')
    const marker = new Marker({ element }).setLngLat([longitude, latitude]).addTo(map)
    element.removeAttribute('role')
    element.removeAttribute('aria-label')
    element.removeAttribute('tabindex')
    return () => void marker.remove()
  }, [map, longitude, latitude])
  return null
}
