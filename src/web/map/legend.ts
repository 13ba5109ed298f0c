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
    const next = classes[index + 1]
    // "0,2 tot 0,9" above "0,9" would say that figure twice.
    const write = (value: number): string => format.number(value, unit.decimals)
    const isWhole = next === undefined || (next.single && write(one.highest) !== write(next.low))
    const end = isWhole ? one.highest : one.high
    const range = (isWhole ? t.map.last : t.map.range)(write(one.low), format.value(end, unit))
    return { colour: one.colour, hatched: false, text: write(one.low) === write(end) ? format.value(end, unit) : range, count: one.count }
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
