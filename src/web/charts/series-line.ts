/** A line over the years that is interrupted where the series breaks. */
import { LINE_COLOURS, LINE_DASHES } from '#web/charts/chart-colours.ts'
import { CHART_FONT, drawPlot, Plot, type ChartSize } from '#web/charts/svg-plot.ts'

export interface LinePoint {
  readonly year: number
  /** NaN where the figure is missing: the line has a gap there. */
  readonly value: number
  /** Which line the point is of. */
  readonly line: string
  /** The line starts anew here: figures on both sides cannot be compared. */
  readonly breakBefore: boolean
}

interface SeriesLineOptions extends ChartSize {
  readonly lines: readonly string[]
  readonly write: (value: number) => string
  /** Text at a break. */
  readonly breakText: string
  /** A level that is drawn as a thin line, such as 100 for an index. */
  readonly reference?: number
}

/** The line each stretch between breaks is drawn as. */
function splitAtBreaks(points: readonly LinePoint[]): (LinePoint & { stretch: string })[] {
  let stretch = 0
  return points.map((point) => {
    if (point.breakBefore) stretch++
    return { ...point, stretch: `${point.line}#${stretch}` }
  })
}

export function drawSeriesLine(points: readonly LinePoint[], options: SeriesLineOptions): SVGSVGElement {
  const { width, write, reference } = options
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b)
  const values = points.map(({ value }) => value).filter((value) => !Number.isNaN(value)).concat(reference ?? [])
  return drawPlot({
    width,
    height: Math.min(320, Math.max(220, width * 0.42)),
    marginLeft: MARGIN_LEFT,
    marginRight: MARGIN_RIGHT,
    marginTop: 26,
    marginBottom: 30,
    style: { ...CHART_FONT, background: 'transparent', color: '#33424a' },
    x: { type: 'point', domain: years, ticks: thinOut(years, 44, width), tickFormat: String, label: null, padding: 0.3, tickSize: 0 },
    y: {
      domain: findDomain(values),
      grid: true,
      ticks: 5,
      tickFormat: write,
      label: null,
      tickSize: 0,
    },
    marks: [
      ...(reference === undefined ? [] : [Plot.ruleY([reference], { stroke: '#6b787e', strokeWidth: 1 })]),
      ...markBreaks(points, years.length, options),
      ...markLines(points, options),
    ],
  })
}

/** At least this share of the largest value is between bottom and top, so that a change of 0.5% does not look like a cliff. */
const SMALLEST_SPAN = 0.1

/** Bottom and top of a scale. */
export function findDomain(values: readonly number[]): [number, number] {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const largest = Math.max(Math.abs(lowest), Math.abs(highest))
  const span = Math.max((highest - lowest) * 1.4, largest * SMALLEST_SPAN) || 1
  const middle = (lowest + highest) / 2
  const bottom = middle - span / 2
  return lowest >= 0 && bottom < 0 ? [0, span] : [bottom, middle + span / 2]
}

const MARGIN_LEFT = 68
const MARGIN_RIGHT = 28

/** As many of them as have that many pixels each, the last always among them. */
function thinOut<One>(all: readonly One[], pixelsEach: number, width: number): readonly One[] {
  const step = Math.max(1, Math.ceil((all.length * pixelsEach) / (width - MARGIN_LEFT - MARGIN_RIGHT)))
  return all.filter((_, index) => (all.length - 1 - index) % step === 0)
}

/** A dashed rule halfway between the years on both sides of a break. */
function markBreaks(points: readonly LinePoint[], years: number, { width, breakText }: SeriesLineOptions): Plot.Markish[] {
  const breaks = points.filter(({ breakBefore }) => breakBefore)
  const halfStep = -(width - MARGIN_LEFT - MARGIN_RIGHT) / Math.max(1, years) / 2
  return [
    Plot.ruleX(breaks, { x: 'year', dx: halfStep, stroke: '#b3461b', strokeDasharray: '4 4', strokeWidth: 1.5 }),
    Plot.text(breaks, { x: 'year', dx: halfStep, frameAnchor: 'top', dy: -16, text: () => breakText, fill: '#9a3a14', fontWeight: 600 }),
  ]
}

/** Every line with its dots; the figures beside them where there is one line. */
function markLines(points: readonly LinePoint[], { lines, width, write }: SeriesLineOptions): Plot.Markish[] {
  const stretches = splitAtBreaks(points)
  const drawn = points.filter(({ value }) => !Number.isNaN(value))
  const marks = lines.flatMap((line, index) => [
    Plot.line(
      stretches.filter((point) => point.line === line),
      { x: 'year', y: 'value', z: 'stretch', stroke: LINE_COLOURS[index] as string, strokeWidth: 2.5, strokeDasharray: LINE_DASHES[index] || 'none' },
    ),
    Plot.dot(
      drawn.filter((point) => point.line === line),
      { x: 'year', y: 'value', fill: LINE_COLOURS[index] as string, stroke: '#ffffff', strokeWidth: 1.5, r: 5 },
    ),
  ])
  if (lines.length > 1) return marks
  const text = (point: LinePoint): string => write(point.value)
  const figures = { x: 'year', y: 'value', text, dy: -14, fill: '#14242b', fontWeight: 600, stroke: '#ffffff', strokeWidth: 4 } as const
  return [...marks, Plot.text(thinOut(drawn, 62, width), figures)]
}
