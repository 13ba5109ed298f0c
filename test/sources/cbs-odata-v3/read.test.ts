import { describe, expect, it } from 'vitest'
import { findEntityName } from '#sources/cbs-odata-v3/read.ts'
import { MOST_PAGES, resolveNextLink } from '#sources/shared/read-pages.ts'
import { cellsOf, describeResource, listFindings, readFailing, readSample } from '../../support/read-sample.ts'

type Row = Record<string, unknown>
const page = (rows: readonly unknown[], nextLink?: string): string => JSON.stringify({ value: rows, ...(nextLink ? { 'odata.nextLink': nextLink } : {}) })
const area = (id: number, code: string | null, people: unknown, more: Row = {}): Row => ({ ID: id, WijkenEnBuurten: code, AantalInwoners_5: people, ...more })

const FEED = 'https://opendata.cbs.nl/ODataFeed/odata/85984NED/TypedDataSet?$format=json'
const HTTP_FEED = FEED.replace('https', 'http')

describe('the rows of a feed', () => {
  it('lose the padding around codes and texts, and keep the numbers of the publisher', async () => {
    const { result, findings } = await readSample(describeResource('cbs-odata-v3', 'p.json'), {
      'p.json': page([area(0, 'NL00      ', 17942942, { Gemeentenaam_1: 'Nederland   ' }), area(7, 'GM0014    ', 243768, { Gemeentenaam_1: '   ' })]),
    })
    expect(cellsOf(result, 'WijkenEnBuurten')).toEqual(['NL00', 'GM0014'])
    expect(cellsOf(result, 'Gemeentenaam_1')).toEqual(['Nederland', null])
    expect(cellsOf(result, 'AantalInwoners_5')).toEqual([17942942, 243768])
    expect(cellsOf(result, 'ID')).toEqual([0, 7])
    expect(findings).toEqual([])
  })

  it('have figures for a column that no area has a value for yet', async () => {
    const { result } = await readSample(describeResource('cbs-odata-v3', 'p.json'), { 'p.json': page([area(0, 'NL00', null)]) })
    expect(result.table.columns.find(({ name }) => name === 'AantalInwoners_5')?.kind).toBe('number')
  })

  it('are refused without a code or with a code that was there before, by row number', async () => {
    const { result, findings } = await readSample(describeResource('cbs-odata-v3', ['1.json', '2.json']), {
      '1.json': page([area(0, 'NL00', 1), area(1, null, 2), area(2, '   ', 3), area(3, 'GM0003', 4)], HTTP_FEED),
      '2.json': page([area(4, 'GM0003  ', 5), area(5, 'GM0005', 6), { ID: 6, AantalInwoners_5: 7 }, 'row']),
    })
    expect(cellsOf(result, 'ID')).toEqual([0, 3, 5])
    expect([result.rowsRead, result.rowsRefused]).toEqual([8, 5])
    expect(listFindings(findings, 'row-without-code')).toEqual(['1.json 1 WijkenEnBuurten', '1.json 2 WijkenEnBuurten', '2.json 6 WijkenEnBuurten'])
    expect(listFindings(findings, 'row-repeated')).toEqual(['2.json 4 WijkenEnBuurten'])
    expect(listFindings(findings, 'row-not-a-record')).toEqual(['2.json 4'])
  })

  it('may repeat an area for another period or sex', async () => {
    const { result } = await readSample(describeResource('cbs-odata-v3', 'p.json'), {
      'p.json': page([
        { ID: 0, Regions: 'GM0014', Periods: '2022JJ00', Population_1: 5 },
        { ID: 1, Regions: 'GM0014', Periods: '2023JJ00', Population_1: 6 },
        { ID: 2, Regions: 'GM0014', Periods: '2023JJ00', Population_1: 6 },
      ]),
    })
    expect(cellsOf(result, 'ID')).toEqual([0, 1])
  })

  it('have only those cells refused whose type differs from the column, by row and column', async () => {
    const { result, findings } = await readSample(describeResource('cbs-odata-v3', ['1.json', '2.json']), {
      '1.json': page([area(0, 'NL00', 'geheim', { Text_6: 'a' }), area(1, 'GM0001', 10, { Text_6: 5 }), area(2, 'GM0002', 20, { Text_6: 'c' })], HTTP_FEED),
      '2.json': page([area(3, 'GM0003', '30', { Text_6: null }), area(4, 'GM0004', { n: 1 }, { Text_6: ' d ' })]),
    })
    expect(cellsOf(result, 'AantalInwoners_5')).toEqual([null, 10, 20, null, null])
    expect(cellsOf(result, 'Text_6')).toEqual(['a', null, 'c', null, 'd'])
    expect(listFindings(findings, 'cell-refused')).toEqual(['1.json 0 AantalInwoners_5', '1.json 1 Text_6', '2.json 3 AantalInwoners_5', '2.json 4 AantalInwoners_5'])
  })

  it('that lack a column others have are counted for that column', async () => {
    const { result, findings } = await readSample(describeResource('cbs-odata-v3', ['1.json', '2.json']), {
      '1.json': page([area(0, 'NL00', 1), { ID: 1, WijkenEnBuurten: 'GM0001' }], HTTP_FEED),
      '2.json': page([area(2, 'GM0002', 2, { New_9: 5 })]),
    })
    expect(cellsOf(result, 'New_9')).toEqual([null, null, 5])
    expect(listFindings(findings, 'cells-absent')).toEqual(['1.json 1 AantalInwoners_5 × 1', '1.json New_9 × 2'])
  })
})

