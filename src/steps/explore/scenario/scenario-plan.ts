/** A scenario document as patches of the engine: positions for codes, shares for wijken and buurten. */
import type { AreaCode } from '#domain/area.ts'
import { SCENARIO_HOUSEHOLDS, type PlannedHomes, type ScenarioDocument, type ScenarioDocumentPatch } from '#domain/scenario-document.ts'
import { translateHomes } from '#engines/projection/new-homes.ts'
import type { Scenario, ScenarioPatch } from '#engines/projection/scenario.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { Forecast } from '#steps/explore/forecast.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { AGE_COUNT, CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { checkScenario } from '#steps/explore/scenario/check-scenario.ts'
import { findMunicipalities, isCount, isSmallArea } from '#steps/explore/scenario/scenario-areas.ts'
import { findMembers, findSmallAreaBase, type SmallAreaBase } from '#steps/explore/small-area-base.ts'

/** The wijken and buurten of one municipality that part of a scenario is about. */
export interface SmallTarget {
  readonly municipality: number
  /** Codes of buurten. */
  readonly buurten: readonly AreaCode[]
}

export interface PlannedPart {
  /** Where it stands in the document: `patches.0`, `newHomes.1`. */
  readonly field: string
  /** What it does to municipalities. */
  readonly patch: ScenarioPatch
  /** Undefined where it is about whole municipalities. */
  readonly target?: SmallTarget
  /** People who move within the municipality to the target, written as if they came from elsewhere. */
  readonly moved?: ScenarioPatch
}

export type ScenarioPlan = readonly PlannedPart[]

/** In the order of the document. Throws ProjectionError `scenarioInvalid` with all faults. */
export function planScenario(statistics: Statistics, { prepared, households }: Pick<Forecast, 'prepared' | 'households'>, document: ScenarioDocument): ScenarioPlan {
  checkScenario(statistics, prepared, document, households !== undefined)
  return [
    ...document.patches.map((patch, at) => planPatch(statistics, prepared, patch, `patches.${at}`)),
    ...(document.newHomes ?? []).map((homes, at) => planHomes(statistics, prepared, homes, `newHomes.${at}`)),
  ]
}

export const listPatches = (plan: ScenarioPlan): Scenario => plan.map(({ patch }) => patch)

function planPatch(statistics: Statistics, prepared: PreparedMunicipalities, { figure, areas, household, ...rest }: ScenarioDocumentPatch, field: string): PlannedPart {
  const { years, sexes, ages } = rest
  const change = rest.change as ScenarioPatch['change']
  const kind = household && SCENARIO_HOUSEHOLDS.indexOf(household)
  const common = { input: figure, years, change, ...(sexes && { sexes }), ...(ages && { ages }), ...(kind !== undefined && { householdKinds: { from: kind, to: kind } }) }
  if (areas?.some(isSmallArea)) {
    const small = findTarget(statistics, prepared, areas)
    // People who are added are added whole; a rate changes by the share of the people whom it is about.
    const shares = 'add' in change && isCount(figure) ? undefined : sumShares(small.base, small.members, figure)
    return { field, patch: { ...common, areas: [small.target.municipality], ...(shares && { shares }) }, target: small.target }
  }
  const positions = areas?.flatMap((code) => findMunicipalities(statistics, prepared.data.codes, code))
  return { field, patch: { ...common, ...(positions && { areas: positions }) } }
}

function findTarget(statistics: Statistics, prepared: PreparedMunicipalities, areas: readonly AreaCode[]) {
  const municipality = statistics.findArea(areas[0]!)!.parents.municipality!
  const base = findSmallAreaBase(statistics, prepared, municipality)!
  const members = [...new Set(areas.flatMap((code) => findMembers(base, code)))]
  return { base, members, target: { municipality: base.municipality, buurten: members.map((at) => base.buurten[at]!.code) } }
}

/** What part of the people of each sex and age of the municipality lives in the buurten; of women by age for fertility. */
function sumShares({ baseShares }: SmallAreaBase, members: readonly number[], figure: ScenarioDocumentPatch['figure']): Float64Array {
  const length = figure === 'fertilityRates' ? AGE_COUNT : CELL_COUNT
  return Float64Array.from({ length }, (_, cell) => Math.min(1, members.reduce((total, at) => total + baseShares[at * CELL_COUNT + cell]!, 0)))
}

function planHomes(statistics: Statistics, prepared: PreparedMunicipalities, { municipality, within, years, homesPerYear, peoplePerHome, shareFromElsewhere }: PlannedHomes, field: string): PlannedPart {
  const { data, shape, inHouseholds, getInputs, jumpOff } = prepared
  const area = data.codes.indexOf(municipality)
  const build = (share: number) => translateHomes(shape, getInputs(jumpOff), inHouseholds, { area, years, homes: homesPerYear, peopleOfHome: peoplePerHome, shareFromElsewhere: share })
  const patch = build(shareFromElsewhere)
  if (within === undefined) return { field, patch }
  return { field, patch, target: findTarget(statistics, prepared, [within]).target, moved: build(1 - shareFromElsewhere) }
}
