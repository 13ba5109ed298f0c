/** The reconciliation report: what came in with an import, what did not, and why. */
import type { AreaLevel } from '#domain/area.ts'
import type { Finding } from '#domain/finding.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { Words } from '#domain/words.ts'

/** What the tables and figures of a resource are for. `figures`: columns of areas; `areas`: names, codes and what lies in what; the others: pages that read the table. */
export const RESOURCE_USES = ['figures', 'areas', 'shapes', 'places', 'projection', 'reach', 'schools', 'regions', 'indexCheck'] as const
export type ResourceUse = (typeof RESOURCE_USES)[number]

export interface ResourceLine {
  readonly resource: string
  readonly title: Words
  readonly reader: string
  /** used: something is made from it; kept: read and stored as a table, of which nothing is made yet; failed; skipped: no reader for it. */
  readonly outcome: 'used' | 'kept' | 'failed' | 'skipped'
  /** What it is used for. Absent in reports that were written before this was told. */
  readonly usedFor?: readonly ResourceUse[]
  readonly files: number
  readonly bytes: number
  readonly rowsRead: number
  readonly rowsKept: number
  readonly rowsRefused: number
  /** Refused rows by finding code. */
  readonly refusedFor: Readonly<Record<string, number>>
  readonly milliseconds: number
}

/** One level against the country, for one year and the indicator `population`. */
export interface LevelSum {
  readonly indicator: string
  readonly year: number
  readonly level: AreaLevel
  readonly areas: number
  readonly sum: number
  /** The level above it that it is compared with, and the sum there. */
  readonly against: AreaLevel
  readonly sumAgainst: number
  readonly countrySum: number
  /** sum − countrySum. */
  readonly difference: number
  /** Largest difference that rounding of the parts can make (areas × half the rounding step). */
  readonly roundingBand: number
}

/** A row that must have been in a table and is not there. */
export interface MissingRow {
  readonly year: number
  readonly table: string
  /** Row id the publisher gave it, from the gap in the numbering. */
  readonly rowId: number
  readonly municipality: string
  readonly municipalityName: string
  /** Level, code and name of the area, where a complete table of another year shows which row belongs there. */
  readonly level?: AreaLevel
  readonly code?: string
  readonly name?: string
}

export interface MissingRowsLine {
  readonly year: number
  readonly table: string
  readonly resource: string
  /** Rows missing in all, and by level where that could be established. */
  readonly rows: number
  readonly byLevel: Readonly<Partial<Record<AreaLevel, number>>>
  /** Inhabitants in the missing rows: the municipalities they are in, less the rows of that level that are there. */
  readonly inhabitants: Readonly<Partial<Record<AreaLevel, number>>>
  readonly listed: readonly MissingRow[]
}

export interface ColumnLine {
  readonly indicator: string
  readonly year: number
  readonly level: AreaLevel
  readonly present: number
  readonly missing: Readonly<Partial<Record<MissingReason, number>>>
}

export interface ShapesLine {
  readonly level: AreaLevel
  /** Year of the shapes, and of the areas they are compared with. */
  readonly shapeYear: number
  readonly areaYear: number
  readonly areas: number
  readonly shapes: number
  readonly areasWithoutShape: readonly string[]
  readonly shapesWithoutArea: readonly string[]
  /** Shapes whose rings were invalid (self-crossing, unclosed), named. */
  readonly invalidShapes: readonly string[]
}

export interface ReconciliationReport {
  readonly version: string
  readonly importedAt: string
  readonly packageName: string
  readonly packageTitle: Words
  readonly fictional: boolean
  readonly seconds: number
  readonly resources: readonly ResourceLine[]
  readonly levelSums: readonly LevelSum[]
  readonly missingRows: readonly MissingRowsLine[]
  readonly columns: readonly ColumnLine[]
  readonly shapes: readonly ShapesLine[]
  readonly findings: readonly Finding[]
}
