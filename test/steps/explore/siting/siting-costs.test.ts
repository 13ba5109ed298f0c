/** Costs of facilities of which no amounts are known. */
import { describe, expect, it, vi } from 'vitest'
import { readSitingDocument, type SitingOrder } from '#domain/siting-document.ts'
import { describeFigures, makeSitingTable } from '#steps/explore/siting/export-siting.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { writeXlsx } from '#steps/see/export-xlsx.ts'
import readExcelFile from 'read-excel-file/node'
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

  it('shows the parts of the costs, which together are the whole, and leaves out a part that is not known in every column', async () => {
    const bare = { ...ORDER, facilityType: 'secondarySchool' as const }
    const rows = (run: Awaited<ReturnType<typeof ask>>, plan: number) => describeFigures(run, [run.today, ...run.plans][plan]!, 'nl').filter(([label]) => label.includes('(euro)'))
    const costs = { site: 1000, closing: 300, person: 7, personKilometre: 2, tripsPerYear: 3, mobileDay: 50 }
    const run = await ask({ ...bare, costs, mobile: { vehicleDays: 1, daysPerStop: 1, waitingMinutes: 5 } })
    const names = ['Locaties per jaar (euro)', 'Rijdende voorziening per jaar (euro)', 'Per persoon, samen per jaar (euro)', 'Vervoer per jaar (euro)', 'Eenmalige kosten, verdeeld over 30 jaar, per jaar (euro)', 'Kosten per jaar (euro)']
    for (const plan of [0, 1]) {
      expect(rows(run, plan).map(([label]) => label)).toEqual(names)
      const values = rows(run, plan).map(([, value]) => Number(value))
      expect(Math.abs(values.slice(0, -1).reduce((sum, value) => sum + value, 0) - values.at(-1)!)).toBeLessThanOrEqual(2)
      expect(values[2]).toBe(7 * Math.round(run.today.served))
    }
    // In a workbook these are numbers to compute on, with the unit in the label.
    const [, about] = await readExcelFile(Buffer.from(await writeXlsx(makeSitingTable(secondary, run, 1, 'nl'))))
    expect(about!.data.filter(([label]) => String(label).includes('(euro)'))).toEqual(rows(run, 1).map((row) => [...row]))
    const written = new Map(about!.data.map(([label, value]) => [label, value]))
    const { openSites, longestMinutes, longestFrom, arriving } = run.plans[0]!
    expect(['Locaties open', 'Langste rit (minuten)', 'Langste rit vanuit', 'Van buiten het gebied (inwoners)'].map((label) => written.get(label))).toEqual([openSites, Math.round(10 * longestMinutes!) / 10, longestFrom, Math.round(arriving)])
    // Today nothing closes, so that of the costs paid once it is known that they are none; of the plan it is not.
    const part = await ask({ ...bare, costs: { site: 1000 } })
    for (const plan of [0, 1]) expect(rows(part, plan).map(([label]) => label)).toEqual(['Locaties per jaar (euro)', 'Kosten per jaar (euro)'])
  })

  it('holds no budget without the amounts that it needs, and names them', () => {
    const refused = (changes: Partial<SitingOrder>) => readSitingDocument({ ...withoutCount({ budget: 1 }), facilityType: 'hospital', ...changes })
    expect(refused({ costs: { site: 1, closing: 1 } })).toHaveProperty('document')
    expect(refused({ newSites: 1, costs: { site: 1 } })).toMatchObject({ faults: [{ field: 'budget', message: { nl: expect.stringContaining('Vul in: wat sluiten kost (costs.closing), wat bouwen kost (costs.opening).') } }] })
    expect(readSitingDocument(withoutCount({ budget: 1 }))).toHaveProperty('document')
  })
})
