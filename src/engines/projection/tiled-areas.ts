/** The memory of a projection of areas in WebAssembly, and its way through it: a tile of areas after another, whose figures are looked at and used while they are in the cache. */
import { countKernelBytes, startKernel } from '#engines/numeric/kernel.ts'
import type { KernelModule } from '#engines/numeric/kernel.ts'
import { getMostDeparting } from '#engines/projection/check-inputs.ts'
import { countFigures, INPUT_RULES, POPULATION_RULE } from '#engines/projection/projection-inputs.ts'
import type { InputName, InputRule, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

interface AreaFunctions {
  areWithin(figures: number, count: number, lowest: number, highest: number): number
  takeOut(population: number, inside: number, count: number, people: number): number
  prepareAreas(areas: number, ages: number, stepYears: number, tables: number, ...inputs: number[]): void
  stepAreas(areas: number, ages: number, firstMother: number, lastMother: number, tables: number, start: number, end: number): void
}

/** What steps read, in the order of `prepareAreas`. */
export const USED_INPUTS = ['survivalRatios', 'fertilityRates', 'boysPerGirl', 'emigrationRates', 'immigrationCounts', 'netMigrationCounts'] as const satisfies readonly InputName[]

/** All whose figures of a tile are in the memory of the program. */
const TILED = [...USED_INPUTS, 'groupQuarters', 'population'] as const
type Tiled = (typeof TILED)[number]

/** Tables and two slabs of so many areas stay in the second cache. */
const AREAS_OF_TILE = 32

export class TiledAreas {
  /** People, a block an area, of one step after another, and again from the first. */
  readonly slabs: readonly Float32Array[]
  readonly #shape: ProjectionShape
  readonly #functions: AreaFunctions
  readonly #tables: Float32Array
  readonly #rules: Readonly<Record<Tiled, InputRule>>
  readonly #tile: Readonly<Record<Tiled, Float64Array>>

  /** Throws a RangeError for more than 4 GiB of figures. */
  constructor(kernel: KernelModule, shape: ProjectionShape, slabCount: number) {
    const cells = countCells(shape)
    const tile = Math.min(AREAS_OF_TILE, shape.areaCount)
    const tableLength = tile * (3 * cells + shape.ageCount + 2)
    this.#rules = limitRules(shape)
    const lengths = TILED.map((name) => tile * countFigures(shape, this.#rules[name].by))
    const slabLength = shape.areaCount * cells
    const bytes = lengths.reduce((sum, length) => sum + countKernelBytes(2 * length), countKernelBytes(tableLength) + slabCount * countKernelBytes(slabLength))
    const { functions, take, takeFloats } = startKernel<AreaFunctions>(kernel, bytes)
    this.#shape = shape
    this.#functions = functions
    this.#tables = takeFloats(tableLength)
    this.#tile = Object.fromEntries(TILED.map((name, at) => [name, take(Float64Array, lengths[at]!)])) as Record<Tiled, Float64Array>
    this.slabs = Array.from({ length: slabCount }, () => takeFloats(slabLength))
  }

  /** Fills the first slab with everybody outside group quarters. Gives false where a figure is none that can be. */
  begin(population: Float64Array, groupQuarters: Float64Array): boolean {
    const cells = countCells(this.#shape)
    return this.#eachTile((area, count) => {
      if (!this.#load('population', population, area, count) || !this.#load('groupQuarters', groupQuarters, area, count)) return false
      return this.#functions.takeOut(this.#tile.population.byteOffset, this.#tile.groupQuarters.byteOffset, count * cells, this.slabs[0]!.byteOffset + 4 * area * cells) === 1
    })
  }

  /** Steps that have the same figures. Gives false where one of them is none that can be. */
  run(inputs: ProjectionInputs, fromStep: number, untilStep: number): boolean {
    const { ageCount, stepYears } = this.#shape
    const cells = countCells(this.#shape)
    const [youngest, oldest] = findMothers(inputs.fertilityRates, ageCount)
    // Their children would be born in the step itself.
    if (youngest === 0) return false
    // Whole fours, so that all areas go the same way; women bear at the begin of a step and, a group older, at its end.
    const [first, last] = youngest > oldest ? [0, 0] : [4 * Math.floor((youngest - 1) / 4), 4 * Math.ceil((oldest + 1) / 4)]
    return this.#eachTile((area, count) => {
      if (!USED_INPUTS.every((name) => this.#load(name, inputs[name], area, count))) return false
      this.#functions.prepareAreas(count, ageCount, stepYears, this.#tables.byteOffset, ...USED_INPUTS.map((name) => this.#tile[name].byteOffset))
      const offset = 4 * area * cells
      for (let step = fromStep; step < untilStep; step++) {
        const [start, end] = [this.slabs[step % this.slabs.length]!, this.slabs[(step + 1) % this.slabs.length]!]
        this.#functions.stepAreas(count, ageCount, first, last, this.#tables.byteOffset, start.byteOffset + offset, end.byteOffset + offset)
      }
      return true
    })
  }

  #eachTile(act: (area: number, count: number) => boolean): boolean {
    const { areaCount } = this.#shape
    for (let area = 0; area < areaCount; area += AREAS_OF_TILE) if (!act(area, Math.min(AREAS_OF_TILE, areaCount - area))) return false
    return true
  }

  /** Gives whether all of them are what they may be. One block for all areas is there already after the first tile, which is the largest. */
  #load(name: Tiled, figures: Float64Array, area: number, count: number): boolean {
    const { by, lowest, highest } = this.#rules[name]
    const own = countFigures(this.#shape, by)
    const tile = this.#tile[name]
    if (figures.length > own) tile.set(figures.subarray(area * own, (area + count) * own))
    else if (area > 0) return true
    else for (let at = 0; at < count; at++) tile.set(figures, at * own)
    return this.#functions.areWithin(tile.byteOffset, count * own, lowest, highest) === 1
  }
}

/** Where nobody moves to other areas, emigrants are all who depart. */
function limitRules(shape: ProjectionShape): Record<Tiled, InputRule> {
  const emigrationRates = { ...INPUT_RULES.emigrationRates, highest: Math.min(INPUT_RULES.emigrationRates.highest, getMostDeparting(shape)) }
  return { ...INPUT_RULES, emigrationRates, population: POPULATION_RULE }
}

/** The first and the last age at which anybody bears; the first is beyond the last where nobody does. */
function findMothers(fertilityRates: Float64Array, ageCount: number): readonly [number, number] {
  let [first, last] = [ageCount, -1]
  for (let block = 0; block < fertilityRates.length; block += ageCount) {
    for (let age = 0; age < first; age++) if (fertilityRates[block + age] !== 0) first = age
    for (let age = ageCount - 1; age > last; age--) if (fertilityRates[block + age] !== 0) last = age
  }
  return [first, last]
}
