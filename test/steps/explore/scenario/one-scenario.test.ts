/** One scenario, asked by every page: the same people, the same pupils, the same minutes; and the base stays what it was. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { runNorms } from '#steps/explore/norms/run-norms.ts'
import { planToScenario } from '#domain/plan-to-scenario.ts'
import { projectArea } from '#steps/explore/project.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { listSchools } from '#steps/explore/schools/list-schools.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import type { AreaLevel } from '#domain/area.ts'
import { scenarioDocumentSchema, type ScenarioDocument } from '#domain/scenario-document.ts'
import type { FigureColumn, Statistics } from '#statistics/statistics.ts'
import { startTestServer, type TestServer } from '../../../api/support.ts'
import { makeSchoolStatistics } from '../../../support/school-tables.ts'

const at = (steps: number) => ({ longitude: 6.61 + 0.02 * steps, latitude: 53.01 })
const schools = makeSchoolStatistics({ '2024-11': [{ code: '01AA00', name: 'De Terp', pupils: 60, ...at(0) }, { code: '01AB00', name: 'De Wierde', pupils: 40, ...at(1) }, { code: '02AA00', name: 'It Skûtsje', pupils: 150, ...at(6) }] })
const [source] = schools.sources
/** With the tables of the projection listed, so that a plan projects too. */
const statistics: Statistics = { ...schools, sources: [...schools.sources, ...PROJECTION_TABLES.map((resource) => ({ ...source!, resource, table: resource }))] }
const YEAR = 2036
const AREA = 'GM9001'
const SCENARIO = {
  name: 'Alles tegelijk',
  patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2045 }, areas: [AREA], change: { multiplyBy: 1.5 } }],
  newHomes: [{ municipality: AREA, years: { from: 2025, to: 2030 }, homesPerYear: 20, peoplePerHome: 2.5, shareFromElsewhere: 1 }],
  facilities: { closed: [{ type: 'primarySchool', id: '01AA00' }] },
  norms: [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 5, leastSize: 100 }],
  speeds: [{ mode: 'bicycle', factor: 1.1 }],
} as const
const SET = { name: 'Proef', norms: [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 10, leastSize: 100 }] } as const
const sum = (counts: readonly number[]) => counts.reduce((total, own) => total + own, 0)

let server: TestServer
beforeAll(async () => void (server = await startTestServer({ getStatistics: () => statistics })))
afterAll(() => server.app.close())

async function post<Answer>(url: string, payload: object): Promise<Answer> {
  const response = await server.app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(payload) })
  expect(response.statusCode, response.body.slice(0, 500)).toBe(200)
  return response.json<Answer>()
}
const askReach = () => post<ReachScenarioAnswer>(`/v1/reach-runs?facilityType=primarySchool&mode=bicycle&level=municipality&within=${AREA}&normMinutes=10&year=${YEAR}`, SCENARIO)
const askNorms = () => post<NormRunAnswer>(`/v1/norm-runs?level=neighbourhood&within=${AREA}&year=${YEAR}`, { norms: SET, scenario: SCENARIO })
const askSchools = () => post<SchoolScenarioAnswer>(`/v1/school-runs?area=${AREA}&norm=small&year=${YEAR}`, SCENARIO)
const askProjection = () => post<ProjectionAnswer>(`/v1/projection-runs/${AREA}?years=${YEAR - 2024}`, SCENARIO)

