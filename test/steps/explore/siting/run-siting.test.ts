/** A siting question on villages in a row, worked out by hand (see siting-villages.ts). */
import { describe, expect, it, vi } from 'vitest'
import { sitingRunSchema, type SitingRunAnswer, type SiteOutcome } from '#domain/answers/siting-answers.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { describeSite } from '#steps/explore/siting/siting-words.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { addStreetTables, cutStreet, makeStreetTable } from '../../../support/street-tables.ts'
import { makeVillages, ORDER, SCHOOLS, STEP_KILOMETRES, STEP_MINUTES, withoutCount } from './siting-villages.ts'

vi.setConfig({ testTimeout: 60_000 })

const villages = makeVillages()
const ask = (order: SitingOrder, statistics: Statistics = villages): Promise<SitingRunAnswer> => runSiting(statistics, getSitingDocument(order))
const run = (changes: Partial<SitingOrder> = {}, statistics: Statistics = villages) => ask({ ...ORDER, ...changes }, statistics)
const fatesOf = (answer: SitingRunAnswer, plan = 0) => answer.plans[plan]!.sites.map(({ site, fate }) => `${answer.sites[site]!.name} ${fate}`)
const openOf = (answer: SitingRunAnswer, plan = 0) => answer.plans[plan]!.sites.filter(({ fate }) => fate === 'keeps' || fate === 'new').map(({ site }) => answer.sites[site]!.name)
/** No straight line is longer than 30 km: the first school is 30.3 km west of the last buurt of the row, and 28.9 of the one before. Without shapes all is land. */
function makeFarWest(...others: (typeof SCHOOLS)[number][]): Statistics {
  const flat = makeVillages([{ ...SCHOOLS[0], at: -14.6 }, ...others])
  return { ...flat, findShapes: (level) => (level === 'municipality' ? undefined : flat.findShapes(level)) }
}
const FAR_WEST: SitingOrder['area'] = { polygon: [[6.3, 52.9], [6.9, 52.9], [6.9, 53.1], [6.3, 53.1]] }
/** Steps of all people together. With all three open: 55 go 0.9 step, 400 a tenth, and 2,000 from beyond the border 2.1. */
const REST = 55 * 0.9 + 400 * 0.1 + 2000 * 2.1
const PEOPLE = 1100 + 900 + 55 + 400 + 2000

describe('over what the ways of a plan lead', () => {
  const withStreet = (from: number, to: number, latitude: number) =>
    addStreetTables(villages, { extract: makeStreetTable(cutStreet({ from: [1, from, latitude], to: [2, to, latitude], seconds: 600 }, 40, 100)) })

  it('is streets where a buurt and a site are on the same ones, and not where an extract lies elsewhere', async () => {
    const { roads } = await run()
    expect(roads).not.toBe('streets')
    const [near, elsewhere] = [await run({}, withStreet(6.61, 6.63, 53.01)), await run({}, withStreet(6.61, 6.63, 53.03))]
    expect([near.roads, elsewhere.roads]).toEqual(['streets', roads])
    // Only what they lead over is a source.
    expect([near.sources.includes('extract'), elsewhere.sources.includes('extract')]).toEqual([true, false])
  })
})

