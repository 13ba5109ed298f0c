/** Asking which schools can stay, with the keyboard, in a real browser on the real server, for the villages in a row. */
import { expect, it } from 'vitest'
import { makeVillages } from '../steps/explore/siting/siting-villages.ts'
import { settle } from './support/browser.ts'
import { expectWellShown } from './support/check-shown.ts'
import { describeSite } from './support/describe-site.ts'
import { startSiteWith } from './support/site-server.ts'

const QUESTION = '/plan?gebied=GM9001&wie=iedereen&manier=fiets'

describeSite('which schools can stay', { start: () => startSiteWith(makeVillages()) }, (site) => {
  it('is asked and answered by keyboard; a demand changes the plan, and the address holds it all', async () => {
    const { page, faults } = await site.openPage(1280)
    await page.goto(site.url + QUESTION)
    await settle(page)
    const start = page.getByRole('button', { name: 'Zoek plannen' })
    expect(await start.isDisabled()).toBe(true)
    await page.getByRole('spinbutton', { name: 'Hoeveel locaties mogen open?' }).focus()
    await page.keyboard.type('2')
    await start.focus()
    await page.keyboard.press('Enter')
    await page.locator('h2:focus', { hasText: 'De plannen naast elkaar' }).waitFor({ timeout: 60_000 })
    const sites = page.locator('.td-siting__site')
    expect(await sites.locator('h3').allTextContents()).toEqual(['Groeisterwoude Gaat samen', 'Krimpsterterp Blijft', 'Sint Annahuis Blijft'])
    // 900 inhabitants of Groeisterwoude go a step further (see run-siting.test.ts).
    await expectWellShown(page)
    expect(await sites.first().textContent()).toContain('Van de inwoners gaan er 900 naar De Terp (Krimpsterterp).')
    await page.getByRole('combobox', { name: 'Welk plan wilt u zien?' }).selectOption('2')
    expect(await sites.locator('h3').first().textContent()).toBe('Krimpsterterp Gaat samen')
    await page.getByRole('combobox', { name: 'Eis voor De Wouden' }).selectOption('open')
    await page.locator('button:focus', { hasText: 'Zoek plannen' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('De Wouden in Groeisterwoude blijft open, omdat de vraag dat eist.').waitFor({ timeout: 60_000 })
    await page.goto(page.url())
    await page.getByText('De Wouden in Groeisterwoude blijft open, omdat de vraag dat eist.').waitFor({ timeout: 60_000 })
    // On paper there is no form: what was asked stands there in words.
    const asked = page.locator('.td-print-only', { has: page.locator('dl') })
    expect(await asked.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect((await asked.innerText()).replaceAll(/\s+/g, ' ')).toContain('Hoe gaan zij met de fiets Doel Zo weinig mogelijk minuten voor iedereen samen Norm 15 minuten Locaties open, hoogstens 2 Moet open blijven De Wouden (Groeisterwoude) Samen één locatie binnen 1.000 meter')
    expect(await page.getByRole('heading', { name: 'Bewaren en delen' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    expect(faults).toEqual([])
  })

  it('has a mobile service where one is wanted, by keyboard, and the address holds it', async () => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url + QUESTION}&aantal=2`)
    await settle(page)
    await page.getByText('Een rijdende voorziening', { exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: 'Er mag een rijdende voorziening komen' }).press('Space')
    const fill = async (name: string, value: string): Promise<void> => {
      await page.getByRole('spinbutton', { name }).focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(value)
    }
    await fill('Dagen per week, alle voertuigen samen', '2')
    await fill('Dagen per week op één plek', '2')
    await fill('Wachten op de dag telt als', '5')
    await page.getByRole('button', { name: 'Zoek plannen' }).press('Enter')
    // See mobile-siting.test.ts.
    await page.getByText('In de plaats komt er een rijdende voorziening, 2 dagen per week.').waitFor({ timeout: 60_000 })
    expect(await page.locator('.td-siting__site h3').first().textContent()).toBe('Groeisterwoude Halte')
    expect(await page.locator('.td-siting__figures').first().getByRole('row', { name: 'Mensen die naar een halte gaan' }).textContent()).toContain('900')
    expect(new URL(page.url()).searchParams.get('rijdend')).toBe('samen:2,dagen:2,wachten:5')
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(320)
    expect(faults).toEqual([])
  })

  it('keeps a plan as a scenario of one’s own', async () => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url + QUESTION}&aantal=2&bereken=ja`)
    // Who opened a link is at the top.
    await page.getByRole('heading', { name: 'De plannen naast elkaar' }).waitFor({ timeout: 60_000 })
    expect(await page.locator('h2:focus').count()).toBe(0)
    await page.getByRole('button', { name: 'Bewaar als scenario' }).press('Enter')
    await page.locator('[tabindex="-1"]:focus', { hasText: 'is bewaard' }).waitFor()
    expect(await page.getByText('Het adres van deze pagina is nu de link').count()).toBe(0)
    const told = await page.getByText('Met deze link ziet iedereen het scenario:').textContent()
    expect(told).toContain(`${site.url}${(await page.getByRole('link', { name: 'Bekijk het scenario' }).getAttribute('href'))!}`)
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(320)
    await page.getByRole('link', { name: 'Bekijk het scenario' }).click()
    await page.getByText('De Wouden').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/scenarios')
    expect(faults).toEqual([])
  })

  it('draws an area by keyboard: a corner at a place, the others in the middle of the map, and takes one away', async () => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url}/plan?wie=iedereen&manier=fiets&aantal=1`)
    await settle(page)
    await page.getByRole('button', { name: 'Teken zelf een gebied op de kaart' }).press('Enter')
    await page.getByRole('combobox', { name: 'Zoek een plaats voor de volgende hoek' }).focus()
    await page.keyboard.type('Krimpsterterp')
    await page.locator('[role=listbox] [role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const corners = page.getByRole('list', { name: 'Hoeken van het gebied' }).getByRole('listitem')
    await corners.getByText('1. Krimpsterterp').waitFor()
    await page.getByText('Er zijn nog 2 hoeken nodig.').waitFor()
    await settle(page)
    const map = page.getByLabel('Kaart om een gebied te tekenen')
    await map.focus()
    for (const way of ['ArrowUp', 'ArrowRight', 'ArrowDown']) {
      await page.keyboard.press(way)
      await page.waitForTimeout(600)
      await page.keyboard.press('Enter')
    }
    await page.getByText('4 hoeken gezet.').waitFor()
    const drawn = new URL(page.url()).searchParams.get('vlak')!.split(';').map((corner) => corner.split(' ').map(Number))
    // Up, then right, then down again: north of, and east of, what was before.
    expect(drawn).toHaveLength(4)
    expect([drawn[2]![0]! > drawn[1]![0]!, drawn[3]![1]! < drawn[2]![1]!]).toEqual([true, true])
    await page.getByRole('button', { name: /^1\. Krimpsterterp weghalen$/ }).press('Enter')
    expect(await corners.count()).toBe(3)
    await expectWellShown(page)
    expect(faults).toEqual([])
  })

  it('says that there are fewer sites than may be open, and fits a telephone', async () => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url + QUESTION}&aantal=9&bereken=ja`)
    await page.getByText('Er mogen hoogstens 9 locaties open, maar er kunnen er hier 3 open').waitFor({ timeout: 60_000 })
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(320)
    await page.goto(`${site.url + QUESTION}&aantal=2&bereken=ja`)
    await page.getByRole('heading', { name: 'Elke locatie, en waarom' }).waitFor({ timeout: 60_000 })
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(320)
    expect(faults).toEqual([])
  })

  it('says what is done first, before there is a share to tell', async () => {
    const { page } = await site.openPage(320)
    let release = (): void => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/v1/siting-runs', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${site.url + QUESTION}&aantal=1&bereken=ja`)
    await page.locator('.td-job').waitFor()
    // The villages have no projection: people are the counted ones.
    expect(await page.locator('.td-job').getByRole('status').textContent()).toBe('We zoeken de beste plannen. Eerst zetten we klaar hoeveel mensen waar wonen, en hoe lang zij onderweg zijn.')
    expect(await page.locator('.td-job__state').textContent()).not.toContain('0 procent')
    expect(await page.getByRole('progressbar').getAttribute('value')).toBeNull()
    release()
    await page.getByRole('heading', { name: 'Elke locatie, en waarom' }).waitFor({ timeout: 60_000 })
  })
})