describe('figures sent as text', () => {
  const pages = { 'p.json': page([area(0, 'NL00', '12', { Size_6: '2.1', Postcode_7: '9419' }), area(1, 'GM0001', 'geheim', { Size_6: ' 2 ', Postcode_7: '8015' })]) }

  it('are numbers again where some have decimals; whole ones may be codes and stay', async () => {
    const { result, findings } = await readSample(describeResource('cbs-odata-v3', 'p.json'), pages)
    expect(['AantalInwoners_5', 'Size_6', 'Postcode_7'].map((name) => cellsOf(result, name))).toEqual([['12', 'geheim'], [2.1, 2], ['9419', '8015']])
    expect(listFindings(findings, 'numbers-sent-as-text')).toEqual(['p.json Size_6 × 2'])
  })

  it('are numbers again where the publisher declares them to be, what is none refused by row', async () => {
    const topic = (key: string, type: string): Row => ({ ID: key, Type: 'Topic', Key: key, Datatype: type })
    const { result, findings } = await readSample(describeResource('cbs-odata-v3', 'p.json', { properties: 'd.json' }), {
      ...pages,
      'd.json': page([topic('AantalInwoners_5', 'Long'), topic('Size_6', 'Double'), topic('Postcode_7', 'String')]),
    })
    expect(['AantalInwoners_5', 'Size_6', 'Postcode_7'].map((name) => cellsOf(result, name))).toEqual([[12, null], [2.1, 2], ['9419', '8015']])
    expect(listFindings(findings, 'cell-refused')).toEqual(['p.json 1 AantalInwoners_5'])
  })
})

it('keeps its figures when the description of the columns cannot be had, which is told', async () => {
  const { result, findings } = await readSample(describeResource('cbs-odata-v3', 'p.json', { properties: 'd.json' }), { 'p.json': page([area(0, 'NL00', 1)]), 'd.json': '<html></html>' })
  expect([result.table.rowCount, listFindings(findings, 'description-not-read')]).toEqual([1, ['d.json']])
})

describe('the dimension that the data package names', () => {
  it('must be a column: a renamed one is an error and no table without areas', async () => {
    const error = await readFailing(describeResource('cbs-odata-v3', 'p.json', { names: 'x/WijkenEnBuurten.json' }), {
      'p.json': page([{ ID: 0, Gebied: 'NL00', AantalInwoners_5: 1 }]),
      'x/WijkenEnBuurten.json': page([]),
    })
    expect([error.code, error.location]).toEqual(['column-missing', 'p.json'])
    expect(error.messages.nl).toContain('WijkenEnBuurten')
  })

  it('is told from the address of the names', () => {
    expect(findEntityName('cbs/85984NED/WijkenEnBuurten.json')).toBe('WijkenEnBuurten')
    expect(findEntityName('https://opendata.cbs.nl/ODataFeed/odata/85984NED/WijkenEnBuurten?$format=json')).toBe('WijkenEnBuurten')
  })

  it('has its names, without padding, and topics have title, unit and the groups they stand in', async () => {
    const { result, findings } = await readSample(describeResource('cbs-odata-v3', 'p.json', { names: 'WijkenEnBuurten.json', properties: 'DataProperties.json' }), {
      'p.json': page([area(0, 'GM1680', 1)]),
      'WijkenEnBuurten.json': page([{ Key: 'GM1680    ', Title: 'Aa en Hunze   ', Municipality: 'Aa en Hunze   ' }, { Key: ' ', Title: 'Niemand' }]),
      'DataProperties.json': page([
        { ID: 1, ParentID: null, Type: 'TopicGroup', Key: '', Title: 'Bevolking' },
        { ID: 2, ParentID: 1, Type: 'TopicGroup', Key: '', Title: 'Geslacht' },
        { ID: 3, ParentID: 2, Type: 'Topic', Key: 'Mannen_6', Title: 'Mannen', Unit: 'aantal', Description: 'Mannelijke inwoners' },
      ]),
    })
    expect(result.codes.get('WijkenEnBuurten')).toEqual([{ code: 'GM1680', title: 'Aa en Hunze', group: 'Aa en Hunze' }])
    expect(listFindings(findings, 'name-without-code')).toEqual(['WijkenEnBuurten.json 2 Key'])
    expect(result.codes.get('Topics')).toEqual([{ code: 'Mannen_6', title: 'Mannen', description: 'Mannelijke inwoners', group: 'Bevolking / Geslacht', unit: 'aantal' }])
  })
})

