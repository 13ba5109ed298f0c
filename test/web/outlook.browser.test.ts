/** The projection of a place, with the keyboard, in a real browser on the real server with figures that can be projected. */
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { chromiumPath, openBrowser, openPage, settle, withoutChromium } from './support/browser.ts'
import { startSiteWith, type SiteServer } from './support/site-server.ts'

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

describe.skipIf(chromiumPath === undefined)(`outlook${chromiumPath === undefined ? ` (${withoutChromium})` : ''}`, { timeout: 90_000 }, () => {
  let site: SiteServer
  let browser: Browser
  let base: ProjectionAnswer

  beforeAll(async () => {
    site = await startSiteWith(makeProjectable())
    browser = await openBrowser()
    base = (await (await fetch(`${site.url}/v1/projections/GM9001`)).json()) as ProjectionAnswer
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('goes through the years with the arrow keys and buttons; the year is in the address, the people are those of the API', async () => {
    const { page, faults } = await openPage(browser, 1280)
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
    await page.context().close()
  })

  it('turns a dial and opens a file: the own scenario stands beside the others, and comes back with the address', async () => {
    const { page, faults } = await openPage(browser, 1280)
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
    await page.context().close()
  })

  it.each([1280, 320])('is accessible and no wider than the window at %i pixels, as is the section on the page of a place', async (width) => {
    for (const path of ['/vooruitblik?plaats=BU90010000', '/plaats/GN101', '/plaats/eigen-dorp?buurten=BU90010000,BU90010001&naam=Ons+dorp']) {
      const { page, faults } = await openPage(browser, width)
      await page.goto(site.url + path)
      await settle(page)
      expect(await page.getByText('Dit is een schatting met een model, geen telling.').count()).toBe(1)
      await check(page, width)
      expect(faults).toEqual([])
      await page.context().close()
    }
  })

  it.each([1280, 320])('shows where it grows and shrinks on a map and in a table, and how wrong it was, at %i pixels', async (width) => {
    const { page, faults } = await openPage(browser, width)
    await page.goto(`${site.url}/vooruitblik/kaart`)
    await settle(page)
    await page.getByLabel('Tot en met 1 januari van').selectOption('2030')
    await page.waitForURL(/tot=2030/)
    await settle(page)
    const row = await readRow(page, /Inwoners: verwachte verandering 2024–2030/, base.name)
    expect(row.slice(0, 2).map(toNumber)).toEqual([base.population.projected[0], base.population.projected[6]].map((own) => Math.round(own!)))
    await check(page, width)
    await page.goto(`${site.url}/vooruitblik/terugtoets`)
    await settle(page)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
    await check(page, width)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

async function check(page: Page, width: number): Promise<void> {
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 600))).toEqual([])
}
