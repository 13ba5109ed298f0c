/** What this program would have projected in earlier years, beside what came. */
import { projectPopulation } from '#engines/projection/project-population.ts'
import { addByGroup, addByMunicipality } from '#steps/explore/inputs/migration-ages.ts'
import { countHouseholdsByKind, estimateHouseholdRates, getRatesOfAll } from '#steps/explore/inputs/household-positions.ts'
import { prepareMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { addSexes, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'

/** A projection from a past jump-off, by year from the jump-off itself; figures are one a municipality, or five age groups. */
export interface PastProjection {
  readonly jumpOff: number
  readonly population: readonly Float64Array[]
  readonly ageGroups: readonly Float64Array[]
  /** Three kinds a municipality; undefined where households were not known at the jump-off. */
  readonly households: readonly Float64Array[] | undefined
  /** 'total' where no ages of municipalities were known at the jump-off. */
  readonly basis: 'ages' | 'total'
}

/** The first jump-off with any year of births, deaths and moves before it. */
export const findFirstJumpOff = ({ changes }: ProjectionData): number => Math.min(...changes.keys()) + 1
/** The last year of which the outcome is known. */
export const findLastYear = ({ sexes }: ProjectionData): number => Math.max(...sexes.keys())

/** Projects from every jump-off as it was known then, each once, when asked for; those in `made` were. */
export function createPastProjections(data: ProjectionData, made: readonly PastProjection[] = []): (jumpOff: number) => PastProjection {
  const kept = new Map(made.map((past) => [past.jumpOff, past]))
  return (jumpOff) => {
    let past = kept.get(jumpOff)
    if (past === undefined) {
      past = projectFrom(data, jumpOff)
      kept.set(jumpOff, past)
    }
    return past
  }
}

/** From one jump-off. Throws a RangeError where too little is known before it. */
export function projectFrom(data: ProjectionData, jumpOff: number): PastProjection {
  const { shape, base, getInputs, data: known } = prepareMunicipalities(data, jumpOff)
  const rates = estimateHouseholdRates(known, jumpOff, base.people)
  const { years } = projectPopulation({ shape, baseYear: jumpOff, population: base.people, stepCount: findLastYear(data) - jumpOff, getInputs })
  return { jumpOff, basis: base.basis, population: years.map(({ population }) => addByMunicipality(population)), ageGroups: years.map(({ population }) => addByGroup(population)), households: rates && years.map(({ population }, ahead) => countHouseholdsByKind(population, getRatesOfAll(rates, ahead))) }
}

/** Inhabitants that were counted, one figure a municipality. */
export function getCounted(data: ProjectionData, year: number): Float64Array {
  const sexes = data.sexes.get(year)
  if (sexes === undefined) throw new RangeError(`the inhabitants of ${year} are not known`)
  return addSexes(sexes)
}