describe('a plan for villages in a row', () => {
  it('keeps the sites that cost people the fewest minutes, proved and checked', async () => {
    const answer = await run()
    // Without De Wouden 900 go one step; without De Terp 1,100 would; without De Hoeve 55 + 400 × 2 + 2,000 × 0.9 more.
    const [plan] = answer.plans
    expect(fatesOf(answer)).toEqual(['De Terp keeps', 'De Wouden merges', 'De Hoeve keeps'])
    expect(plan!.value).toBeCloseTo((900 + REST) * STEP_MINUTES, 2)
    expect(plan).toMatchObject({ isProved: true, checkFaults: [], openSites: 2, people: PEOPLE, unserved: 0, worsePercent: 0, elsewherePercent: [] })
    expect(plan!.meanMinutes).toBeCloseTo(((900 + REST) / PEOPLE) * STEP_MINUTES, 2)
    // The tenth that travels longest all come from beyond the border.
    expect(plan!.worstTenthMinutes).toBeCloseTo(2.1 * STEP_MINUTES, 2)
    expect([plan!.longestMinutes, plan!.longestFrom]).toEqual([expect.closeTo(2.1 * STEP_MINUTES, 2), "'s-Gravenveen centrum"])
    expect(sitingRunSchema.parse(answer)).toEqual(answer)
  })

  it('says what it means for those who lose their site, and what otherwise would cost', async () => {
    const answer = await run()
    const [terp, wouden, hoeve] = answer.plans[0]!.sites
    expect(wouden).toMatchObject({ peopleToday: 900, people: 0, goesTo: [{ site: 0, people: 900 }], minutesToday: expect.closeTo(0, 6), minutes: expect.closeTo(STEP_MINUTES, 2) })
    expect(terp!.people).toBe(2000)
    // To do otherwise with De Terp or De Wouden is the plan with the two changed: 200 people go a step more.
    for (const own of [terp, wouden]) expect(own!.price).toEqual({ atMost: expect.closeTo(200 * STEP_MINUTES, 2), atLeast: expect.closeTo(200 * STEP_MINUTES, 1) })
    expect(hoeve!.price!.atMost).toBeCloseTo((55 + 800 + 6000 - 900 - REST) * STEP_MINUTES, 2)
    // A step is 6.53 minutes: 200 of them are 1,305.
    expect(wouden!.sentence.nl).toBe('De Wouden in Groeisterwoude gaat dicht. Van de inwoners gaan er 900 naar De Terp (Krimpsterterp). Zij reizen dan gemiddeld 6,5 minuten. Nu is dat 0. Blijft deze locatie toch open en gaat een andere dicht, dan reizen alle inwoners samen 1.305 minuten langer per rit.')
    expect(terp!.sentence.en).toBe('De Terp in Krimpsterterp stays open. Without this site all inhabitants together travel 1,305 minutes longer a trip.')
  })

  it('costs what the unit costs say', async () => {
    const costs = { site: 1000, person: 10, personKilometre: 0.5, tripsPerYear: 2, closing: 300, opening: 0, years: 3 }
    const { plans, today } = await run({ costs })
    // Two sites, everybody served, one closing of 300 over three years, kilometres there and back.
    const travel = (900 + REST) * STEP_KILOMETRES
    expect(plans[0]!.costs).toEqual({ sites: 2000, mobile: 0, people: 10 * PEOPLE, travel: expect.closeTo(travel, 2), once: 300, oncePerYear: 100, perYear: expect.closeTo(2100 + 10 * PEOPLE + travel, 2) })
    expect(today.costs).toMatchObject({ sites: 3000, once: 0 })
  })

  it('counts the border: who comes from outside to a site of the area, and no one else of outside', async () => {
    const { plans, today, places, sites } = await run()
    // From the sixth buurt it is 2.1 steps to De Hoeve and 3 to the school beyond the border; from the next it is nearer beyond.
    expect(places.filter(({ isInside }) => !isInside).map(({ code }) => code)).toEqual(['BU90020000'])
    expect([today.arriving, plans[0]!.arriving, today.leaving]).toEqual([2000, 2000, 0])
    expect(sites.map(({ kind }) => kind)).toEqual(['existing', 'existing', 'existing', 'outside'])
    const { plans: [without] } = await run({ forbidden: ['03CC'] })
    expect([without!.arriving, without!.leaving]).toEqual([0, 0])
  })

  it('has another that is nearly as good and clearly different', async () => {
    const answer = await run()
    expect(openOf(answer, 1)).toEqual(['De Wouden', 'De Hoeve'])
    expect(answer.plans[1]!.worsePercent).toBeCloseTo((100 * 200) / (900 + REST), 3)
    // The 1,100 and the 900 go elsewhere.
    expect(answer.plans[1]!.elsewherePercent).toEqual([expect.closeTo((100 * 2000) / PEOPLE, 6)])
    expect(answer.plans[1]!.checkFaults).toEqual([])
    expect(answer.plans).toHaveLength(2)
  })

  it('moves a site to a village without one, where that serves more people', async () => {
    const answer = await run({ openCount: 1, newSites: 1 }, makeVillages([SCHOOLS[2], SCHOOLS[3]]))
    expect(answer.sites.map(({ name, kind }) => [name, kind])).toEqual([['De Hoeve', 'existing'], ['Krimpsterterp', 'candidate'], ['Groeisterwoude', 'candidate'], ['Over de grens', 'outside']])
    // De Hoeve: 1,100 × 2.9 + 900 × 1.9 + REST = 9,189.5. Krimpsterterp: 900 + 110 + 1,200 + 6,000 = 8,210. Groeisterwoude: 1,100 + 55 + 800 + 6,000 = 7,955.
    expect(fatesOf(answer)).toEqual(['De Hoeve moves', 'Groeisterwoude new'])
    expect(answer.plans[0]!.value).toBeCloseTo(7955 * STEP_MINUTES, 2)
    expect(answer.plans[0]!.sites[0]!.sentence.nl).toContain('De Hoeve in Sint Annahuis verhuist naar Groeisterwoude.')
    expect(answer.plans[0]!.sites[1]!.sentence.nl).toContain('In Groeisterwoude komt een nieuwe locatie, in plaats van die in Sint Annahuis.')
  })
})

