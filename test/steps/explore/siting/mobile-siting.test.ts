/** A mobile service in a siting question, on villages in a row, worked out by hand (see siting-villages.ts). */
import { describe, expect, it, vi } from 'vitest'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { planToScenario } from '#domain/plan-to-scenario.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { makeVillages, ORDER, SCHOOLS, STEP_KILOMETRES, STEP_MINUTES, withoutCount } from './siting-villages.ts'

vi.setConfig({ testTimeout: 60_000 })

const villages = makeVillages()
const ask = (order: SitingOrder, statistics: Statistics = villages): Promise<SitingRunAnswer> => runSiting(statistics, getSitingDocument(order))
const fatesOf = ({ plans, sites }: SitingRunAnswer, plan = 0) => plans[plan]!.sites.map(({ site, fate }) => `${sites[site]!.name} ${fate}`)
/** Steps of the others when all three are open: 55 go 0.9 step, 400 a tenth, and 2,000 from beyond the border 2.1. A step takes 6.53 minutes. */
const REST = 55 * 0.9 + 400 * 0.1 + 2000 * 2.1
/** One stop, two days a week; waiting counts less than a step. */
const MOBILE = { vehicleDays: 2, daysPerStop: 2, waitingMinutes: 5 }
/** Only the school in the east of the area, and one beyond it: Krimpsterterp and Groeisterwoude have none. */
const east = makeVillages([SCHOOLS[2], SCHOOLS[3]])

