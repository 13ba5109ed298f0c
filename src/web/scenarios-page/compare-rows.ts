/** What is compared between scenarios in one place: a row a figure, with the base first. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'

export interface CompareRow {
  readonly id: 'population' | 'households' | 'pupils4to11' | 'people75Plus' | 'minutes' | 'beyond'
  /** Of the projection. */
  readonly year?: number
  readonly decimals: number
  /** The base, then a scenario each; null where there is no figure. */
  readonly values: readonly (number | null)[]
}

/** Years ahead of which figures are shown, where none is chosen. */
const YEARS_AHEAD = [10, 20]

/** Of one year, where it is one of the projection; years ahead otherwise. */
export function listPeopleRows(base: ProjectionAnswer, scenarios: readonly ProjectionAnswer[], year?: number): CompareRow[] {
  const chosen = year === undefined ? -1 : base.years.indexOf(year)
  const shown = chosen >= 0 ? [chosen] : YEARS_AHEAD.filter((ahead) => ahead < base.years.length)
  const all = [base, ...scenarios]
  const demand = (id: string) => (answer: ProjectionAnswer) => answer.demand.find((own) => own.id === id)?.values
  const figures: readonly (readonly [CompareRow['id'], (answer: ProjectionAnswer) => readonly number[] | undefined])[] = [
    ['population', ({ population }) => population.projected],
    ['households', ({ households }) => households?.total],
    ['pupils4to11', demand('pupils4to11')],
    ['people75Plus', demand('people75Plus')],
  ]
  return figures.flatMap(([id, read]) =>
    shown.map((ahead) => ({ id, year: base.years[ahead]!, decimals: 0, values: all.map((answer) => read(answer)?.[ahead] ?? null) })),
  )
}

/** Each answer has the base in it. */
export function listReachRows(answers: readonly ReachScenarioAnswer[]): CompareRow[] {
  const [first] = answers
  if (first === undefined) return []
  const sum = (counts: readonly number[]) => counts.reduce((total, own) => total + own, 0)
  return [
    { id: 'minutes', decimals: 1, values: [first.base.minutes[0] ?? null, ...answers.map(({ minutes }) => minutes[0] ?? null)] },
    { id: 'beyond', decimals: 0, values: [sum(first.base.beyondNorm.all), ...answers.map(({ beyondNorm }) => sum(beyondNorm.all))] },
  ]
}
