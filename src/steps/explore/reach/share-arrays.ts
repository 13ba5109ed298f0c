/** Puts typed arrays into memory that threads share, so that sending them copies nothing. */

type Numbers = Int32Array | Uint32Array | Float64Array | Uint8Array | Uint16Array

/** The same, with every typed array in it, however deep, in shared memory. What is there already stays as it is. */
export function shareArrays<T>(value: T): T {
  if (ArrayBuffer.isView(value)) return share(value as unknown as Numbers) as unknown as T
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, shareArrays(own)])) as T
}

/** The same bytes in a shared buffer that holds nothing else. */
export const shareAlone = (bytes: Uint8Array): Uint8Array => (bytes.byteLength === bytes.buffer.byteLength ? shareArrays(bytes) : shareArrays(bytes.slice()))

function share(array: Numbers): Numbers {
  if (array.buffer instanceof SharedArrayBuffer) return array
  const make = array.constructor as new (buffer: SharedArrayBuffer) => Numbers
  const shared = new make(new SharedArrayBuffer(array.byteLength))
  shared.set(array)
  return shared
}
