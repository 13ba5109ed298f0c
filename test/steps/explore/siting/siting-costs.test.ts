/** Costs of facilities of which no amounts are known. */
import { describe, expect, it, vi } from 'vitest'
import { readSitingDocument, type SitingOrder } from '#domain/siting-document.ts'
import { describeFigures } from '#steps/explore/siting/export-siting.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { makeVillages, ORDER, SCHOOLS, withoutCount } from './siting-villages.ts'

vi.setConfig({ testTimeout: 60_000 })

const secondary = makeVillages(SCHOOLS, 'HAVO')
const ask = (order: SitingOrder) => runSiting(secondary, getSitingDocument(order))

describe('a plan for another facility than primary schools', () => {
  it('makes no costs up where the amounts of a facility are not known', async () => {
    const bare = { ...ORDER, facilityType: 'secondarySchool' as const }
    const unknown = await ask(bare)
    const none = { sites: null, people: null, travel: null, perYear: null }
    expect([unknown.document.costs, unknown.today.costs]).toEqual([{ years: 30 }, { ...none, mobile: 0, once: 0, oncePerYear: 0 }])
    expect(unknown.plans[0]!.costs).toEqual({ ...none, mobile: 0, once: null, oncePerYear: null })
    expect(unknown.question.find(({ label }) => label.en === 'Amounts')!.text.nl).toBe('niet bekend, en niet ingevuld')
    expect(new Map(describeFigures(unknown, unknown.today, 'nl')).get('Kosten per jaar (euro)')).toBe('niet bekend: vul eigen bedragen in')
    const part = await ask({ ...bare, costs: { site: 1000, closing: 300 } })
    expect(part.plans[0]!.costs).toEqual({ ...none, sites: 2000, mobile: 0, once: 300, oncePerYear: 10 })
    const whole = await ask({ ...bare, costs: { site: 1000, closing: 300, person: 0, personKilometre: 0, tripsPerYear: 0 } })
    expect(whole.plans[0]!.costs.perYear).toBe(2010)
  })

  it('holds no budget without the amounts that it needs, and names them', () => {
    const refused = (changes: Partial<SitingOrder>) => readSitingDocument({ ...withoutCount({ budget: 1 }), facilityType: 'hospital', ...changes })
    expect(refused({ costs: { site: 1, closing: 1 } })).toHaveProperty('document')
    expect(refused({ newSites: 1, costs: { site: 1 } })).toMatchObject({ faults: [{ field: 'budget', message: { nl: expect.stringContaining('Vul in: wat sluiten kost (costs.closing), wat bouwen kost (costs.opening).') } }] })
    expect(readSitingDocument(withoutCount({ budget: 1 }))).toHaveProperty('document')
  })
})
