/** The tests of one file on one server and in one browser; windows of a test are closed after it. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { Records } from '#records/records.ts'
import { chromiumPath, openBrowser, openPage, withoutChromium, type WatchedPage } from './browser.ts'
import { startSite, type SiteServer } from './site-server.ts'

/** Server and browser, from the first `beforeAll` of the tests on. */
export interface SiteInBrowser {
  readonly url: string
  /** What people enter; undefined for a server that runs elsewhere. */
  readonly records: Records | undefined
  readonly browser: Browser
  /** A page in a window of its own, empty as yet. */
  openPage(width: number, height?: number): Promise<WatchedPage>
  /** What the API of this server answers at `/v1/…`. */
  ask<Answer>(path: string): Promise<Answer>
}

export interface SiteTestOptions {
  /** The made-up province unless told. */
  readonly start?: () => Promise<SiteServer>
  /** Where no map is looked at, a browser without it is quicker. */
  readonly webgl?: boolean
  /** Milliseconds a test; a minute and a half unless told. */
  readonly timeout?: number
  /** The tests look into the records, so that they cannot be tried on a server that runs elsewhere. */
  readonly needsRecords?: boolean
}

/** Leaves its tests out, and says so, where there is no Chromium. */
export function describeSite(name: string, { start = startSite, webgl = true, timeout = 90_000, needsRecords = false }: SiteTestOptions, tests: (site: SiteInBrowser) => void): void {
  const elsewhere = needsRecords && process.env['TOPDORP_SITE_URL'] !== undefined
  describe.skipIf(chromiumPath === undefined || elsewhere)(`${name}${chromiumPath === undefined ? ` (${withoutChromium})` : ''}`, { timeout }, () => {
    let server: SiteServer
    let browser: Browser
    let opened: WatchedPage[] = []

    beforeAll(async () => {
      server = await start()
      browser = await openBrowser({ webgl })
    }, 180_000)

    afterEach(async () => {
      for (const { page } of opened) await page.context().close()
      opened = []
    })

    afterAll(async () => {
      await browser?.close()
      await server?.close()
    })

    tests({
      get url() {
        return server.url
      },
      get records() {
        return server.records
      },
      get browser() {
        return browser
      },
      async openPage(width, height) {
        const watched = await openPage(browser, width, height)
        opened.push(watched)
        return watched
      },
      ask: async <Answer>(path: string) => (await (await fetch(`${server.url}/v1/${path}`)).json()) as Answer,
    })
  })
}
