/** Selecting places by criteria, with the keyboard, in a real browser on the real server. */
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { settle } from './support/browser.ts'
import { describeSite } from './support/describe-site.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { startSiteWith } from './support/site-server.ts'

/** `yes`, `no` and `unknown`, as the page says them, and of how many. */
async function readCounts(page: Page): Promise<readonly [yes: number, no: number, unknown: number, of: number]> {
  const texts = await page.locator('.td-verdicts__count').allTextContents()
  const numbers = texts.map((text) => text.match(/(\d+) van (\d+)/)!.slice(1).map(Number))
  return [numbers[0]![0]!, numbers[1]![0]!, numbers[2]![0]!, numbers[0]![1]!]
}

/** Until the page has computed again: typing waits a moment before it asks. */
async function waitForOutcome(page: Page, change: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes('/v1/selection-runs'))
  await change()
  await answered
  await settle(page)
}

describeSite('selecting places', {}, (site) => {
  it('is bounded to a region of daily life, from its card', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/leefregios?regio=DL01`)
    await page.getByRole('link', { name: 'Kies plaatsen in deze leefregio' }).click({ timeout: 60_000 })
    await page.waitForURL(/binnen=DL4501/)
    await settle(page)
    await page.getByText('Dit is een leefregio.').waitFor()
    const [, , , of] = await readCounts(page)
    const { codes } = (await (await fetch(`${site.url}/v1/areas?level=municipality&year=2024`)).json()) as { codes: string[] }
    expect(of).toBeGreaterThan(0)
    expect(of).toBeLessThan(codes.length)
    expect(faults).toEqual([])
  })

  it('shows what came closest where nothing meets the criteria', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/selectie`)
    await settle(page)
    const shown = page.getByRole('combobox', { name: 'Toon' })
    expect(await shown.inputValue()).toBe('yes')
    await page.getByRole('spinbutton', { name: 'Grens' }).focus()
    await waitForOutcome(page, async () => {
      await page.keyboard.press('Control+A')
      await page.keyboard.type('-1000')
    })
    expect((await readCounts(page))[0]).toBe(0)
    expect(await shown.inputValue()).toBe('no')
  })

  it('moves with the threshold, keeps it in the address, and counts every place once', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/selectie`)
    await settle(page)
    const before = await readCounts(page)
    expect(before[0] + before[1] + before[2]).toBe(before[3])
    const threshold = page.getByRole('spinbutton', { name: 'Grens' })
    await threshold.focus()
    await waitForOutcome(page, async () => {
      await page.keyboard.press('Control+A')
      await page.keyboard.type('1000')
    })
    expect(await readCounts(page)).toEqual([before[3] - before[2], 0, before[2], before[3]])
    expect(page.url()).toContain('1000')
    await page.reload()
    await settle(page)
    expect(await threshold.inputValue()).toBe('1000')
    expect(faults).toEqual([])
  })

  it('adds a criterion and lets one be enough; the document opens with the same outcome', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/selectie`)
    await settle(page)
    const before = await readCounts(page)
    await waitForOutcome(page, async () => {
      await page.getByRole('button', { name: 'Voeg een voorwaarde toe' }).focus()
      await page.keyboard.press('Enter')
    })
    await waitForOutcome(page, async () => void (await page.getByLabel('Hoeveel moeten er kloppen?').selectOption({ label: 'Eén is genoeg' })))
    const after = await readCounts(page)
    expect(after[0]).toBeGreaterThan(before[0])
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Document (JSON)' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ format: 'topdorp-selection/1', where: { meet: 'any' } })

    const file = join(tmpdir(), `selectie-${process.pid}.json`)
    await writeFile(file, text)
    await page.goto(`${site.url}/selectie`)
    await settle(page)
    await waitForOutcome(page, () => page.getByLabel('Open een document').setInputFiles(file))
    await settle(page)
    expect(await page.getByLabel('Hoeveel moeten er kloppen?').inputValue()).toBe('any')
    expect(await readCounts(page)).toEqual(after)
    expect(faults).toEqual([])
  })

  it('says of every figure on which side of the threshold it is and how far, and by which criteria the place would turn', async () => {
    const { page, faults } = await site.openPage(320)
    const where = {
      kind: 'group', meet: 'any', of: [
        { kind: 'figure', indicator: 'shareAge65Plus', compare: 'atLeast', threshold: 12.5 },
        { kind: 'group', meet: 'all', of: [{ kind: 'change', indicator: 'population', measure: 'percent', compare: 'below', threshold: 0 }] },
      ],
    }
    await page.goto(`${site.url}/selectie?waar=${encodeURIComponent(JSON.stringify(where))}`)
    await settle(page)
    await page.getByRole('combobox', { name: 'Toon' }).selectOption('all')
    const table = page.getByRole('region', { name: /De plaatsen: alle plaatsen/ })
    const headings = await table.locator('thead th').allInnerTexts()
    expect(headings.find((text) => text.includes('65 jaar'))).toContain('Voorwaarde 1: minstens 12,5%')
    expect(headings.find((text) => text.includes('Inwoners'))).toContain('Voorwaarde 2.1: minder dan 0%')
    const read = (text: string) => Number(text.replace('%', '').replace(',', '.').replace('−', '-'))
    const rows = await table.locator('tbody tr').all()
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) {
      const [share = '', change = '', closeness = ''] = (await row.locator('th, td').allInnerTexts()).slice(-3).map((text) => text.replace(/\s+/g, ' ').trim())
      for (const [text, line, wantsMore] of [[share, 12.5, true], [change, 0, false]] as const) {
        const value = read(text.split(' ')[0]!)
        const amount = Math.abs(value - line)
        if (amount < 0.05) continue
        expect(text).toContain(`${amount.toFixed(1).replace('.', ',')} procentpunt ${value < line ? 'onder' : 'boven'} de grens`)
        expect(text).toContain(value > line === wantsMore ? '✓ voldoet:' : '✗ voldoet niet:')
      }
      expect(closeness).toMatch(/^(op het randje|dichtbij|ver weg) door (voorwaarde (1|2\.1)|voorwaarden 1 en 2\.1)$/)
    }
    expect(await page.evaluate<number>('document.scrollingElement.scrollWidth')).toBe(320)
    expect(faults).toEqual([])
  })

  it('says why it waits for a projection, and shows no empty list', async () => {
    const bare = await startSiteWith(makeTestStatistics())
    const { page, faults } = await site.openPage(320)
    await page.goto(`${bare.url}/selectie?selectie=krimpregio&niveau=gemeente`)
    await settle(page)
    await page.getByText('Deze selectie wacht').waitFor()
    expect(await page.getByRole('heading', { name: 'De plaatsen' }).count()).toBe(0)
    expect(await page.evaluate<number>('document.scrollingElement.scrollWidth')).toBe(320)
    expect(faults).toEqual([])
    await bare.close()
  })

  it('names what is wrong with criteria that cannot be, and with a file that is none', async () => {
    const { page } = await site.openPage(1280)
    const where = { kind: 'group', meet: 'all', of: [{ kind: 'figure', indicator: 'geluk', compare: 'above', threshold: 1 }] }
    await page.goto(`${site.url}/selectie?waar=${encodeURIComponent(JSON.stringify(where))}`)
    await page.getByText('Er is geen cijfer met de naam "geluk"').waitFor()
    const file = join(tmpdir(), `geen-selectie-${process.pid}.json`)
    await writeFile(file, '{')
    await page.getByLabel('Open een document').setInputFiles(file)
    await page.getByText('is geen JSON').waitFor()
  })
})
