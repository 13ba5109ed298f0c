/** What every reader promises, tried on all of them. */
import fastCheck from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import type { Resource } from '#domain/data-package.ts'
import type { Finding } from '#domain/finding.ts'
import { SourceError } from '#domain/reader.ts'
import { findReader, readers } from '#sources/readers.ts'
import { encodeOsm } from './osm-pbf/encode-osm.ts'
import { describeResource, readFailing, readSample, type Contents } from '../support/read-sample.ts'

interface Example {
  readonly resource: Resource
  readonly contents: Contents
  /** The file that the garbage goes into. */
  readonly main: string
  /** Rows in the example, one of which must be refused where `refused` is 1. */
  readonly rows: number
  readonly refused: 0 | 1
}

const square = [[[4, 52], [5, 52], [5, 53], [4, 53], [4, 52]]]
const geonames = (id: string): string => [id, 'Elp', 'Elp', '', '52.9', '6.6', 'P', 'PPL', 'NL', '', '01', '1731', '', '', '0', '', '5', 'Europe/Amsterdam', '2020-01-01'].join('\t')
const workbook = new Uint8Array(
  await writeWorkbook([[{ value: 'plaats' }, { value: 'aantal' }], [{ value: 'Elp' }, { value: 350 }]] as never).toBuffer(),
)
const codeList = (...codes: string[]): string => JSON.stringify({ value: codes.map((code) => ({ Identifier: code, Title: code })) })

const EXAMPLES: Readonly<Record<string, Example>> = {
  'cbs-odata-v3': {
    resource: describeResource('cbs-odata-v3', 'page.json'),
    contents: { 'page.json': JSON.stringify({ value: [{ ID: 0, Area: 'GM0001', A_1: 5 }, { ID: 1, Area: ' ', A_1: 6 }, { ID: 2, Area: 'GM0003', A_1: null }] }) },
    main: 'page.json',
    rows: 3,
    refused: 1,
  },
  'cbs-odata-v4': {
    resource: describeResource('cbs-odata-v4', 'page.json', { folder: 'table' }),
    contents: {
      'page.json': JSON.stringify({ value: [{ Id: 1, Measure: 'M1', Value: 5, Area: 'GM0001' }, { Id: 1, Measure: 'M1', Value: 5, Area: 'GM0001' }] }),
      'table/dimensions.json': codeList('Area'),
      'table/measure-codes.json': codeList('M1'),
      'table/codes-Area.json': codeList('GM0001'),
      'table/properties.json': '{}',
    },
    main: 'page.json',
    rows: 2,
    refused: 1,
  },
  csv: { resource: describeResource('csv', 'a.csv'), contents: { 'a.csv': 'code,value\nGM1,5\nGM2\nGM3,6\n' }, main: 'a.csv', rows: 3, refused: 1 },
  'geojson-areas': {
    resource: describeResource('geojson-areas', 'a.geojson'),
    contents: { 'a.geojson': JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: 'GM0001' }, geometry: { type: 'Polygon', coordinates: square } }, 5] }) },
    main: 'a.geojson',
    rows: 2,
    refused: 1,
  },
  'topojson-areas': {
    resource: describeResource('topojson-areas', 'a.topojson'),
    contents: { 'a.topojson': JSON.stringify({ type: 'Topology', arcs: square, objects: { areas: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties: { code: 'GM0001' } }, 5] } } }) },
    main: 'a.topojson',
    rows: 2,
    refused: 1,
  },
  'geojson-points': {
    resource: describeResource('geojson-points', 'a.geojson'),
    contents: { 'a.geojson': JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'Elp' }, geometry: { type: 'Point', coordinates: [6.6, 52.9] } }, { type: 'Feature', properties: { name: 'Nergens' }, geometry: null }] }) },
    main: 'a.geojson',
    rows: 2,
    refused: 1,
  },
  geonames: { resource: describeResource('geonames', 'NL.txt'), contents: { 'NL.txt': `${geonames('1')}\n${geonames('1')}\n${geonames('2')}\n` }, main: 'NL.txt', rows: 3, refused: 1 },
  'osm-pbf': {
    resource: describeResource('osm-pbf', 'a.osm.pbf'),
    contents: {
      'a.osm.pbf': encodeOsm({
        nodes: [[1, 6, 53], [2, 6, 53.001]],
        ways: [{ id: 1, tags: { highway: 'residential' }, nodes: [1, 2] }, { id: 2, tags: { highway: 'residential' }, nodes: [2, 3] }],
      }),
    },
    main: 'a.osm.pbf',
    rows: 2,
    refused: 1,
  },
  xlsx: { resource: describeResource('xlsx', 'a.xlsx'), contents: { 'a.xlsx': workbook }, main: 'a.xlsx', rows: 1, refused: 0 },
}

const HTML = '<!DOCTYPE html>\n<html><head><title>Onderhoud</title></head><body>Even geduld</body></html>'

/** Reads a damaged example; whatever it does, the promises hold. */
async function expectPromisesKept({ resource, contents, main }: Example, damaged: string | Uint8Array): Promise<void> {
  const outcome = await readSample(resource, { ...contents, [main]: damaged }).catch((error: unknown) => error)
  if (outcome instanceof Error) {
    expect(outcome).toBeInstanceOf(SourceError)
    const { messages } = outcome as SourceError
    expect(messages.nl.length * messages.en.length).toBeGreaterThan(0)
    return
  }
  const { result, findings } = outcome as Awaited<ReturnType<typeof readSample>>
  expect(result.rowsRead - result.rowsRefused).toBe(result.table.rowCount)
  for (const column of result.table.columns) expect(column.values.length, column.name).toBe(result.table.rowCount)
  if (result.shapes !== undefined) expect(result.shapes.length).toBe(result.table.rowCount)
  expect(countRefusals(findings)).toBe(result.rowsRefused)
}

