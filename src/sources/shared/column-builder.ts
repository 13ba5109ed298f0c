/** One column that grows row by row, as numbers or as texts. */
import type { Column } from '#domain/table.ts'

/** What a column without any value is built as: figures that are not there yet, far more often than texts. */
const KIND_WITHOUT_VALUES = 'number'

export class ColumnBuilder {
  readonly name: string
  kind: Column['kind'] | undefined
  length = 0
  #numbers = new Float64Array(0)
  #texts: (string | null)[] = []
  /** One copy of each text: names repeat thousands of times. */
  readonly #copies = new Map<string, string>()

  /** A column whose first `emptyRows` cells are empty; its kind follows from the first value unless given. */
  constructor(name: string, emptyRows = 0, kind?: Column['kind']) {
    this.name = name
    if (kind !== undefined) this.become(kind)
    this.pushEmpty(emptyRows)
  }

  /** Gives a column without values its kind, or turns numbers into texts. */
  become(kind: Column['kind']): void {
    if (kind === this.kind) return
    if (kind === 'number') {
      if (this.kind === 'text') throw new TypeError(`column "${this.name}" holds texts`)
      this.kind = kind
      this.#makeRoom(this.length)
    } else {
      const written = this.kind === 'number' ? this.#numbers.subarray(0, this.length) : undefined
      this.#texts = Array.from({ length: this.length }, (_, row) => {
        const value = written?.[row] ?? NaN
        return Number.isNaN(value) ? null : String(value)
      })
      this.#numbers = new Float64Array(0)
      this.kind = kind
    }
  }

  pushNumber(value: number): void {
    if (this.kind === undefined) this.become('number')
    if (this.#numbers.length === this.length) this.#makeRoom(Math.max(1024, this.length * 2))
    this.#numbers[this.length++] = value
  }

  pushText(value: string): void {
    if (this.kind === undefined) this.become('text')
    let copy = this.#copies.get(value)
    if (copy === undefined) this.#copies.set(value, (copy = value))
    this.#texts.push(copy)
    this.length++
  }

  pushEmpty(count = 1): void {
    if (this.kind === 'number') for (let added = 0; added < count; added++) this.pushNumber(NaN)
    else if (this.kind === 'text') for (let added = 0; added < count; added++) this.#texts.push(null)
    if (this.kind !== 'number') this.length += count
  }

  /** The finished column, with exactly as many cells as were pushed. */
  build(): Column {
    if (this.kind === undefined) this.become(KIND_WITHOUT_VALUES)
    return this.kind === 'text'
      ? { name: this.name, kind: 'text', values: this.#texts }
      : { name: this.name, kind: 'number', values: this.#numbers.slice(0, this.length) }
  }

  #makeRoom(capacity: number): void {
    const larger = new Float64Array(capacity).fill(NaN)
    larger.set(this.#numbers.subarray(0, Math.min(this.length, this.#numbers.length)))
    this.#numbers = larger
  }
}
