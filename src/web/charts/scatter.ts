/** Two measures of the same areas against each other, a dot an area. */
import { findEqualLine, type ScatterPoint } from '#web/charts/equal-line.ts'
import { CHART_FONT, drawPlot, Plot, type ChartSize } from '#web/charts/svg-plot.ts'

interface ScatterOptions extends ChartSize {
  readonly labelX: string
  readonly labelY: string
  readonly write: (value: number) => string
  /** What to call the line on which both measures are equal; no line where it is left out. */
  readonly equal?: string
}

export function drawScatter(points: readonly ScatterPoint[], { width, labelX, labelY, write, equal }: ScatterOptions): SVGSVGElement {
  const line = equal === undefined ? [] : findEqualLine(points).map((value) => ({ x: value, y: value }))
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
    marks: [
      Plot.dot(points, { x: 'x', y: 'y', r: 2.4, fill: '#1f6f8b', fillOpacity: 0.45 }),
      Plot.line(line, { x: 'x', y: 'y', stroke: '#33424a', strokeWidth: 1.5, strokeDasharray: '5 4' }),
      Plot.text(line.slice(-1), { x: 'x', y: 'y', text: () => equal ?? '', textAnchor: 'end', dx: -8, dy: -8, fill: '#33424a', stroke: '#ffffff', strokeWidth: 4 }),
    ],
  })
}
