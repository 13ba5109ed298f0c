/** A sweep in WebAssembly: eight times an instruction, all origins of a spot in one line of the cache. `plain-sweeper.ts` says what it means. */
import { startKernel } from '#engines/numeric/kernel.ts'
import type { KernelModule } from '#engines/numeric/kernel.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { OUT_OF_REACH, ORIGINS_A_SWEEP } from '#engines/reach/travel-matrix.ts'
import type { CreateSweeper, Sweeper } from '#engines/reach/travel-matrix.ts'

interface SweepFunctions {
  climb(spots: number, firstEdges: number, above: number, ticks: number, touched: number, times: number): void
  sweepDown(spots: number, firstEdges: number, above: number, ticks: number, touched: number, times: number): void
  gather(points: number, lanes: number, firstNodes: number, spotsOfNodes: number, access: number, times: number, best: number, rows: number): void
}

/** Throws a RangeError for a part that does not fit in the memory of a program in WebAssembly (4 GiB, some 50 million spots). */
export const createFastSweepers = (kernel: KernelModule): CreateSweeper => (part, destinations) => new FastSweeper(kernel, part, destinations)

class FastSweeper implements Sweeper {
  readonly destinationCount: number
  readonly #part: RestrictedHierarchy
  readonly #functions: SweepFunctions
  readonly #edges: readonly [number, number]
  readonly #upTicks: Uint16Array
  readonly #downTicks: Uint16Array
  readonly #touched: Uint8Array
  readonly #times: Uint16Array
  readonly #destinations: readonly [number, number, number]
  readonly #best: Uint16Array
  readonly #rows: Uint16Array

  constructor(module: KernelModule, part: RestrictedHierarchy, destinations: AccessPoints) {
    const { spotCount, firstEdges, aboveSpots } = part
    this.#part = part
    this.destinationCount = destinations.count
    const kernel = startKernel<SweepFunctions>(module)
    this.#functions = kernel.functions
    const putIntegers = (numbers: Int32Array) => {
      const taken = kernel.take(Int32Array, numbers.length)
      taken.set(numbers)
      return taken.byteOffset
    }
    this.#edges = [putIntegers(firstEdges), putIntegers(aboveSpots)]
    this.#upTicks = putLimited(kernel.take(Uint16Array, part.upTicks.length), part.upTicks)
    this.#downTicks = putLimited(kernel.take(Uint16Array, part.downTicks.length), part.downTicks)
    this.#touched = kernel.take(Uint8Array, spotCount)
    this.#times = kernel.take(Uint16Array, spotCount * ORIGINS_A_SWEEP)
    const spotsOfNodes = destinations.nodes.map((node) => part.spotOfNode[node]!)
    this.#destinations = [putIntegers(destinations.firstNodes), putIntegers(spotsOfNodes), putLimited(kernel.take(Uint16Array, spotsOfNodes.length), destinations.accessTicks).byteOffset]
    this.#best = kernel.take(Uint16Array, ORIGINS_A_SWEEP)
    this.#rows = kernel.take(Uint16Array, destinations.count * ORIGINS_A_SWEEP)
  }

  sweep(origins: AccessPoints, first: number, count: number): Uint16Array {
    for (let lane = 0; lane < count; lane++) this.#enter(origins, first + lane, lane)
    const { spotCount } = this.#part
    this.#functions.climb(spotCount, ...this.#edges, this.#upTicks.byteOffset, this.#touched.byteOffset, this.#times.byteOffset)
    this.#functions.sweepDown(spotCount, ...this.#edges, this.#downTicks.byteOffset, this.#touched.byteOffset, this.#times.byteOffset)
    this.#functions.gather(this.destinationCount, count, ...this.#destinations, this.#times.byteOffset, this.#best.byteOffset, this.#rows.byteOffset)
    return this.#rows.subarray(0, count * this.destinationCount)
  }

  #enter({ firstNodes, nodes, accessTicks }: AccessPoints, origin: number, lane: number): void {
    for (let at = firstNodes[origin]!; at < firstNodes[origin + 1]!; at++) {
      const spot = this.#part.spotOfNode[nodes[at]!]!
      const own = spot * ORIGINS_A_SWEEP
      if (this.#touched[spot] === 0) this.#times.fill(OUT_OF_REACH, own, own + ORIGINS_A_SWEEP)
      this.#touched[spot] = 1
      this.#times[own + lane] = Math.min(this.#times[own + lane]!, accessTicks[at]!)
    }
  }
}

/** What does not fit in 16 bits is out of reach. */
function putLimited(target: Uint16Array, ticks: Int32Array): Uint16Array {
  for (const [at, own] of ticks.entries()) target[at] = Math.min(OUT_OF_REACH, own)
  return target
}
