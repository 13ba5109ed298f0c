/** What an address asks and a page cannot do is said on the page: which part, and what one sees instead. */
import { expect, it } from 'vitest'
import { settle } from './support/browser.ts'
import { describeSite } from './support/describe-site.ts'
import { findVillage } from './support/site-pages.ts'

const TITLE = 'Niet alles in het adres van deze pagina konden we gebruiken'
const CASES: readonly (readonly [path: string, ...says: readonly string[]])[] = [
  ['/index?niveau=zz&eerder=99&onderdeel=geluk&gebied=GM9999&cijfers=population&jaar=1850', 'niveau=zz', 'gemeenten', 'eerder=99', 'niet vergelijken', 'onderdeel=geluk', 'de hele index', 'gebied=GM9999', '“cijfers=population” doet niets', '“jaar=1850” doet niets'],
  ['/index/eigen?niveau=zz&cijfers=distanceToSupermarket,geluk:3,averageIncomePerInhabitant:NaN&onderdelen=pret:1&schaal=x&minimum=4', 'niveau=zz', 'gemeenten', 'cijfers=geluk:3', 'cijfers=averageIncomePerInhabitant:NaN', 'onderdelen=pret:1', 'schaal=x', 'percentielrang', 'minimum=4', '75%'],
  ['/selectie?niveau=zz&jaar=nu&waar={&cijfers=x', 'niveau=zz', 'gemeenten', 'jaar=nu', 'waar={', 'de voorwaarden van', '“cijfers=x” doet niets'],
  ['/bereik?voorziening=zwembad&manier=bus&niveau=zz&norm=-1&hoeveelste=9&toon=x&gebied=GM9999&kleur=rood', 'voorziening=zwembad', 'manier=bus', 'met de auto', 'niveau=zz', 'gemeenten', 'norm=-1', 'hoeveelste=9', 'toon=x', 'gebied=GM9999', '“kleur=rood” doet niets'],
  ['/bereik/normen?gebied=zz&normen=geluk&kleur=rood', 'gebied=zz', 'heel nederland', 'normen=geluk', '“kleur=rood” doet niets'],
  ['/bereik/normen?eigen=basisschool:fiets:15:,zwembad:fiets:10:', '“eigen=zwembad:fiets:10:” kan hier niet'],
  ['/scholen?norm=x&kans=7&aantal=5&kleur=rood', 'norm=x', 'de norm van de gemeente', 'kans=7', 'alle scholen', 'aantal=5', '“kleur=rood” doet niets'],
  ['/plan?voorziening=zwembad&wie=katten&manier=bus&doel=geluk&norm=-1&aantal=veel&vlak=a;b&kosten=locatie:x,km:0.5&meer=[&kleur=rood', 'voorziening=zwembad', 'basisschool', 'wie=katten', 'kinderen', 'manier=bus', 'doel=geluk', 'norm=-1', '15 minuten', 'aantal=veel', 'vlak=a;b', 'kosten=locatie:x', 'meer=[', '“kleur=rood” doet niets'],
  ['/scenarios?jaar=1850&voorziening=zwembad&manier=bus&norm=-1&kleur=rood', 'jaar=1850', 'voorziening=zwembad', 'manier=bus', 'met de auto', 'norm=-1', '“kleur=rood” doet niets'],
  ['/vergelijk?plaatsen=GM9001,GM9002,GM9003,{village},e,f&kleur=rood', '“plaatsen=e” kan hier niet', '“plaatsen=f” kan hier niet', '“kleur=rood” doet niets'],
  ['/vooruitblik?plaats={village}&jaar=1850&scenario=x&onderwerp=geluk&vertrek=veel&kleur=rood', 'jaar=1850', 'scenario=x', 'onderwerp=geluk', '“kleur=rood” doet niets'],
  ['/vooruitblik/kaart?jaar=1850&onderwerp=geluk&gebied=GM9999', 'jaar=1850', 'onderwerp=geluk', 'gebied=GM9999'],
  ['/selectie?gebied=GM9999', 'gebied=GM9999'],
  ['/kaart?niveau=zz&indicator=geluk&jaar=1850', 'niveau=zz', 'gemeenten', 'indicator=geluk', 'jaar=1850'],
]

describeSite('an address with mistakes', { webgl: false, timeout: 60_000 }, (site) => {

  it.each(CASES)('%s says so, and shows the page', async (path, ...says) => {
    const { page, faults } = await site.openPage(320)
    await page.goto(`${site.url}${path.replace('{village}', (await findVillage(site.url)).id)}`)
    await settle(page)
    const notice = await page.locator('.td-alert', { hasText: TITLE }).innerText()
    for (const text of says) expect(notice.toLocaleLowerCase()).toContain(text.toLocaleLowerCase())
    expect(faults.filter((fault) => !fault.includes('WebGL'))).toEqual([])
  })

  it('without mistakes says nothing', async () => {
    const { page } = await site.openPage(320)
    for (const path of ['/index?niveau=buurt&lang=nl', '/index/eigen?niveau=wijk&cijfers=distanceToSupermarket:2', '/selectie?niveau=gemeente', '/kaart?niveau=buurt&indicator=population', '/bereik?niveau=buurt&toon=deel&manier=fiets&norm=15', '/bereik/normen?gebied=GM9001&eigen=basisschool:fiets:15:60', '/scholen?norm=eigen&aantal=50&kans=20', '/plan?gebied=GM9001&aantal=2&wie=iedereen&kosten=km:0.5', '/scenarios?plaats=GM9001&jaar=2040&voorziening=basisschool&manier=fiets&norm=10', '/vergelijk?plaatsen=GM9001,GM9002']) {
      await page.goto(`${site.url}${path}`)
      await settle(page)
      expect(await page.getByText(TITLE).count()).toBe(0)
    }
  })
})
