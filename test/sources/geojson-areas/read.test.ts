import { describe, expect, it } from 'vitest'
import { cellsOf, describeResource, listFindings, readFailing, readSample } from '../../support/read-sample.ts'

type Properties = Record<string, unknown>
const box = (west = 4, south = 52): number[][][] => [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]]
const area = (properties: Properties | null, coordinates: unknown = box(), type = 'Polygon'): object => ({ type: 'Feature', properties, geometry: { type, coordinates } })
const collection = (features: readonly unknown[], more: object = {}): string => JSON.stringify({ type: 'FeatureCollection', features, ...more })
const RESOURCE = describeResource('geojson-areas', 'a.geojson', { code: 'code' })

describe('areas', () => {
  it('have their properties as columns and a shape in each row', async () => {
    const { result, findings } = await readSample(RESOURCE, {
      'a.geojson': collection([area({ code: 'GM0014', aantal: 5, water: true }), area({ code: 'GM0034', aantal: null, water: false }, [box(6)], 'MultiPolygon')]),
    })
    expect([cellsOf(result, 'code'), cellsOf(result, 'aantal'), cellsOf(result, 'water')]).toEqual([['GM0014', 'GM0034'], [5, null], ['true', 'false']])
    expect(result.shapes?.map((shape) => shape?.type)).toEqual(['Polygon', 'MultiPolygon'])
    expect(findings).toEqual([])
  })

  it('keep numbers as text in a column that also has text', async () => {
    const { result } = await readSample(RESOURCE, { 'a.geojson': collection([area({ code: 'A', nr: 1 }), area({ code: 'B', nr: '1a' }), area({ code: 'C', nr: 2 })]) })
    expect(cellsOf(result, 'nr')).toEqual(['1', '1a', '2'])
  })

  it('without a usable shape keep their data, and are named by code', async () => {
    const { result, findings } = await readSample(RESOURCE, {
      'a.geojson': collection([
        { type: 'Feature', properties: { code: 'A' }, geometry: null },
        area({ code: 'B' }, [4, 52], 'Point'),
        area({ code: 'C' }, [[[4, 52], ['x', 53]]]),
        area({ code: 'D' }, [[[4, 95], [5, 95], [5, 96], [4, 95]]]),
        area({ code: 'E' }),
      ]),
    })
    expect(result.shapes?.map((shape) => shape === null)).toEqual([true, true, true, true, false])
    expect(listFindings(findings, 'shape-unusable')).toEqual(['a.geojson A', 'a.geojson B', 'a.geojson C', 'a.geojson D'])
  })

  it('with an invalid boundary keep their shape, and are named by code and fault', async () => {
    const bowTie = [[[4, 52], [5, 53], [5, 52], [4, 52.9], [4, 52]]]
    const { result, findings } = await readSample(RESOURCE, { 'a.geojson': collection([area({ code: 'GM1' }, bowTie), area({ code: 'GM2' }), area({ code: 'GM3' }, [[[4, 52], [5, 52], [4, 52]]])]) })
    expect(result.shapes?.every((shape) => shape !== null)).toBe(true)
    expect(listFindings(findings, 'shape-invalid')).toEqual(['a.geojson GM1 crossesItself', 'a.geojson GM3 tooFewPoints'])
  })

  it('are named by the smallest CBS code in them when the data package names no property', async () => {
    const { findings } = await readSample(describeResource('geojson-areas', 'a.geojson'), {
      'a.geojson': collection([area({ gemeente: 'GM0014', buurt: 'BU00140001', naam: 'Binnenstad' }, null), area({ naam: 'Ergens' }, null), area({}, null)]),
    })
    expect(listFindings(findings, 'shape-unusable')).toEqual(['a.geojson BU00140001', 'a.geojson Ergens', 'a.geojson 3'])
  })

  it('that come twice, as land and as water, are both kept and told', async () => {
    const { result, findings } = await readSample(RESOURCE, { 'a.geojson': collection([area({ code: 'GM0014', water: 'NEE' }), area({ code: 'GM0014', water: 'JA' }, box(6))]) })
    expect(result.table.rowCount).toBe(2)
    expect(listFindings(findings, 'area-repeated')).toEqual(['a.geojson GM0014'])
  })

  it('without the property that holds the code are an error that names it', async () => {
    const error = await readFailing(RESOURCE, { 'a.geojson': collection([area({ statcode: 'GM0014' })]) })
    expect([error.code, error.messages.nl.includes('code')]).toEqual(['column-missing', true])
  })
})

describe('coordinates', () => {
  it.each([
    ['rd-coordinates', 'of the national grid', collection([area({ code: 'A' }, [[[233000, 581000], [234000, 581000], [234000, 582000], [233000, 581000]]])])],
    ['rd-coordinates', 'that the file says are of the national grid', collection([], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } } })],
    ['projected-coordinates', 'of web maps', collection([area({ code: 'A' }, [[[556000, 6800000], [557000, 6800000], [557000, 6810000], [556000, 6800000]]])])],
    ['axes-swapped', 'with latitude first', collection([area({ code: 'A' }, [[[52, 4], [53, 4], [53, 5], [52, 4]]])])],
  ])('%s: those %s are an error', async (code, _, text) => {
    expect((await readFailing(RESOURCE, { 'a.geojson': text })).code).toBe(code)
  })

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4258'])('in %s are longitude and latitude', async (name) => {
    const { result } = await readSample(RESOURCE, { 'a.geojson': collection([area({ code: 'A' })], { crs: { type: 'name', properties: { name } } }) })
    expect(result.table.rowCount).toBe(1)
  })
})

describe('an OGC API Features service', () => {
  const items = 'https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1/collections/gemeente/items?f=json&limit=1'
  const linkTo = (href: string): object => ({ links: [{ rel: 'self', href: items }, { rel: 'next', href }] })
  const feature = (id: number): object => ({ ...area({ code: `GM000${id}` }, box(id)), id })

  it('is followed to its last page', async () => {
    const { result, asked, findings } = await readSample({ ...RESOURCE, path: items }, {
      [items]: collection([feature(1)], { ...linkTo(`${items}&cursor=a`), numberMatched: 2 }),
      [`${items}&cursor=a`]: collection([feature(2)], { numberMatched: 2 }),
    })
    expect(asked).toHaveLength(2)
    expect([cellsOf(result, 'code'), cellsOf(result, 'id')]).toEqual([['GM0001', 'GM0002'], ['1', '2']])
    expect(findings).toEqual([])
  })

  it('that gives fewer areas than it says it has is a finding', async () => {
    const { findings } = await readSample({ ...RESOURCE, path: items }, { [items]: collection([feature(1)], { numberMatched: 342 }) })
    expect(listFindings(findings, 'incomplete')).toEqual([`${items} numberMatched × 341`])
  })

  it('that gives the same areas for ever is an error', async () => {
    const error = await readFailing({ ...RESOURCE, path: items }, {
      [items]: collection([feature(1)], linkTo(`${items}&cursor=a`)),
      [`${items}&cursor=a`]: collection([feature(1)], linkTo(`${items}&cursor=b`)),
    })
    expect(error.code).toBe('pages-endless')
  })

  it('that answers with a problem is an error', async () => {
    const error = await readFailing({ ...RESOURCE, path: items }, { [items]: '{"status":404,"title":"Not Found"}' })
    expect([error.code, error.messages.en.includes('404 Not Found')]).toEqual(['service-answered-error', true])
  })
})
