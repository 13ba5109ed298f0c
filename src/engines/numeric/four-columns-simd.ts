/**
 * The same as the plain one, two numbers an instruction (WebAssembly SIMD), to the last bit: every sum is made in the same order.
 * The program is one loop of 60 instructions, written out here: a compiler for it would be a hundred megabytes.
 */
import { addPlainly, createPlainFourColumns } from '#engines/numeric/four-columns.ts'
import type { FourColumns } from '#engines/numeric/four-columns.ts'

/** The part of WebAssembly used here; it is in all browsers and in Node, but not among the types of the language. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, imports: Record<string, Record<string, object>>) => { readonly exports: Record<string, unknown> }
  readonly CompileError: new () => Error
}

const [I32, V128] = [0x7f, 0x7b]
const [ONE, OTHER, COLUMN_0, BYTES, AT, WEIGHT_0, VALUE_0] = [0, 1, 2, 6, 7, 8, 16]
const FIRST_FREE_BYTE = 64
const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536

const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const addAt = (base: number) => [...get(base), ...get(AT), 0x6a]
const LOAD = [0xfd, 0x00, 3, 0]
const STORE = [0xfd, 0x0b, 3, 0]
const loadWeight = (place: number) => [0x41, 0, 0xfd, 0x0a, 3, 8 * place]
const ADD = [0xfd, 0xf0, 0x01]
const MULTIPLY = [0xfd, 0xf2, 0x01]

/** A section or a body: its length in front. */
const sized = (bytes: readonly number[]) => [...(bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7]), ...bytes]

function writeProgram(): Uint8Array<ArrayBuffer> {
  const four = [0, 1, 2, 3]
  const product = (sum: number, column: number) => [...get(WEIGHT_0 + 4 * sum + column), ...get(VALUE_0 + column), ...MULTIPLY]
  const addTo = (target: number, sum: number) => [
    ...addAt(target), ...addAt(target), ...LOAD,
    ...product(sum, 0), ...product(sum, 1), ...ADD, ...product(sum, 2), ...product(sum, 3), ...ADD, ...ADD, ...ADD, ...STORE,
  ]
  const code = [
    // Besides the seven parameters: the place in bytes, and twelve pairs of numbers.
    2, 1, I32, 12, V128,
    ...[...four, 4, 5, 6, 7].flatMap((place) => [...loadWeight(place), ...set(WEIGHT_0 + place)]),
    // loop: values of four columns; both sums; 16 bytes on, until all bytes are done.
    0x03, 0x40,
    ...four.flatMap((column) => [...addAt(COLUMN_0 + column), ...LOAD, ...set(VALUE_0 + column)]),
    ...addTo(ONE, 0), ...addTo(OTHER, 1),
    ...get(AT), 0x41, 16, 0x6a, 0x22, AT, ...get(BYTES), 0x49, 0x0d, 0, 0x0b,
    0x0b,
  ]
  const text = (word: string) => sized([...word].map((letter) => letter.charCodeAt(0)))
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    1, ...sized([1, 0x60, 7, ...new Array<number>(7).fill(I32), 0]),
    2, ...sized([1, ...text('m'), ...text('m'), 2, 0, 1]),
    3, ...sized([1, 0]),
    7, ...sized([1, ...text('add'), 0, 0]),
    10, ...sized([1, ...sized(code)]),
  ])
}

type Program = (one: number, other: number, column0: number, column1: number, column2: number, column3: number, bytes: number) => void

/** With memory for `length` numbers. The plain one where the machine or the policy of the page does not allow it, or the memory is too large for it. */
export function createFastFourColumns(length: number): FourColumns {
  const pages = Math.ceil((FIRST_FREE_BYTE + 8 * length) / PAGE_BYTES)
  if (pages > MOST_PAGES || typeof WebAssembly === 'undefined') return createPlainFourColumns()
  try {
    return createSimdFourColumns(new WebAssembly.Memory({ initial: pages }))
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return createPlainFourColumns()
    throw error
  }
}

function createSimdFourColumns(memory: { readonly buffer: ArrayBuffer }): FourColumns {
  const run = new WebAssembly.Instance(new WebAssembly.Module(writeProgram()), { m: { m: memory } }).exports['add'] as Program
  const { buffer } = memory
  const weights = new Float64Array(buffer, 0, 8)
  const starts = new Int32Array(4)
  let free = FIRST_FREE_BYTE
  return {
    weights, starts,
    allocate(length) {
      const numbers = new Float64Array(buffer, free, length)
      free += 8 * length
      return numbers
    },
    add(one, other, matrix, from, to) {
      const even = to - ((to - from) & 1)
      const first = matrix.byteOffset + 8 * from
      if (even > from) {
        run(one.byteOffset + 8 * from, other.byteOffset + 8 * from,
          first + 8 * starts[0]!, first + 8 * starts[1]!, first + 8 * starts[2]!, first + 8 * starts[3]!, 8 * (even - from))
      }
      if (even < to) addPlainly(weights, starts, one, other, matrix, even, to)
    },
  }
}