describe('one scenario gives the same figures everywhere', () => {
  it('people beyond a norm, on the page of travel times and on that of norms, with the base beside both', async () => {
    const [reach, norms] = [await askReach(), await askNorms()]
    const [line] = norms.lines
    expect(line).toMatchObject({ mostMinutes: 5, inhabitants: sum(reach.inhabitants), base: { mostMinutes: 10, inhabitants: sum(reach.base.inhabitants), beyond: { all: sum(reach.base.beyondNorm.all) } } })
    // Buurten are rounded one by one there, and the municipality as a whole here.
    expect(Math.abs(line!.beyond!.all - sum(reach.beyondNorm.all))).toBeLessThanOrEqual(norms.areas.length)
    expect(line!.beyond!.all).not.toBe(line!.base!.beyond!.all)
  })

  it('inhabitants, on the pages of the outlook, of travel times and of plans', async () => {
    const [reach, projection] = [await askReach(), await askProjection()]
    const people = projection.population.projected.at(-1)!
    expect(Math.abs(sum(reach.inhabitants) + sum(reach.placeUnknown) - people)).toBeLessThan(2)
    const plan = await runSiting(statistics, getSitingDocument({ format: 'topdorp-siting/1', name: 'Proef', facilityType: 'primarySchool', area: { codes: [AREA] }, year: YEAR, scenario: SCENARIO, people: 'all', mode: 'bicycle', openCount: 1, togetherMetres: 0 }))
    expect(Math.abs(sum(plan.places.filter(({ isInside }) => isInside).map((place) => place.people)) - people)).toBeLessThan(2)
    const base = await projectArea(statistics, { id: AREA, name: '', areas: [statistics.findArea(AREA)!], years: YEAR - 2024 })
    expect(people).toBeGreaterThan(base.population.projected.at(-1)! + 100)
  })

  it('households without a car, on the pages of travel times, of norms and of plans, in any year', async () => {
    const make = (level: AreaLevel, find: (at: number) => number): FigureColumn => ({ values: Float64Array.from(statistics.listAreas(level), (_, at) => find(at)), missing: new Uint8Array(statistics.listAreas(level).length) })
    const findColumn: Statistics['findColumn'] = (id, level, year) => {
      if (id === 'carsPerHousehold') return make(level, (at) => 0.6 + 0.1 * (at % 5))
      return id === 'age0to14' ? make(level, (at) => (statistics.findColumn('population', level, year)?.values[at] ?? 0) / 5) : statistics.findColumn(id, level, year)
    }
    const withCars: Statistics = { ...statistics, findColumn }
    const count = async (asked: { year?: number; scenario?: ScenarioDocument }) => {
      const { lines } = await runNorms(withCars, { set: { ...SET, norms: [...SET.norms] }, level: 'municipality', within: AREA, ...asked })
      const plan = await runSiting(withCars, getSitingDocument({ format: 'topdorp-siting/1', name: 'Proef', facilityType: 'primarySchool', area: { codes: [AREA] }, ...asked, people: 'householdsWithoutCar', mode: 'bicycle', openCount: 1, togetherMetres: 0 }))
      const ofPlan = sum(plan.places.filter(({ isInside }) => isInside).map((place) => place.people))
      const norms = lines[0]!.withoutCar!.households
      expect(Math.abs(norms - ofPlan)).toBeLessThanOrEqual(0.5)
      return norms
    }
    const scenario = scenarioDocumentSchema.parse({ name: SCENARIO.name, patches: SCENARIO.patches, newHomes: SCENARIO.newHomes })
    const births = scenarioDocumentSchema.parse({ name: 'Kinderen', patches: SCENARIO.patches })
    const [now, base, births10, under] = [await count({}), await count({ year: YEAR }), await count({ year: 2034, scenario: births }), await count({ year: YEAR, scenario })]
    expect(now).toBeGreaterThan(50)
    expect(under).toBeGreaterThan(base)
    // Nobody born after the jump-off is 15 by then: children keep no household.
    expect(births10).toBe(await count({ year: 2034 }))
  })

  it('pupils, on the page of schools and on that of norms', async () => {
    const [list, norms] = [await askSchools(), await askNorms()]
    const small = list.schools.filter(({ expected }) => Math.round(expected!) < 100)
    expect(norms.tooSmall.map(({ id, size }) => [id, size])).toEqual(small.map(({ code, expected }) => [code, Math.round(expected!)]))
    expect(list.scenario.closed.map(({ code }) => code)).toEqual(['01AA00'])
    expect([norms.lines[0]!.facilityCount, list.total.schools]).toEqual([1, 1])
  })

  it('people beyond a norm in a plan under it, and under the scenario that the plan is kept as', async () => {
    const plan = await runSiting(statistics, getSitingDocument({ format: 'topdorp-siting/1', name: 'Proef', facilityType: 'primarySchool', area: { codes: [AREA] }, year: YEAR, scenario: SCENARIO, normSet: { ...SET, norms: [...SET.norms] }, people: 'all', mode: 'bicycle', openCount: 1, newSites: 1, forbidden: ['01AB00'], togetherMetres: 0 }))
    const [best] = plan.plans
    // Those of the scenario are asked: 5 minutes, not 10.
    expect(plan.norms!.norms).toEqual([{ mode: 'bicycle', mostMinutes: 5, leastSize: 100 }])
    expect(plan.sites.flatMap(({ facilities }) => facilities.map(({ id }) => id))).not.toContain('01AA00')
    const kept = planToScenario(plan, best!, { name: 'Bewaard' })!
    expect(kept).toMatchObject({ patches: SCENARIO.patches, newHomes: SCENARIO.newHomes, norms: SCENARIO.norms, speeds: SCENARIO.speeds })
    expect([kept.facilities!.closed, kept.facilities!.moved!.length]).toEqual([SCENARIO.facilities.closed, 1])
    const ofPlan = sum(best!.trips.map(({ place, people, minutes }) => (plan.places[place]!.isInside && minutes > 5 ? people : 0)))
    const norms = await post<NormRunAnswer>(`/v1/norm-runs?level=neighbourhood&within=${AREA}&year=${YEAR}`, { norms: SET, scenario: kept })
    const reach = await post<ReachScenarioAnswer>(`/v1/reach-runs?facilityType=primarySchool&mode=bicycle&level=municipality&within=${AREA}&normMinutes=10&year=${YEAR}`, kept)
    expect(Math.abs(norms.lines[0]!.beyond!.all - ofPlan)).toBeLessThanOrEqual(norms.areas.length)
    expect(Math.abs(sum(reach.beyondNorm.all) - ofPlan)).toBeLessThanOrEqual(1)
    expect(ofPlan).toBeGreaterThan(0)
    const before = await askReach()
    expect(Math.abs(sum(before.beyondNorm.all) - ofPlan)).toBeGreaterThan(1)
  })

  it('each page names what it does not use', async () => {
    const say = (remarks: readonly { readonly en: string }[]) => remarks.map(({ en }) => en)
    expect(say((await askSchools()).remarks)).toContain('This part of the scenario does not change the number of pupils: norms, speeds. See “How far is it?” for it.')
    expect(say((await askProjection()).remarks).filter((remark) => remark.includes('scenario'))).toEqual([expect.stringContaining('does not change the projection: facilities, norms, speeds')])
    // With a year, travel times and norms use every part.
    expect([(await askReach()).scenario.remarks, (await askNorms()).remarks.filter(({ en }) => en.includes('scenario'))]).toEqual([[], []])
  })
})

describe('the base', () => {
  it('is the same after all of that, to the last digit', async () => {
    const digest = async () => {
      const question = { facilityType: 'primarySchool', mode: 'bicycle', level: 'neighbourhood', normMinutes: 10, year: YEAR } as const
      const answers = [
        (await getFacilities(statistics, 'primarySchool')).facilities,
        await getReachColumn(statistics, question),
        await runNorms(statistics, { set: { ...SET, norms: [...SET.norms] }, level: 'municipality', year: YEAR }),
        await listSchools(statistics, { norm: 'small', pupils: 100, year: YEAR, atLeast: 0 }),
        await projectArea(statistics, { id: AREA, name: '', areas: [statistics.findArea(AREA)!], years: 12 }),
      ]
      return createHash('sha256').update(JSON.stringify(answers)).digest('hex')
    }
    const before = await digest()
    for (const ask of [askReach, askNorms, askSchools, askProjection]) await ask()
    expect(await digest()).toBe(before)
  })
})