describe('what is not seen at first sight', () => {
  const remarksOf = async (changes: Partial<SitingOrder>, schools: Parameters<typeof makeVillages>[0] = SCHOOLS) => (await run(changes, makeVillages(schools))).remarks.map(({ nl }) => nl).join(' ')

  it('people from outside who count only because a site may come nearer', async () => {
    // 's-Gravenveen (2,000) is nearer to the school beyond the border than to De Terp, and nearer still to the villages of the area without one.
    const drawn = 'Een nieuwe locatie of halte kan ook dichterbij zijn voor 2.000 inwoners van buiten het gebied.'
    expect(await remarksOf({ openCount: 1, newSites: 1 }, [SCHOOLS[0], SCHOOLS[3]])).toContain(drawn)
    expect(await remarksOf({ openCount: 1 }, [SCHOOLS[0], SCHOOLS[3]])).not.toContain('van buiten het gebied')
    // With De Hoeve they come to the area as it is.
    expect(await remarksOf({ openCount: 1, newSites: 1 })).not.toContain('van buiten het gebied')
  })

  it('that there are fewer plans than were asked for', async () => {
    const few = (worsePercent: number) => remarksOf({ openCount: 1, alternatives: { worsePercent } })
    expect([await few(10), await few(0)]).toEqual(['één plan dat hooguit 10 procent slechter is, en', 'geen ander plan dat hooguit 0 procent slechter is, en'].map((text) => expect.stringContaining(`Er zijn 3 plannen gevraagd. Naast plan 1 vonden we ${text}`)))
    expect(await remarksOf({ openCount: 1, alternatives: { count: 6, worsePercent: 100 } })).toContain('Er zijn 6 plannen gevraagd. Naast plan 1 vonden we 2 plannen die hooguit 100 procent slechter zijn, en')
    expect(await remarksOf({ openCount: 1, alternatives: { count: 2 } })).not.toContain('plannen gevraagd')
  })
})

