/** What an address asks and a page cannot do is said on the page: which part, and what one sees instead. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser, openPage, settle, withoutChromium } from './support/browser.ts'
import { startSite, type SiteServer } from './support/site-server.ts'

const TITLE = 'Niet alles in het adres van deze pagina konden we gebruiken'
const CASES: readonly (readonly [path: string, ...says: readonly string[]])[] = [
  ['/index?niveau=zz&eerder=99&onderdeel=geluk&gebied=GM9999&cijfers=population&jaar=1850', 'niveau=zz', 'gemeenten', 'eerder=99', 'niet vergelijken', 'onderdeel=geluk', 'de hele index', 'gebied=GM9999', '“cijfers=population” doet niets', '“jaar=1850” doet niets'],
  ['/index/eigen?niveau=zz&cijfers=distanceToSupermarket,geluk:3,averageIncomePerInhabitant:NaN&onderdelen=pret:1&schaal=x&minimum=4', 'niveau=zz', 'gemeenten', 'cijfers=geluk:3', 'cijfers=averageIncomePerInhabitant:NaN', 'onderdelen=pret:1', 'schaal=x', 'percentielrang', 'minimum=4', '75%'],
  ['/selectie?niveau=zz&jaar=nu&waar={&cijfers=x', 'niveau=zz', 'gemeenten', 'jaar=nu', 'waar={', 'de voorwaarden van', '“cijfers=x” doet niets'],
  ['/kaart?niveau=zz&indicator=geluk&jaar=1850', 'niveau=zz', 'gemeenten', 'indicator=geluk', 'jaar=1850'],
]

describe.skipIf(chromiumPath === undefined)(`an address with mistakes${chromiumPath === undefined ? ` (${withoutChromium})` : ''}`, { timeout: 60_000 }, () => {
  let site: SiteServer
  let browser: Browser

  beforeAll(async () => {
    site = await startSite()
    browser = await openBrowser({ webgl: false })
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it.each(CASES)('%s says so, and shows the page', async (path, ...says) => {
    const { page, faults } = await openPage(browser, 320)
    await page.goto(`${site.url}${path}`)
    await settle(page)
    const notice = await page.locator('.td-alert', { hasText: TITLE }).innerText()
    for (const text of says) expect(notice.toLocaleLowerCase()).toContain(text.toLocaleLowerCase())
    expect(faults.filter((fault) => !fault.includes('WebGL'))).toEqual([])
    await page.context().close()
  })

  it('without mistakes says nothing', async () => {
    const { page } = await openPage(browser, 320)
    for (const path of ['/index?niveau=buurt&lang=nl', '/index/eigen?niveau=wijk&cijfers=distanceToSupermarket:2', '/selectie?niveau=gemeente', '/kaart?niveau=buurt&indicator=population']) {
      await page.goto(`${site.url}${path}`)
      await settle(page)
      expect(await page.getByText(TITLE).count()).toBe(0)
    }
    await page.context().close()
  })
})
