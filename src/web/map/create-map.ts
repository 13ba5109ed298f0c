/** Making a MapLibre map that needs nothing from outside: no style server, no glyphs, its worker as a file of our own (strict CSP). */
import { Map as MapLibreMap, NavigationControl, setWorkerUrl, type LngLatBoundsLike } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Bounds } from '#web/map/bounds.ts'
import { HATCH_COLOUR } from '#web/map/palette.ts'

setWorkerUrl(workerUrl)

export const HATCH_IMAGE = 'hatch'

interface MapWords {
  readonly zoomIn: string
  readonly zoomOut: string
  readonly label: string
}

/** Whether this browser can draw with WebGL 2. */
export function hasWebgl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}

export function createMap(container: HTMLElement, bounds: Bounds, words: MapWords, interactive = true): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [{ id: 'background', type: 'background', paint: { 'background-color': '#dfe9ee' } }] },
    bounds: toBounds(bounds),
    fitBoundsOptions: { padding: 16 },
    maxZoom: 15,
    interactive,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    // Needed to take a picture of the map.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    locale: { 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut, 'Map.Title': words.label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  if (interactive) map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  return map
}

export function toBounds([west, south, east, north]: Bounds): LngLatBoundsLike {
  return [
    [west, south],
    [east, north],
  ]
}

/** Adds the hatching that lies over areas whose figure is kept secret. */
export function addHatch(map: MapLibreMap): void {
  if (map.hasImage(HATCH_IMAGE)) return
  const size = 12
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = canvas.getContext('2d')
  if (context === null) return
  context.strokeStyle = HATCH_COLOUR
  context.lineWidth = 1.6
  for (const offset of [-size, 0, size]) {
    context.beginPath()
    context.moveTo(offset - 2, size + 2)
    context.lineTo(offset + size + 2, -2)
    context.stroke()
  }
  map.addImage(HATCH_IMAGE, context.getImageData(0, 0, size, size), { pixelRatio: 2 })
}
