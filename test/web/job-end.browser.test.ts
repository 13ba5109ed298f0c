/** A run that ends without a result, in a real browser: stopped here, forgotten by the server, or not taken. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { makeVillages } from '../steps/explore/siting/siting-villages.ts'
import { settle } from './support/browser.ts'
import { describeSite } from './support/describe-site.ts'
import { startSiteWith } from './support/site-server.ts'

describeSite('a run that gives nothing', { start: () => startSiteWith(makeVillages()) }, (site) => {
  const openQuestion = async (count: number): Promise<Page> => {
    const { page } = await site.openPage(320)
    await page.goto(`${site.url}/plan?gebied=GM9001&wie=iedereen&manier=fiets&aantal=${count}`)
    await settle(page)
    return page
  }
  const start = (page: Page) => page.getByRole('button', { name: 'Zoek plannen' }).press('Enter')
  const plans = (page: Page) => page.getByRole('heading', { name: 'De plannen naast elkaar' }).waitFor({ timeout: 60_000 })

  it('because it was stopped says so, and the focus is on the button that starts it again', async () => {
    const page = await openQuestion(1)
    await page.route('**/v1/jobs/*', async (route) => {
      if (route.request().method() === 'GET') await new Promise((resolve) => setTimeout(resolve, 2500))
      await route.continue().catch(() => undefined)
    })
    await start(page)
    const told = page.waitForRequest((request) => request.method() === 'DELETE' && /\/v1\/jobs\/[\w-]+\?ticket=/.test(request.url()))
    await page.getByRole('button', { name: 'Stop' }).press('Enter')
    await told
    await page.getByText('De berekening is gestopt.').waitFor()
    await page.locator('button:focus', { hasText: 'Bereken opnieuw' }).waitFor()
    await page.unroute('**/v1/jobs/*')
    await page.keyboard.press('Enter')
    await plans(page)
    expect(await page.getByText('De berekening is gestopt.').count()).toBe(0)
  })

  it('because the server began again says that, without a number, and computes it anew', async () => {
    const page = await openQuestion(2)
    const id = 'x'.repeat(22)
    await page.route('**/v1/siting-runs', (route) => route.fulfill({ status: 202, json: { id, status: 'running', progress: 0.1, ahead: 0, self: `/v1/jobs/${id}` } }))
    await start(page)
    await page.getByText('De server kent deze berekening niet meer').waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain(id)
    expect(await page.getByText('Deze vraag kan zo niet').count()).toBe(0)
    await page.unroute('**/v1/siting-runs')
    await page.getByRole('button', { name: 'Bereken opnieuw' }).press('Enter')
    await plans(page)
  })

  it('because too much was asked is headed by that, and can be tried again', async () => {
    const page = await openQuestion(3)
    await page.route('**/v1/siting-runs', (route) => route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify({ type: 'x', title: 'x', status: 429, detail: 'x', code: 'tooManyRequests' }) }))
    await start(page)
    await page.getByText('U vroeg veel in korte tijd.').waitFor()
    expect(await page.getByText('Deze vraag kan zo niet').count()).toBe(0)
    await page.unroute('**/v1/siting-runs')
    await page.getByRole('button', { name: 'Probeer opnieuw' }).press('Enter')
    await plans(page)
  })
})
