/** A real Chromium that notices whatever goes wrong on a page. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** Path of Chromium: `CHROMIUM_PATH`, or one of the usual places; undefined where there is none. */
export const chromiumPath: string | undefined = [process.env['CHROMIUM_PATH'] ?? '', ...USUAL_PLACES].find((path) => path !== '' && existsSync(path))

export const withoutChromium = 'no Chromium found: install it (apt-get install chromium) or set CHROMIUM_PATH'

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']

export async function openBrowser({ webgl = true } = {}): Promise<Browser> {
  return await chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: [...QUIET, ...(webgl ? SOFTWARE_WEBGL : ['--disable-gpu', '--disable-3d-apis'])],
  })
}

export interface WatchedPage {
  readonly page: Page
  /** Console errors, uncaught exceptions and violations of the content security policy, as they come. */
  readonly faults: string[]
}

/** A window of its own, with nothing kept from before. */
export async function openContext(browser: Browser, width: number, height = 900): Promise<BrowserContext> {
  return await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'nl-NL', acceptDownloads: true })
}

export async function openPageIn(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  await page.exposeFunction('reportViolation', (text: string) => faults.push(`securitypolicyviolation: ${text}`))
  await page.addInitScript({
    content: "addEventListener('securitypolicyviolation', (event) => reportViolation(event.violatedDirective + ' ' + event.blockedURI))",
  })
  return { page, faults }
}

/** A page in a window of its own. */
export const openPage = async (browser: Browser, width: number, height?: number): Promise<WatchedPage> => openPageIn(await openContext(browser, width, height))

/**
 * Waits until nothing on the page says that it is loading and every map and chart is drawn, and that for a quarter of a second.
 * (Chromium does not tell when a worker has its answer, so waiting for a quiet network would be waiting for ever.)
 */
export async function settle(page: Page): Promise<void> {
  const givenUp = Date.now() + 45_000
  for (let quiet = 0; quiet < 2; ) {
    // Not waitForFunction: that evaluates text inside the page, which the policy of the site forbids.
    quiet = (await page.evaluate<boolean>(READY)) ? quiet + 1 : 0
    if (quiet === 0 && Date.now() > givenUp) throw new Error(`${page.url()} is not ready after 45 seconds: ${await page.evaluate<string>(UNREADY)}`)
    await page.waitForTimeout(250)
  }
}

const READY = `document.querySelector('h1') !== null
  && document.querySelector('.td-loading') === null
  && document.querySelector('.td-map__canvas:not([data-drawn])') === null
  && [...document.querySelectorAll('.td-figure__drawing')].every((drawing) => drawing.querySelector('svg') !== null)`

/** What is not ready, for the message; and what the page says, where it has no heading yet. */
const UNREADY = `[...document.querySelectorAll('.td-loading, .td-map__canvas:not([data-drawn]), .td-figure__drawing:not(:has(svg))')]
  .map((part) => part.className + ' ' + part.clientWidth + 'x' + part.clientHeight)
  .concat(document.querySelector('h1') === null ? ['no heading, but: ' + document.querySelector('main, #app').innerText.slice(0, 200)] : [])
  .join('; ')`
