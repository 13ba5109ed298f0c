/** Every page of the site with something on it, found through the API so that it fits the data that are served. */
import type { AreaListAnswer, SearchAnswer } from '#domain/answers/answers.ts'

export interface SitePage {
  /** Name of its picture. */
  readonly name: string
  readonly path: string
}

async function ask<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as Answer
}

/** A village that can be found by name; the made-up province has one that every shrinking village is named after. */
export async function findVillage(url: string): Promise<{ id: string; name: string }> {
  for (const name of ['Krimpsterterp', 'Gieten']) {
    const { results } = await ask<SearchAnswer>(`${url}/v1/search?q=${name}&limit=5`)
    const village = results.find((result) => result.kind === 'village')
    if (village !== undefined) return village
  }
  throw new Error('neither Krimpsterterp nor Gieten is in the data')
}

export async function listSitePages(url: string): Promise<SitePage[]> {
  const { referenceYear } = await ask<{ referenceYear: number }>(`${url}/v1/status`)
  const village = await findVillage(url)
  const municipalities = await ask<AreaListAnswer>(`${url}/v1/areas?level=municipality&year=${referenceYear}`)
  const [first = '', second = '', third = ''] = municipalities.codes
  const neighbourhoods = await ask<AreaListAnswer>(`${url}/v1/areas?level=neighbourhood&year=${referenceYear}&within=${first}`)
  const members = neighbourhoods.codes.slice(0, 2).join(',')
  // Longer than a line on paper.
  const manyMembers = neighbourhoods.codes.slice(0, 9).join(',')
  return [
    { name: 'start', path: '/' },
    { name: 'kaart', path: '/kaart' },
    { name: 'kaart-buurten', path: '/kaart?niveau=buurt&indicator=population' },
    { name: 'index', path: '/index' },
    { name: 'eigen-index', path: '/index/eigen?niveau=gemeente&cijfers=distanceToSupermarket,averageIncomePerInhabitant:2' },
    { name: 'index-vergelijking', path: '/index/vergelijking' },
    { name: 'bereik-vergelijking', path: '/bereik/vergelijking' },
    { name: 'dorp', path: `/plaats/${village.id}` },
    { name: 'gemeente', path: `/plaats/${first}` },
    { name: 'selectie', path: '/selectie' },
    { name: 'selectie-krimp', path: '/selectie?selectie=krimpregio&niveau=gemeente' },
    { name: 'bereik', path: '/bereik?niveau=buurt&toon=deel' },
    { name: 'scholen', path: '/scholen' },
    { name: 'scholen-scenario', path: `/scholen?gebied=${first}&scenario=krimp` },
    { name: 'leefregios', path: '/leefregios?regio=DL01' },
    { name: 'plan', path: `/plan?gebied=${first}&aantal=2` },
    { name: 'normen', path: `/bereik/normen?gebied=${first}` },
    { name: 'scenarios', path: '/scenarios' },
    { name: 'vergelijk', path: `/vergelijk?plaatsen=${first},${second},${third}` },
    { name: 'vooruitblik', path: `/vooruitblik?plaats=${village.id}` },
    { name: 'vooruitblik-scenario', path: `/vooruitblik?plaats=${village.id}&scenario=krimp` },
    { name: 'vooruitblik-kaart', path: '/vooruitblik/kaart' },
    { name: 'terugtoets', path: '/vooruitblik/terugtoets' },
    { name: 'eigen-dorp', path: `/eigen-dorp?gemeente=${first}&buurten=${members}&naam=Ons+dorp` },
    { name: 'eigen-dorp-plaats', path: `/plaats/eigen-dorp?buurten=${manyMembers}&naam=Ons+dorp` },
    { name: 'signaal', path: `/signaal?plaats=${village.id}` },
    { name: 'signalen', path: '/signalen' },
    { name: 'privacy', path: '/privacy' },
    { name: 'methode', path: '/methode' },
    { name: 'methode-index', path: '/methode/basis-op-orde' },
    { name: 'bronnen', path: '/bronnen' },
    { name: 'importverslag', path: '/importverslag' },
    { name: 'begrippen', path: '/begrippen' },
    { name: 'over', path: '/over' },
    { name: 'toegankelijkheid', path: '/toegankelijkheid' },
    { name: 'niet-gevonden', path: '/bestaat-niet' },
    { name: 'map-english', path: '/kaart?lang=en' },
  ]
}
