/** What the tables behind the indicators are called in both languages, for packages that say it in one. */
import { readTitle, type Resource } from '#domain/data-package.ts'
import type { Words } from '#domain/words.ts'
import { KWB_TABLES } from '#domain/indicators/columns.ts'

const KWB: readonly [string, Words][] = Object.entries(KWB_TABLES).map(([year, table]) => [
  table,
  { nl: `Kerncijfers wijken en buurten ${year}`, en: `Key figures of districts and neighbourhoods ${year}` },
])

/** By the identifier of the table, or the name of the resource where it has none. */
const TITLES: ReadonlyMap<string, Words> = new Map([
  ...KWB,
  ['03759ned', { nl: 'Bevolking op 1 januari en gemiddeld, per regio', en: 'Population on 1 January and mean, per region' }],
  ['83625NED', { nl: 'Gemiddelde verkoopprijs van bestaande koopwoningen, per regio', en: 'Mean sale price of existing homes, per region' }],
  ['population-dynamics', { nl: 'Geboorte, sterfte en verhuizingen per gemeente', en: 'Births, deaths and moves per municipality' }],
  ['kwb-gemeenten-2020-full', { nl: 'Wijk- en Buurtkaart 2020, tweede versie, gemeenten', en: 'Map of districts and neighbourhoods 2020, second version, municipalities' }],
])

/** The title of a resource in both languages, as the package gives it; where that is one text, as the table is known here. */
export function describeTitle(resource: Resource): Words {
  const own = readTitle(resource, resource.name)
  return own.nl === own.en ? (TITLES.get(resource.table ?? resource.name) ?? own) : own
}
