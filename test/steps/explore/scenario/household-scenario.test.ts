/** Scenarios of households, on the made-up province: it has households, and the tables of a projection. */
import { afterAll, describe, expect, test } from 'vitest'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { projectArea } from '#steps/explore/project.ts'
import { importFictionalProvince } from '../../../support/fictional-statistics.ts'

const { statistics, remove } = await importFictionalProvince()
afterAll(remove)

const MUNICIPALITY = 'GM9001'
const BUURT = statistics.listAreas('neighbourhood').find(({ parents, years }) => parents.municipality === MUNICIPALITY && years.includes(2024))!.code
const ALWAYS = { from: 2024, to: 2064 }
const project = (code: string, scenario?: ScenarioDocument): Promise<ProjectionAnswer> => {
  const area = statistics.findArea(code)!
  return projectArea(statistics, { id: code, name: area.name, areas: [area], years: 20, ...(scenario && { scenario }) })
}
const make = (patches: ScenarioDocument['patches']): ScenarioDocument => ({ name: 'Proef', patches })
const subtract = (one: readonly number[], other: readonly number[]): number[] => one.map((own, at) => own - other[at]!)
const close = (expected: number, digits = 0) => expect.closeTo(expected, digits)

describe('households', () => {
  test('of one kind at some ages: twice the rate, twice the households there, people the same', async () => {
    const [base, more] = await Promise.all([project(MUNICIPALITY), project(MUNICIPALITY, make([{ figure: 'headshipRates', household: 'onePerson', ages: { from: 75, to: 100 }, years: ALWAYS, areas: [MUNICIPALITY], change: { multiplyBy: 1.2 } }]))])
    expect(more.population).toEqual(base.population)
    expect(more.households!.withChildren).toEqual(base.households!.withChildren)
    const alone = ({ demand }: ProjectionAnswer) => demand.find(({ id }) => id === 'alone75Plus')!.values
    expect(alone(more)).toEqual(alone(base).map((own) => close(1.2 * own, 1)))
    expect(subtract(more.households!.onePerson, base.households!.onePerson)).toEqual(alone(base).map((own) => close(0.2 * own, 1)))
    expect(more.scenario!.changes[0]!.changedFigures).toBeGreaterThan(0)
  })

  test('reach the buurten of the municipality, and from the year on that the patch names', async () => {
    const patch = make([{ figure: 'headshipRates', household: 'withChildren', years: { from: 2030, to: 2064 }, areas: [MUNICIPALITY], change: { multiplyBy: 0.5 } }])
    const [base, less] = await Promise.all([project(BUURT), project(BUURT, patch)])
    const at = base.years.indexOf(2030)
    expect(less.households!.withChildren.slice(0, at)).toEqual(base.households!.withChildren.slice(0, at))
    expect(less.households!.withChildren[at]).toBeCloseTo(base.households!.withChildren[at]! / 2, 1)
  })

  test('that are more than there are people are refused, and so are those of a buurt', async () => {
    const listFaults = async (scenario: ScenarioDocument) => {
      const error: unknown = await project(MUNICIPALITY, scenario).catch((own: unknown) => own)
      return error instanceof ProjectionError ? error.faults.map(({ field, message }) => `${field} ${message.en}`) : []
    }
    const [tooMany] = await listFaults(make([{ figure: 'headshipRates', ages: { from: 40, to: 60 }, years: ALWAYS, change: { multiplyBy: 50 } }]))
    expect(tooMany).toMatch(/^patches.0 .*households a person becomes .* for women of 40 in .* in 2024; it must be between 0 and 1/)
    const [buurt] = await listFaults(make([{ figure: 'headshipRates', areas: [BUURT], years: ALWAYS, change: { multiplyBy: 1.1 } }]))
    expect(buurt).toMatch(/^patches.0.areas .*Name the municipality/)
  })
})