describe('laws of plans', () => {
  it('one site more is never worse, and with all sites of today nothing changes', async () => {
    let former = Infinity
    for (const openCount of [1, 2, 3]) {
      const { plans } = await run({ openCount })
      expect(plans[0]!.value).toBeLessThanOrEqual(former)
      former = plans[0]!.value
    }
    const { plans: [plan], today } = await run({ openCount: 3 })
    const { sites, ...rest } = today
    expect(plan).toMatchObject(rest)
    expect(sites.every(({ fate, people, peopleToday }) => fate === 'keeps' && people === peopleToday)).toBe(true)
  })

  it('the same question gives the same answer, to the last digit', async () => {
    expect(JSON.stringify(await run())).toBe(JSON.stringify(await run()))
  })

  it('every goal has a plan that a second program finds right', async () => {
    for (const goal of ['median', 'worstTenth', 'center', 'maximalCovering'] as const) {
      const { plans } = await run({ goal, normMinutes: 7 })
      expect([goal, plans[0]!.checkFaults, plans[0]!.isProved]).toEqual([goal, [], true])
    }
    // Within 14 minutes (2.1 steps): the four in the west by De Wouden alone, who come from beyond the border only by De Hoeve.
    const covering = await ask(withoutCount({ goal: 'setCovering', normMinutes: 14 }))
    expect(covering.plans[0]).toMatchObject({ value: 2, bound: 2, openSites: 2, beyondNorm: 0, checkFaults: [] })
  })
})

describe('rules', () => {
  it('keep sites open or closed, and say what that costs', async () => {
    const answer = await run({ forced: ['02BB'] })
    expect(openOf(answer)).toEqual(['De Wouden', 'De Hoeve'])
    const wouden = answer.plans[0]!.sites[1]!
    expect(wouden.price!.atMost).toBeCloseTo(-200 * STEP_MINUTES, 2)
    expect(wouden.sentence.nl).toBe('De Wouden in Groeisterwoude blijft open, omdat de vraag dat eist. Gaat deze locatie toch dicht, dan reizen alle inwoners samen 1.305 minuten korter per rit.')
    expect(openOf(await run({ forbidden: ['01AA'] }))).toEqual(['De Wouden', 'De Hoeve'])
  })

  it('close what stays under the minimum size', async () => {
    // De Terp 1,100, De Wouden 900, De Hoeve 455 and 2,000 of beyond the border.
    const answer = await ask(withoutCount({ minimumSize: 1000 }))
    expect(openOf(answer)).toEqual(['De Terp', 'De Hoeve'])
    expect(answer.plans[0]).toMatchObject({ checkFaults: [], isProved: true })
    expect(openOf(await ask(withoutCount({ minimumSize: 1000, minimumSizes: { GM9001: 900 } })))).toEqual(['De Terp', 'De Wouden', 'De Hoeve'])
  })

  it('keep within a budget for sites', async () => {
    const costs = { site: 100, closing: 30, years: 3 }
    // Two sites and one closing are 200 + 10; one site and two closings 120.
    for (const [budget, open] of [[300, 3], [299, 2], [210, 2], [209, 1]] as const) {
      const { plans: [plan] } = await ask(withoutCount({ costs, budget }))
      expect([budget, plan!.openSites]).toEqual([budget, open])
      expect(plan!.costs.sites! + plan!.costs.oncePerYear!).toBeLessThanOrEqual(budget)
    }
  })

  it('take facilities that stand together as one site', async () => {
    const answer = await run({ forced: ['02BX'] }, makeVillages([...SCHOOLS, { id: '02BX', name: 'De Buur', at: 1.2, size: 200 }]))
    expect(answer.sites.filter(({ kind }) => kind === 'existing').map(({ id, name, facilities }) => [id, name, facilities.length])).toEqual([['01AA', 'De Terp', 1], ['02BB', 'De Buur / De Wouden', 2], ['03CC', 'De Hoeve', 1]])
    expect(openOf(answer)).toContain('De Buur / De Wouden')
    // Two sites of the three, three schools of the four: each costs what a school costs.
    const { costs, openSites, openFacilities } = answer.plans[0]!
    expect([openSites, openFacilities, costs.sites, answer.today.openFacilities, answer.today.costs.sites]).toEqual([2, 3, 450_000, 4, 600_000])
    expect(costs.once).toBe(250_000)
  })
})

