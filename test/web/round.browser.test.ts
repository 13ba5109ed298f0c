/** Every page on paper and by the Tab key: nothing to click is printed and nothing falls off; the focus is seen at every stop, and there is a way out. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser, openPage, settle, withoutChromium } from './support/browser.ts'
import { listSitePages, type SitePage } from './support/site-pages.ts'
import { startSite, type SiteServer } from './support/site-server.ts'

const NAMES = ['gemeente', 'kaart', 'index', 'eigen-index', 'index-vergelijking', 'selectie-krimp', 'bereik', 'scholen', 'leefregios', 'plan', 'normen', 'scenarios', 'vooruitblik', 'vooruitblik onder een scenario', 'vooruitblik-kaart', 'terugtoets', 'signaal', 'methode-index']
/** The width of an A4 between its margins, in CSS pixels. */
const PAPER_WIDTH = 700
const MOST_STOPS = 300

const ON_PAPER = `({
  controls: [...document.querySelectorAll('button:not(th > .td-topic), .utrecht-button-link, input, select, textarea')]
    .filter((part) => part.getBoundingClientRect().width > 1 && !part.closest('.td-visually-hidden'))
    .map((part) => part.outerHTML.slice(0, 120)),
  cut: [...document.querySelectorAll('main .td-scroll')].filter((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible').length,
  width: document.documentElement.scrollWidth,
  // A chart that was drawn for a screen has tiny letters on paper.
  shrunk: [...document.querySelectorAll('main .td-figure__drawing')].filter((part) => {
    const shown = [...part.querySelectorAll(':scope > svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
    return shown.length !== 1 || shown[0].getBoundingClientRect().width < 0.9 * shown[0].viewBox.baseVal.width
  }).length,
  // The picture of a map fills its box.
  loose: [...document.querySelectorAll('main .td-map')].filter((part) => {
    const picture = part.querySelector('.maplibregl-canvas')?.getBoundingClientRect()
    return picture !== undefined && (Math.abs(picture.width - part.clientWidth) > 2 || Math.abs(picture.height - part.clientHeight) > 2)
  }).length,
  nameless: [...document.querySelectorAll('main tbody th')].filter((part) => part.getBoundingClientRect().height > 0 && part.innerText.trim() === '').length,
  folded: [...document.querySelectorAll('main .td-opens-on-paper')].filter((part) => part.lastElementChild.getBoundingClientRect().height === 0).length,
  headless: [...document.querySelectorAll('main thead th[data-header]')].filter((part) => !getComputedStyle(part, '::before').content.replaceAll('\\\\', '').includes(part.dataset.header)).length,
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

/** Pages with a map whose areas can be chosen, and the part of the address that holds the choice. */
const CARDS = [['/kaart', 'gebied'], ['/index', 'gebied'], ['/index/eigen?niveau=gemeente&cijfers=distanceToSupermarket', 'gebied'], ['/selectie', 'gebied'], ['/bereik?niveau=gemeente', 'gebied'], ['/vooruitblik/kaart', 'gebied'], ['/leefregios', 'regio']] as const
const FOCUS = 'document.activeElement.outerHTML.slice(0, 120)'

/** The menu of a phone and every group in it. */
async function tryMenus(page: Page): Promise<string[]> {
  const faults: string[] = []
  const menu = page.locator('.td-header__menu')
  await menu.press('Enter')
  const groups = page.locator('.td-nav__link[aria-expanded]')
  if ((await groups.count()) === 0) faults.push('no menu')
  for (const group of await groups.all()) {
    await group.press('Enter')
    if ((await group.getAttribute('aria-expanded')) !== 'true') faults.push('a group that does not open')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    if ((await group.getAttribute('aria-expanded')) !== 'false' || !(await hasFocus(group))) faults.push(`group left open or without the focus: ${await page.evaluate<string>(FOCUS)}`)
  }
  await page.keyboard.press('Escape')
  if ((await menu.getAttribute('aria-expanded')) !== 'false' || !(await hasFocus(menu))) faults.push(`menu left open or without the focus: ${await page.evaluate<string>(FOCUS)}`)
  return faults
}

/** Every box that suggests places. */
async function trySearches(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const box of await page.getByRole('combobox', { expanded: false }).and(page.locator('input')).all()) {
    await box.fill('gr')
    await page.locator('[role=listbox]:visible, .td-search__none:visible').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    if ((await box.getAttribute('aria-expanded')) !== 'false' || !(await hasFocus(box))) faults.push(`suggestions left open or without the focus: ${await page.evaluate<string>(FOCUS)}`)
    await box.fill('')
  }
  return faults
}

const hasFocus = async (part: Locator): Promise<boolean> => await part.evaluate((own) => own === own.ownerDocument.activeElement)

interface OnPaper {
  readonly controls: string[]
  readonly cut: number
  readonly width: number
  readonly shrunk: number
  readonly loose: number
  readonly nameless: number
  readonly folded: number
  readonly headless: number
}

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
    pages.push({ name: 'vooruitblik onder een scenario', path: `${pages.find(({ name }) => name === 'vooruitblik')!.path}&scenario=krimp` })
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
      const { controls, cut, width, shrunk, loose, nameless, folded, headless } = await page.evaluate<OnPaper>(ON_PAPER)
      expect(controls).toEqual([])
      expect(cut, 'tables that scroll').toBe(0)
      expect(width).toBeLessThanOrEqual(PAPER_WIDTH + 1)
      expect({ shrunk, loose, nameless, folded, headless }).toEqual({ shrunk: 0, loose: 0, nameless: 0, folded: 0, headless: 0 })
      await page.context().close()
    },
    90_000,
  )

  it('closes whatever opens on any page with Escape, and gives the focus back', async () => {
    const { page } = await openPage(browser, 320)
    const faults: string[] = []
    for (const { name, path } of pages) {
      await page.goto(site.url + path)
      await settle(page)
      for (const fault of [...(await tryMenus(page)), ...(await trySearches(page))]) faults.push(`${name}: ${fault}`)
    }
    expect(faults).toEqual([])
    await page.context().close()
  }, 400_000)

  it.each(CARDS)('closes the card of a chosen area on %s with Escape, and gives the focus to the map', async (path, parameter) => {
    const { page } = await openPage(browser, 1280)
    const code = parameter === 'regio' ? 'DL01' : pages.find(({ name }) => name === 'gemeente')!.path.split('/').at(-1)!
    await page.goto(`${site.url}${path}${path.includes('?') ? '&' : '?'}${parameter}=${code}`)
    await settle(page)
    const card = page.locator('.td-area-card--chosen')
    const close = card.getByRole('button', { name: /^Sluit / })
    await close.focus()
    // What was opened last goes first: the menu, and only then the card.
    await page.getByRole('button', { name: 'Uitleg' }).press('Enter')
    await page.keyboard.press('Escape')
    expect(await card.count()).toBe(1)
    await close.focus()
    await page.keyboard.press('Escape')
    await page.locator('.td-area-card--empty').waitFor()
    expect(page.url()).not.toContain(code)
    expect(await page.evaluate<string | null>('document.activeElement.closest(".td-map__canvas")?.className ?? null')).not.toBeNull()
    await page.context().close()
  }, 90_000)

  it('draws the kinds of household of a scenario with those of the base under them', async () => {
    const { page } = await openPage(browser, 1280)
    await page.goto(site.url + pages.find(({ name }) => name === 'vooruitblik onder een scenario')!.path)
    await settle(page)
    const labels = await page.locator('#huishoudens .td-plot--screen text').allTextContents()
    expect(labels.filter((text) => text === 'basis'), 'under each tenth year but the first').toHaveLength(3)
    await page.context().close()
  }, 90_000)

  it('names every slider of the outlook and says its value; Escape stops the years', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'no-preference', locale: 'nl-NL' })
    const page = await context.newPage()
    await page.goto(site.url + pages.find(({ name }) => name === 'vooruitblik')!.path)
    await settle(page)
    const tree = await page.locator('main').ariaSnapshot()
    expect(tree.match(/slider "[^"]*"/g)).toEqual(['slider "Kies een jaar"', 'slider "Jongeren van 18 tot en met 34 jaar die vertrekken"', 'slider "Mensen die hier komen wonen"', 'slider "Kinderen per vrouw"'])
    const slider = page.getByRole('slider', { name: 'Kies een jaar' })
    await page.getByRole('button', { name: 'Speel af' }).press('Enter')
    await page.waitForURL(/jaar=2042/)
    await page.getByRole('button', { name: 'Stop' }).press('Escape')
    await page.getByRole('button', { name: 'Speel af' }).waitFor()
    const stopped = await slider.inputValue()
    await page.waitForTimeout(1500)
    expect(await slider.inputValue()).toBe(stopped)
    await slider.press('End')
    const next = page.getByRole('button', { name: 'Volgend jaar' })
    await next.press('Enter')
    expect(await next.evaluate((button) => button === button.ownerDocument.activeElement), 'the focus stays where it was in the last year').toBe(true)
    await context.close()
  }, 90_000)

  it('asks the API in English from the first question on, so that an English page refuses in English', async () => {
    const { page } = await openPage(browser, 1280)
    await page.goto(`${site.url}/beheer/signalen?lang=en`)
    await page.getByText('Open your sign-in link').waitFor({ timeout: 20_000 })
    await page.context().close()
  }, 60_000)
})
