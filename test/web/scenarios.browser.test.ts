/** A scenario from the first step to a shared link, in a real browser on the real server. */
import type { Page } from 'playwright-core'
import type { FacilityAnswer } from '#domain/answers/reach-answers.ts'
import type { SchoolListAnswer } from '#domain/answers/school-answers.ts'
import { beforeAll, expect, it } from 'vitest'
import { settle } from './support/browser.ts'
import { expectWellShown } from './support/check-shown.ts'
import { describeSite } from './support/describe-site.ts'
import { findVillage } from './support/site-pages.ts'

describeSite('scenarios on the site', { webgl: false, timeout: 120_000, needsRecords: true }, (site) => {
  let village: { id: string; name: string }

  beforeAll(async () => {
    village = await findVillage(site.url)
  }, 180_000)
  /** Types the name of the village, and takes the first that is offered. */
  const choose = async (page: Page, label: string, name = village.name): Promise<void> => {
    await page.getByRole('combobox', { name: label, exact: true }).focus()
    await page.keyboard.type(name)
    // Those of what was typed before may still be there.
    await page.locator('[role=listbox] [role=option]', { hasText: name }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  const press = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }

  it('is built step by step with the keyboard, tells what each step touches, is kept, opened by another, changed and erased', async () => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url}/scenarios`)
    await settle(page)
    await press(page, 'Bewaar en deel')
    await page.getByText('Geef het scenario eerst een naam.').waitFor()
    await page.getByLabel('Naam van het scenario').fill('School dicht')
    await page.getByLabel('Wat verandert er?').selectOption('closed')
    const { names } = (await (await fetch(`${site.url}/v1/areas?level=province`)).json()) as { names: string[] }
    await choose(page, 'Bij welke plaats?', names[0]!)
    await page.getByText(`${names[0]!} is hier te groot. Zoek eerst een gemeente, dorp of buurt.`).waitFor()
    expect(await page.getByLabel('Welke sluit er?').count()).toBe(0)
    await page.getByRole('combobox', { name: 'Bij welke plaats?', exact: true }).fill('')
    await choose(page, 'Bij welke plaats?')
    await page.getByText(/^In de lijst: alle in .+ \(\d+\), en de dichtstbijzijnde daarbuiten \(\d+\)\./).waitFor()
    const which = page.getByLabel('Welke sluit er?')
    const [first] = (await which.getByRole('option').allTextContents()).slice(1)
    const everyOne = await which.getByRole('option').count()
    const part = page.getByLabel('Deel van de naam (mag leeg blijven)')
    await part.fill('geen school heet zo')
    await page.getByText('Met deze naam: 0.').waitFor()
    expect(await which.getByRole('option').count()).toBe(1)
    await part.fill(first!.split(',')[0]!.toUpperCase())
    await page.getByText(/Met deze naam: [1-9]/).waitFor()
    expect(await which.getByRole('option').count()).toBeLessThan(everyOne)
    await which.selectOption({ index: 1 })
    await expectWellShown(page)
    await press(page, 'Voeg toe')
    await page.waitForFunction('document.activeElement.textContent.startsWith("Sluit: ")')
    const steps = page.getByRole('list', { name: 'Wat dit scenario verandert' }).getByRole('listitem')
    await steps.getByText(/^Raakt .* buurt/).waitFor()
    expect(await steps.count()).toBe(1)
    await expectWellShown(page)
    await press(page, 'Bewaar en deel')
    await page.getByText('“School dicht” is bewaard').waitFor()
    const link = page.url()
    expect(link).toMatch(/\?bekijk=[2-9A-Z]{16}\.1$/)
    await expectWellShown(page)

    const other = await site.openPage(1280)
    await other.page.goto(link)
    await other.page.getByRole('heading', { name: 'School dicht' }).waitFor()
    await other.page.getByText('U hebt in deze browser nog geen scenario bewaard.').waitFor()
    await choose(other.page, 'Voor welke plaats?')
    const reach = other.page.getByRole('table', { name: `Reistijd vanuit ${village.name}` })
    await reach.waitFor()
    const [base, scenario] = await reach.getByRole('row', { name: /^Minuten/ }).getByRole('cell').allTextContents()
    expect(Number.parseFloat(scenario!.replace(',', '.'))).toBeGreaterThan(Number.parseFloat(base!.replace(',', '.')))
    await expectWellShown(other.page)
    // One year for all figures, in the address with the place: who opens it sees the same.
    expect(await other.page.getByRole('rowheader', { name: /^Inwoners, / }).count()).toBe(2)
    await other.page.getByLabel('Voor welk jaar?').selectOption('2040')
    const compared = other.page.locator('#vergelijken table')
    await other.page.getByRole('table', { name: `Reistijd vanuit ${village.name}, inwoners van 2040 (verwacht)` }).waitFor({ timeout: 60_000 })
    await other.page.getByRole('rowheader', { name: 'Inwoners, 2040' }).waitFor()
    expect(await other.page.getByRole('rowheader', { name: /^Inwoners, / }).count()).toBe(1)
    const asChosen = await compared.allInnerTexts()
    expect(new URL(other.page.url()).searchParams.get('plaats')).toBe(village.id)
    await other.page.reload()
    await compared.nth(1).waitFor({ timeout: 60_000 })
    expect(await compared.allInnerTexts()).toEqual(asChosen)
    const { parents } = (await (await fetch(`${site.url}/v1/places/${village.id}`)).json()) as { parents: { level: string; code: string }[] }
    const municipality = parents.find(({ level }) => level === 'municipality')!.code
    for (const name of ['Leg het langs normen', 'Zoek plannen voor locaties']) {
      const search = new URL((await other.page.getByRole('link', { name }).getAttribute('href'))!, site.url).searchParams
      expect([search.get('scenario'), search.get('gebied'), search.get('jaar')]).toEqual([link.split('=')[1], municipality, '2040'])
    }
    await expectWellShown(other.page)
    await other.page.getByRole('link', { name: 'Bekijk de reistijd' }).click()
    await other.page.getByRole('heading', { name: 'Scenario: School dicht' }).waitFor()
    await other.page.getByText(/wordt de reistijd anders/).waitFor()

    await page.getByRole('button', { name: /^Haal weg/ }).first().focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate<string>('document.activeElement.getAttribute("aria-label")')).toBe('Wat dit scenario verandert')
    await press(page, 'Bewaar als nieuwe versie')
    await page.waitForURL(/\.2$/)
    await other.page.goto(link)
    await other.page.getByRole('link', { name: 'Er is een nieuwere: versie 2.' }).waitFor()
    expect(await other.page.getByText(/^Sluit: /).count(), 'a link to a version keeps giving that version').toBe(1)

    page.on('dialog', (dialog) => void dialog.accept())
    await press(page, 'Wis School dicht')
    await page.getByText('U hebt in deze browser nog geen scenario bewaard.').waitFor()
    await other.page.goto(link)
    await other.page.getByText(/is weggehaald/).waitFor()
    expect([...faults, ...other.faults].filter((fault) => !fault.includes('410'))).toEqual([])
  })

  it('is erased with its key by who has it elsewhere, and every page that leads to it says that it is gone and shows the figures without', async () => {
    const { page } = await site.openPage(320)
    const { parents } = (await (await fetch(`${site.url}/v1/places/${village.id}`)).json()) as { parents: { level: string; code: string }[] }
    const municipality = parents.find(({ level }) => level === 'municipality')!.code
    const kept = await fetch(`${site.url}/v1/scenarios`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Sneller fietsen', speeds: [{ mode: 'bicycle', factor: 1.2 }] }) })
    const { id, secret } = (await kept.json()) as { id: string; secret: string }
    await page.goto(`${site.url}/scenarios?bekijk=${id}.1`)
    await page.getByText('Wissen met een sleutel').click()
    await press(page, 'Wis')
    await page.getByText('Vul eerst de sleutel in.').waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByLabel('Sleutel').fill('dit-is-niet-de-goede-sleutel')
    await press(page, 'Wis')
    await page.getByText('of de sleutel hoort er niet bij').waitFor()
    await expectWellShown(page)
    expect((await fetch(`${site.url}/v1/scenarios/${id}`)).status).toBe(200)
    await page.getByLabel('Sleutel').fill(secret)
    await press(page, 'Wis')
    const gone = page.getByText(`Scenario ${id} is weggehaald`)
    await gone.waitFor()
    expect((await fetch(`${site.url}/v1/scenarios/${id}`)).status).toBe(410)
    const rest = `scenario=${id}.1`
    for (const path of [`/bereik?${rest}`, `/scholen?gebied=${municipality}&${rest}`, `/bereik/normen?gebied=${municipality}&${rest}`, `/plan?gebied=${municipality}&aantal=1&${rest}`, `/vooruitblik?plaats=${village.id}&scenario=eigen&eigen=${id}.1`]) {
      await page.goto(site.url + path)
      await gone.waitFor({ timeout: 60_000 })
      await page.locator('.td-loading').first().waitFor({ state: 'detached', timeout: 60_000 })
      if (/bereik\?|scholen/.test(path)) await page.getByText('De cijfers hieronder zijn zonder scenario.').waitFor()
    }
    await page.context().close()
  })

  it('closes one address of a school that stands at two, by keyboard, and says so', async () => {
    const { page, faults } = await site.openPage(320)
    const { codes, names } = (await (await fetch(`${site.url}/v1/areas?level=municipality`)).json()) as { codes: string[]; names: string[] }
    const asked = codes.map(async (code) => (await (await fetch(`${site.url}/v1/places/${code}/facilities?facilityType=secondarySchool&limit=100`)).json()) as { facilities: { id: string }[] })
    const ids = [...new Set((await Promise.all(asked)).flatMap(({ facilities }) => facilities.map(({ id }) => id)))]
    const schools = await Promise.all(ids.map(async (id) => (await (await fetch(`${site.url}/v1/facilities/${id}?facilityType=secondarySchool`)).json()) as FacilityAnswer))
    const [school, ...others] = schools.filter(({ addresses }) => addresses.length > 1)
    expect([school!.addresses.length, others]).toEqual([2, []])

    await page.goto(`${site.url}/scenarios`)
    await settle(page)
    await page.getByLabel('Wat verandert er?').selectOption('closed')
    await page.getByLabel('Voorziening', { exact: true }).selectOption('secondarySchool')
    await choose(page, 'Bij welke plaats?', names[codes.indexOf(school!.municipality!.code)])
    await page.getByLabel('Welke sluit er?').selectOption(school!.id)
    await page.getByText(`${school!.name} staat op 2 adressen.`).waitFor()
    const which = page.getByRole('combobox', { name: 'Op welk adres?' })
    expect(await which.getByRole('option').allTextContents()).toEqual(['Op alle 2 adressen', ...school!.addresses.map(({ number, text }) => `Alleen adres ${number}: ${text!}`)])
    await which.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expectWellShown(page)
    await press(page, 'Voeg toe')
    const steps = page.getByRole('list', { name: 'Wat dit scenario verandert' }).getByRole('listitem')
    await steps.getByText(`Sluit: ${school!.name} in ${school!.village!} (middelbare school), alleen adres 2: ${school!.addresses[1]!.text!}.`).waitFor()
    // For others the first address is as near: it goes on there.
    await steps.getByText(/Raakt .* buurt|Verandert niets/).waitFor()
    expect(await page.getByText('Zo kan dit scenario niet').count()).toBe(0)
    expect(faults).toEqual([])
  })

  it('names what a file closes by its identifier only, and says of an identifier that nobody knows that it is not there', async () => {
    const { page, faults } = await site.openPage(320)
    const { facilities } = (await (await fetch(`${site.url}/v1/places/${village.id}/facilities?facilityType=primarySchool`)).json()) as { facilities: { id: string; name: string }[] }
    const [known] = facilities
    await page.goto(`${site.url}/scenarios`)
    await settle(page)
    const document = { format: 'topdorp-scenario/1', name: 'Uit een bestand', facilities: { closed: [{ type: 'primarySchool', id: known!.id }, { type: 'primarySchool', id: '99ZZ99' }] } }
    await page.locator('input[type=file]').setInputFiles({ name: 'scenario.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) })
    const steps = page.getByRole('list', { name: 'Wat dit scenario verandert' }).getByRole('listitem')
    await steps.getByText(new RegExp(`^Sluit: ${known!.name} in .+ \\(basisschool\\)\\.`)).waitFor()
    await steps.getByText('Sluit: nummer 99ZZ99, dat in deze cijfers niet voorkomt (basisschool).').waitFor()
    await page.getByText('Er is geen basisschool met nummer "99ZZ99".').first().waitFor()
    await expectWellShown(page)
    expect(faults.filter((fault) => !/40[04]/.test(fault))).toEqual([])
  })

  it('changes people, moves a facility and sets a norm, each in a sentence with the names of its places', async () => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url}/scenarios`)
    await settle(page)
    const steps = page.getByRole('list', { name: 'Wat dit scenario verandert' }).getByRole('listitem')
    await page.getByLabel('Wat verandert er?').selectOption('patches')
    await page.getByLabel('Wat wordt anders?').selectOption('internalOutRates')
    await page.getByLabel('Hoeveel', { exact: true }).fill('-10')
    await choose(page, 'Waar? (leeg is heel Nederland)')
    await page.getByText('Van een dorp kennen we dit niet apart.').waitFor()
    await page.getByLabel('Voor wie?').selectOption('women')
    await page.getByLabel('Vanaf leeftijd (leeg is 0)').fill('20')
    await page.getByLabel('Tot en met leeftijd (leeg is 100)').fill('29')
    await press(page, 'Voeg toe')
    await steps.getByText(/^Vertrek naar andere gemeenten: −10 procent, in [A-Z].* \(vrouwen, 20 tot en met 29 jaar\), van \d+ tot en met \d+\. Raakt .* cijfers van de vooruitblik\.$/).waitFor()

    await page.getByLabel('Wat verandert er?').selectOption('moved')
    await choose(page, 'Bij welke plaats?')
    await page.getByLabel('Welke verhuist er?').selectOption({ index: 2 })
    await choose(page, 'Naar welke plaats?')
    await press(page, 'Voeg toe')
    await steps.getByText(new RegExp(`^Verhuist: .*, naar ${village.name}\\. Raakt .* buurt`)).waitFor()

    await page.getByLabel('Wat verandert er?').selectOption('norms')
    await page.getByLabel('Hoogstens zoveel minuten (mag leeg blijven)').fill('12')
    await press(page, 'Voeg toe')
    await steps.getByText('Norm voor basisschool: hoogstens 12 minuten met de fiets.').waitFor()
    expect(await steps.count()).toBe(3)
    await expectWellShown(page)
    expect(faults).toEqual([])
  })

  it('is chosen on the page about schools, stays in the address, and stands beside what happens without it', async () => {
    const { page, faults } = await site.openPage(320)
    const { parents } = (await (await fetch(`${site.url}/v1/places/${village.id}`)).json()) as { parents: { level: string; code: string }[] }
    await page.goto(`${site.url}/scholen?gebied=${parents.find(({ level }) => level === 'municipality')!.code}`)
    await page.getByLabel('Laat zien voor dit scenario').selectOption('krimp')
    expect(page.url()).toContain('scenario=krimp')
    const together = page.getByRole('table', { name: 'Alle scholen samen: met en zonder Krimpsterterp' })
    await together.waitFor({ timeout: 60_000 })
    const cells = await together.getByRole('row', { name: /^Leerlingen verwacht/ }).getByRole('cell').allTextContents()
    const [scenario, base, difference] = cells.map((text) => Number(text.replace('.', '').replace('−', '-')))
    expect(scenario! - base!).toBe(difference)
    expect(difference!).toBeLessThan(0)
    const download = page.waitForEvent('download')
    await press(page, 'CSV')
    expect((await download).suggestedFilename()).toMatch(/^topdorp-basisscholen-.*krimpsterterp\.csv$/)
    await expectWellShown(page)
    // One school follows it too, beside the base, and goes back with it.
    const code = ((await (await fetch(`${site.url}/v1/schools?area=${new URL(page.url()).searchParams.get('gebied')!}`)).json()) as SchoolListAnswer).schools[0]!.code
    await page.goto(`${page.url()}&school=${code}`)
    const one = page.locator('#school')
    const sentence = /In het scenario Krimpsterterp zijn er in \d{4} naar verwachting (\d+) leerlingen; zonder het scenario (\d+)\./
    await one.getByText(sentence).waitFor({ timeout: 60_000 })
    const [, withIt, without] = sentence.exec(await one.innerText())!
    expect(Number(withIt)).toBeLessThan(Number(without))
    await one.getByText('In tabelvorm').or(one.locator('summary')).first().click()
    expect(await one.getByRole('columnheader', { name: /Zonder het scenario/ }).count()).toBe(1)
    await expectWellShown(page)
    await page.getByLabel('Laat zien voor dit scenario').selectOption('')
    await one.getByText(sentence).waitFor({ state: 'detached' })
    await together.waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('scenario')
    expect(faults).toEqual([])
  })

  it('is followed by how many are within reach and by the files, on the page of travel times', async () => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url}/bereik?niveau=gemeente&toon=keuze&jaar=2040&scenario=krimp`)
    await page.getByLabel('Op de kaart en in de tabel').waitFor({ timeout: 60_000 })
    await page.getByText('Hoeveel er binnen bereik is, volgt dit deel van het scenario niet: bevolking.').waitFor()
    const download = page.waitForEvent('download')
    await press(page, 'CSV')
    expect((await download).suggestedFilename()).toMatch(/krimpsterterp\.csv$/)
    await page.goto(`${site.url}/bereik/normen?jaar=2040&scenario=krimp`)
    await page.getByText('Zo rekenen we voor heel Nederland.').waitFor()
    await page.getByRole('columnheader', { name: /zonder/i }).first().waitFor({ timeout: 60_000 })
    await expectWellShown(page)
    expect(faults).toEqual([])
  })
})
