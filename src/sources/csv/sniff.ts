/** What a CSV file is like: its delimiter, and how many header rows it has. */
import { parse } from 'csv-parse/sync'

export const DELIMITERS = [';', ',', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const SAMPLE_LINES = 30

/**
 * The delimiter that splits most of the first lines into equally many, at least two, cells.
 * A comma when none does: a file of one column.
 */
export function findDelimiter(text: string): Delimiter {
  const sample = text.split(/\r\n|\r|\n/, SAMPLE_LINES).join('\n')
  let best: { delimiter: Delimiter; lines: number; width: number } = { delimiter: ',', lines: 0, width: 1 }
  for (const delimiter of DELIMITERS) {
    const widths = countWidths(sample, delimiter)
    for (const [width, lines] of widths) {
      if (width > 1 && (lines > best.lines || (lines === best.lines && width > best.width))) best = { delimiter, lines, width }
    }
  }
  return best.delimiter
}

/** How many lines of the sample have each number of cells. A sample that ends within quotes is split without minding quotes. */
function countWidths(sample: string, delimiter: Delimiter): Map<number, number> {
  const widths = new Map<number, number>()
  const count = (width: number): void => void widths.set(width, (widths.get(width) ?? 0) + 1)
  try {
    for (const row of splitRows(sample, delimiter)) count(row.length)
  } catch {
    for (const line of sample.split('\n')) count(line.split(delimiter).length)
  }
  return widths
}

/** All rows as cells of text, ragged ones too; blank lines are left out. Throws CsvError on quotes that never close. */
export function splitRows(text: string, delimiter: Delimiter): string[][] {
  return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as string[][]
}

/** Cells that say there is no value, by the markers publishers use. */
export const MISSING_MARKERS: ReadonlySet<string> = new Set(['', 'NA', '.', '-'])

/**
 * Whether the second row is a header too ("Code", "Naam" below "Gemeente", "Provincie").
 * It is when all its cells are filled and without digits, at least one of its words stands there twice,
 * and in some column every row below it has digits: rows of values do not look like that.
 */
export function hasSecondHeader(rows: readonly (readonly string[])[]): boolean {
  const second = rows[1]?.map((cell) => cell.trim())
  const below = rows.slice(2, 2 + SAMPLE_LINES).filter((row) => row.length === second?.length)
  if (second === undefined || second.length < 2 || below.length === 0) return false
  if (second.some((cell) => MISSING_MARKERS.has(cell) || /\d/.test(cell))) return false
  if (new Set(second.map((cell) => cell.toLowerCase())).size === second.length) return false
  return second.some((_, column) => below.every((row) => /\d/.test(row[column] ?? '')))
}

/**
 * Names out of two header rows. A name that stands over several columns may be written once, the others empty;
 * a first row that is shorter belongs to the last columns. "Gemeente" over "Code" becomes "Gemeente Code";
 * where the lower word already ends the upper one ("Gemeente|Code"), the upper one is the name.
 */
export function mergeHeaders(first: readonly string[], second: readonly string[]): string[] {
  const offset = Math.max(0, second.length - first.length)
  let over = ''
  return second.map((cell, column) => {
    const lower = cell.trim()
    const upper = column < offset ? '' : (first[column - offset] ?? '').trim()
    if (upper !== '') over = upper
    if (over === '') return lower
    return over.toLowerCase().endsWith(lower.toLowerCase()) ? over : `${over} ${lower}`
  })
}