function countRefusals(findings: readonly Finding[]): number {
  return findings.filter(({ code }) => code.includes('row')).reduce((sum, { count = 1 }) => sum + count, 0)
}

it('has an example for every reader on the list', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(readers.map(({ id }) => id).sort())
  expect(findReader('nobody')).toBeUndefined()
})

describe.each(Object.entries(EXAMPLES))('%s', (_, example) => {
  const { resource, contents, main, rows, refused } = example
  const whole = Buffer.from(contents[main] ?? '')

  it('counts rows so that read less refused is what the table has, each column as long', async () => {
    const { result } = await readSample(resource, contents)
    expect([result.rowsRead, result.rowsRefused]).toEqual([rows, refused])
    await expectPromisesKept(example, whole)
  })

  it.runIf(refused === 1)('names file, row and reason of every row it refuses', async () => {
    const { findings } = await readSample(resource, contents)
    const refusals = findings.filter(({ code }) => code.includes('row'))
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toMatchObject({ resource: 'sample', file: main, row: expect.anything() as unknown })
    expect(refusals[0]?.message.nl).not.toBe(refusals[0]?.message.en)
  })

  it('says that an empty file is empty', async () => {
    expect((await readFailing(resource, { ...contents, [main]: '' })).code).toBe('file-empty')
  })

  it('says that a file is not there', async () => {
    expect((await readFailing(resource, Object.fromEntries(Object.entries(contents).filter(([name]) => name !== main)))).location).toBe(main)
  })

  it('takes no web page for data', async () => {
    expect((await readFailing(resource, { ...contents, [main]: HTML })).code).toMatch(/^(page-instead-of-data|zip-unreadable)$/)
  })

  it('reads a file cut off anywhere to findings or a SourceError, never to another exception', async () => {
    for (let part = 1; part < 40; part++) await expectPromisesKept(example, whole.subarray(0, Math.floor((whole.length * part) / 40)))
  })

  it('survives bytes that mean nothing', async () => {
    const bytes = fastCheck.uint8Array({ minLength: 1, maxLength: 300 })
    await fastCheck.assert(fastCheck.asyncProperty(bytes, (garbage) => expectPromisesKept(example, garbage)), { numRuns: 60, seed: 1 })
  })

  it('survives damage in the middle of a good file', async () => {
    const damage = fastCheck.tuple(fastCheck.nat(whole.length - 1), fastCheck.uint8Array({ minLength: 1, maxLength: 12 }))
    const spoil = ([at, bytes]: readonly [number, Uint8Array]): Buffer => Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)])
    await fastCheck.assert(fastCheck.asyncProperty(damage, (spoilt) => expectPromisesKept(example, spoil(spoilt))), { numRuns: 60, seed: 2 })
  })
})

describe.each(Object.entries(EXAMPLES).filter(([id]) => !['csv', 'geonames', 'xlsx', 'osm-pbf'].includes(id)))('%s', (_, example) => {
  it('survives values that are nested deeper than a program can follow', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const row = `{"ID":1,"Id":1,"Area":"GM0001","Measure":"M1","Value":${deep},"A_1":${deep},"type":"Feature","properties":{"code":"A","deep":${deep}},"geometry":{"type":"Polygon","coordinates":${deep}}}`
    await expectPromisesKept(example, `{"value":[${row}],"features":[${row}],"type":"FeatureCollection","deep":${deep}}`)
    await expectPromisesKept(example, `{"type":"Topology","arcs":${deep},"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":${deep},"properties":{"deep":${deep}}}]}}}`)
    await expectPromisesKept(example, `{"type":"FeatureCollection","features":[],"crs":{"properties":{"name":${deep}}},"value":[{"Key":"a","Type":"Topic","ID":${deep}}]}`)
    await expectPromisesKept(example, `{"error":${deep},"value":[${deep}],"features":[${deep}],"type":"FeatureCollection"}`)
  })

  it('survives JSON of any shape', async () => {
    await fastCheck.assert(fastCheck.asyncProperty(fastCheck.json(), (json) => expectPromisesKept(example, json)), { numRuns: 60, seed: 3 })
    await fastCheck.assert(
      fastCheck.asyncProperty(fastCheck.array(fastCheck.dictionary(fastCheck.string(), fastCheck.jsonValue())), (rows) =>
        expectPromisesKept(example, JSON.stringify({ type: 'FeatureCollection', value: rows, features: rows, arcs: rows, objects: { a: { type: 'GeometryCollection', geometries: rows } } })),
      ),
      { numRuns: 60, seed: 4 },
    )
  })
})

/** A zip whose table of contents names another size than the file in it has. */
function claimSize(zip: Uint8Array, bytes: number): Uint8Array {
  const claiming = Buffer.from(zip)
  claiming.writeUInt32LE(bytes, claiming.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
  return claiming
}

describe('a zip that unpacks to more than memory holds', () => {
  const large = 3_000_000_000
  it('is refused as an export of GeoNames', async () => {
    const bomb = claimSize(zipSync({ 'NL.txt': Buffer.from(geonames('1')) }), large)
    expect((await readFailing(describeResource('geonames', 'NL.zip'), { 'NL.zip': bomb })).code).toBe('zip-too-large')
  })

  it('is refused as a workbook', async () => {
    expect((await readFailing(describeResource('xlsx', 'a.xlsx'), { 'a.xlsx': claimSize(workbook, large) })).code).toBe('zip-too-large')
  })
})
