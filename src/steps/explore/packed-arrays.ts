/** Plain objects that hold large typed arrays, as bytes in which the arrays stand as they are: reading copies none of them. In the order of bytes of the machine. */
import { deserialize, serialize } from 'node:v8'

const KINDS = { Int32Array, Uint32Array, Float64Array, Uint8Array }
type Numbers = InstanceType<(typeof KINDS)[keyof typeof KINDS]>

/** Stands for an array in the head; `at` is counted from the end of that. */
interface Place {
  readonly packedAs: keyof typeof KINDS
  readonly at: number
  readonly length: number
}

/** Arrays begin at a multiple of it, as a Float64Array must. */
const STEP = 8
const roundUp = (bytes: number): number => Math.ceil(bytes / STEP) * STEP

/** Arrays within lists are not looked for. Throws a TypeError for one of another kind than whole numbers of 32 bits, bytes, and floats of 64 bits. */
export function packArrays(value: unknown): Uint8Array {
  const arrays: { readonly at: number; readonly array: Numbers }[] = []
  let end = 0
  const head = serialize(replaceWithin(value, (own): Place | undefined => {
    if (!ArrayBuffer.isView(own)) return undefined
    const [array, packedAs, at] = [own as Numbers, own.constructor.name as Place['packedAs'], end]
    if (!(packedAs in KINDS)) throw new TypeError(`a ${packedAs} cannot be packed`)
    arrays.push({ at, array })
    end += roundUp(array.byteLength)
    return { packedAs, at, length: array.length }
  }))
  const first = roundUp(STEP + head.length)
  const bytes = new Uint8Array(first + end)
  new Uint32Array(bytes.buffer, 0, 1)[0] = head.length
  bytes.set(head, STEP)
  for (const { at, array } of arrays) bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), first + at)
  return bytes
}

/** What was packed, its arrays in the memory of these bytes, which must begin at a multiple of eight. */
export function unpackArrays(bytes: Uint8Array): unknown {
  const [headLength] = new Uint32Array(bytes.buffer, bytes.byteOffset, 1)
  const first = bytes.byteOffset + roundUp(STEP + headLength!)
  return replaceWithin(deserialize(bytes.subarray(STEP, STEP + headLength!)), (own) => {
    if (!('packedAs' in own)) return undefined
    const { packedAs, at, length } = own as Place
    const Kind = KINDS[packedAs] as new (buffer: ArrayBufferLike, at: number, length: number) => Numbers
    return new Kind(bytes.buffer, first + at, length)
  })
}

function replaceWithin(value: unknown, replace: (own: object) => object | undefined): unknown {
  if (value === null || typeof value !== 'object') return value
  const replaced = replace(value)
  if (replaced !== undefined || Array.isArray(value)) return replaced ?? value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, replaceWithin(own, replace)]))
}
