/** Norms, room and other people in a siting question, on villages in a row, worked out by hand (see siting-villages.ts). */
import { describe, expect, it, vi } from 'vitest'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { estimateShareWithoutCar } from '#domain/households-without-car.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { describeFigures } from '#steps/explore/siting/export-siting.ts'
import { checkSiting, getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { makeVillages, ORDER, STEP_MINUTES } from './siting-villages.ts'

vi.setConfig({ testTimeout: 60_000 })

const villages = makeVillages()
const ask = (order: SitingOrder, statistics = villages): Promise<SitingRunAnswer> => runSiting(statistics, getSitingDocument(order))
const run = (changes: Partial<SitingOrder>) => ask({ ...ORDER, ...changes })
const openOf = ({ plans: [plan], sites }: SitingRunAnswer) => plan!.sites.filter(({ fate }) => fate === 'keeps').map(({ site }) => sites[site]!.name)

describe('norms of a siting question', () => {
  const normSet = { name: 'Eigen', norms: [
    { facilityType: 'primarySchool' as const, mode: 'bicycle' as const, mostMinutes: 10, leastSize: 1000 },
    { facilityType: 'primarySchool' as const, mode: 'foot' as const, mostMinutes: 15 },
    { facilityType: 'hospital' as const, mostMinutes: 45 },
  ] }

  it('are counted for every plan: who is beyond the time, and which sites stay under the size', async () => {
    const answer = await run({ normSet })
    // 2,000 come 2.1 steps of 6.53 minutes; 900 go one step. De Wouden has 900 today.
    expect(answer.norms).toEqual({ name: { nl: 'Eigen', en: 'Eigen' }, norms: [{ mode: 'bicycle', mostMinutes: 10, leastSize: 1000 }, { mode: 'foot', mostMinutes: 15 }] })
    expect(answer.today.norms).toEqual([{ beyond: 2000, tooSmall: [1] }, { beyond: null, tooSmall: null }])
    expect(answer.plans[0]!.norms).toEqual([{ beyond: 2000, tooSmall: [] }, { beyond: null, tooSmall: null }])
    // A norm below a step: the 900 are beyond it too.
    expect((await run({ normSet: { name: 'x', norms: [{ ...normSet.norms[0]!, mostMinutes: 6 }] } })).plans[0]!.norms[0]!.beyond).toBe(2900)
    const figures = new Map(describeFigures(answer, answer.today, 'nl'))
    expect([figures.get('Eigen: locaties met minder dan 1.000'), figures.get('Eigen: locaties met minder dan 1.000, namelijk')]).toEqual([1, 'De Wouden'])
    expect(figures.get('Eigen: verder dan 15 minuten (inwoners)')).toBe('niet gemeten (andere manier van reizen)')
  })

  it('come along by name, and a name that is not there is refused with those that are', async () => {
    expect((await run({ normSet: 'landelijk' })).norms!.norms).toEqual([{ mode: 'car', leastSize: 23 }, { mode: 'bicycle', mostMinutes: 22.5 }])
    const refused = { problem: 'sitingInvalid', faults: [{ field: 'normSet', message: expect.objectContaining({ nl: expect.stringContaining('Wel: landelijk, in-het-dorp') as string }) as object }] }
    await expect(checkSiting(villages, getSitingDocument({ ...ORDER, normSet: 'nergens' }))).rejects.toMatchObject(refused)
    await expect(checkSiting(villages, getSitingDocument({ ...ORDER, normSet: { name: 'leeg', norms: [{ facilityType: 'primarySchool' }] } }))).rejects.toMatchObject({ faults: [{ field: 'normSet.norms.0' }] })
  })
})

describe('room at every site', () => {
  it('opens as many as it takes, and one site may have room of its own', async () => {
    // The plan without it has 2,000 at De Terp and 2,455 at De Hoeve.
    expect(openOf(await run({ capacity: 2455 }))).toEqual(['De Terp', 'De Hoeve'])
    // With less room the people of a place are divided: 455 stay over for the school beyond the border, 0.9 step further.
    const divided = await run({ capacity: 2000, assignment: 'planned' })
    expect(divided.plans[0]).toMatchObject({ isProved: true, checkFaults: [] })
    for (const own of divided.plans[0]!.sites) expect(own.people).toBeLessThanOrEqual(2000 + 1e-6)
    expect(divided.plans[0]!.value).toBeCloseTo((900 + 55 * 0.9 + 400 * 0.1 + 1545 * 2.1 + 455 * 3) * STEP_MINUTES, 1)
    const roomy = await run({ capacity: 2000, capacities: { '03CC': 2455, '01AA': 2000 }, openCount: 2 })
    expect(openOf(roomy)).toEqual(['De Terp', 'De Hoeve'])
    expect(roomy.plans[0]!.checkFaults).toEqual([])
  })
})

describe('households without a car', () => {
  it('are counted by buurt, and measured beside those who count', async () => {
    const statistics = makeVillages()
    const buurten = statistics.listAreas('neighbourhood')
    const find = statistics.findColumn.bind(statistics)
    const make = (value: (code: string) => number) => ({ ...find('population', 'neighbourhood', 2024)!, values: Float64Array.from(buurten, ({ code }) => value(code)), missing: new Uint8Array(buurten.length) })
    // Ten households and no car in the second buurt, none elsewhere.
    const second = 'BU90010001'
    const columns: Record<string, ReturnType<typeof make>> = { households: make((code) => (code === second ? 10 : 0)), carsPerHousehold: make((code) => (code === second ? 0 : 1)) }
    const withCars = Object.assign(Object.create(statistics) as typeof statistics, { findColumn: ((id, level, year) => (level === 'neighbourhood' && year === 2024 && columns[id]) || find(id, level, year)) as typeof find })
    const without = 10 * estimateShareWithoutCar(0)
    const { plans: [plan] } = await ask(ORDER, withCars)
    const { withoutCar } = plan!
    expect(withoutCar).toMatchObject({ households: expect.closeTo(without, 9), beyondNorm: 0 })
    expect(withoutCar!.meanMinutes).toBeCloseTo(STEP_MINUTES, 2)
    // Where only they count, the one site that stays is theirs.
    const own = await ask({ ...ORDER, people: 'householdsWithoutCar', openCount: 1 }, withCars)
    expect(openOf(own)).toEqual(['De Wouden'])
    expect(own.plans[0]!.people).toBeCloseTo(without, 9)
    expect(own.remarks.map(({ nl }) => nl).join(' ')).toContain('Huishoudens zonder auto zijn geschat')
  })
})
