/** A made-up province of three municipalities in the shape of the CBS services, for tests that must run without recorded answers. */
import type { ReplayData, ReplayTable } from './replay-data.ts'

const MUNICIPALITIES = ['Krimpsterveld', 'Groeisterland', 'Tussenwold']
const DISTRICTS = 2
const NEIGHBOURHOODS = 4

interface Place {
  readonly code: string
  readonly name: string
  readonly municipality: string
  readonly kind: 'Land' | 'Gemeente' | 'Wijk' | 'Buurt'
  readonly population: number
}

/** Country, municipalities, districts and neighbourhoods, whose population adds up on every level. */
function listPlaces(): Place[] {
  const places: Place[] = []
  MUNICIPALITIES.forEach((municipality, m) => {
    const number = 9001 + m
    const inside: Place[] = []
    for (let d = 0; d < DISTRICTS; d++) {
      const buurten = Array.from({ length: NEIGHBOURHOODS }, (_, b): Place => {
        const population = 5 * (20 + ((m * 37 + d * 17 + b * 11) % 60))
        return { code: `BU${number}0${d}0${b}`, name: `Buurt ${d}-${b}`, municipality, kind: 'Buurt', population }
      })
      inside.push({ code: `WK${number}0${d}`, name: `Wijk 0${d}`, municipality, kind: 'Wijk', population: sum(buurten) }, ...buurten)
    }
    const population = sum(inside.filter((place) => place.kind === 'Wijk'))
    places.push({ code: `GM${number}`, name: municipality, municipality, kind: 'Gemeente', population }, ...inside)
  })
  const population = sum(places.filter((place) => place.kind === 'Gemeente'))
  return [{ code: 'NL00', name: 'Nederland', municipality: 'Nederland', kind: 'Land', population }, ...places]
}

const sum = (places: readonly Place[]): number => places.reduce((total, place) => total + place.population, 0)

function createV3Table(table: string): ReplayTable {
  const metadata = (entity: string): string => `http://opendata.cbs.nl/ODataFeed/OData/${table}/$metadata#Cbs.OData.WebAPI.${entity}`
  const places = listPlaces()
  const rows = places.map((place, id) =>
    JSON.stringify({
      ID: id,
      WijkenEnBuurten: place.code.padEnd(10),
      Gemeentenaam_1: place.municipality.padEnd(40),
      SoortRegio_2: place.kind.padEnd(10),
      AantalInwoners_5: place.population,
      HuishoudensTotaal_29: Math.round(place.population / 2.1),
      GemiddeldeHuishoudensgrootte_33: 2.1,
      GemiddeldInkomenPerInwoner_83: null,
    }),
  )
  const names = places.map((place) => ({ Key: place.code.padEnd(10), Title: place.name, Description: '', Municipality: place.municipality }))
  const properties = [
    { odata_type: 'Cbs.OData.GeoDetail', ID: '0', Type: 'GeoDetail', Key: 'WijkenEnBuurten', Title: 'Wijken en buurten' },
    { odata_type: 'Cbs.OData.Topic', ID: '5', Type: 'Topic', Key: 'AantalInwoners_5', Title: 'Aantal inwoners', Unit: 'aantal' },
    { odata_type: 'Cbs.OData.Topic', ID: '29', Type: 'Topic', Key: 'HuishoudensTotaal_29', Title: 'Huishoudens totaal', Unit: 'aantal' },
  ]
  const entities = new Map([
    ['WijkenEnBuurten', JSON.stringify({ 'odata.metadata': metadata('WijkenEnBuurten'), value: names })],
    ['DataProperties', JSON.stringify({ 'odata.metadata': metadata('DataProperties'), value: properties })],
  ])
  return { rows, entities }
}

function createV4Table(table: string): ReplayTable {
  const context = (entity: string): string => `https://datasets.cbs.nl/odata/v1/CBS/${table}/$metadata#${entity}`
  const codesUrl = (dimension: string): string => `https://datasets.cbs.nl/odata/v1/CBS/${table}/${dimension}Codes`
  const regions = listPlaces().filter((place) => place.kind === 'Land' || place.kind === 'Gemeente')
  const periods = ['2023JJ00', '2024JJ00']
  const rows = regions.flatMap((place, r) =>
    periods.map((period, p) =>
      JSON.stringify({
        Id: r * periods.length + p,
        Measure: 'M000352',
        ValueAttribute: 'None',
        Value: place.population - 7 * (periods.length - 1 - p),
        StringValue: null,
        RegioS: place.kind === 'Land' ? 'NL01' : place.code,
        Perioden: period,
      }),
    ),
  )
  const list = (entity: string, value: readonly object[]): [string, string] => [entity, JSON.stringify({ '@odata.context': context(entity), value })]
  const codes = regions.map((place, i) => ({ Identifier: place.kind === 'Land' ? 'NL01' : place.code, Index: i + 1, Title: place.name, Description: '' }))
  const entities = new Map([
    list('RegioSCodes', codes),
    list('PeriodenCodes', periods.map((period, i) => ({ Identifier: period, Index: i + 1, Title: period.slice(0, 4), Description: '' }))),
    list('MeasureCodes', [{ Identifier: 'M000352', Index: 1, Title: 'Bevolking op 1 januari', Description: '', DataType: 'Double', Unit: 'aantal', Decimals: 0 }]),
    list('Dimensions', [
      { Identifier: 'RegioS', Title: "Regio's", Kind: 'GeoDimension', ContainsCodes: true, CodesUrl: codesUrl('RegioS') },
      { Identifier: 'Perioden', Title: 'Perioden', Kind: 'TimeDimension', ContainsCodes: true, CodesUrl: codesUrl('Perioden') },
    ]),
    ['Properties', JSON.stringify({ '@odata.context': context('Properties'), Identifier: table, Title: 'Bevolking op 1 januari' })] as const,
  ])
  return { rows, entities }
}

/** One table of the feed (85984NED) and one of v4 (03759ned), always the same. */
export function createGeneratedData(): ReplayData {
  return {
    v3Tables: ['85984NED'],
    v4Tables: ['03759ned'],
    findV3: async (table) => (table === '85984NED' ? createV3Table(table) : undefined),
    findV4: async (table) => (table === '03759ned' ? createV4Table(table) : undefined),
  }
}
