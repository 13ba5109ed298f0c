/** Every page on paper and by the Tab key: nothing to click is printed and nothing falls off; the focus is seen at every stop, and there is a way out. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser, openPage, settle, withoutChromium } from './support/browser.ts'
import { listSitePages, type SitePage } from './support/site-pages.ts'
import { startSite, type SiteServer } from './support/site-server.ts'

const NAMES = ['kaart', 'index', 'eigen-index', 'index-vergelijking', 'selectie-krimp', 'bereik', 'scholen', 'leefregios', 'plan', 'normen', 'scenarios', 'vooruitblik', 'signaal', 'methode-index']
/** The width of an A4 between its margins, in CSS pixels. */
const PAPER_WIDTH = 700
const MOST_STOPS = 300

const ON_PAPER = `({
  controls: [...document.querySelectorAll('button:not(.td-sort), input, select, textarea')]
    .filter((part) => part.getBoundingClientRect().width > 1 && !part.closest('.td-visually-hidden'))
    .map((part) => part.outerHTML.slice(0, 120)),
  cut: [...document.querySelectorAll('main .td-scroll')].filter((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible').length,
  width: document.documentElement.scrollWidth,
})`

/** The element with the focus: a number of its own, what it is, and whether anything shows that it has the focus. */
const FOCUSED = `(() => {
  const part = document.activeElement
  if (part === null || part === document.body) return undefined
  part.stopNumber ??= (window.stopCount = (window.stopCount ?? 0) + 1)
  // The button that stands for a file field shows its focus.
  const shown = part.matches('.td-file__input') ? part.nextElementSibling : part
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  const { top, bottom } = shown.getBoundingClientRect()
  return {
    number: part.stopNumber,
    text: part.outerHTML.slice(0, 160),
    isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight,
  }
})()`

interface Stop {
  readonly number: number
  readonly text: string
  readonly isSeen: boolean
}

/** Presses Tab until the focus leaves the page; throws where it goes round or does not come out. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | undefined>(FOCUSED)
    if (stop === undefined) return stops
    if (stops.some(({ number }) => number === stop.number) || stops.length > MOST_STOPS) throw new Error(`no way on after ${stops.length} stops: ${stop.text}`)
    stops.push(stop)
  }
}

describe.skipIf(chromiumPath === undefined)(`a round over the pages${chromiumPath === undefined ? ` (${withoutChromium})` : ''}`, () => {
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

  it.each(NAMES)(
    'shows the focus at every stop on %s, and prints it without anything to click',
    async (name) => {
      const { page } = await openPage(browser, 1280)
      await page.goto(site.url + pages.find((one) => one.name === name)!.path)
      await settle(page)
      const stops = await walk(page)
      expect(stops.length).toBeGreaterThan(8)
      expect(stops.filter(({ isSeen }) => !isSeen).map(({ text }) => text)).toEqual([])
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: PAPER_WIDTH, height: 1000 })
      const { controls, cut, width } = await page.evaluate<{ controls: string[]; cut: number; width: number }>(ON_PAPER)
      expect(controls).toEqual([])
      expect(cut, 'tables that scroll').toBe(0)
      expect(width).toBeLessThanOrEqual(PAPER_WIDTH + 1)
      await page.context().close()
    },
    90_000,
  )

  it('asks the API in English from the first question on, so that an English page refuses in English', async () => {
    const { page } = await openPage(browser, 1280)
    await page.goto(`${site.url}/beheer/signalen?lang=en`)
    await page.getByText('Open your sign-in link').waitFor({ timeout: 20_000 })
    await page.context().close()
  }, 60_000)
})
