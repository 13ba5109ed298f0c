/** CSV text into a table: header, rows of equal width, columns of numbers or texts. */
import type { Table } from '#domain/table.ts'
import { countWords } from '#domain/write-number.ts'
import { findDelimiter, hasSecondHeader, mergeHeaders, MISSING_MARKERS, splitRows, type Delimiter } from '#sources/csv/sniff.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { createFailure } from '#sources/shared/source-failures.ts'
import { buildColumnOfCells } from '#sources/shared/cells.ts'
import { makeNamesUnique } from '#sources/shared/header.ts'

/**
 * Parses a whole file. Rows with too many or too few cells are refused by number (1 = first row below the header).
 * `missing` adds markers of this publisher to those for cells without a value.
 */
export function parseCsv(text: string, file: string, problems: Problems, missing: readonly string[] = []): { table: Table; rowsRead: number } {
  const delimiter = findDelimiter(text)
  const rows = splitOrFail(text, delimiter, file)
  const twoHeaders = hasSecondHeader(rows)
  const [first = [], second = []] = rows
  const names = makeNamesUnique(twoHeaders ? mergeHeaders(first, second) : first, file, problems)
  if (twoHeaders) noteSecondHeader(file, problems)
  const values = rows.slice(twoHeaders ? 2 : 1)
  const kept = keepRowsOfWidth(values, names.length, file, problems)
  if (values.length === 0) noteNoRows(file, problems)
  else if (kept.length === 0) throw createFailure('csv-no-usable-rows', file)
  const markers = new MarkerCount(missing)
  const columns = names.map((name, column) =>
    buildColumnOfCells(name, kept.map((row) => markers.read(row[column] ?? '')), { decimalComma: delimiter === ';', file, problems }),
  )
  noteMarkers(markers.counts, file, problems)
  return { table: { rowCount: kept.length, columns }, rowsRead: values.length }
}

function splitOrFail(text: string, delimiter: Delimiter, file: string): string[][] {
  try {
    return splitRows(text, delimiter)
  } catch (error) {
    throw createFailure('csv-unreadable', file, error instanceof Error ? error.message.slice(0, 160) : '', error)
  }
}

const CELLS = [['cel', 'cellen'], ['cell', 'cells']] as const

function keepRowsOfWidth(rows: readonly string[][], width: number, file: string, problems: Problems): string[][] {
  return rows.filter((cells, index) => {
    if (cells.length === width) return true
    const has = countWords(cells.length, ...CELLS)
    problems.refuseRow({
      code: 'row-ragged',
      file,
      row: index + 1,
      message: {
        nl: `Deze regel heeft ${has.nl} in plaats van ${width} en is weggelaten: "${cells.join(' | ').slice(0, 60)}".`,
        en: `This line has ${has.en} instead of ${width} and was left out: "${cells.join(' | ').slice(0, 60)}".`,
      },
    })
    return false
  })
}

/** Reads cells, and counts which marker stood for how many missing ones. */
class MarkerCount {
  readonly counts = new Map<string, number>()
  readonly #markers: ReadonlySet<string>
  constructor(added: readonly string[]) {
    this.#markers = new Set([...MISSING_MARKERS, ...added])
  }
  read(raw: string): string | null {
    const cell = raw.trim()
    if (!this.#markers.has(cell)) return cell
    if (cell !== '') this.counts.set(cell, (this.counts.get(cell) ?? 0) + 1)
    return null
  }
}

function noteMarkers(markers: ReadonlyMap<string, number>, file: string, problems: Problems): void {
  for (const [marker, count] of markers) {
    const cells = countWords(count, ...CELLS)
    problems.note({
      severity: 'info',
      code: 'missing-marker',
      file,
      count,
      message: {
        nl: `In ${cells.nl} staat "${marker}": die waarden ontbreken.`,
        en: `"${marker}" in ${cells.en}: those values are missing.`,
      },
    })
  }
}

function noteSecondHeader(file: string, problems: Problems): void {
  problems.note({
    severity: 'info',
    code: 'two-headers',
    file,
    message: {
      nl: 'Het bestand heeft twee kopregels. De namen van de kolommen zijn uit beide samengesteld.',
      en: 'The file has two header rows. The names of the columns were put together from both.',
    },
  })
}

function noteNoRows(file: string, problems: Problems): void {
  problems.note({
    code: 'no-data',
    file,
    message: { nl: 'Onder de kopregel staan geen gegevens.', en: 'There are no data below the header.' },
  })
}
