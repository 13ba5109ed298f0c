/** What people come for, done with the keyboard alone, in a real browser on the real server. */
import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser, openPage, settle } from './support/browser.ts'
import { describeSite } from './support/describe-site.ts'
import { findVillage } from './support/site-pages.ts'

describeSite('using the site', {}, (site) => {
  let village: { id: string; name: string }

  beforeAll(async () => {
    village = await findVillage(site.url)
  }, 180_000)

  it('finds a village by keyboard and downloads its figures with source and year', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(site.url)
    await page.getByRole('combobox').focus()
    await page.keyboard.type(village.name)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBeTruthy()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: village.name }).waitFor()
    await settle(page)
    expect(new URL(page.url()).pathname).toBe(`/plaats/${village.id}`)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV' }).focus()
    await page.keyboard.press('Enter')
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text).toContain(village.name)
    expect(text.split('\n').length).toBeGreaterThan(5)
    expect(faults).toEqual([])
  })

  it('goes to the first result when Enter comes before the results', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(site.url)
    await page.getByRole('combobox').fill(village.name)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: village.name }).waitFor()
  })

  it('opens a group of the menu by keyboard, closes it with Escape, and marks the group of the page', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/kaart`)
    await settle(page)
    const group = page.getByRole('button', { name: 'Zien' })
    await group.focus()
    await page.keyboard.press('Enter')
    expect(await group.getAttribute('aria-expanded')).toBe('true')
    expect(await page.getByRole('link', { name: 'Kaart', exact: true }).getAttribute('aria-current')).toBe('page')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect(await group.getAttribute('aria-expanded')).toBe('false')
    expect(await page.locator(':focus').textContent()).toBe('Zien')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Vergelijken', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/vergelijk')
    expect(await group.getAttribute('aria-expanded')).toBe('false')
    expect(faults).toEqual([])
  })

  it('offers the content as the first stop of the Tab key', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/over`)
    await settle(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(`document.activeElement?.getAttribute('href')`)).toBe('#inhoud')
  })

  it('keeps the choice of the map in the URL, so that whoever opens the address sees the same', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/kaart`)
    await settle(page)
    await page.getByLabel('Soort gebied').selectOption('wijk')
    await page.getByRole('combobox', { name: 'Onderwerp' }).selectOption('households')
    await page.getByRole('cell').first().waitFor()
    await settle(page)
    const address = new URL(page.url())
    expect(address.searchParams.get('niveau')).toBe('wijk')
    expect(address.searchParams.get('indicator')).toBe('households')
    const other = await site.openPage(1280)
    await other.page.goto(page.url())
    await settle(other.page)
    expect(await other.page.getByRole('combobox', { name: 'Onderwerp' }).inputValue()).toBe('households')
    expect(await other.page.locator('caption').first().textContent()).toBe(await page.locator('caption').first().textContent())
  })

  it('fetches one column and no shapes when only the indicator changes', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/kaart?niveau=gemeente&indicator=population`)
    await settle(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.getByRole('combobox', { name: 'Onderwerp' }).selectOption('households')
    await settle(page)
    expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual(['/v1/figures'])
  })

  it('sorts the table of the map by its headings', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/kaart?niveau=gemeente&indicator=population`)
    await settle(page)
    const figures = async (): Promise<number[]> =>
      (await page.locator('.td-figures-table td.td-number').allTextContents()).map((text) => Number(text.replace(/[^\d]/g, '')))
    const falling = await figures()
    expect(falling).toEqual(falling.toSorted((a, b) => b - a))
    await page.locator('.td-figures-table th.td-number button').focus()
    await page.keyboard.press('Enter')
    const rising = await figures()
    expect(rising).toEqual(rising.toSorted((a, b) => a - b))
    expect(await page.locator('.td-figures-table th.td-number').getAttribute('aria-sort')).toBe('ascending')
  })

  it('saves the map as PNG and SVG with title and source', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/kaart?niveau=gemeente&indicator=population`)
    await settle(page)
    await page.waitForTimeout(500)
    const png = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Plaatje (PNG)' }).click()
    const bytes = await readFile(await (await png).path())
    expect([...bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47])
    expect(bytes.length).toBeGreaterThan(20_000)
    const svg = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Tekening (SVG)' }).click()
    const drawing = await readFile(await (await svg).path(), 'utf8')
    expect(drawing).toContain('Inwoners')
    expect(drawing).toContain('Bron: ')
    expect(drawing.match(/<path /g)?.length).toBeGreaterThan(5)
    expect(faults).toEqual([])
  })

  it('draws an own village by keyboard and shows its figures at once', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/eigen-dorp`)
    await page.locator('#eigen-zoek').fill(village.name)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: /^Buurten/ }).waitFor()
    await settle(page)
    const boxes = page.getByRole('checkbox')
    for (const box of [boxes.first(), boxes.nth(1)]) {
      await box.focus()
      if (!(await box.isChecked())) await page.keyboard.press('Space')
    }
    await page.getByRole('heading', { name: 'Cijfers', exact: true }).waitFor()
    await settle(page)
    expect(new URL(page.url()).searchParams.get('buurten')?.split(',').length).toBeGreaterThanOrEqual(2)
    expect(faults).toEqual([])
  })

  it('speaks English when asked, and keeps doing so on the next page', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(site.url)
    await settle(page)
    await page.getByRole('link', { name: /^English/ }).click()
    await page.getByRole('heading', { level: 1, name: 'How is your village doing?' }).waitFor()
    await page.getByRole('link', { name: 'Sources' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Sources and licences' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  })

  it('says so and shows the table when the browser cannot draw the map', async () => {
    const plain = await openBrowser({ webgl: false })
    const { page } = await openPage(plain, 1280)
    await page.goto(`${site.url}/kaart`)
    await page.getByText('Uw browser kan de kaart niet tekenen').waitFor()
    expect(await page.locator('.td-figures-table tbody tr').count()).toBeGreaterThan(3)
    await plain.close()
  })
})
