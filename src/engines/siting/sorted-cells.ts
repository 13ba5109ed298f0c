/** The costs that matter, in two orders: of every row the sites from near to far, of every site its rows. */

/** What it costs to serve a row (a place with demand) from a column (a site that may be open). */
export interface CellSource {
  readonly rowCount: number
  readonly columnCount: number
  /** Cost of the whole row, 0 or more; Infinity where the column cannot serve the row. */
  costOf(row: number, column: number): number
  /** Cost of the row when no open column serves it, finite. Cells that cost as much or more are left out. */
  unservedCostOf(row: number): number
}

export interface SortedCells {
  readonly rowCount: number
  readonly columnCount: number
  /** Cells of row r are from rowStarts[r] to before rowStarts[r + 1], cheapest first; equal costs by column. */
  readonly rowStarts: Int32Array
  readonly columns: Uint16Array | Int32Array
  readonly costs: Float64Array
  /** Cells of column c are from columnStarts[c] to before columnStarts[c + 1], by row. */
  readonly columnStarts: Int32Array
  readonly columnRows: Int32Array
  readonly columnCosts: Float64Array
  readonly unservedCosts: Float64Array
  /** Whether every cost is a whole number: then so is the value of every plan, and a bound may be rounded up. */
  readonly isWhole: boolean
}

const MOST_SHORT = 65_535

export function sortCells(source: CellSource): SortedCells {
  const { rowCount, columnCount } = source
  const rowStarts = new Int32Array(rowCount + 1)
  const unservedCosts = Float64Array.from({ length: rowCount }, (_, row) => source.unservedCostOf(row))
  for (let row = 0; row < rowCount; row++) {
    let count = 0
    for (let column = 0; column < columnCount; column++) if (source.costOf(row, column) < unservedCosts[row]!) count++
    rowStarts[row + 1] = rowStarts[row]! + count
  }
  const cellCount = rowStarts[rowCount]!
  const columns = columnCount > MOST_SHORT ? new Int32Array(cellCount) : new Uint16Array(cellCount)
  const costs = new Float64Array(cellCount)
  for (let row = 0; row < rowCount; row++) sortRow(source, row, unservedCosts[row]!, columns.subarray(rowStarts[row], rowStarts[row + 1]), costs.subarray(rowStarts[row], rowStarts[row + 1]))
  const isWhole = costs.every(Number.isInteger) && unservedCosts.every(Number.isInteger)
  return { rowCount, columnCount, rowStarts, columns, costs, ...turn(rowCount, columnCount, rowStarts, columns, costs), unservedCosts, isWhole }
}

function sortRow(source: CellSource, row: number, limit: number, columns: Uint16Array | Int32Array, costs: Float64Array): void {
  const all = new Float64Array(source.columnCount)
  let count = 0
  for (let column = 0; column < source.columnCount; column++) {
    all[column] = source.costOf(row, column)
    if (all[column]! < limit) columns[count++] = column
  }
  columns.sort((one, other) => all[one]! - all[other]! || one - other)
  for (let at = 0; at < count; at++) costs[at] = all[columns[at]!]!
}

function turn(rowCount: number, columnCount: number, rowStarts: Int32Array, columns: Uint16Array | Int32Array, costs: Float64Array) {
  const columnStarts = new Int32Array(columnCount + 1)
  for (const column of columns) columnStarts[column + 1]!++
  for (let column = 0; column < columnCount; column++) columnStarts[column + 1]! += columnStarts[column]!
  const next = columnStarts.slice(0, columnCount)
  const columnRows = new Int32Array(columns.length)
  const columnCosts = new Float64Array(columns.length)
  for (let row = 0; row < rowCount; row++) {
    for (let cell = rowStarts[row]!; cell < rowStarts[row + 1]!; cell++) {
      const at = next[columns[cell]!]!++
      columnRows[at] = row
      columnCosts[at] = costs[cell]!
    }
  }
  return { columnStarts, columnRows, columnCosts }
}

/** The same rows with only the columns that are kept; `kept` holds their numbers, in the order they get. */
export function keepColumns(cells: SortedCells, kept: Int32Array): SortedCells {
  const places = new Int32Array(cells.columnCount).fill(-1)
  for (const [place, column] of kept.entries()) places[column] = place
  const rowStarts = new Int32Array(cells.rowCount + 1)
  let cellCount = 0
  for (const column of cells.columns) if (places[column]! >= 0) cellCount++
  const columns = kept.length > MOST_SHORT ? new Int32Array(cellCount) : new Uint16Array(cellCount)
  const costs = new Float64Array(cellCount)
  let at = 0
  for (let row = 0; row < cells.rowCount; row++) {
    for (let cell = cells.rowStarts[row]!; cell < cells.rowStarts[row + 1]!; cell++) {
      const place = places[cells.columns[cell]!]!
      if (place < 0) continue
      columns[at] = place
      costs[at++] = cells.costs[cell]!
    }
    rowStarts[row + 1] = at
  }
  return {
    ...cells, columnCount: kept.length, rowStarts, columns, costs,
    ...turn(cells.rowCount, kept.length, rowStarts, columns, costs),
  }
}
