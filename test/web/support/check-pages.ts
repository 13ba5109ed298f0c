/** Every page in a real browser at one width: it loads clean, is accessible, and fits. A file a width, so that they run side by side. */
import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser, openPage, settle, withoutChromium } from './browser.ts'
import { listSitePages, type SitePage } from './site-pages.ts'
import { startSite, type SiteServer } from './site-server.ts'

const PAGE_NAMES = [
  'start',
  'kaart',
  'kaart-buurten',
  'index',
  'eigen-index',
  'index-vergelijking',
  'bereik-vergelijking',
  'dorp',
  'gemeente',
  'selectie',
  'selectie-krimp',
  'bereik',
  'scholen',
  'leefregios',
  'plan',
  'normen',
  'scenarios',
  'vergelijk',
  'vooruitblik',
  'vooruitblik-kaart',
  'terugtoets',
  'eigen-dorp',
  'eigen-dorp-plaats',
  'signaal',
  'signalen',
  'privacy',
  'methode',
  'methode-index',
  'bronnen',
  'importverslag',
  'begrippen',
  'over',
  'toegankelijkheid',
  'niet-gevonden',
  'map-english',
]
/** The width of which pictures are kept, where `UPDATE_PICTURES=1` asks for new ones. */
const PICTURE_WIDTH = 1280
const picturesFolder = join(import.meta.dirname, '../../../docs/pictures')
/** Captions of tables whose words stand outside the window, or outside the box that their table scrolls in. */
const CUT_CAPTIONS = `[...document.querySelectorAll('main caption:not(.td-visually-hidden)')].filter((caption) => {
  if (!caption.checkVisibility()) return false
  const words = document.createRange()
  words.selectNodeContents(caption)
  const edge = caption.closest('.td-scroll')?.getBoundingClientRect().right ?? innerWidth
  return words.getBoundingClientRect().right > Math.min(edge, innerWidth) + 1
}).map((caption) => caption.textContent)`
const MOST_BYTES = 300_000

export function checkPages(width: number): void {
  describe.skipIf(chromiumPath === undefined)(`pages of the site at ${width} pixels${chromiumPath === undefined ? ` (${withoutChromium})` : ''}`, () => {
    let site: SiteServer
    let browser: Browser
    let pages: SitePage[]

    beforeAll(async () => {
      site = await startSite()
      browser = await openBrowser()
      pages = await listSitePages(site.url)
    }, 180_000)

    afterAll(async () => {
      await browser?.close()
      await site?.close()
    })

    it('has a test for every page in the list', () => {
      expect(pages.map(({ name }) => name)).toEqual(PAGE_NAMES)
    })

    it.each(PAGE_NAMES)(
      'shows %s without errors, without violations of the policy, accessible, and no wider than the window',
      async (name) => {
        const { page, faults } = await openPage(browser, width)
        await page.goto(site.url + pages.find((one) => one.name === name)!.path)
        await settle(page)
        const scrollWidth = await page.evaluate<number>('document.documentElement.scrollWidth')
        expect(scrollWidth, 'no scrolling sideways').toBeLessThanOrEqual(width)
        expect(await page.evaluate<string[]>(CUT_CAPTIONS), 'captions that are cut').toEqual([])
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 600))).toEqual([])
        expect(faults).toEqual([])
        if (process.env['UPDATE_PICTURES'] === '1' && width === PICTURE_WIDTH) await takePicture(page, name)
        await page.context().close()
      },
      90_000,
    )
  })
}

async function takePicture(page: Awaited<ReturnType<typeof openPage>>['page'], name: string): Promise<void> {
  await mkdir(picturesFolder, { recursive: true })
  const path = join(picturesFolder, `${name}-1280.png`)
  await page.evaluate('scrollTo(0, 0)')
  await page.screenshot({ path })
  expect((await stat(path)).size).toBeLessThan(MOST_BYTES)
}
