/** A signal from the first word to the answer, in a real browser on the real server, with the keyboard where people type. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { inviteModerator } from '#steps/see/signals/sign-in.ts'
import { settle } from './support/browser.ts'
import { expectWellShown } from './support/check-shown.ts'
import { describeSite } from './support/describe-site.ts'
import { findVillage } from './support/site-pages.ts'

const HOSTILE = '<img src=x onerror="document.title=\'kwaad\'"><script>document.title="kwaad"</script> De bus rijdt niet.'

describeSite('signals on the site', { webgl: false, needsRecords: true }, (site) => {
  let village: { id: string; name: string }

  beforeAll(async () => {
    village = await findVillage(site.url)
  }, 180_000)
  const picture = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['SIGNAL_PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  }
  const openForm = async (width = 320): Promise<Awaited<ReturnType<typeof site.openPage>>> => {
    const opened = await site.openPage(width)
    await opened.page.goto(`${site.url}/signaal?plaats=${village.id}`)
    await settle(opened.page)
    await opened.page.waitForTimeout(3100)
    return opened
  }

  it('says what is not filled in, takes the focus there, and keeps what was typed', async () => {
    const { page, faults } = await openForm()
    await page.getByLabel('Wat ziet u?').fill('Kort')
    await page.getByRole('button', { name: 'Verstuur uw signaal' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Er is nog iets niet goed ingevuld').waitFor()
    expect(await page.evaluate<string>('document.activeElement.className')).toContain('td-form__summary')
    await expectWellShown(page)
    await picture(page, 'fouten-320')
    await page.getByRole('link', { name: 'Kies waar het over gaat' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('onderwerp')
    expect(await page.getByLabel('Wat ziet u?').inputValue()).toBe('Kort')
    expect(faults).toEqual([])
  })

  it('loses nothing when the server is gone, and keeps one signal when it is sent again', async () => {
    const { page } = await openForm(1280)
    await page.getByLabel(/^School/).check()
    await page.getByLabel('Wat ziet u?').fill('De school van ons dorp sluit.')
    // The signal arrives, but the answer never comes back.
    await page.route('**/v1/signals', async (route) => {
      await fetch(`${site.url}/v1/signals`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: route.request().postData() ?? '' })
      await route.abort()
    })
    await page.getByRole('button', { name: 'Verstuur uw signaal' }).click()
    await page.getByText('De server geeft geen antwoord').waitFor()
    expect(await page.getByLabel('Wat ziet u?').inputValue()).toBe('De school van ons dorp sluit.')
    await picture(page, 'server-weg-1280')
    await page.unroute('**/v1/signals')
    await page.getByRole('button', { name: 'Verstuur uw signaal' }).click()
    await page.getByRole('heading', { name: 'Uw signaal is ontvangen' }).waitFor()
    const rows = await site.records?.database.selectFrom('signal').select('id').where('text', '=', 'De school van ons dorp sluit.').execute()
    expect(rows).toHaveLength(1)
    expect(await page.evaluate('JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])')).toBe('[0,0,""]')
  })

  it('goes from the sender to the moderator and back as an answer; text is shown as text', async () => {
    const { page, faults } = await openForm()
    await page.getByLabel(/^Samenleven/).check()
    await page.getByLabel('Wat ziet u?').fill(HOSTILE)
    await page.getByLabel('Hoe kunnen we u bereiken?').fill('els@example.org')
    await picture(page, 'formulier-320')
    await page.getByRole('button', { name: 'Verstuur uw signaal' }).press('Enter')
    await page.getByRole('heading', { name: 'Uw signaal is ontvangen' }).waitFor()
    await expectWellShown(page)
    await picture(page, 'ontvangen-320')
    const code = (await page.locator('.td-receipt__code').innerText()).trim()
    expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)

    const moderator = await handle()
    await page.goto(`${site.url}/signaal/${code}`)
    await settle(page)
    await page.getByText('Vanaf mei rijdt er een buurtbus.').waitFor()
    await expectWellShown(page)
    await picture(page, 'volgen-320')
    await page.getByRole('button', { name: 'Wis mijn contactgegevens' }).press('Enter')
    await page.getByText('Uw contactgegevens zijn gewist').waitFor()

    await page.goto(`${site.url}/plaats/${village.id}`)
    await page.locator('.td-signal').waitFor()
    expect(await page.locator('.td-signal').innerText()).toContain('<script>')
    expect(await page.locator('.td-signal').innerText()).toContain('Dorpsgesprek')
    expect(await page.title()).not.toContain('kwaad')
    expect(await page.locator('.td-signal img, .td-signal script').count()).toBe(0)
    const folder = process.env['SIGNAL_PICTURES']
    if (folder) for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.locator('#signalen').screenshot({ path: `${folder}/plaats-${width}.png` })
    }
    await page.setViewportSize({ width: 320, height: 900 })
    await page.goto(`${site.url}/signalen?niveau=dorp`)
    await settle(page)
    const cells = page.getByRole('row').filter({ has: page.getByRole('link', { name: village.name, exact: true }) }).getByRole('cell')
    expect((await cells.allInnerTexts()).slice(0, 5), 'only what is published counts').toEqual(['1', '0', '0', '1', 'Samenleven 1'])
    await expectWellShown(page)
    await picture(page, 'signalen-320')
    await page.getByRole('link', { name: village.name, exact: true }).press('Enter')
    await page.locator('.td-signal').waitFor()
    expect([...faults, ...moderator]).toEqual([])
  })

  /** A moderator comes in by his link, publishes the newest signal about community life, and answers it. */
  async function handle(): Promise<string[]> {
    if (site.records === undefined) throw new Error('no records')
    const { token } = await inviteModerator(site.records.database, 'Els de Boer', { who: 'test', now: new Date() })
    const { page, faults } = await site.openPage(1280)
    await page.goto(`${site.url}/beheer/aanmelden#${token}`)
    await page.getByRole('button', { name: 'Meld mij aan' }).press('Enter')
    await page.getByRole('heading', { name: 'Signalen behandelen' }).waitFor()
    await settle(page)
    expect(await page.evaluate('document.cookie')).toBe('')
    await expectWellShown(page)
    await picture(page, 'lijst-1280')
    await page.getByRole('row', { name: /Samenleven/ }).getByRole('link').first().press('Enter')
    await page.getByText('De bus rijdt niet.').first().waitFor()
    expect(await page.locator('main').innerText()).not.toContain('els@example.org')
    await page.getByRole('button', { name: 'Toon de contactgegevens' }).press('Enter')
    await page.getByText('els@example.org').waitFor()
    await expectWellShown(page)
    await picture(page, 'behandelen-1280')
    await page.getByText('Plaats dit signaal').press('Enter')
    await page.getByRole('button', { name: 'Leg vast' }).press('Enter')
    await page.getByText('Opgepakt in…').press('Enter')
    await page.getByLabel('Waarin is het opgepakt?').fill('Dorpsgesprek')
    await page.getByRole('button', { name: 'Leg vast' }).press('Enter')
    await page.getByText('Opgepakt in Dorpsgesprek').waitFor()
    await page.getByText('Beantwoord', { exact: true }).press('Enter')
    await page.getByLabel('Uw antwoord').fill('Vanaf mei rijdt er een buurtbus.')
    await page.getByRole('button', { name: 'Leg vast' }).press('Enter')
    await page.locator('.td-steps').getByText('Vanaf mei rijdt er een buurtbus.').waitFor()
    await page.setViewportSize({ width: 320, height: 900 })
    await expectWellShown(page)
    await picture(page, 'behandeld-320')
    await page.getByRole('button', { name: 'Meld mij af' }).press('Enter')
    await page.getByText('U bent niet aangemeld').waitFor()
    await page.context().close()
    return faults.filter((fault) => !fault.includes('401'))
  }
})
