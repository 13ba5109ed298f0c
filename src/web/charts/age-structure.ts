/** Stacked bars: how the inhabitants are divided over age groups, by year. */
import { AGE_COLOURS } from '#web/charts/chart-colours.ts'
import { CHART_FONT, drawPlot, Plot, type ChartSize } from '#web/charts/svg-plot.ts'

export interface AgeShare {
  readonly year: number
  /** Name of the age group. */
  readonly group: string
  /** Percentage of the inhabitants. */
  readonly share: number
}

interface AgeStructureOptions extends ChartSize {
  /** Age groups from young to old. */
  readonly groups: readonly string[]
  readonly write: (share: number) => string
}

export function drawAgeStructure(shares: readonly AgeShare[], { width, groups, write }: AgeStructureOptions): SVGSVGElement {
  const years = [...new Set(shares.map(({ year }) => year))].sort()
  const colours = AGE_COLOURS.slice(0, groups.length)
  const narrow = width < 460
  return drawPlot({
    width,
    height: years.length * 44 + 40,
    marginLeft: 48,
    marginRight: 20,
    marginTop: 4,
    marginBottom: 30,
    style: { ...CHART_FONT, background: 'transparent', color: '#33424a' },
    x: { domain: [0, 100], ticks: 5, tickFormat: (value: number) => `${value}%`, label: null },
    y: { type: 'band', domain: years, tickFormat: (year: number) => String(year), label: null, padding: 0.22, tickSize: 0 },
    color: { domain: groups, range: colours },
    marks: [
      Plot.barX(shares, { x: 'share', y: 'year', fill: 'group', order: [...groups], insetRight: 1 }),
      // Every share takes its place in the stack; only those with room for it get a label.
      Plot.text(
        shares,
        Plot.stackX({
          x: 'share',
          y: 'year',
          z: 'group',
          order: [...groups],
          text: (row: AgeShare) => (row.share >= (narrow ? 11 : 6) ? write(row.share) : ''),
          fill: (row: AgeShare) => (groups.indexOf(row.group) >= 3 ? '#ffffff' : '#14242b'),
          fontWeight: 600,
        }),
      ),
    ],
  })
}
