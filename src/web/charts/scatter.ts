/** Two measures of the same areas against each other, a dot an area. */
import { CHART_FONT, drawPlot, Plot, type ChartSize } from '#web/charts/svg-plot.ts'

export interface ScatterPoint {
  readonly x: number
  readonly y: number
}

interface ScatterOptions extends ChartSize {
  readonly labelX: string
  readonly labelY: string
  readonly write: (value: number) => string
}

export function drawScatter(points: readonly ScatterPoint[], { width, labelX, labelY, write }: ScatterOptions): SVGSVGElement {
  const axis = { ticks: 6, tickFormat: write, tickSize: 0, nice: true, labelArrow: 'none' as const }
  return drawPlot({
    width,
    height: Math.min(460, Math.max(280, width * 0.6)),
    marginLeft: 52,
    marginRight: 16,
    marginTop: 34,
    marginBottom: 46,
    style: { ...CHART_FONT, background: 'transparent', color: '#33424a' },
    x: { ...axis, label: labelX, labelAnchor: 'right', grid: true },
    y: { ...axis, label: labelY, grid: true },
    marks: [Plot.dot(points, { x: 'x', y: 'y', r: 2.4, fill: '#1f6f8b', fillOpacity: 0.45 })],
  })
}
