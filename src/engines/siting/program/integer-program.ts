/** A mixed-integer linear program as flat arrays, and what a solver of it promises. */

export interface IntegerProgram {
  readonly offset: number
  readonly columnCosts: readonly number[]
  readonly columnLowers: readonly number[]
  readonly columnUppers: readonly number[]
  /** 1 where the column must be whole. */
  readonly columnIsWhole: readonly number[]
  /** Row r has the cells from rowStarts[r] to before rowStarts[r + 1]. */
  readonly rowStarts: readonly number[]
  readonly rowColumns: readonly number[]
  readonly rowValues: readonly number[]
  readonly rowLowers: readonly number[]
  readonly rowUppers: readonly number[]
}

export interface IntegerAnswer {
  readonly status: 'optimal' | 'stopped' | 'infeasible'
  /** Values of the columns of the best answer; absent when none was found. */
  readonly columns?: Float64Array
  /** Value of the best answer, Infinity when there is none. */
  readonly value: number
  /** No answer has a lower value; −Infinity when nothing is known. */
  readonly bound: number
}

export interface IntegerQuestion {
  /** A good answer to begin with; it must fit. */
  readonly start?: Float64Array
  /** Ends when no answer is better by more than this. */
  readonly absoluteGap: number
  readonly onProgress?: (value: number, bound: number) => void
  readonly shouldStop?: () => boolean
}

/** Minimises. Stops early only when asked to. */
export type IntegerSolver = (program: IntegerProgram, question: IntegerQuestion) => IntegerAnswer

export class ProgramBuilder {
  offset = 0
  readonly columnCosts: number[] = []
  readonly columnLowers: number[] = []
  readonly columnUppers: number[] = []
  readonly columnIsWhole: number[] = []
  readonly rowStarts: number[] = [0]
  readonly rowColumns: number[] = []
  readonly rowValues: number[] = []
  readonly rowLowers: number[] = []
  readonly rowUppers: number[] = []

  get columnCount(): number {
    return this.columnCosts.length
  }

  /** Adds a column and returns its number. */
  addColumn(cost: number, lower: number, upper: number, isWhole: boolean): number {
    this.columnCosts.push(cost)
    this.columnLowers.push(lower)
    this.columnUppers.push(upper)
    this.columnIsWhole.push(Number(isWhole))
    return this.columnCosts.length - 1
  }

  /** Adds a cell to the row under way. */
  addCell(column: number, value: number): void {
    this.rowColumns.push(column)
    this.rowValues.push(value)
  }

  /** Ends the row under way: lower ≤ sum of its cells ≤ upper. */
  endRow(lower: number, upper: number): void {
    this.rowLowers.push(lower)
    this.rowUppers.push(upper)
    this.rowStarts.push(this.rowColumns.length)
  }
}
