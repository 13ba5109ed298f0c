/** The legend as a list, for the page and for the pictures alike. */
import type { Format, Unit } from '#web/format/format.ts'
import { isHidden, type Absence, type Painting } from '#web/map/area-paint.ts'
import { HIDDEN_COLOUR, MISSING_COLOUR } from '#web/map/palette.ts'
import type { Messages } from '#web/messages/nl/index.ts'

export interface LegendEntry {
  readonly colour: string
  readonly hatched: boolean
  readonly text: string
  readonly count: number
  /** Set for areas without a figure. */
  readonly missing?: Absence
}

export function listLegend(painting: Painting, unit: Unit, format: Format, t: Messages): LegendEntry[] {
  const { classes } = painting.classification
  const entries = classes.map((one, index): LegendEntry => {
    const high = format.value(one.high, unit)
    const low = format.number(one.low, unit.decimals)
    const range = index === classes.length - 1 ? t.map.last(low, high) : t.map.range(low, high)
    return { colour: one.colour, hatched: false, text: one.single ? high : range, count: one.count }
  })
  const missing = painting.missing.map(
    ([reason, count]): LegendEntry => ({
      colour: isHidden(reason) ? HIDDEN_COLOUR : MISSING_COLOUR,
      hatched: isHidden(reason),
      text: t.missing[reason],
      count,
      missing: reason,
    }),
  )
  return [...entries, ...missing]
}
