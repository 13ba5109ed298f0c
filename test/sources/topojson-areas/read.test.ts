import { describe, expect, it } from 'vitest'
import { cellsOf, describeResource, listFindings, readFailing, readSample } from '../../support/read-sample.ts'

/** Two squares that share the side between them; coordinates as steps of a tenth of a degree from [4, 52]. */
const ARCS = [[[10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10], [10, 0]], [[10, 0], [10, 0], [0, 10], [-10, 0]]]
const areas = (geometries: readonly unknown[]): object => ({ type: 'GeometryCollection', geometries })
const WEST = { type: 'Polygon', arcs: [[0, 1]], properties: { bu_code: 'BU00010001', gm_code: 'GM0001', sted: '4' } }
const EAST = { type: 'Polygon', arcs: [[2, -1]], properties: { bu_code: 'BU00010002', gm_code: 'GM0001', sted: '5' } }
const topology = (objects: object, arcs: unknown = ARCS): string =>
  JSON.stringify({ type: 'Topology', transform: { scale: [0.1, 0.1], translate: [4, 52] }, objects, arcs })
const RESOURCE = describeResource('topojson-areas', 'a.topojson')

describe('a topology', () => {
  it('becomes one closed polygon an area, neighbours sharing their boundary', async () => {
    const { result, findings } = await readSample(RESOURCE, { 'a.topojson': topology({ areas: areas([WEST, EAST]) }) })
    expect(result.shapes).toEqual([
      { type: 'Polygon', coordinates: [[[5, 52], [5, 53], [4, 53], [4, 52], [5, 52]]] },
      { type: 'Polygon', coordinates: [[[5, 52], [6, 52], [6, 53], [5, 53], [5, 52]]] },
    ])
    expect(cellsOf(result, 'bu_code')).toEqual(['BU00010001', 'BU00010002'])
    expect(cellsOf(result, 'sted')).toEqual(['4', '5'])
    expect(findings).toEqual([])
  })

  it('with several objects gives the one with the most areas, and names the others', async () => {
    const { result, findings } = await readSample(RESOURCE, { 'a.topojson': topology({ provinces: areas([WEST]), municipalities: areas([WEST, EAST]) }) })
    expect(result.table.rowCount).toBe(2)
    expect(listFindings(findings, 'objects-not-read')).toEqual(['a.topojson municipalities × 1'])
  })

  it('whose arcs are not there leaves the area without a shape, named by its code', async () => {
    const { result, findings } = await readSample(RESOURCE, { 'a.topojson': topology({ areas: areas([WEST, { ...EAST, arcs: [[77]] }, { ...EAST, arcs: 'x', properties: null }]) }) })
    expect(result.shapes?.map((shape) => shape !== null)).toEqual([true, false, false])
    expect(listFindings(findings, 'shape-unusable')).toEqual(['a.topojson BU00010002', 'a.topojson 3'])
  })

  it.each([['GeoJSON', '{"type":"FeatureCollection","features":[]}'], ['a topology without objects', topology({})], ['a topology without arcs', topology({ a: areas([]) }, null)]])(
    'is not %s',
    async (_, text) => {
      expect((await readFailing(RESOURCE, { 'a.topojson': text })).code).toBe('shape-of-file')
    },
  )
})
