/** A plan under a scenario, kept as a scenario: both changes are in it, and every buurt travels as the plan says (villages in a row, see siting-villages.ts). */
import { describe, expect, it, vi } from 'vitest'
import { planToScenario } from '#domain/plan-to-scenario.ts'
import { readScenarioDocument, type ScenarioDocument } from '#domain/scenario-document.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { checkSiting, getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { makeVillages, ORDER, SCHOOLS, STEP_MINUTES } from './siting-villages.ts'

vi.setConfig({ testTimeout: 60_000 })

const statistics = makeVillages([...SCHOOLS, { id: '01VO', name: 'Het College', at: 0, type: 'HAVO/VWO' }])
const type = 'primarySchool' as const
/** Two steps beyond De Wouden, where buurt 3 is near. */
const POINT: [number, number] = [6.61 + 0.02 * 3.4, 53.01]
const writeScenario = (parts: Omit<ScenarioDocument, 'name' | 'patches'>): ScenarioDocument => ({ name: 'Eerst dit', description: 'Uitleg', patches: [], ...parts })

async function keepPlan(scenario: ScenarioDocument, changes: Partial<SitingOrder> = {}) {
  const run = await runSiting(statistics, getSitingDocument({ ...ORDER, togetherMetres: 0, ...changes, scenario }))
  const kept = planToScenario(run, run.plans[0]!, { name: 'Plan 1' })
  return { run, kept }
}

/** For each buurt of the area the minutes of the plan, and those of the page of travel times under what was kept. */
async function compareMinutes({ run, kept }: Awaited<ReturnType<typeof keepPlan>>) {
  expect(readScenarioDocument(kept)).toEqual({ document: kept })
  const { minutes } = await getReachUnderScenario(statistics, { facilityType: type, mode: 'bicycle', level: 'neighbourhood', normMinutes: 10 }, kept!)
  const codes = statistics.listAreas('neighbourhood').map(({ code }) => code)
  const trips = run.plans[0]!.trips.filter(({ place }) => run.places[place]!.isInside)
  expect(new Set(trips.map(({ place }) => place)).size).toBe(run.places.filter(({ isInside }) => isInside).length)
  for (const trip of trips) expect(minutes[codes.indexOf(run.places[trip.place]!.code)]).toBeCloseTo(trip.minutes, 1)
}

describe('a plan under a scenario, kept', () => {
  it('closes what the scenario closes, and then what the plan closes', async () => {
    const result = await keepPlan(writeScenario({ facilities: { closed: [{ type, id: '02BB' }] } }), { openCount: 1, forced: ['01AA'] })
    expect(result.run.sites.filter(({ kind }) => kind === 'existing').map(({ id }) => id)).toEqual(['01AA', '03CC'])
    expect(result.kept!.facilities).toEqual({ closed: [{ type, id: '02BB' }, { type, id: '03CC', name: 'De Hoeve' }] })
    await compareMinutes(result)
  })

  it('has no school that the scenario opens and the plan closes', async () => {
    const result = await keepPlan(writeScenario({ facilities: { opened: [{ type, name: 'Nieuw', point: POINT }] } }), { openCount: 1, forced: ['02BB'] })
    expect(result.run.sites.find(({ name }) => name === 'Nieuw')).toMatchObject({ kind: 'existing', facilities: [{ scenarioStep: { list: 'opened', at: 0 } }] })
    expect(result.kept!.facilities).toEqual({ closed: [{ type, id: '01AA', name: 'De Terp' }, { type, id: '03CC', name: 'De Hoeve' }] })
    await compareMinutes(result)
  })

  it('keeps the school that the scenario opens where the plan keeps it', async () => {
    const result = await keepPlan(writeScenario({ facilities: { opened: [{ type: 'secondarySchool', name: 'Het Lyceum', point: POINT }, { type, name: 'Nieuw', point: POINT, size: 80 }] } }), { openCount: 1, forced: ['scenario-2'] })
    expect(result.kept!.facilities!.opened).toHaveLength(2)
    expect(result.kept!.facilities!.closed!.map(({ id }) => id)).toEqual(['01AA', '02BB', '03CC'])
    await compareMinutes(result)
  })

  it('closes a school that the scenario moves, and moves it no more', async () => {
    const result = await keepPlan(writeScenario({ facilities: { moved: [{ type, id: '03CC', point: POINT }] } }), { openCount: 2, forced: ['01AA', '02BB'] })
    expect(result.kept!.facilities).toEqual({ closed: [{ type, id: '03CC', name: 'De Hoeve' }] })
    await compareMinutes(result)
  })

  it('opens in the village of the plan what the scenario opened elsewhere', async () => {
    const alone = await keepPlan(writeScenario({ facilities: { closed: ['01AA', '02BB', '03CC'].map((id) => ({ type, id })), opened: [{ type, name: 'Nieuw', point: POINT, size: 80 }] } }), { openCount: 1, newSites: 1 })
    const village = alone.run.sites[alone.run.plans[0]!.sites.find(({ movedFrom }) => movedFrom !== undefined)!.site]!
    expect(alone.kept!.facilities!.opened).toEqual([{ type, name: 'Nieuw', size: 80, point: village.point }])
    expect(alone.kept!.facilities!.moved).toBeUndefined()
    await compareMinutes(alone)
  })

  it('travels as fast as the scenario does, and keeps its norms', async () => {
    const parts = { speeds: [{ mode: 'bicycle' as const, factor: 1.25 }], norms: [{ facilityType: type, mode: 'bicycle' as const, mostMinutes: 8 }] }
    const [slow, fast] = [await keepPlan(writeScenario({}), { forced: ['01AA'] }), await keepPlan(writeScenario(parts), { forced: ['01AA'] })]
    expect(fast.run.plans[0]!.meanMinutes! * 1.25).toBeCloseTo(slow.run.plans[0]!.meanMinutes!, 9)
    expect(slow.run.plans[0]!.longestMinutes!).toBeGreaterThan(STEP_MINUTES / 2)
    expect(fast.kept).toMatchObject(parts)
    expect(fast.run.remarks.map(({ nl }) => nl)).toContain('Dit deel van het scenario telt pas mee als u de plannen langs normen legt: normen.')
    await compareMinutes(fast)
  })

  it('has a name and description of its own, and the base is not touched', async () => {
    const scenario = writeScenario({ facilities: { closed: [{ type, id: '02BB' }] } })
    const before = structuredClone(scenario)
    const { kept } = await keepPlan(scenario, { openCount: 1 })
    expect([kept!.name, kept!.description]).toEqual(['Plan 1', undefined])
    expect(scenario).toEqual(before)
  })
})

it('says what of a scenario is about other facilities, and refuses at once one that is not possible', async () => {
  const { run } = await keepPlan(writeScenario({ facilities: { opened: [{ type: 'secondarySchool', name: 'Het Lyceum', point: POINT }] } }))
  expect(run.remarks.map(({ nl }) => nl)).toContain('Wat het scenario sluit, verhuist of opent, is geen basisschool. Dat verandert deze plannen niet.')
  await expect(checkSiting(statistics, getSitingDocument({ ...ORDER, scenario: writeScenario({ facilities: { closed: [{ type, id: 'ZZ' }] } }) }))).rejects.toMatchObject({ problem: 'scenarioRefused' })
})
