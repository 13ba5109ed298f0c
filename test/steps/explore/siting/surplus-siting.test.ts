/** "At most" so many sites, where there are fewer: the plan of all that there are, and a remark that says so (villages in a row, see siting-villages.ts). */
import { expect, it, vi } from 'vitest'
import type { SitingOrder } from '#domain/siting-document.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { makeVillages, ORDER, SCHOOLS } from './siting-villages.ts'

vi.setConfig({ testTimeout: 60_000 })

const run = (changes: Partial<SitingOrder>, schools: Parameters<typeof makeVillages>[0] = SCHOOLS) => runSiting(makeVillages(schools), getSitingDocument({ ...ORDER, ...changes }))

it.each(['median', 'worstTenth', 'center', 'maximalCovering'] as const)('more sites than there are give the plan of all that there are: %s', async (goal) => {
  const [more, all] = [await run({ openCount: 40, goal }), await run({ openCount: 3, goal })]
  expect(more.plans).toEqual(all.plans)
  expect(more.plans[0]).toMatchObject({ isProved: true, checkFaults: [] })
  if (goal === 'median') expect(more.plans[0]!.openSites).toBe(3)
  expect(more.remarks).toContainEqual({ severity: 'notice', nl: 'Er mogen hoogstens 40 locaties open, maar er kunnen er hier 3 open: 3 van nu en 0 nieuwe. Daarmee is gerekend.', en: 'At most 40 sites may be open, but 3 can be here: 3 of today and 0 new. The plans are made with these.' })
  expect(all.remarks.filter(({ nl }) => nl.includes('Daarmee is gerekend'))).toEqual([])
})

it('new ones count as far as they may come, and those that must close do not', async () => {
  const more = await run({ openCount: 40, newSites: 1 }, [SCHOOLS[2], SCHOOLS[3]])
  expect(more.plans[0]).toMatchObject({ openSites: 2, checkFaults: [] })
  expect(more.remarks.map(({ nl }) => nl)).toContain('Er mogen hoogstens 40 locaties open, maar er kunnen er hier 2 open: 1 van nu en 1 nieuwe. Daarmee is gerekend.')
  const fewer = await run({ openCount: 3, forbidden: ['01AA', '02BB'] })
  expect(fewer.plans[0]).toMatchObject({ openSites: 1, checkFaults: [] })
  expect(fewer.remarks.map(({ nl }) => nl)).toContain('Er mogen hoogstens 3 locaties open, maar er kan er hier 1 open: 1 van nu en 0 nieuwe. Daarmee is gerekend.')
})

it('what stands together is one, and that is said', async () => {
  const { remarks } = await run({ openCount: 4 }, [...SCHOOLS, { id: '02BX', name: 'De Buur', at: 1.2, size: 200 }])
  expect(remarks.find(({ nl }) => nl.startsWith('Er mogen hoogstens 4'))!.nl).toContain('Wat binnen 1.000 meter van elkaar staat, is hier één locatie: 4 voorzieningen zijn 3 locaties.')
})

it('none that may be open are no plans, and nothing is said to be reckoned with', async () => {
  const { plans, remarks } = await run({ openCount: 1, forbidden: ['01AA', '02BB', '03CC'] })
  expect(plans).toEqual([])
  expect(remarks.map(({ nl }) => nl)).toEqual(['In dit gebied mag geen enkele locatie open. Laat nieuwe locaties toe, verbied er minder, of kies een groter gebied.'])
})

it('a scenario without changes says so', async () => {
  const { remarks } = await run({ openCount: 3, scenario: { name: 'Leeg' } })
  expect(remarks.map(({ en }) => en)).toContain('This scenario has no changes: it equals the base.')
})
