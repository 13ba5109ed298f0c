/** Lines over the years; around the first one the intervals in which the outcome probably lies. */
import { BAND_COLOURS, LINE_COLOURS, LINE_DASHES } from '#web/charts/chart-colours.ts'
import { findDomain } from '#web/charts/series-line.ts'
import { CHART_FONT, drawPlot, Plot, type ChartSize } from '#web/charts/svg-plot.ts'

export interface FanBand {
  readonly percent: keyof typeof BAND_COLOURS
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

interface FanOptions extends ChartSize {
  readonly years: readonly number[]
  /** One figure a year each, in the order of `years`; colours follow the order of the lines. */
  readonly lines: readonly (readonly number[])[]
  /** Around the first line. */
  readonly bands: readonly FanBand[]
  readonly write: (value: number) => string
}

const YEARS_A_TICK = 5
const NARROW = 460

export function drawFan({ width, years, lines, bands, write }: FanOptions): SVGSVGElement {
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const step = width < NARROW ? 2 * YEARS_A_TICK : YEARS_A_TICK
  const ticks = years.filter((year) => year === first || (year % step === 0 && year - first >= step * 0.75))
  return drawPlot({
    width,
    height: Math.min(340, Math.max(230, width * 0.42)),
    marginLeft: 68,
    marginRight: lines.length === 1 ? 60 : 24,
    marginTop: 12,
    marginBottom: 30,
    style: { ...CHART_FONT, background: 'transparent', color: '#33424a' },
    x: { domain: [first, last], ticks: [...ticks], tickFormat: String, label: null, tickSize: 4 },
    y: { domain: findDomain([...lines.flat(), ...bands.flatMap(({ lower, upper }) => [...lower, ...upper])]), grid: true, ticks: 5, tickFormat: write, label: null, tickSize: 0 },
    marks: [
      ...bands.toSorted((a, b) => b.percent - a.percent).map(({ percent, lower, upper }) =>
        Plot.areaY(years.map((year, at) => ({ year, lower: lower[at], upper: upper[at] })), { x: 'year', y1: 'lower', y2: 'upper', fill: BAND_COLOURS[percent] }),
      ),
      ...lines.flatMap((values, index) => markLine(years, values, index, lines.length === 1 ? write : undefined)),
    ],
  })
}

/** The line; where it is the only one, with its first and last figure beside it. */
function markLine(years: readonly number[], values: readonly number[], index: number, write: ((value: number) => string) | undefined): Plot.Markish[] {
  const points = years.map((year, at) => ({ year, value: values[at] ?? NaN }))
  const line = Plot.line(points, { x: 'year', y: 'value', stroke: LINE_COLOURS[index] as string, strokeWidth: 2.5, strokeDasharray: LINE_DASHES[index] || 'none' })
  if (write === undefined) return [line]
  const end = points.slice(-1)
  return [
    line,
    Plot.dot(end, { x: 'year', y: 'value', fill: LINE_COLOURS[index] as string, r: 5 }),
    Plot.text(end, { x: 'year', y: 'value', text: ({ value }: { value: number }) => write(value), dx: 10, textAnchor: 'start', fill: '#14242b', fontWeight: 600 }),
  ]
}
