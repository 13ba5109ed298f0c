/** What moves, opens and is chosen on single pages: cards of areas, sliders, the drawing of a scenario. */
import { beforeAll, expect, it } from 'vitest'
import { settle } from './support/browser.ts'
import { describeSite } from './support/describe-site.ts'
import { listSitePages, type SitePage } from './support/site-pages.ts'

/** Pages with a map whose areas can be chosen, and the part of the address that holds the choice. */
const CARDS = [['/kaart', 'gebied'], ['/index', 'gebied'], ['/index/eigen?niveau=gemeente&cijfers=distanceToSupermarket', 'gebied'], ['/selectie', 'gebied'], ['/bereik?niveau=gemeente', 'gebied'], ['/vooruitblik/kaart', 'gebied'], ['/leefregios', 'regio']] as const

describeSite('parts of pages', {}, (site) => {
  let pages: SitePage[]

  beforeAll(async () => {
    pages = await listSitePages(site.url)
  }, 180_000)

  it.each(CARDS)('closes the card of a chosen area on %s with Escape, and gives the focus to the map', async (path, parameter) => {
    const { page } = await site.openPage(1280)
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
  }, 90_000)

  it('draws the kinds of household of a scenario with those of the base under them', async () => {
    const { page } = await site.openPage(1280)
    await page.goto(site.url + pages.find(({ name }) => name === 'vooruitblik-scenario')!.path)
    await settle(page)
    const labels = await page.locator('#huishoudens .td-plot--screen text').allTextContents()
    expect(labels.filter((text) => text === 'basis'), 'under each tenth year but the first').toHaveLength(3)
  }, 90_000)

  it('names every slider of the outlook and says its value; Escape stops the years', async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'no-preference', locale: 'nl-NL' })
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
    const { page } = await site.openPage(1280)
    await page.goto(`${site.url}/beheer/signalen?lang=en`)
    await page.getByText('Open your sign-in link').waitFor({ timeout: 20_000 })
  }, 60_000)
})
