/** Moments that are easily forgotten: the server is gone, the page goes to paper or a phone, a choice has no figures. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { AreaListAnswer, IndicatorListAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import { settle } from './support/browser.ts'
import { describeSite } from './support/describe-site.ts'

describeSite('odd moments', {}, (site) => {

  const listAreas = async (level: string): Promise<AreaListAnswer> => site.ask(`areas?level=${level}&year=${(await site.ask<StatusAnswer>('status')).referenceYear}`)

  it('asks to load the page anew once the server is of another version, and not before', async () => {
    const { page } = await site.openPage(320)
    await page.goto(site.url)
    await settle(page)
    const notice = page.getByText('Er is een nieuwe versie.')
    expect(await notice.count()).toBe(0)
    await page.route('**/v1/**', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'topdorp-build': 'anotherbuild' } })
    })
    await page.getByRole('main').getByRole('link', { name: 'Open de kaart' }).click()
    await notice.waitFor()
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await page.unrouteAll({ behavior: 'wait' })
    await page.getByRole('button', { name: 'Laad opnieuw' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kaart' }).waitFor()
    await settle(page)
    expect(await notice.count()).toBe(0)
  })

  it('says in our own words that the server is gone before a page was opened, and goes on when it is back', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(site.url)
    await settle(page)
    await page.context().setOffline(true)
    await page.getByRole('main').getByRole('link', { name: 'Open de kaart' }).click()
    await page.getByRole('heading', { level: 1, name: 'Dit lukte niet' }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain('De server geeft geen antwoord')
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await page.getByText('De server geeft nog geen antwoord (1 keer opnieuw geprobeerd).').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kaart' }).waitFor()
  })

  it('prints no search boxes and no buttons', async () => {
    const { codes } = await listAreas('municipality')
    for (const path of ['/kaart', '/begrippen', '/importverslag', `/vergelijk?plaatsen=${codes[0]},${codes[1]}`, `/plaats/${codes[0]}`, `/eigen-dorp?gemeente=${codes[0]}`]) {
      const { page } = await site.openPage(1280)
      await page.goto(site.url + path)
      await settle(page)
      expect(await page.locator('input:visible:not([type=checkbox])').count(), path).toBeGreaterThan(0)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('input:visible:not([type=checkbox]), select:visible').count(), path).toBe(0)
      await page.context().close()
    }
  })

  it('calls what is too small a facility, and not an area', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/bereik/normen?eigen=basisschool:fiets:15:60`)
    const small = page.getByRole('table', { name: 'Kleiner dan de norm' })
    await small.waitFor({ timeout: 60_000 })
    expect((await small.getByRole('columnheader').allInnerTexts()).map((header) => /^[\p{L} ]+/u.exec(header)?.[0].trim())).toEqual(['Voorziening', 'Gemeente', 'Leerlingen', 'Norm'])
  })

  it('asks how people go for a norm of time only, and heads the list of villages with what it lists', async () => {
    const { page } = await site.openPage(320)
    await page.goto(`${site.url}/bereik/normen?gebied=${(await listAreas('province')).codes[0]}&eigen=basisschool:auto::60`)
    const editor = page.getByRole('group', { name: 'Verander de normen' })
    await editor.waitFor({ timeout: 60_000 })
    expect(await editor.getByLabel('Hoe gaat u?').count()).toBe(0)
    // Nor does it list who is too far, where no norm says how far that is.
    await page.locator('#te-klein').waitFor({ timeout: 60_000 })
    expect(await page.locator('#dorpen, #gebieden').count()).toBe(0)
    await editor.getByLabel('Hoogstens minuten').fill('10')
    await editor.getByLabel('Hoe gaat u?').waitFor()
    const villages = page.getByRole('table', { name: 'Welke normen elk dorp haalt' })
    await villages.waitFor({ timeout: 60_000 })
    expect(await villages.getByRole('columnheader').first().innerText()).toMatch(/^Dorp\b/)
  })

  it('breaks no word of a wide list on paper, and keeps the list on the page', async () => {
    const { page } = await site.openPage(680)
    await page.goto(`${site.url}/bereik?niveau=gemeente&jaar=2040`)
    await page.locator('.td-table table').waitFor({ timeout: 60_000 })
    await page.emulateMedia({ media: 'print' })
    const broken = await page.evaluate<string[]>(`[...document.querySelectorAll('.td-table tbody > tr > *')].flatMap((cell) => {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      const found = []
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        for (const word of text.data.matchAll(/\\p{L}+/gu)) {
          const range = document.createRange()
          range.setStart(text, word.index)
          range.setEnd(text, word.index + word[0].length)
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word[0])
        }
      }
      return found
    })`)
    expect(broken).toEqual([])
    expect(await page.evaluate<number>(`document.querySelector('.td-table table').getBoundingClientRect().right`)).toBeLessThanOrEqual(680)
  })

  it('has a low head over a wide list on a phone, and in the list of a place the minutes in the window', async () => {
    const { page } = await site.openPage(320)
    await page.goto(`${site.url}/bereik?niveau=gemeente`)
    await page.locator('.td-table table').waitFor({ timeout: 60_000 })
    // Three lines of text.
    expect(await page.evaluate<number>(`document.querySelector('.td-table thead').getBoundingClientRect().height`)).toBeLessThan(100)
    const { codes } = await listAreas('municipality')
    await page.goto(`${site.url}/plaats/${codes[0]!}`)
    const row = page.locator('#bereik tbody tr').first()
    await row.waitFor({ timeout: 60_000 })
    expect(await page.locator('#bereik thead th').nth(3).innerText()).toContain('Lopend')
    for (const at of [0, 1, 2]) {
      const minutes = row.getByRole('cell').nth(at)
      expect(await minutes.innerText()).toMatch(/^\d+$|niet bekend/)
      const box = await minutes.boundingBox()
      // The page has a margin of its own.
      expect(box!.x + box!.width).toBeLessThanOrEqual(320 - 16)
    }
  })

  it('prints every row of a list that is paged on the screen, and of a search only what was found, and says so', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/bereik/normen?gebied=${(await listAreas('province')).codes[0]}`)
    await settle(page)
    const table = page.locator('#dorpen .td-table')
    await table.waitFor()
    const rows = table.locator('tbody tr')
    const [, shown, total] = (/^Rij 1 tot en met (\d+) van (\d+)$/.exec(await table.getByRole('status').innerText()) ?? []).map(Number)
    expect([await rows.count(), total! > shown!]).toEqual([shown, true])
    await page.emulateMedia({ media: 'print' })
    await expect.poll(async () => rows.count()).toBe(total)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(async () => rows.count()).toBe(shown)
    const name = await rows.first().getByRole('rowheader').innerText()
    await table.getByRole('textbox').fill(name)
    expect(await table.getByText(`Alleen rijen met “${name}”.`).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    await table.getByText(`Alleen rijen met “${name}”.`).waitFor({ state: 'visible' })
  })

  it('says on paper what the map shows and of which year the figures are', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/kaart?niveau=wijk&indicator=population&jaar=2023`)
    await settle(page)
    await page.emulateMedia({ media: 'print' })
    await page.getByText('Inwoners, wijken, 2023', { exact: true }).waitFor({ state: 'visible' })
    await page.goto(`${site.url}/plaats/${(await listAreas('municipality')).codes[0]}?jaar=2022`)
    await settle(page)
    await page.getByText('Jaar: 2022', { exact: true }).waitFor({ state: 'visible' })
  })

  it('compares four places on a phone without scrolling sideways in a table of figures', async () => {
    const { codes } = await listAreas('municipality')
    const { page } = await site.openPage(320, 640)
    await page.goto(`${site.url}/vergelijk?plaatsen=${codes.slice(0, 4).join(',')}`)
    await settle(page)
    const tables = await page.evaluate<[number, number][]>("[...document.querySelectorAll('.td-theme .td-scroll')].map((table) => [table.scrollWidth, table.clientWidth])")
    expect(tables.length).toBeGreaterThan(3)
    expect(tables.filter(([needed, there]) => needed > there)).toEqual([])
    const cell = await page.evaluate<string>("getComputedStyle(document.querySelector('.td-compare tbody td'), '::before').content")
    expect(cell).toBe(JSON.stringify((await listAreas('municipality')).names[0]))
  })

  it('marks the topics that have no figures of the kind of area that was chosen', async () => {
    const { indicators } = await site.ask<IndicatorListAnswer>('indicators')
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/kaart?niveau=buurt`)
    await settle(page)
    const options = await page.evaluate<[string, string][]>("[...document.querySelectorAll('.td-controls optgroup option')].map((option) => [option.value, option.textContent])")
    const without = indicators.filter(({ availability }) => !availability.some(({ level }) => level === 'neighbourhood')).map(({ id }) => id)
    expect(without.length).toBeGreaterThan(0)
    expect(options.flatMap(([id, text]) => (text.endsWith('(niet voor buurten)') ? [id] : [])).sort()).toEqual(without.sort())
  })

  it('has the names of municipalities on the map and in the drawing that one downloads, until they are hidden', async () => {
    const { page, faults } = await site.openPage(1280)
    const { names } = await listAreas('municipality')
    await page.goto(`${site.url}/kaart`)
    await settle(page)
    const listNames = async (): Promise<string[]> => {
      await page.waitForTimeout(1000)
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Tekening (SVG)' }).click()
      const drawing = await readFile(await (await download).path(), 'utf8')
      return [...drawing.matchAll(/<text [^>]*paint-order[^>]*>([^<]*)<\/text>/g)].flatMap(([, name]) => name ?? [])
    }
    const shown = await listNames()
    expect(shown.filter((name) => names.includes(name)).length).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Verberg namen' }).click()
    expect(await listNames()).toEqual([])
    expect(new URL(page.url()).searchParams.get('namen')).toBe('uit')
    expect(faults).toEqual([])
  })

  it('names the buurten of an own village that lie outside the municipality on the map, and lets each be taken away', async () => {
    const { codes, names } = await listAreas('neighbourhood')
    const [inside = '', outside = ''] = [codes[0], codes.at(-1)]
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/eigen-dorp?gemeente=GM${inside.slice(2, 6)}&buurten=${inside},${outside}`)
    await settle(page)
    const list = page.getByRole('group', { name: 'Ook gekozen, buiten deze gemeente' })
    await list.getByRole('checkbox', { name: names.at(-1) ?? '', exact: true }).click()
    await list.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('buurten')).toBe(inside)
  })

  it('keeps the focus on the heading when growth and shrink are compared, whose button goes', async () => {
    const { codes } = await listAreas('municipality')
    const { page } = await site.openPage(320)
    await page.goto(`${site.url}/plan?gebied=${codes[0]!}&aantal=1&bereken=ja`)
    await page.getByRole('button', { name: 'Vergelijk groei en krimp' }).press('Enter', { timeout: 60_000 })
    await page.locator('h2:focus', { hasText: 'Als er meer of minder mensen komen' }).waitFor()
  })
})
