/** A step of the cohort-component method as one would write it with objects: slow, and made from the formulas only. */
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

interface Figures {
  readonly survival: number
  readonly fertility: number
  readonly outRate: number
  readonly weight: number
  readonly emigration: number
  readonly immigration: number
  readonly net: number
}

export interface NaiveArea {
  readonly boysPerGirl: number
  readonly figures: Record<'women' | 'men', Figures[]>
  people: Record<'women' | 'men', number[]>
}

const SEXES = ['women', 'men'] as const

export function makeNaiveAreas({ areaCount, ageCount }: ProjectionShape, inputs: ProjectionInputs, population: Float64Array): NaiveArea[] {
  return Array.from({ length: areaCount }, (_, area) => {
    const pick = (figures: Float64Array, own: number, at: number) => figures[figures.length === own ? at : area * own + at]!
    const bySex = <T>(make: (cell: number, age: number) => T) => ({
      women: Array.from({ length: ageCount }, (_, age) => make(age, age)),
      men: Array.from({ length: ageCount }, (_, age) => make(ageCount + age, age)),
    })
    return {
      boysPerGirl: pick(inputs.boysPerGirl, 1, 0),
      people: bySex((cell) => population[area * 2 * ageCount + cell]!),
      figures: bySex((cell, age) => ({
        survival: pick(inputs.survivalRatios, 2 * ageCount, cell),
        fertility: pick(inputs.fertilityRates, ageCount, age),
        outRate: pick(inputs.internalOutRates, 2 * ageCount, cell),
        weight: pick(inputs.arrivalWeights, 2 * ageCount, cell),
        emigration: pick(inputs.emigrationRates, 2 * ageCount, cell),
        immigration: pick(inputs.immigrationCounts, 2 * ageCount, cell),
        net: pick(inputs.netMigrationCounts, 2 * ageCount, cell),
      })),
    }
  })
}

function migrateHalf(areas: readonly NaiveArea[], years: number, ages: readonly number[]): void {
  for (const sex of SEXES) {
    for (const age of ages) {
      const departing = areas.map(({ people, figures }) => (people[sex][age]! * figures[sex][age]!.outRate * years) / 2)
      const onTheWay = departing.reduce((sum, own) => sum + own, 0)
      const weights = areas.reduce((sum, { figures }) => sum + figures[sex][age]!.weight, 0)
      for (const [at, { people, figures }] of areas.entries()) {
        const { weight, emigration, immigration, net } = figures[sex][age]!
        const arriving = onTheWay > 0 ? (onTheWay * weight) / weights : 0
        const emigrating = (people[sex][age]! * emigration * years) / 2
        people[sex][age] = Math.max(0, people[sex][age]! - departing[at]! - emigrating + arriving + immigration / 2 + net / 2)
      }
    }
  }
}

/** Takes the areas a step on, in place, and gives the births by area and age of the mother. */
export function stepNaively(areas: readonly NaiveArea[], years: number): number[][] {
  const ages = areas[0]!.people.women.map((_, age) => age)
  const open = ages.length - 1
  migrateHalf(areas, years, ages)
  const womenAtStart = areas.map(({ people }) => [...people.women])
  for (const area of areas) {
    const survivorsOf = (sex: 'women' | 'men') => ages.map((age) => {
      if (age === 0) return 0
      const younger = area.people[sex][age - 1]! + (age === open ? area.people[sex][open]! : 0)
      return younger * area.figures[sex][age]!.survival
    })
    area.people = { women: survivorsOf('women'), men: survivorsOf('men') }
  }
  migrateHalf(areas, years, ages.slice(1))
  const births = areas.map(({ people, figures }, at) => ages.map((age) => years * figures.women[age]!.fertility * ((womenAtStart[at]![age]! + people.women[age]!) / 2)))
  for (const [at, { people, figures, boysPerGirl }] of areas.entries()) {
    const born = births[at]!.reduce((sum, own) => sum + own, 0)
    people.women[0] = (born / (1 + boysPerGirl)) * figures.women[0]!.survival
    people.men[0] = ((born * boysPerGirl) / (1 + boysPerGirl)) * figures.men[0]!.survival
  }
  migrateHalf(areas, years, [0])
  return births
}
