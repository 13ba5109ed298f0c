/** Stacked bars, one under the other: of what parts a whole is made, by year. */
import { chooseInk } from '#web/charts/chart-colours.ts'
import { CHART_FONT, drawPlot, Plot, type ChartSize } from '#web/charts/svg-plot.ts'

export interface StackedBar {
  /** Stands before it. */
  readonly label: string
  /** One a colour, from left to right. */
  readonly values: readonly number[]
  /** Belongs to the bar above: it is thinner, and close to it. */
  readonly isCompanion?: boolean
}

interface StackedBarsOptions extends ChartSize {
  readonly colours: readonly string[]
  /** The end of the scale. */
  readonly most: number
  readonly write: (value: number) => string
}

const BAR = 34
const COMPANION = 22
const GAP = 12
const CLOSE = 2
const MARGINS = { marginLeft: 52, marginRight: 24, marginTop: 4, marginBottom: 30 } as const
/** What a character takes, and the room around a figure, in pixels. */
const CHARACTER = 8
const ROOM = 6

interface Place {
  readonly bar: StackedBar
  readonly top: number
  readonly bottom: number
}

function placeBars(bars: readonly StackedBar[]): Place[] {
  let top = 0
  return bars.map((bar, at) => {
    if (at > 0) top += bar.isCompanion ? CLOSE : GAP
    const place = { bar, top, bottom: top + (bar.isCompanion ? COMPANION : BAR) }
    top = place.bottom
    return place
  })
}

export function drawStackedBars(bars: readonly StackedBar[], { width, colours, most, write }: StackedBarsOptions): SVGSVGElement {
  const places = placeBars(bars)
  const bottom = places.at(-1)?.bottom ?? 0
  const pixels = (width - MARGINS.marginLeft - MARGINS.marginRight) / most
  const parts = places.flatMap(({ bar, top, bottom: end }) => {
    let to = 0
    return bar.values.map((value, at) => {
      const from = to
      to += value
      const text = write(value)
      return { from, to, top, bottom: end, colour: colours[at]!, text: value * pixels > text.length * CHARACTER + ROOM ? text : '' }
    })
  })
  return drawPlot({
    width,
    height: bottom + MARGINS.marginTop + MARGINS.marginBottom,
    ...MARGINS,
    style: { ...CHART_FONT, background: 'transparent', color: '#33424a' },
    x: { domain: [0, most], ticks: width < 460 ? 3 : 5, tickFormat: write, label: null },
    y: { domain: [bottom, 0], axis: null },
    color: { type: 'identity' },
    marks: [
      Plot.rect(parts, { x1: 'from', x2: 'to', y1: 'top', y2: 'bottom', fill: 'colour', insetRight: 1 }),
      Plot.text(parts, { x: ({ from, to }: (typeof parts)[number]) => (from + to) / 2, y: middle, text: 'text', fill: ({ colour }: (typeof parts)[number]) => chooseInk(colour), fontWeight: 600 }),
      Plot.text(places, { frameAnchor: 'left', y: middle, dx: -8, textAnchor: 'end', text: ({ bar }: Place) => bar.label }),
    ],
  })
}

const middle = ({ top, bottom }: { top: number; bottom: number }): number => (top + bottom) / 2
