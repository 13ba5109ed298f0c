/** From one column of figures to the colour of each area and the legend. */
import type { AreaListAnswer, FigureColumnAnswer } from '#domain/answers/answers.ts'
import type { MissingReason } from '#domain/missing.ts'
import { classify, findClass, type Classification } from '#web/map/classes.ts'
import { HIDDEN_COLOUR, MISSING_COLOUR } from '#web/map/palette.ts'

/** Why an area has no figure, no score, or no travel time. */
export type Absence = MissingReason | 'noFigures' | 'tooFewFigures' | 'noWay' | 'sizeUnknown'

export interface AreaPaint {
  readonly colour: string
  readonly hatched: boolean
}

/** One area with its figure, for the table and the card beside the map. */
export interface AreaRow {
  readonly code: string
  readonly name: string
  readonly municipality: string
  readonly value: number | undefined
  readonly missing: Absence | undefined
}

/** Joins areas and figures by position. Throws when their numbers differ: then they are of different versions. */
export function joinFigures(areas: AreaListAnswer, figures: FigureColumnAnswer): AreaRow[] {
  if (areas.codes.length !== figures.values.length) {
    throw new RangeError(`${areas.codes.length} areas but ${figures.values.length} figures`)
  }
  const reasons = new Map<number, MissingReason>()
  for (const [reason, positions] of Object.entries(figures.missing)) {
    for (const position of positions ?? []) reasons.set(position, reason as MissingReason)
  }
  return areas.codes.map((code, index) => ({
    code,
    name: areas.names[index] ?? code,
    municipality: areas.municipalities[index] ?? '',
    value: figures.values[index] ?? undefined,
    missing: reasons.get(index),
  }))
}

export interface Painting {
  readonly classification: Classification
  readonly paints: ReadonlyMap<string, AreaPaint>
  /** Number of areas without a figure, by reason, most first. */
  readonly missing: readonly (readonly [Absence, number])[]
}

/** Reasons for which there is a figure that cannot be shown: hatched on the map. */
export function isHidden(reason: Absence | undefined): boolean {
  return reason === 'suppressed' || reason === 'partsMissing' || reason === 'roundingConflict' || reason === 'tooFewFigures'
}

export function paintAreas(rows: readonly AreaRow[], classCount = 6): Painting {
  const classification = classify(rows.map((row) => row.value ?? null), classCount)
  const paints = new Map<string, AreaPaint>()
  const missing = new Map<Absence, number>()
  for (const row of rows) {
    paints.set(row.code, paintArea(row, classification))
    if (row.missing !== undefined) missing.set(row.missing, (missing.get(row.missing) ?? 0) + 1)
  }
  return { classification, paints, missing: [...missing].sort((a, b) => b[1] - a[1]) }
}

function paintArea(row: AreaRow, classification: Classification): AreaPaint {
  const found = row.value === undefined ? undefined : findClass(classification, row.value)
  if (found !== undefined) return { colour: found.colour, hatched: false }
  return isHidden(row.missing) ? { colour: HIDDEN_COLOUR, hatched: true } : { colour: MISSING_COLOUR, hatched: false }
}
