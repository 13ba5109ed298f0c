/** A question about sites under a scenario, in a real browser with the made-up province. */
import { expect, it } from 'vitest'
import type { AreaListAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { ScenarioReceipt } from '#domain/answers/scenario-answers.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { settle } from './support/browser.ts'
import { describeSite } from './support/describe-site.ts'

describeSite('plans under a scenario', {}, (site) => {
  it('take that of the link along in the question, name it on the page, on paper and in the file, and shrink is another question', async () => {
      const { referenceYear, jumpOffYear = referenceYear } = await site.ask<StatusAnswer>('status')
    const [municipality = ''] = (await site.ask<AreaListAnswer>(`areas?level=municipality&year=${referenceYear}`)).codes
    const document = { format: 'topdorp-scenario/1', name: 'Veel baby’s', patches: [{ figure: 'fertilityRates', years: { from: jumpOffYear, to: jumpOffYear + 9 }, change: { multiplyBy: 1.5 } }] }
    const { id, version } = (await (await fetch(`${site.url}/v1/scenarios`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(document) })).json()) as ScenarioReceipt
    const { page, faults } = await site.openPage(320)
    const orders: SitingOrder[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/siting-runs')) orders.push(request.postDataJSON() as SitingOrder)
    })
    await page.goto(`${site.url}/plan?gebied=${municipality}&aantal=1&jaar=${jumpOffYear + 8}&scenario=${id}.${version}&bereken=ja`)
    await page.getByText('Met het scenario “Veel baby’s”.').waitFor({ timeout: 60_000 })
    expect(orders.length).toBe(1)
    for (const { scenario } of orders) expect(scenario).toMatchObject({ name: document.name, patches: document.patches })
    expect(await page.getByText('doet niets op deze pagina').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Vergelijk groei en krimp' }).count()).toBe(0)
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(320)
    const saved = await page.request.get(site.url + (await page.getByRole('link', { name: 'GeoJSON' }).getAttribute('href'))!)
    expect(saved.headers()['content-disposition']).toContain('veel-baby')
    await page.emulateMedia({ media: 'print' })
    expect((await page.locator('.td-print-only', { has: page.locator('dl') }).innerText()).replaceAll(/\s+/g, ' ')).toContain('Scenario Veel baby’s')
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('combobox', { name: 'Laat zien voor dit scenario' }).selectOption('krimp')
    await settle(page)
    expect([new URL(page.url()).searchParams.get('scenario'), new URL(page.url()).searchParams.get('bereken')]).toEqual(['krimp', null])
    await page.getByRole('button', { name: 'Zoek plannen' }).press('Enter')
    await page.getByText('Met het scenario “Krimpsterterp”.').waitFor({ timeout: 60_000 })
    expect(orders.at(-1)!.scenario!.patches!.every(({ areas }) => areas?.join() === municipality)).toBe(true)
    expect(faults).toEqual([])
  })
})
