/** How many places meet a criterion as its threshold moves, with a rule where it is now. */
import { LINE_COLOURS } from '#web/charts/chart-colours.ts'
import { CHART_FONT, drawPlot, Plot, type ChartSize } from '#web/charts/svg-plot.ts'

export interface CurvePoint {
  readonly threshold: number
  readonly selected: number
}

interface ThresholdCurveOptions extends ChartSize {
  /** Threshold of the selection. */
  readonly now: number
  /** Text at the rule. */
  readonly nowText: string
  readonly write: (threshold: number) => string
  readonly writeCount: (count: number) => string
}

export function drawThresholdCurve(points: readonly CurvePoint[], { width, now, nowText, write, writeCount }: ThresholdCurveOptions): SVGSVGElement {
  const most = Math.max(1, ...points.map(({ selected }) => selected))
  return drawPlot({
    width,
    height: Math.min(260, Math.max(180, width * 0.36)),
    marginLeft: 56,
    marginRight: 28,
    marginTop: 26,
    marginBottom: 32,
    style: { ...CHART_FONT, background: 'transparent', color: '#33424a' },
    x: { ticks: width < 420 ? 3 : 6, tickFormat: write, label: null },
    y: { domain: [0, most * 1.1], grid: true, ticks: 4, tickFormat: (count: number) => (Number.isInteger(count) ? writeCount(count) : ''), label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([now], { stroke: '#b3461b', strokeDasharray: '4 4', strokeWidth: 1.5 }),
      Plot.text([now], { x: (value: number) => value, text: () => nowText, frameAnchor: 'top', dy: -16, fill: '#9a3a14', fontWeight: 600 }),
      Plot.line(points, { x: 'threshold', y: 'selected', stroke: LINE_COLOURS[0], strokeWidth: 2.5, curve: 'linear' }),
      Plot.dot(points, { x: 'threshold', y: 'selected', fill: LINE_COLOURS[0], stroke: '#ffffff', strokeWidth: 1, r: 3.5 }),
    ],
  })
}
