/** The map as an SVG drawing with title, legend and source: what is in view, as paths that can be edited. */
import type { Position } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { AreaLevel } from '#domain/area.ts'
import type { AreaPaint } from '#web/map/area-paint.ts'
import { EMPTY_COLOUR, HATCH_COLOUR, MAP_NAMES } from '#web/map/palette.ts'
import { getPictureSize, PICTURE, type PictureText } from '#web/map/picture.ts'

export function createMapSvg(map: MapLibreMap, level: AreaLevel, paints: ReadonlyMap<string, AreaPaint>, text: PictureText): Blob {
  const { clientWidth: mapWidth, clientHeight: mapHeight } = map.getCanvas()
  const { width, height } = getPictureSize(mapWidth, mapHeight, text.legend.length)
  const { margin, headHeight, font, ink, muted } = PICTURE
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(font)}" role="img">`,
    `<title>${escape(text.title)}</title>`,
    `<defs><clipPath id="view"><rect width="${mapWidth}" height="${mapHeight}"/></clipPath>`,
    `<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 3H6" stroke="${HATCH_COLOUR}"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${margin}" y="44" font-size="26" font-weight="700" fill="${ink}">${escape(text.title)}</text>`,
    `<text x="${margin}" y="72" font-size="17" fill="${muted}">${escape(text.subtitle)}</text>`,
    `<g transform="translate(${margin} ${headHeight})" clip-path="url(#view)">`,
    `<rect width="${mapWidth}" height="${mapHeight}" fill="#dfe9ee"/>`,
    ...drawAreas(map, level, paints),
    ...drawNames(map),
    '</g>',
    ...drawLegend(text, margin * 2 + mapWidth),
    `<text x="${margin}" y="${height - 18}" font-size="13" fill="${muted}">${escape(text.source)}</text>`,
    '</svg>',
  ]
  return new Blob([lines.join('\n')], { type: 'image/svg+xml' })
}

/** One path an area and tile; the parts of an area join without a line, as each has an edge of its own colour. */
function drawAreas(map: MapLibreMap, level: AreaLevel, paints: ReadonlyMap<string, AreaPaint>): string[] {
  const features = map.queryRenderedFeatures({ layers: [`fill-${level}`] })
  return features.flatMap((feature) => {
    const { geometry } = feature
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    const path = rings.map((ring) => drawRing(map, ring)).join('')
    const paint = paints.get(String(feature.properties['code']))
    const colour = paint?.colour ?? EMPTY_COLOUR
    const area = `<path d="${path}" fill="${colour}" stroke="${colour}" stroke-width="0.6"><title>${escape(String(feature.properties['name'] ?? ''))}</title></path>`
    return paint?.hatched ? [area, `<path d="${path}" fill="url(#hatch)"/>`] : [area]
  })
}

/** The names that are on the screen, as text that can be edited. */
function drawNames(map: MapLibreMap): string[] {
  const layers = map.getLayersOrder().filter((id) => id.startsWith('name-'))
  const features = layers.length === 0 ? [] : map.queryRenderedFeatures({ layers })
  return features.flatMap(({ geometry, properties, layer }) => {
    if (geometry.type !== 'Point') return []
    const { x, y } = map.project(geometry.coordinates as [number, number])
    const isProvince = layer.id === 'name-province'
    const name = String(properties['name'] ?? '')
    return [
      `<text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" font-size="12" text-anchor="middle" fill="${isProvince ? MAP_NAMES.soft : MAP_NAMES.ink}" stroke="${MAP_NAMES.halo}" ` +
        `stroke-width="${2 * MAP_NAMES.haloWidth}" stroke-linejoin="round" paint-order="stroke"${isProvince ? ' letter-spacing="1.5"' : ''}>${escape(isProvince ? name.toLocaleUpperCase() : name)}</text>`,
    ]
  })
}

function drawRing(map: MapLibreMap, ring: readonly Position[]): string {
  const points = ring.map(([longitude, latitude]) => {
    const { x, y } = map.project([longitude ?? 0, latitude ?? 0])
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}

function drawLegend({ legend }: PictureText, left: number): string[] {
  const { headHeight, rowHeight, legendWidth, ink, muted } = PICTURE
  return legend.map((entry, index) => {
    const top = headHeight + index * rowHeight
    const box = (fill: string) => `<rect x="${left}" y="${top}" width="28" height="18" fill="${fill}" stroke="#9aa5aa"/>`
    return [
      box(entry.colour),
      entry.hatched ? box('url(#hatch)') : '',
      `<text x="${left + 38}" y="${top + 14}" font-size="15" fill="${ink}">${escape(entry.text)}</text>`,
      `<text x="${left + legendWidth}" y="${top + 14}" font-size="15" text-anchor="end" fill="${muted}">${entry.count}</text>`,
    ].join('')
  })
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
