import { describe, expect, it } from 'vitest'
import { cellsOf, describeResource, listFindings, readFailing, readSample } from '../../support/read-sample.ts'

const point = (properties: object | null, coordinates: unknown, type = 'Point'): object => ({ type: 'Feature', properties, geometry: { type, coordinates } })
const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const RESOURCE = describeResource('geojson-points', 'a.geojson')

describe('points', () => {
  it('have their properties and their longitude and latitude as columns', async () => {
    const { result, findings } = await readSample(RESOURCE, { 'a.geojson': collection(point({ naam: 'De Eshorst ', leerlingen: null }, [6.5, 52.8]), point({ naam: 'OBS', leerlingen: 90 }, [[4.3, 52.1]], 'MultiPoint')) })
    expect(['naam', 'leerlingen', 'lon', 'lat'].map((name) => cellsOf(result, name))).toEqual([['De Eshorst', 'OBS'], [null, 90], [6.5, 4.3], [52.8, 52.1]])
    expect(findings).toEqual([])
  })

  it('keep a property that is called lat under another name than their position', async () => {
    const { result } = await readSample(RESOURCE, { 'a.geojson': collection(point({ lat: 'N52' }, [6.5, 52.8])) })
    expect([cellsOf(result, 'lat'), cellsOf(result, 'lat (property)')]).toEqual([[52.8], ['N52']])
  })

  it('without a place are refused by number', async () => {
    const { result, findings } = await readSample(RESOURCE, {
      'a.geojson': collection(
        point({ naam: 'a' }, [6.5, 52.8]),
        { type: 'Feature', properties: { naam: 'b' }, geometry: null },
        point({ naam: 'c' }, []),
        point({ naam: 'd' }, [200, 52]),
        point({ naam: 'e' }, [[6, 52], [7, 53]], 'LineString'),
        'nothing',
      ),
    })
    expect([result.rowsRead, result.rowsRefused, cellsOf(result, 'naam')]).toEqual([6, 5, ['a']])
    expect(listFindings(findings, 'row-without-place')).toEqual(['a.geojson 2', 'a.geojson 3', 'a.geojson 4', 'a.geojson 5'])
    expect(listFindings(findings, 'row-not-a-feature')).toEqual(['a.geojson 6'])
  })

  it('in metres of the national grid are an error', async () => {
    expect((await readFailing(RESOURCE, { 'a.geojson': collection(point({}, [233000, 581000])) })).code).toBe('rd-coordinates')
  })

  it('with latitude first are an error', async () => {
    expect((await readFailing(RESOURCE, { 'a.geojson': collection(point({}, [52.8, 6.5])) })).code).toBe('axes-swapped')
  })
})
