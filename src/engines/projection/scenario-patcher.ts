/** Figures under a scenario. What is patched is copied, never changed. */
import { checkFigures } from '#engines/projection/check-inputs.ts'
import { countFigures } from '#engines/projection/projection-inputs.ts'
import type { InputName, InputRule, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells, SEXES } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { checkScenario, getRule } from '#engines/projection/scenario.ts'
import type { Scenario, ScenarioPatch } from '#engines/projection/scenario.ts'

/** Applies a scenario a year at a time, and counts for every patch how many figures it changed, over all years. */
export class ScenarioPatcher {
  readonly changedCounts: Float64Array
  readonly #shape: ProjectionShape
  readonly #scenario: Scenario

  /** Throws a RangeError for a scenario that `checkScenario` refuses. */
  constructor(shape: ProjectionShape, scenario: Scenario, baseYear: number) {
    checkScenario(shape, scenario, baseYear)
    this.changedCounts = new Float64Array(scenario.length)
    this.#shape = shape
    this.#scenario = scenario
  }

  /** The named inputs patched; the inputs themselves where no patch counts for the year. The patched figures have yet to pass `checkInputs`. */
  patchInputs(inputs: ProjectionInputs, year: number, names: readonly InputName[]): ProjectionInputs {
    const patched = names.map((name) => [name, this.#patch(name, inputs[name], year)] as const)
    return patched.some(([name, figures]) => figures !== inputs[name]) ? { ...inputs, ...Object.fromEntries(patched) } : inputs
  }

  patchPopulation(population: Float64Array, year: number): Float64Array {
    return this.#patch('population', population, year)
  }

  #patch(name: ScenarioPatch['input'], figures: Float64Array, year: number): Float64Array {
    const rule = getRule(name)
    const patches = this.#scenario
      .map((patch, position) => ({ patch, position }))
      .filter(({ patch: { input, years } }) => input === name && years.from <= year && year <= years.to)
    if (patches.length === 0) return figures
    checkFigures(this.#shape, name, figures, rule, year)
    const needsOwnBlocks = patches.some(({ patch }) => patch.areas !== undefined || 'addEach' in patch.change)
    const patched = needsOwnBlocks ? giveEachAreaABlock(this.#shape, figures, rule) : figures.slice()
    for (const { patch, position } of patches) this.changedCounts[position]! += applyPatch(this.#shape, patch, rule, patched)
    return patched
  }
}

function giveEachAreaABlock(shape: ProjectionShape, figures: Float64Array, { by }: InputRule): Float64Array {
  const own = countFigures(shape, by)
  return new Float64Array(own * shape.areaCount).map((_, at) => figures[at % figures.length]!)
}

/** Gives how many figures are another number than before. */
function applyPatch(shape: ProjectionShape, patch: ScenarioPatch, { by }: InputRule, figures: Float64Array): number {
  const own = countFigures(shape, by)
  const inBlock = listFigures(shape, patch, by)
  const areas = patch.areas === undefined ? Array.from({ length: figures.length / own }, (_, area) => area) : new Set(patch.areas)
  let changed = 0
  for (const area of areas) {
    for (const place of inBlock) {
      const before = figures[area * own + place]!
      const full = applyChange(patch.change, before, area * own + place)
      const after = patch.shares === undefined ? full : before + patch.shares[place]! * (full - before)
      figures[area * own + place] = after
      if (after !== before) changed++
    }
  }
  return changed
}

function applyChange(change: ScenarioPatch['change'], figure: number, place: number): number {
  if ('addEach' in change) return figure + change.addEach[place]!
  if ('multiplyBy' in change) return figure * change.multiplyBy
  if ('add' in change) return figure + change.add
  return change.setTo
}

/** The places in the block of an area that a patch names. */
function listFigures(shape: ProjectionShape, patch: ScenarioPatch, by: InputRule['by']): number[] {
  const { ageCount } = shape
  const { ages = { from: 0, to: ageCount - 1 }, sexes = SEXES, householdKinds = { from: 0, to: shape.householdKindCount - 1 } } = patch
  return Array.from({ length: countFigures(shape, by) }, (_, place) => place).filter((place) => {
    if (by === 'area') return true
    const age = place % ageCount
    const sex = SEXES[Math.floor(place / ageCount) % SEXES.length]!
    const kind = Math.floor(place / countCells(shape))
    const isKind = by !== 'kindSexAndAge' || (kind >= householdKinds.from && kind <= householdKinds.to)
    return isKind && (by === 'age' || sexes.includes(sex)) && age >= ages.from && age <= ages.to
  })
}
