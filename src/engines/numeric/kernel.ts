/** A program in WebAssembly, compiled from the AssemblyScript of an engine (`assembly/kernel.ts`), with memory of its own. */

/** The part of WebAssembly used here; it is in all browsers and in Node, but not among the types of the language. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number; maximum: number; shared: boolean }) => { readonly buffer: SharedArrayBuffer }
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => KernelModule
  readonly Instance: new (module: KernelModule, imports: Record<string, Record<string, object>>) => { readonly exports: object }
}

/** Can be sent to a worker thread, and be started there. */
export type KernelModule = object & { readonly [kernel]: true }
declare const kernel: unique symbol

const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536
/** The program may keep constants below. */
const FIRST_FREE_BYTE = 1024
/** So that sixteen bytes at a time are never split over two lines of the cache. */
const ALIGNMENT_BYTES = 64

export const compileKernel = (bytes: Uint8Array<ArrayBuffer>): KernelModule => new WebAssembly.Module(bytes)

/** Hands out memory of a kernel; what was handed out stays until the kernel is forgotten. */
export interface Kernel<Functions> {
  readonly functions: Functions
  takeFloats(length: number): Float32Array
}

/** Bytes that `takeFloats` needs for an array. */
export const countKernelBytes = (floats: number): number => Math.ceil((4 * floats) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES

/** @param bytes for everything that will be taken. Throws a RangeError above the 4 GiB that a program in WebAssembly can reach. */
export function startKernel<Functions>(module: KernelModule, bytes: number): Kernel<Functions> {
  const pages = Math.ceil((FIRST_FREE_BYTE + bytes) / PAGE_BYTES)
  if (pages > MOST_PAGES) throw new RangeError(`the figures take ${bytes} bytes: at most ${MOST_PAGES * PAGE_BYTES - FIRST_FREE_BYTE}. Project fewer areas or years at a time`)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  let free = FIRST_FREE_BYTE
  return {
    functions: exports as Functions,
    takeFloats(length) {
      const floats = new Float32Array(memory.buffer, free, length)
      free += countKernelBytes(length)
      return floats
    },
  }
}