describe('a mobile service', () => {
  it('stands where a site closes, when the wait counts less than the trip to the next', async () => {
    // Two of three may stay. At De Wouden 900 people wait 5 minutes in place of going a step of 6.53.
    const answer = await ask({ ...ORDER, mobile: MOBILE })
    const [plan] = answer.plans
    expect(fatesOf(answer)).toEqual(['De Terp keeps', 'De Wouden mobile', 'De Hoeve keeps'])
    expect(plan!.value).toBeCloseTo(900 * 5 + REST * STEP_MINUTES, 2)
    expect(plan).toMatchObject({ isProved: true, checkFaults: [], openSites: 2, stops: 1, atStops: 900, unserved: 0 })
    const wouden = plan!.sites[1]!
    expect(wouden).toMatchObject({ people: 900, goesTo: [{ site: 1, people: 900 }], stop: { daysPerWeek: 2, minutes: expect.closeTo(0, 6) }, minutes: expect.closeTo(5, 6) })
    // To keep the school and close De Terp: its 1,100 wait, and the 900 do not.
    expect(wouden.price!.atMost).toBeCloseTo(200 * 5, 2)
    expect(wouden.sentence.nl).toBe('De Wouden in Groeisterwoude gaat dicht. In de plaats komt er een rijdende voorziening, 2 dagen per week. Van de inwoners gaan er 900 naar de halte in Groeisterwoude. Voor 900 inwoners is de halte de beste keus: de rit duurt gemiddeld 0 minuten. Voor het wachten op de dag rekenen we 5 minuten extra. Blijft deze locatie toch open en gaat een andere dicht, dan reizen alle inwoners samen 1.000 minuten langer per rit.')
  })

  it('is not there when the wait counts more than the trip to the next', async () => {
    const answer = await ask({ ...ORDER, mobile: { ...MOBILE, waitingMinutes: 7 } })
    expect(fatesOf(answer)).toEqual(['De Terp keeps', 'De Wouden merges', 'De Hoeve keeps'])
    expect(answer.plans[0]).toMatchObject({ stops: 0, atStops: 0, value: expect.closeTo((900 + REST) * STEP_MINUTES, 2), checkFaults: [] })
  })

  it('comes to a village without a site, the one that it helps most', async () => {
    // Wherever it stands, both villages use it: where it does not stand they go one step besides.
    const order = { ...ORDER, openCount: 1, mobile: MOBILE }
    const groeisterwoude = 1100 * (STEP_MINUTES + 5) + 900 * 5
    const krimpsterterp = 1100 * 5 + 900 * (STEP_MINUTES + 5)
    const answer = await ask(order, east)
    expect(fatesOf(answer)).toEqual(['De Hoeve keeps', 'Krimpsterterp mobile'])
    expect(answer.plans[0]!.value).toBeCloseTo(Math.min(groeisterwoude, krimpsterterp) + REST * STEP_MINUTES, 2)
    expect(answer.plans[0]!.sites[1]!.stop).toEqual({ daysPerWeek: 2, minutes: expect.closeTo((900 * STEP_MINUTES) / 2000, 2) })
    // Without it the best of the rest is a stop in the other village.
    expect(answer.plans[0]!.sites[1]!.price!.atMost).toBeCloseTo(groeisterwoude - krimpsterterp, 1)
    expect(answer.plans[0]!.sites[1]!.sentence.nl).toMatch(/^In Krimpsterterp komt een rijdende voorziening, 2 dagen per week\. Voor 2\.000 inwoners is de halte de beste keus: .* Zonder deze halte reizen/)
    const elsewhere = await ask({ ...order, mobile: { ...MOBILE, notAt: [answer.sites[answer.plans[0]!.sites[1]!.site]!.id] } }, east)
    expect(fatesOf(elsewhere)).toEqual(['De Hoeve keeps', 'Groeisterwoude mobile'])
    expect(elsewhere.plans[0]!.value).toBeCloseTo(groeisterwoude + REST * STEP_MINUTES, 2)
  })

  it('has as many stops as its days allow, and no more people than it can serve', async () => {
    const two = await ask({ ...ORDER, openCount: 1, mobile: { ...MOBILE, vehicleDays: 4 } }, east)
    expect(fatesOf(two)).toEqual(['De Hoeve keeps', 'Krimpsterterp mobile', 'Groeisterwoude mobile'])
    expect(two.plans[0]!.value).toBeCloseTo(2000 * 5 + REST * STEP_MINUTES, 2)
    // One stop would draw 2,000 people, and two draw 1,100 and 900.
    const small = await ask({ ...ORDER, openCount: 1, mobile: { ...MOBILE, capacity: 1000 } }, east)
    expect(fatesOf(small)).toEqual(['De Hoeve keeps'])
  })

  it('costs its days, and keeps within the budget for sites', async () => {
    const costs = { site: 100, person: 0, personKilometre: 1, tripsPerYear: 1, closing: 30, years: 3, mobileDay: 40 }
    // Two sites 200, one closing 30 / 3, a stop of two days 80.
    const { plans: [within] } = await ask(withoutCount({ costs, budget: 290, mobile: MOBILE }))
    expect(within).toMatchObject({ openSites: 2, stops: 1, costs: { sites: 200, mobile: 80, oncePerYear: 10 }, checkFaults: [] })
    // Nobody goes a step more, for the wait is no distance.
    expect(within!.costs.travel).toBeCloseTo(REST * STEP_KILOMETRES, 2)
    expect((await ask(withoutCount({ costs, budget: 289, mobile: MOBILE }))).plans[0]).toMatchObject({ openSites: 2, stops: 0, costs: { mobile: 0 } })
  })

  it('has another plan that is nearly as good and clearly different', async () => {
    const answer = await ask({ ...ORDER, mobile: MOBILE })
    expect(fatesOf(answer, 1)).toEqual(['De Terp mobile', 'De Wouden keeps', 'De Hoeve keeps'])
    // The 1,100 and the 900: a stop is not the same as a school.
    expect(answer.plans[1]).toMatchObject({ elsewherePercent: [expect.closeTo((100 * 2000) / 4455, 6)], value: expect.closeTo(1100 * 5 + REST * STEP_MINUTES, 2), checkFaults: [] })
  })

  it('is asked for rightly', async () => {
    expect(() => getSitingDocument({ ...ORDER, mobile: { vehicleDays: 1, daysPerStop: 2 } })).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ field: 'mobile.vehicleDays' })] }))
    await expect(ask({ ...ORDER, mobile: { ...MOBILE, notAt: ['99XX'] } })).rejects.toMatchObject({ problem: 'sitingInvalid', faults: [{ field: 'mobile.notAt' }] })
    // With no new sites a village can have a stop, and cannot be made to have a site.
    const id = (await ask({ ...ORDER, openCount: 1, mobile: MOBILE }, east)).sites.find(({ name }) => name === 'Groeisterwoude')!.id
    await expect(ask({ ...ORDER, openCount: 1, mobile: MOBILE, forced: [id] }, east)).rejects.toMatchObject({ faults: [{ field: 'forced' }] })
  })

  it('is not in the scenario of a plan: there the site closes', async () => {
    const answer = await ask({ ...ORDER, mobile: MOBILE })
    expect(planToScenario(answer, answer.plans[0]!, { name: 'x' })!.facilities).toEqual({ closed: [{ type: 'primarySchool', id: '02BB', name: 'De Wouden' }] })
  })
})