describe('what the figures of a plan hide is said in words', () => {
  const warningsOf = ({ plans }: SitingRunAnswer) => plans[0]!.warnings.map(({ nl }) => nl)

  it('that nobody stays, and who must leave the area', async () => {
    // Closing three, spread over the years, is all that the budget allows.
    const answer = await ask(withoutCount({ budget: 25_000 }))
    expect(answer.plans[0]).toMatchObject({ openSites: 0, leaving: 2455, checkFaults: [] })
    expect(warningsOf(answer)).toEqual([
      'In het gebied blijft geen enkele locatie open.',
      '2.455 inwoners uit het gebied gaan naar een locatie daarbuiten. Nu zijn dat er 0. Of daar plaats voor hen is, en wat dat daar kost, weet het model niet.',
    ])
  })

  it('who can reach nothing any more', async () => {
    // Without the school in the east the last buurt, of 250, has none.
    const answer = await run({ area: FAR_WEST, mode: 'foot', openCount: 1, forced: ['01AA'] }, makeFarWest(SCHOOLS[3]))
    expect([answer.today.unserved, answer.plans[0]!.unserved]).toEqual([0, 250])
    expect(warningsOf(answer)).toEqual([expect.stringMatching(/^250 van de [\d.]+ inwoners kunnen geen locatie bereiken. Nu zijn dat er 0. Zij tellen niet mee in de reistijden.$/)])
  })

  it('that of a site all people are left with none', () => {
    const outcome = { site: 0, fate: 'closes', peopleToday: 12, people: 0, goesTo: [] as SiteOutcome['goesTo'], minutesToday: 3, minutes: null, price: { atMost: null, atLeast: null } } as const
    const parts = { outcome, siteName: 'De Zandbank', village: 'Oost', receivers: [], otherVillage: undefined, rule: 'free', people: 'children4to11', goal: 'median', isCounted: false, waitingMinutes: 0, obstacle: undefined } as const
    expect(describeSite(parts).nl).toBe('De Zandbank in Oost gaat dicht. De 12 kinderen die er nu heen gaan, kunnen dan geen locatie meer bereiken. Met deze locatie is er geen plan dat aan alle eisen voldoet.')
    expect(describeSite({ ...parts, outcome: { ...outcome, peopleToday: 0 } }).nl).toContain('Voor niemand is dit nu de dichtstbijzijnde.')
    const obstacle = { nl: 'Vanuit West is geen enkele toegestane locatie te bereiken.', en: 'West can reach no permitted site.' }
    expect(describeSite({ ...parts, outcome: { ...outcome, fate: 'keeps' }, obstacle }).nl).toBe('De Zandbank in Oost blijft open. Zonder deze locatie kan het niet. Vanuit West is geen enkele toegestane locatie te bereiken.')
  })

  it('that the last school of a denomination goes', async () => {
    const denominations = ['Openbaar', 'Rooms-Katholiek', 'Openbaar', 'Gereformeerd vrijgemaakt']
    const answer = await run({}, makeVillages(SCHOOLS.map((school, at) => ({ ...school, denomination: denominations[at]! }))))
    expect(answer.sites.map(({ facilities }) => facilities[0]!.denomination)).toEqual(denominations)
    expect(warningsOf(answer)).toEqual(['Van deze richtingen blijft er in het gebied geen school: Rooms-Katholiek.'])
    // Where nothing is lost nothing is said, and neither where the source does not say.
    expect(warningsOf(await run())).toEqual([])
  })
})