describe('pages', () => {
  it('that the data package lists are read without following links, and a link on the last is a finding', async () => {
    const { findings, asked } = await readSample(describeResource('cbs-odata-v3', ['1.json', '2.json']), {
      '1.json': page([area(0, 'NL00', 1)], HTTP_FEED),
      '2.json': page([area(1, 'GM0001', 1)], HTTP_FEED),
    })
    expect(asked).toEqual(['1.json', '2.json'])
    expect(listFindings(findings, 'incomplete')).toEqual(['2.json'])
  })

  it('of a service are followed, at the scheme and host that were asked', async () => {
    const { result, asked } = await readSample(describeResource('cbs-odata-v3', FEED), {
      [FEED]: page([area(0, 'NL00', 1)], `${HTTP_FEED}&$skip=10000`),
      [`${FEED}&$skip=10000`]: page([area(1, 'GM0001', 1)]),
    })
    expect(asked).toEqual([FEED, `${FEED}&$skip=10000`])
    expect(result.rowsRead).toBe(2)
  })

  it.each([
    ['http://opendata.cbs.nl/a?$skip=1', 'https://opendata.cbs.nl/b', 'https://opendata.cbs.nl/a?$skip=1'],
    ['http://opendata.cbs.nl:8080/a', 'http://127.0.0.1:4100/b', 'http://127.0.0.1:4100/a'],
    ['https://user:word@elsewhere.example/a', 'https://data.example/b', 'https://data.example/a'],
    ['a?$skip=1', 'https://data.example/x/b', 'https://data.example/x/a?$skip=1'],
  ])('link %s asked at %s leads to %s', (link, asked, next) => {
    expect(resolveNextLink(link, asked)).toBe(next)
  })

  it('that lead back to a page before are an error', async () => {
    const error = await readFailing(describeResource('cbs-odata-v3', FEED), {
      [FEED]: page([area(0, 'NL00', 1)], `${FEED}&$skip=1`),
      [`${FEED}&$skip=1`]: page([area(1, 'GM0001', 1)], HTTP_FEED),
    })
    expect(error.code).toBe('pages-endless')
  })

  it('that repeat the same rows under new links are an error', async () => {
    const error = await readFailing(describeResource('cbs-odata-v3', FEED), {
      [FEED]: page([area(0, 'NL00', 1)], `${FEED}&$skip=1`),
      [`${FEED}&$skip=1`]: page([area(0, 'NL00', 1)], `${FEED}&$skip=2`),
    })
    expect([error.code, error.location]).toEqual(['pages-endless', `${FEED}&$skip=1`])
  })

  it('that never end are an error, however new their rows', async () => {
    const pages = Array.from({ length: MOST_PAGES + 1 }, (_, number): [string, string] => [
      number === 0 ? FEED : `${FEED}&$skip=${number}`,
      page([area(number, `GM${number}`, 1)], `${FEED}&$skip=${number + 1}`),
    ])
    const error = await readFailing(describeResource('cbs-odata-v3', FEED), Object.fromEntries(pages))
    expect(error.messages.en).toContain('more than 1000 pages')
  })
})

describe('an answer that is no data', () => {
  it.each([
    ['json-truncated', page([area(0, 'NL00', 1)]).slice(0, -20)],
    ['json-invalid', '{"value":[{"ID":0,}]}'],
    ['service-answered-error', '{"odata.error":{"code":"","message":{"lang":"nl","value":"Deze tabel bestaat niet."}}}'],
    ['shape-of-file', '{"rows":[]}'],
    ['shape-of-file', '[]'],
  ])('is an error that says why: %s', async (code, text) => {
    expect((await readFailing(describeResource('cbs-odata-v3', 'p.json'), { 'p.json': text })).code).toBe(code)
  })
})

it('follows the groups of a topic once when they go round in a circle, and names none that is not there', async () => {
  const { result } = await readSample(describeResource('cbs-odata-v3', 'p.json', { properties: 'd.json' }), {
    'p.json': page([area(0, 'NL00', 1)]),
    'd.json': page([
      { ID: 1, ParentID: 2, Type: 'TopicGroup', Title: 'een' },
      { ID: 2, ParentID: 1, Type: 'TopicGroup', Title: 'twee' },
      { ID: 3, ParentID: 1, Type: 'Topic', Key: 'A_1', Title: 'A' },
      { ID: 4, ParentID: 99, Type: 'Topic', Key: 'B_2', Title: 'B' },
      { Type: 'Topic', Key: 'C_3', Title: 'C' },
    ]),
  })
  expect(result.codes.get('Topics')?.map(({ code, group }) => [code, group])).toEqual([['A_1', 'twee / een'], ['B_2', undefined], ['C_3', undefined]])
})
