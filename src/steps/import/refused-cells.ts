/** Cells that hold something which is no number: their figures are refused, not suppressed by the publisher. */
import type { Finding } from '#domain/finding.ts'
import { MISSING_MARKERS } from '#sources/csv/sniff.ts'

/** The cells of one column that its reader refused. */
export interface RefusedCells {
  /** How the reader calls the rows. */
  readonly rows: ReadonlySet<number | string>
  /** There were more than the reader lists one by one: every empty cell of the column may be one. */
  readonly isListCutShort: boolean
}

/** By column, from what the reader of this resource told about it. */
export function collectRefusedCells(resource: string, findings: readonly Finding[]): Map<string, RefusedCells> {
  const refused = new Map<string, { rows: Set<number | string>; isListCutShort: boolean }>()
  for (const { code, resource: name, row, field, count = 1 } of findings) {
    if (code !== 'cell-refused' || name !== resource || row === undefined || field === undefined) continue
    const cells = refused.get(field) ?? { rows: new Set(), isListCutShort: false }
    refused.set(field, cells)
    cells.rows.add(row)
    if (count > 1) cells.isListCutShort = true
  }
  return refused
}

/** The number in a cell of a column that was read as text; NaN for an empty cell and for one that holds no number. */
export function parseTextCell(cell: string | null): number {
  const text = cell?.trim() ?? ''
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN
}

/** Whether a cell of a text column holds something, and that is neither a number nor a sign for "no figure". */
export function isUnreadable(cell: string | null): boolean {
  const text = cell?.trim() ?? ''
  return !MISSING_MARKERS.has(text) && Number.isNaN(parseTextCell(text))
}
