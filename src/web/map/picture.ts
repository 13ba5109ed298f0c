/** What stands on a picture of the map: one layout for PNG and SVG. All lengths in pixels. */
import type { LegendEntry } from '#web/map/legend.ts'

export interface PictureText {
  readonly title: string
  readonly subtitle: string
  readonly legend: readonly LegendEntry[]
  readonly source: string
}

export const PICTURE = {
  margin: 28,
  headHeight: 92,
  footHeight: 48,
  legendWidth: 300,
  rowHeight: 28,
  font: "'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif",
  ink: '#14242b',
  muted: '#4c5a61',
} as const

/** Size of the whole picture around a map of that size. */
export function getPictureSize(mapWidth: number, mapHeight: number, legendRows: number): { width: number; height: number } {
  const body = Math.max(mapHeight, legendRows * PICTURE.rowHeight + 8)
  return {
    width: mapWidth + PICTURE.legendWidth + PICTURE.margin * 3,
    height: body + PICTURE.headHeight + PICTURE.footHeight,
  }
}

/** Gives the browser a file to save. */
export function saveFile(content: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** A name for a file: lower case letters, digits and hyphens. */
export function toFileName(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80)
}
