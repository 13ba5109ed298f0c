/** How many men and women there are of every age in a year, with an outline of how it is now. */
import { PYRAMID_BASE_DASHES, PYRAMID_COLOURS } from '#web/charts/chart-colours.ts'
import { CHART_FONT, drawPlot, Plot, type ChartSize } from '#web/charts/svg-plot.ts'

export interface PyramidAges {
  /** By single age, the last is that age and over. */
  readonly men: readonly number[]
  readonly women: readonly number[]
}

interface PyramidOptions extends ChartSize {
  readonly then: PyramidAges
  /** Drawn as an outline. */
  readonly now: PyramidAges
  /** The same year in the base, drawn as a dashed outline. */
  readonly otherwise: PyramidAges | undefined
  /** The largest number of any year, so that the scale stays as years go by. */
  readonly most: number
  readonly menText: string
  readonly womenText: string
  readonly write: (count: number) => string
}

export function drawPyramid({ width, then, now, otherwise, most, menText, womenText, write }: PyramidOptions): SVGSVGElement {
  const narrow = width < 460
  const bars = (counts: readonly number[], sign: -1 | 1) => counts.map((count, age) => ({ x: sign * count, y1: age, y2: age + 1 }))
  const outline = (counts: readonly number[], sign: -1 | 1) => counts.flatMap((count, age) => [{ x: sign * count, y: age }, { x: sign * count, y: age + 1 }])
  return drawPlot({
    width,
    height: narrow ? 380 : 460,
    marginLeft: 42,
    marginRight: 16,
    marginTop: 30,
    marginBottom: 30,
    style: { ...CHART_FONT, background: 'transparent', color: '#33424a' },
    x: { domain: [-most, most], ticks: narrow ? 4 : 8, tickFormat: (count: number) => write(Math.abs(count)), label: null, tickSize: 4 },
    y: { domain: [0, 101], ticks: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], tickFormat: (age: number) => (age === 100 ? '100+' : String(age)), grid: true, label: null, tickSize: 0 },
    marks: [
      Plot.rect(bars(then.men, -1), { x1: 0, x2: 'x', y1: 'y1', y2: 'y2', fill: PYRAMID_COLOURS.men, insetTop: 0.5 }),
      Plot.rect(bars(then.women, 1), { x1: 0, x2: 'x', y1: 'y1', y2: 'y2', fill: PYRAMID_COLOURS.women, insetTop: 0.5 }),
      Plot.line(outline(now.men, -1), { x: 'x', y: 'y', stroke: PYRAMID_COLOURS.now, strokeWidth: 1.5 }),
      Plot.line(outline(now.women, 1), { x: 'x', y: 'y', stroke: PYRAMID_COLOURS.now, strokeWidth: 1.5 }),
      ...(otherwise ? [-1 as const, 1 as const].map((sign) => Plot.line(outline(sign < 0 ? otherwise.men : otherwise.women, sign), { x: 'x', y: 'y', stroke: PYRAMID_COLOURS.base, strokeWidth: 1.5, strokeDasharray: PYRAMID_BASE_DASHES })) : []),
      Plot.ruleX([0], { stroke: '#ffffff', strokeWidth: 1.5 }),
      Plot.text([menText], { frameAnchor: 'top-left', dx: 6, dy: -22, text: String, fill: '#14242b', fontWeight: 600 }),
      Plot.text([womenText], { frameAnchor: 'top-right', dx: -6, dy: -22, text: String, fill: '#14242b', fontWeight: 600 }),
    ],
  })
}
