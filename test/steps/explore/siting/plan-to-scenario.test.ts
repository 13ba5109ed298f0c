/** A plan as a scenario: the facilities under it are those that the plan keeps (villages in a row, see siting-villages.ts). */
import { expect, it, vi } from 'vitest'
import { planToScenario } from '#domain/plan-to-scenario.ts'
import { readScenarioDocument } from '#domain/scenario-document.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { changeFacilities } from '#steps/explore/scenario/apply-facilities.ts'
import { resolveScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { makeVillages, ORDER, SCHOOLS } from './siting-villages.ts'

vi.setConfig({ testTimeout: 60_000 })

async function applyPlan(changes: Partial<SitingOrder>, schools: Parameters<typeof makeVillages>[0] = SCHOOLS) {
  const statistics = makeVillages(schools)
  const run = await runSiting(statistics, getSitingDocument({ ...ORDER, ...changes }))
  const scenario = planToScenario(run, run.plans[0]!, { name: 'Plan 1' })
  if (scenario === undefined) return { run, scenario }
  expect(readScenarioDocument(scenario)).toEqual({ document: scenario })
  const base = (await getFacilities(statistics, 'primarySchool')).facilities
  const under = changeFacilities(base, 'primarySchool', (await resolveScenario(statistics, scenario)).changes)
  return { run, scenario, base, under }
}

it('closes exactly the sites of the plan, also those beside a larger one', async () => {
  const { scenario, base, under } = await applyPlan({ forced: ['01AA'] }, [...SCHOOLS, { id: '02BX', name: 'De Buur', at: 1.2, size: 20 }])
  expect(scenario!.facilities).toEqual({ closed: [{ type: 'primarySchool', id: '02BB', name: 'De Wouden' }, { type: 'primarySchool', id: '02BX', name: 'De Buur' }] })
  expect(under!.map(({ id }) => id)).toEqual(['01AA', '03CC', '09ZZ'])
  expect(base).toHaveLength(5)
})

it('moves a school to the village of the plan', async () => {
  const { run, scenario, under } = await applyPlan({ openCount: 1, newSites: 1 }, [SCHOOLS[2], SCHOOLS[3]])
  const village = run.sites.find(({ name }) => name === 'Groeisterwoude')!
  expect(scenario!.facilities).toEqual({ moved: [{ type: 'primarySchool', id: '03CC', name: 'De Hoeve', point: village.point }] })
  expect(under!.map(({ id, point }) => [id, [...point]])).toEqual([['03CC', village.point], ['09ZZ', expect.anything()]])
})

it('opens a new site where the plan has one more, at the place of its village', async () => {
  // De Hoeve stays. A site at Krimpsterterp is for 1,100 and leaves 900 a step away; one at Groeisterwoude leaves 1,100.
  const { run, scenario, base, under } = await applyPlan({ openCount: 2, newSites: 1 }, [SCHOOLS[2], SCHOOLS[3]])
  const village = run.sites.find(({ name }) => name === 'Krimpsterterp')!
  expect(run.plans[0]!.sites.map(({ site, fate }) => `${run.sites[site]!.name} ${fate}`)).toEqual(['De Hoeve keeps', 'Krimpsterterp new'])
  expect(scenario!.facilities).toEqual({ opened: [{ type: 'primarySchool', name: 'Krimpsterterp', point: village.point }] })
  expect(under!.map(({ name, point }) => [name, [...point]])).toEqual([...base!.map(({ name, point }) => [name, [...point]]), ['Krimpsterterp', village.point]])
})

it('is no scenario where nothing changes', async () => {
  expect((await applyPlan({ openCount: 3 })).scenario).toBeUndefined()
})
