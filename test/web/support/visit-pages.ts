/** Opens every page once in a real browser, at one width, and lets checks look at it one after another. A file of tests a width, so that they run side by side. */
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContext, openPageIn, settle, type WatchedPage } from './browser.ts'
import { describeSite } from './describe-site.ts'
import { listSitePages, type SitePage } from './site-pages.ts'

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
  'scholen-scenario',
  'leefregios',
  'plan',
  'normen',
  'scenarios',
  'vergelijk',
  'vooruitblik',
  'vooruitblik-scenario',
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

/** Looks at a page that is drawn, and leaves it to the next check; fails by `expect`. */
export interface PageCheck {
  /** Ends the sentence "a page …". */
  readonly name: string
  check(visit: WatchedPage & SitePage): Promise<void>
}

/** Checks run in the order of the list. */
export function visitPages(width: number, checks: readonly PageCheck[]): void {
  describeSite(`pages of the site at ${width} pixels`, {}, (site) => {
    let context: BrowserContext
    let pages: SitePage[]

    beforeAll(async () => {
      context = await openContext(site.browser, width)
      pages = await listSitePages(site.url)
    })

    it('has tests for every page in the list', () => {
      expect(pages.map(({ name }) => name)).toEqual(PAGE_NAMES)
    })

    describe.each(PAGE_NAMES)('%s', (name) => {
      let watched: WatchedPage
      let visited: SitePage

      beforeAll(async () => {
        visited = pages.find((one) => one.name === name)!
        watched = await openPageIn(context)
        await watched.page.goto(site.url + visited.path)
        await settle(watched.page)
      }, 90_000)

      afterAll(async () => {
        await watched?.page.close()
      })

      it.each(checks)('$name', async ({ check }) => {
        await check({ ...watched, ...visited })
      }, 60_000)
    })
  })
}
