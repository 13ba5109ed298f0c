/** Rows of bits: which columns (sites) serve a row (place). */

const WORD = 32

export class BitTable {
  readonly rowCount: number
  readonly columnCount: number
  readonly #wordCount: number
  readonly #words: Uint32Array

  constructor(rowCount: number, columnCount: number) {
    this.rowCount = rowCount
    this.columnCount = columnCount
    this.#wordCount = Math.ceil(columnCount / WORD)
    this.#words = new Uint32Array(rowCount * this.#wordCount)
  }

  has(row: number, column: number): boolean {
    return ((this.#words[row * this.#wordCount + (column >>> 5)]! >>> (column & 31)) & 1) === 1
  }

  add(row: number, column: number): void {
    this.#words[row * this.#wordCount + (column >>> 5)]! |= 1 << (column & 31)
  }

  count(row: number): number {
    let count = 0
    for (let at = row * this.#wordCount; at < (row + 1) * this.#wordCount; at++) {
      let word = this.#words[at]!
      for (; word !== 0; word &= word - 1) count++
    }
    return count
  }

  /** Whether everything in `row` is in `other` too. */
  isWithin(row: number, other: number): boolean {
    const [from, to] = [row * this.#wordCount, other * this.#wordCount]
    for (let word = 0; word < this.#wordCount; word++) if ((this.#words[from + word]! & ~this.#words[to + word]!) !== 0) return false
    return true
  }

  /** Columns and rows change places. */
  turn(): BitTable {
    const turned = new BitTable(this.columnCount, this.rowCount)
    for (let row = 0; row < this.rowCount; row++) for (let column = 0; column < this.columnCount; column++) if (this.has(row, column)) turned.add(column, row)
    return turned
  }

  /** Rows that no other row lies within: the rest is served when these are. Of equal rows the first. */
  listTightRows(): Int32Array {
    return this.#listUnbeaten((row, other) => this.isWithin(other, row), (one, other) => one - other)
  }

  /** Rows that lie within no other row. Of equal rows the first. */
  listWideRows(): Int32Array {
    return this.#listUnbeaten((row, other) => this.isWithin(row, other), (one, other) => other - one)
  }

  #listUnbeaten(isBeaten: (row: number, by: number) => boolean, bySize: (one: number, other: number) => number): Int32Array {
    const sizes = Int32Array.from({ length: this.rowCount }, (_, row) => this.count(row))
    const order = Array.from(sizes.keys()).sort((one, other) => bySize(sizes[one]!, sizes[other]!) || one - other)
    const kept: number[] = []
    for (const row of order) if (!kept.some((other) => isBeaten(row, other))) kept.push(row)
    return Int32Array.from(kept).sort()
  }

  keep(rows: Int32Array, columns: Int32Array): BitTable {
    const smaller = new BitTable(rows.length, columns.length)
    for (const [at, row] of rows.entries()) for (const [place, column] of columns.entries()) if (this.has(row, column)) smaller.add(at, place)
    return smaller
  }

  /** Rows of which no two share a column, found greedily: each needs a site of its own. */
  countIndependentRows(): number {
    const order = Array.from({ length: this.rowCount }, (_, row) => row).sort((one, other) => this.count(one) - this.count(other) || one - other)
    const used = new Uint32Array(this.#wordCount)
    let count = 0
    for (const row of order) {
      const words = this.#words.subarray(row * this.#wordCount, (row + 1) * this.#wordCount)
      if (words.some((word, at) => (word & used[at]!) !== 0)) continue
      for (const [at, word] of words.entries()) used[at]! |= word
      count++
    }
    return count
  }
}
