/** The projection of a place, with the keyboard, in a real browser on the real server with figures that can be projected. */
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { settle } from './support/browser.ts'
import { expectWellShown } from './support/check-shown.ts'
import { describeSite } from './support/describe-site.ts'
import { startSiteWith } from './support/site-server.ts'

/** The hand-made country, with the tables of its projection among its sources. */
function makeProjectable(): Statistics {
  const { sources } = makeTestStatistics()
  return makeTestStatistics({ sources: [...sources, ...PROJECTION_TABLES.map((resource) => ({ ...sources[0]!, resource, table: resource }))] })
}

/** Cells of a row of a table, opened by its summary where it is folded away. */
async function readRow(page: Page, caption: RegExp, name: string): Promise<string[]> {
  const table = page.locator('table').filter({ has: page.locator('caption', { hasText: caption }) }).first()
  const row = table.locator('tbody tr').filter({ has: page.getByRole('rowheader', { name, exact: true, includeHidden: true }) })
  return (await row.locator('td').allTextContents()).map((text) => text.trim())
}

const toNumber = (text: string | undefined): number => Number((text ?? '').replaceAll('.', '').replace(',', '.'))

describeSite('outlook', { start: () => startSiteWith(makeProjectable()) }, (site) => {
  let base: ProjectionAnswer

  beforeAll(async () => {
    base = await site.ask<ProjectionAnswer>('projections/GM9001')
  }, 180_000)
  it('goes through the years with the arrow keys and buttons; the year is in the address, the people are those of the API', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/vooruitblik?plaats=GM9001`)
    await settle(page)
    const slider = page.getByRole('slider', { name: /Kies een jaar/ })
    expect(await slider.inputValue()).toBe('2040')
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/jaar=2041/)
    await page.getByRole('button', { name: 'Vorig jaar' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.waitForURL(/jaar=2039/)
    await settle(page)
    const { men } = base.pyramids.find(({ year }) => year === 2039)!
    const toddlers = men.slice(0, 5).reduce((total, own) => total + own, 0)
    expect((await readRow(page, /Mannen en vrouwen naar leeftijd/, '0–4'))[2]).toBe(String(Math.round(toddlers)))
    expect(await page.getByRole('button', { name: 'Speel af' }).count(), 'nothing moves by itself where motion is not welcome').toBe(0)
    expect(faults).toEqual([])
  })

  it('turns a dial and opens a file: the own scenario stands beside the others, and comes back with the address', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/vooruitblik?plaats=GM9001`)
    await settle(page)
    await page.getByRole('slider', { name: /Kinderen per vrouw/ }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(/geboorten=-10/)
    await settle(page)
    const children = await readRow(page, /Wat elk scenario oplevert in 2040/, 'Kinderen van 4 tot en met 11 jaar (basisschool)')
    const expected = base.demand.find(({ id }) => id === 'pupils4to11')!.values[base.years.indexOf(2040)]!
    expect(children).toHaveLength(4)
    expect(toNumber(children[0])).toBe(Math.round(expected))
    const fewer = toNumber(children[3])
    expect(fewer, 'a tenth fewer births').toBeLessThan(0.98 * expected)
    expect(fewer, 'children who move in stay').toBeGreaterThan(0.9 * expected)
    const [, , , without] = (await readRow(page, /Wat elk scenario oplevert in 2040/, 'Inwoners')).map(toNumber)
    await page.getByRole('spinbutton', { name: 'Nieuwe woningen per jaar' }).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('10')
    await page.waitForURL(/woningen=10/)
    await settle(page)
    const [, , , built] = (await readRow(page, /Wat elk scenario oplevert in 2040/, 'Inwoners')).map(toNumber)
    // Ten years of ten homes of 2.1 people, half of them from elsewhere, some of whom have children, leave or die by 2040.
    expect(built! - without!).toBeGreaterThan(40)
    expect(built! - without!).toBeLessThan(10 * 10 * 2.1)
    const file = join(tmpdir(), `topdorp-scenario-${process.pid}.json`)
    await writeFile(file, JSON.stringify({ name: 'Geen kinderen', patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2060 }, change: { multiplyBy: 0 } }] }))
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Geopend: Geen kinderen').waitFor()
    await page.reload()
    await settle(page)
    expect(toNumber((await readRow(page, /Wat elk scenario oplevert in 2040/, 'Kinderen van 4 tot en met 11 jaar (basisschool)'))[3])).toBeLessThan(fewer / 2)
    await writeFile(file, JSON.stringify({ name: 'Onzin', patches: [{ figure: 'weather' }] }))
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('alert').waitFor()
    expect(await page.getByText('Geopend: Geen kinderen').count(), 'what is refused changes nothing').toBe(1)
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([])
  })

  it('shows everything under the scenario of the address, with the base beside it, and names it on every figure', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/vooruitblik?plaats=GM9001`)
    await settle(page)
    await page.getByLabel('Laat de pagina zien voor dit scenario').selectOption('shrink')
    await page.waitForURL(/scenario=krimp/)
    await settle(page)
    const name = `${base.name}, scenario Krimpsterterp`
    const titles = await page.locator('.td-figure__title').allTextContents()
    expect(titles.filter((title) => title.includes(name)).length).toBeGreaterThanOrEqual(2)
    const at = base.years.indexOf(2040)
    const [expected, inBase] = (await readRow(page, /Inwoners per jaar/, '2040')).map(toNumber)
    expect(inBase).toBe(Math.round(base.population.projected[at]!))
    expect(expected).toBeLessThan(inBase!)
    const pyramid = await page.locator('table').filter({ has: page.locator('caption', { hasText: 'Mannen en vrouwen naar leeftijd' }) }).locator('thead th').allTextContents()
    expect(pyramid.filter((header) => header.includes('(basis)'))).toHaveLength(2)
    const [now, asIs, grown, shrunk] = await readRow(page, /Het verschil tussen de scenario’s in 2040/, 'Inwoners')
    expect([now, asIs, grown, shrunk].map((cell) => /tussen [\d.]+ en [\d.]+/.test(cell!))).toEqual([false, true, true, true])
    expect([asIs, grown, shrunk].map((cell) => /meer|minder/.exec(cell!)?.[0])).toEqual([undefined, 'meer', 'minder'])
    await page.getByText('Wat er precies anders is dan in de basis').click()
    await page.getByText(/maal 1,2, leeftijd 18 tot en met 34/).waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.td-downloads').getByRole('button', { name: /CSV/ }).click()])
    expect(download.suggestedFilename()).toMatch(/krimpsterterp\.csv$/)
    expect(await readFile(await download.path(), 'utf8')).toContain('Krimpsterterp')
    expect(faults).toEqual([])
  })

  it('takes a kept scenario by its short reference, and says what is wrong with one that is gone or that cannot be', async () => {
    const document = { name: 'Minder baby’s', patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2064 }, change: { multiplyBy: 0.5 } }] }
    const kept = (await (await fetch(`${site.url}/v1/scenarios`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(document) })).json()) as { id: string; version: number }
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/scenarios?bekijk=${kept.id}.${kept.version}`)
    await settle(page)
    await page.getByRole('link', { name: 'Bekijk de vooruitblik' }).click()
    await page.waitForURL((url) => url.pathname === '/vooruitblik' && url.searchParams.get('eigen') === `${kept.id}.1` && url.searchParams.get('scenario') === 'eigen')
    await page.getByText('Bij dit adres hoort een scenario: Minder baby’s.').waitFor()
    await page.goto(`${page.url()}&plaats=GM9001`)
    await settle(page)
    expect((await page.locator('.td-figure__title').allTextContents()).filter((title) => title.includes(`${base.name}, scenario Minder baby’s`)).length).toBeGreaterThanOrEqual(2)
    expect(faults).toEqual([])
    const open = async (eigen: string): Promise<string> => {
      await page.goto(`${site.url}/vooruitblik?plaats=GM9001&vertrek=-10&eigen=${encodeURIComponent(eigen)}`)
      await settle(page)
      return (await page.getByRole('alert').allTextContents()).join(' ')
    }
    expect(await open(`${'A'.repeat(kept.id.length)}.1`)).toMatch(/Een scenario ging niet open.*U ziet de pagina zonder dit scenario/)
    expect(await page.getByRole('slider', { name: /Jongeren/ }).inputValue(), 'the dials stay as they were').toBe('-10')
    const patch = document.patches[0]!
    expect(await open(JSON.stringify({ ...document, patches: [{ ...patch, years: { from: 2010, to: 2020 } }] }))).toMatch(/Dit scenario kan niet.*Wijziging 1, eerste jaar: 2010 is voor het begin van de prognose, 1 januari 2024/)
    expect(await open(JSON.stringify({ ...document, patches: [{ ...patch, wie: 'iedereen' }] }))).toMatch(/Wijziging 1: heeft iets dat we niet kennen: "wie"/)
    expect(toNumber((await readRow(page, /Wat elk scenario oplevert in 2040/, 'Inwoners'))[0]), 'the base is there all the same').toBe(Math.round(base.population.projected[base.years.indexOf(2040)]!))
  })

  it('says of an area where nobody lives that there is none, and where there is', async () => {
    const { page } = await site.openPage(320)
    await page.goto(`${site.url}/vooruitblik?plaats=BU90010101`)
    await settle(page)
    await page.getByText(/^Voor .* is er geen vooruitblik$/).waitFor()
    expect(await page.getByRole('button', { name: 'Probeer opnieuw' }).count(), 'trying again cannot help').toBe(0)
    await page.getByRole('main').getByRole('link', { name: `Vooruitblik: ${base.name}` }).click()
    await page.waitForURL(/plaats=GM9001/)
  })

  it('draws a thousand futures with progress, says the seed, and takes their intervals until one goes back', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/vooruitblik?plaats=GM9001`)
    await settle(page)
    const readInterval = async () => (await readRow(page, /Inwoners per jaar/, '2040')).slice(1).map(toNumber)
    const fromErrors = await readInterval()
    await page.getByRole('button', { name: 'Reken duizend toekomsten uit' }).click()
    await page.waitForURL(/trekkingen=1000/)
    await page.getByText(/uit 1\.000 berekeningen, met begingetal 2024/).waitFor({ timeout: 60_000 })
    const drawn = await readInterval()
    expect(drawn).not.toEqual(fromErrors)
    const same = (await (await fetch(`${site.url}/v1/projections/GM9001?draws=1000`)).json()) as ProjectionAnswer
    const at = base.years.indexOf(2040)
    expect(drawn).toEqual(same.draws!.intervals.filter(({ id }) => id === 'population').flatMap(({ lower, upper }) => [Math.round(lower[at]!), Math.round(upper[at]!)]))
    await page.getByRole('button', { name: 'Toon weer de marges uit eerdere fouten' }).click()
    await page.getByRole('button', { name: 'Reken duizend toekomsten uit' }).waitFor()
    expect(await readInterval()).toEqual(fromErrors)
    expect(faults).toEqual([])
  })

  const PATHS = ['/vooruitblik?plaats=BU90010000', '/vooruitblik?plaats=GM9001&scenario=krimp', '/plaats/GN101', '/plaats/eigen-dorp?buurten=BU90010000,BU90010001&naam=Ons+dorp']
  it.each(PATHS.flatMap((path) => [1280, 320].map((width) => ({ path, width }))))('is accessible and no wider than the window: $path at $width pixels', async ({ path, width }) => {
    const { page, faults } = await site.openPage(width)
    await page.goto(site.url + path)
    await settle(page)
    expect(await page.getByText('Dit is een schatting met een model, geen telling.').count()).toBe(1)
    await expectWellShown(page)
    expect(faults).toEqual([])
  })

  it.each([1280, 320])('says on the page of a buurt where nobody lives that it has no outlook, with nothing to try again, at %i pixels', async (width) => {
    const empty = makeTestStatistics().findArea('BU90010101')!.name
    for (const path of ['/plaats/BU90010101']) {
      const { page, faults } = await site.openPage(width)
      await page.goto(site.url + path)
      await settle(page)
      await page.getByText(`${empty} (BU90010101) bestaat nu niet, of er woont niemand.`).waitFor()
      expect(await page.getByRole('button', { name: 'Probeer opnieuw' }).count()).toBe(0)
      await expectWellShown(page)
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
      await page.context().close()
    }
  })

  it('says of a buurt and of a wijk how wrong those of its size were, beside no change', async () => {
    const { smallAreaTest } = (await (await fetch(`${site.url}/v1/projections/BU90020000`)).json()) as ProjectionAnswer
    const { page, faults } = await site.openPage(1280)
    for (const path of ['/vooruitblik?plaats=BU90020000', '/plaats/BU90020000']) {
      await page.goto(site.url + path)
      await settle(page)
      const shown = await page.getByText(/Wij rekenden ook van/).count()
      expect(shown).toBe(smallAreaTest === undefined ? 0 : 1)
      if (smallAreaTest !== undefined) await page.getByText(`Met “niets verandert” was dat ${smallAreaTest.noChange.median.toFixed(1).replace('.', ',')} procent`).waitFor()
    }
    expect(smallAreaTest).toBeDefined()
    expect(faults).toEqual([])
  })

  it.each([1280, 320])('shows where it grows and shrinks on a map and in a table, and how wrong it was, at %i pixels', async (width) => {
    const { page, faults } = await site.openPage(width)
    await page.goto(`${site.url}/vooruitblik/kaart`)
    await settle(page)
    await page.getByLabel('Tot en met 1 januari van').selectOption('2030')
    await page.waitForURL(/tot=2030/)
    await settle(page)
    const row = await readRow(page, /Inwoners: verwachte verandering 2024–2030/, base.name)
    expect(row.slice(0, 2).map(toNumber)).toEqual([base.population.projected[0], base.population.projected[6]].map((own) => Math.round(own!)))
    await expectWellShown(page)
    await page.goto(`${site.url}/vooruitblik/terugtoets`)
    await settle(page)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
    await expectWellShown(page)
    expect(faults).toEqual([])
  })
})