describe('what cannot be is said in words', () => {
  const refusal = (changes: object) =>
    Promise.resolve().then(() => runSiting(villages, getSitingDocument({ ...ORDER, ...changes }))).then(() => 'accepted', (error: { faults: { message: { nl: string } }[] }) => error.faults.map(({ message }) => message.nl).join(' '))

  it('more demanded than may be, with their names', async () => {
    const { plans, remarks } = await run({ openCount: 1, forced: ['01AA', '03CC'] })
    expect(plans).toEqual([])
    expect(remarks[0]!.nl).toContain('De Terp (Krimpsterterp) en De Hoeve (Sint Annahuis)')
  })

  it('demands that no site of the area meets, with where everybody goes', async () => {
    const { plans, remarks } = await ask(withoutCount({ minimumSize: 1_000_000 }))
    expect(plans[0]).toMatchObject({ openSites: 0, leaving: 2455, checkFaults: [] })
    expect(remarks[0]).toMatchObject({ severity: 'notice', nl: expect.stringMatching(/^In plan 1 blijft in het gebied niets open: .* Iedereen gaat naar buiten het gebied: Over de grens/) as string })
  })

  it('a norm that cannot be met, with the places', async () => {
    const { plans, remarks } = await ask(withoutCount({ goal: 'setCovering', normMinutes: 3 }))
    expect(plans).toEqual([])
    expect(remarks[0]!.nl).toContain("Voor Verspreide huizen Krimpsterterp en 's-Gravenveen centrum ligt geen enkele toegestane locatie binnen de norm van 3 minuten")
    // What would do is the trip from the furthest of them, and with it there is a plan.
    const [, norm] = /^Er is wel een plan met een norm van ([\d,]+) minuten, als de rest van uw vraag zo blijft\.$/.exec(remarks[1]!.nl)!
    const wider = Number(norm!.replace(',', '.'))
    expect((await ask(withoutCount({ goal: 'setCovering', normMinutes: wider }))).plans[0]).toMatchObject({ checkFaults: [], unserved: 0 })
    expect((await ask(withoutCount({ goal: 'setCovering', normMinutes: wider - 0.1 }))).plans).toEqual([])
  })

  it('a facility at sea, and a network in pieces', async () => {
    const area = { polygon: [[6.6, 53], [6.7, 53], [6.7, 53.9], [6.6, 53.9]] as [number, number][] }
    const sea = makeVillages([SCHOOLS[0], { id: '04DD', name: 'De Zandbank', at: 0.5, latitude: 53.8 }])
    expect((await run({ area, openCount: 2 }, sea)).remarks.map(({ nl }) => nl).join(' ')).toContain('vanuit geen enkele buurt te bereiken, en doen dus niets: De Zandbank')
    const west = await run({ area: FAR_WEST, mode: 'foot', openCount: 1 }, makeFarWest())
    expect(west.remarks.map(({ nl }) => nl).join(' ')).toContain('Vanuit Nieuw-Veen uitbreiding is geen weg naar een toegestane locatie bekend')
    expect(west.plans[0]).toMatchObject({ unserved: 250, checkFaults: [] })
  })

  it('a document that is not right, all faults at once', async () => {
    expect(await refusal({ forced: ['99XX'], forbidden: ['98XX'] })).toMatch(/99XX.*98XX/)
    expect(await refusal({ openCount: undefined })).toContain('Zeg hoeveel locaties open mogen zijn')
    expect(await refusal({ forced: ['01AA'], forbidden: ['01AA'] })).toContain('open én dicht')
    await expect(run({ area: { codes: ['GM1234'] } })).rejects.toMatchObject({ problem: 'unknownArea' })
    await expect(run({ area: { polygon: [[3, 52], [3.1, 52], [3.1, 52.1]] } })).rejects.toMatchObject({ problem: 'sitingInvalid' })
  })
})

describe('a school with several addresses', () => {
  it('counts once, at its first address, and is named', async () => {
    // De Terp has a second address in the village of De Wouden, with all its 90 pupils there again in the source.
    const answer = await run({}, makeVillages([...SCHOOLS, { id: '01AA', name: 'De Terp', at: 1.5, size: 90 }]))
    expect(answer.sites.flatMap(({ facilities }) => facilities.map(({ id, size }) => [id, size]))).toEqual([['01AA', 90], ['02BB', 60], ['03CC', 40], ['09ZZ', 70]])
    expect(answer.plans).toEqual((await run()).plans)
    expect(answer.remarks.map(({ nl }) => nl)).toContain('Deze staan op meer dan één adres. Zij tellen één keer, op hun eerste adres: De Terp (01AA).')
  })
})
