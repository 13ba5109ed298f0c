/** The index in a real browser: an own index by keyboard, shared, taken along, opened again, and refused when it is not right. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import { settle } from './support/browser.ts'
import { describeSite } from './support/describe-site.ts'

describeSite('an index on the site', {}, (site) => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'topdorp-index-'))
  }, 180_000)

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  const firstRow = (page: Page): Promise<string> => page.locator('.td-table tbody tr').first().innerText()
  const getResult = (page: Page) => page.getByRole('button', { name: 'Download het document (JSON)' })

  it('is made by keyboard, moves when a weight changes, and is the same for whoever opens its address', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/index/eigen?niveau=gemeente&cijfers=distanceToSupermarket`)
    await settle(page)
    expect(await page.locator('nav [aria-current=page]').allTextContents()).toEqual(['Eigen index'])
    await getResult(page).waitFor()
    const before = await firstRow(page)
    await page.locator('summary', { hasText: 'Inkomen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: /Gemiddeld inkomen per inwoner/ }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('spinbutton', { name: 'Gewicht van het onderdeel inkomen' }).fill('9')
    await expect.poll(() => firstRow(page), { timeout: 10_000 }).not.toBe(before)
    const address = new URL(page.url())
    expect(address.searchParams.get('onderdelen')).toBe('income:9')
    const other = await site.openPage(1280)
    await other.page.goto(page.url())
    await settle(other.page)
    await getResult(other.page).waitFor()
    // The first page may still show the scores of a moment ago; it must come to the same.
    await expect.poll(() => firstRow(page), { timeout: 10_000 }).toBe(await firstRow(other.page))
    expect([...faults, ...other.faults]).toEqual([])
  })

  it('is taken along as a document that gives the same scores, and can be opened again', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/index/eigen?niveau=gemeente&cijfers=distanceToSupermarket,averageIncomePerInhabitant:2&naam=Proef`)
    await settle(page)
    const download = page.waitForEvent('download')
    await getResult(page).click()
    const text = await readFile(await (await download).path(), 'utf8')
    const answer = await fetch(`${site.url}/v1/index-runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text })
    const { scores } = (await answer.json()) as IndexScoresAnswer
    const worst = Math.max(...scores.map((score) => score ?? 0))
    expect(await firstRow(page)).toContain(worst.toFixed(1).replace('.', ','))

    const path = join(folder, 'proef.json')
    await writeFile(path, text.replace('"Proef"', '"Heropend"'))
    await page.getByLabel('Open een document').setInputFiles(path)
    await page.getByText('U ziet het document “Heropend”').waitFor()
    await settle(page)
    expect(await firstRow(page)).toContain(worst.toFixed(1).replace('.', ','))
    await page.getByRole('button', { name: 'Sluit het document' }).click()
    await page.getByRole('heading', { name: 'Gekozen cijfers' }).waitFor()
    expect(faults).toEqual([])
  })

  it('that is not right is refused with the reason, and what one was doing stays', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/index/eigen?niveau=gemeente&cijfers=distanceToSupermarket`)
    await settle(page)
    const before = await firstRow(page)
    const open = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text)
      await page.getByLabel('Open een document').setInputFiles(join(folder, name))
      return await page.getByRole('alert').innerText()
    }
    expect(await open('plaatje.json', 'PNG')).toContain('plaatje.json is geen JSON-bestand')
    const unknown = { format: 'topdorp-index/1', name: 'X', level: 'municipality', normalisation: 'zScore', outliers: { kind: 'none' }, minimumShare: 1, aggregation: 'arithmeticMean', dimensions: [{ id: 'a', name: 'A', weight: 1, indicators: [{ indicator: 'happiness', weight: 1 }] }] }
    await expect.poll(() => open('onbekend.json', JSON.stringify(unknown))).toContain('Er is geen cijfer met de naam "happiness"')
    expect(await firstRow(page)).toBe(before)
  })

  it('that starts from the index that comes along has its scores', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/index`)
    await settle(page)
    const built = await firstRow(page)
    await page.getByRole('link', { name: 'Maak hiervan uw eigen index' }).click()
    await getResult(page).waitFor()
    await settle(page)
    expect(await firstRow(page)).toBe(built)
    expect(faults).toEqual([])
  })

  it('says how sure every rank is, the same for all who ask, and the same on the page of a place', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/index`)
    await settle(page)
    await page.getByRole('button', { name: 'Laat zien hoe zeker de rangen zijn' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('2.000 keer doorgerekend').waitFor()
    const row = page.locator('.td-table tbody tr').filter({ hasText: /\d+ en \d+/ }).first()
    const [, low, high] = /(\d+) en (\d+)/.exec(await row.innerText())!
    expect(Number(low)).toBeLessThanOrEqual(Number(high))
    expect(new URL(page.url()).searchParams.get('zekerheid')).toBe('aan')
    await row.getByRole('link').click()
    await page.getByRole('button', { name: /Hoe zeker is deze rang/ }).click()
    await page.getByText(`ligt de rang tussen ${low} en ${high}`).waitFor()
    expect(faults).toEqual([])
  })

  it('stops drawing when one asks, and can begin again', async () => {
    const { page } = await site.openPage(1280)
    // A slow network: the page has not heard yet that the run is done.
    await page.route('**/v1/jobs/*', async (route) => {
      if (route.request().method() === 'GET') await new Promise((resolve) => setTimeout(resolve, 2500))
      await route.continue().catch(() => undefined)
    })
    await page.goto(`${site.url}/index/eigen?niveau=buurt&cijfers=distanceToSupermarket,averageIncomePerInhabitant:3`)
    await settle(page)
    const start = page.getByRole('button', { name: 'Laat zien hoe zeker de rangen zijn' })
    await start.press('Enter')
    const stopped = page.waitForRequest((request) => request.method() === 'DELETE' && request.url().includes('/v1/jobs/'))
    await page.getByRole('progressbar').waitFor()
    expect(await page.getByRole('status').allInnerTexts()).toContainEqual(expect.stringContaining('procent klaar'))
    await page.getByRole('button', { name: 'Stop' }).press('Enter')
    await stopped
    await page.locator('button:focus', { hasText: 'Laat zien hoe zeker de rangen zijn' }).waitFor()
    await page.unroute('**/v1/jobs/*')
    await start.click()
    await page.getByText('2.000 keer doorgerekend').waitFor()
  })

  it('says how sure ranks are by one figure too, of which none can be left out', async () => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url}/index/eigen?niveau=gemeente&cijfers=distanceToSupermarket`)
    await settle(page)
    await page.getByRole('button', { name: 'Laat zien hoe zeker de rangen zijn' }).press('Enter')
    await page.getByText('2.000 keer doorgerekend').waitFor()
    expect(faults).toEqual([])
  })

  it('shows on a place page the same rank as in the table of the index', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/index`)
    await settle(page)
    const link = page.locator('.td-table tbody tr').first().getByRole('link')
    await link.click()
    await page.locator('#index').waitFor()
    await settle(page)
    expect(await page.locator('#index').innerText()).toMatch(/rang 1 van \d+/)
    expect(faults).toEqual([])
  })
})
