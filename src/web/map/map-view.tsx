/** The map itself: makes it, gives it to the layers inside it, and says so where it cannot be drawn. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import type { Bounds } from '#web/map/bounds.ts'
import { addHatch, createMap, hasWebgl, toBounds } from '#web/map/create-map.ts'

const MapContext = createContext<MapLibreMap | undefined>(undefined)

/** The map a layer is in. */
export function useMap(): MapLibreMap {
  const map = useContext(MapContext)
  if (map === undefined) throw new Error('a map layer stands outside a map')
  return map
}

interface MapViewProps {
  bounds: Bounds
  /** What the map shows, for a screen reader. */
  label: string
  interactive?: boolean
  onMap?: (map: MapLibreMap | undefined) => void
  children: ReactNode
}

export function MapView({ bounds, label, interactive = true, onMap, children }: MapViewProps) {
  const { t } = useLanguage()
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibreMap>()
  const [failed, setFailed] = useState(false)
  const boundsKey = bounds.join()

  useEffect(() => {
    if (container.current === null) return
    if (!hasWebgl()) {
      setFailed(true)
      return
    }
    const created = createMap(container.current, bounds, { zoomIn: t.map.zoomIn, zoomOut: t.map.zoomOut, label }, interactive)
    created.once('load', () => {
      addHatch(created)
      setMap(created)
      onMap?.(created)
    })
    created.on('idle', () => container.current?.setAttribute('data-drawn', ''))
    return () => {
      setMap(undefined)
      onMap?.(undefined)
      created.remove()
    }
    // The map is made once for a language; its label and bounds are kept up to date below.
  }, [t, interactive])

  useEffect(() => {
    map?.getCanvas().setAttribute('aria-label', label)
  }, [map, label])

  useEffect(() => {
    map?.fitBounds(toBounds(bounds), { padding: 16, duration: 0 })
  }, [map, boundsKey])

  if (failed) {
    return (
      <div className="td-map td-map--failed">
        <Alert kind="warning">
          <p>{t.map.noWebgl}</p>
        </Alert>
      </div>
    )
  }
  return (
    <div className={interactive ? 'td-map' : 'td-map td-map--still'}>
      <div ref={container} className="td-map__canvas" />
      {map && <MapContext value={map}>{children}</MapContext>}
    </div>
  )
}
