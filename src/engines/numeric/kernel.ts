/** A program in WebAssembly, compiled from the AssemblyScript of an engine (`assembly/kernel.ts`), with memory of its own. */

/** The part of WebAssembly used here; it is in all browsers and in Node, but not among the types of the language. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number; maximum: number; shared: boolean }) => KernelMemory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => KernelModule
  readonly Instance: new (module: KernelModule, imports: Record<string, Record<string, object>>) => { readonly exports: object }
}

interface KernelMemory {
  readonly buffer: SharedArrayBuffer
  grow(pages: number): number
}

/** Can be sent to a worker thread, and be started there. */
export type KernelModule = object & { readonly [kernel]: true }
declare const kernel: unique symbol

const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536
/** The compiler puts the constants of a program before it (scripts/build-kernels.mjs). */
const FIRST_FREE_BYTE = 1024
/** So that sixteen bytes at a time are never split over two lines of the cache. */
const ALIGNMENT_BYTES = 64

export const compileKernel = (bytes: Uint8Array<ArrayBuffer>): KernelModule => new WebAssembly.Module(bytes)

/** Hands out memory of a kernel; what was handed out stays until the kernel is forgotten. */
export interface Kernel<Functions> {
  readonly functions: Functions
  takeFloats(length: number): Float32Array
  /** Takes more memory when there is too little; arrays that were handed out stay where they are. */
  take<Numbers>(type: NumbersType<Numbers>, length: number): Numbers
}

interface NumbersType<Numbers> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: SharedArrayBuffer, byteOffset: number, length: number): Numbers
}

/** Bytes that `takeFloats` needs for an array. */
export const countKernelBytes = (floats: number): number => Math.ceil((4 * floats) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES

/** @param bytes for what will be taken, if that is known. Throws a RangeError above the 4 GiB that a program in WebAssembly can reach. */
export function startKernel<Functions>(module: KernelModule, bytes = 0): Kernel<Functions> {
  const countPages = (end: number): number => {
    const pages = Math.ceil(end / PAGE_BYTES)
    if (pages > MOST_PAGES) throw new RangeError(`the figures take ${end - FIRST_FREE_BYTE} bytes: at most ${MOST_PAGES * PAGE_BYTES - FIRST_FREE_BYTE}. Take fewer areas, figures or years at a time`)
    return pages
  }
  const memory = new WebAssembly.Memory({ initial: countPages(FIRST_FREE_BYTE + bytes), maximum: MOST_PAGES, shared: true })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  let free = FIRST_FREE_BYTE
  const take = <Numbers>(type: NumbersType<Numbers>, length: number): Numbers => {
    const end = free + Math.ceil((type.BYTES_PER_ELEMENT * length) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES
    const missing = countPages(end) - memory.buffer.byteLength / PAGE_BYTES
    if (missing > 0) memory.grow(missing)
    const numbers = new type(memory.buffer, free, length)
    free = end
    return numbers
  }
  return { functions: exports as Functions, take, takeFloats: (length) => take(Float32Array, length) }
}
