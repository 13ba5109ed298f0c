import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeParquet, readParquet, readParquetTable, toNumbers, toTexts, type StoredColumn } from '#statistics/parquet.ts'
import { storeGeometries } from '#statistics/stored-geometries.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'topdorp-parquet-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function storeAndRead(columns: readonly StoredColumn[], notes = {}): ReturnType<typeof readParquet> {
  const path = join(folder, `${Math.random()}.parquet`)
  await writeFile(path, encodeParquet(columns, notes))
  return readParquet(path)
}

describe('a table in a Parquet file', () => {
  it('comes back as it was, also with more rows than one row group holds', async () => {
    const rowCount = 1_000_003
    const name = (row: number) => (row % 500_001 === 7 ? `street ${row}` : null)
    const path = join(folder, 'table.parquet')
    await writeFile(path, encodeParquet([
      { name: 'seconds', kind: 'number', values: Float64Array.from({ length: rowCount }, (_, row) => (row % 3 === 0 ? NaN : row)) },
      { name: 'number', kind: 'number', values: Float64Array.from({ length: rowCount }, (_, row) => row / 2) },
      { name: 'name', kind: 'text', values: Array.from({ length: rowCount }, (_, row) => name(row)) },
    ]))
    const [seconds, number, names] = await readParquetTable(path)
    expect([seconds, number, names].map((column) => [column!.name, column!.kind, column!.values.length])).toEqual([['seconds', 'number', rowCount], ['number', 'number', rowCount], ['name', 'text', rowCount]])
    for (const row of [0, 1, 7, 500_008, 999_998, 999_999, 1_000_000, 1_000_001, 1_000_002]) {
      expect([seconds, number, names].map((column) => column!.values[row])).toEqual([row % 3 === 0 ? NaN : row, row / 2, name(row)])
    }
  })

  it('has its columns also when it has no rows', async () => {
    const path = join(folder, 'empty.parquet')
    await writeFile(path, encodeParquet([{ name: 'seconds', kind: 'number', values: new Float64Array(0) }]))
    expect(await readParquetTable(path)).toEqual([{ name: 'seconds', kind: 'number', values: new Float64Array(0) }])
  })
})

describe('columns in a Parquet file', () => {
  it('come back as they were: numbers with gaps, texts with gaps, codes and notes', async () => {
    const { columns, notes } = await storeAndRead(
      [
        { name: 'inhabitants', kind: 'number', values: Float64Array.of(17_942_942, NaN, 0.1) },
        { name: 'name', kind: 'text', values: ["'s-Gravenhage", null, 'Súdwest-Fryslân'] },
        { name: 'missing', kind: 'code', values: Uint8Array.of(0, 3, 0) },
      ],
      { source: 'CBS' },
    )
    expect([...toNumbers(columns.get('inhabitants') ?? [])]).toEqual([17_942_942, NaN, 0.1])
    expect(toTexts(columns.get('name') ?? [])).toEqual(["'s-Gravenhage", null, 'Súdwest-Fryslân'])
    expect(Array.from(columns.get('missing') ?? []).map(Number)).toEqual([0, 3, 0])
    expect(notes['source']).toBe('CBS')
  })

  it('are there also when the file has no rows, as the places of a package without places', async () => {
    const { columns } = await storeAndRead([{ name: 'id', kind: 'text', values: [] }, { name: 'longitude', kind: 'number', values: new Float64Array(0) }])
    expect([...columns.keys()]).toEqual(['id', 'longitude'])
    expect(columns.get('id')).toHaveLength(0)
  })

  it('hold shapes to the last digit, decoded one at a time', async () => {
    const island = { type: 'Polygon' as const, coordinates: [[[6.123456789012, 53.4], [6.2, 53.4], [6.2, 53.5], [6.123456789012, 53.4]]] }
    const islands = { type: 'MultiPolygon' as const, coordinates: [island.coordinates, [[[5, 53], [5.1, 53], [5.1, 53.1], [5, 53]]]] }
    const { columns } = await storeAndRead([{ name: 'geometry', kind: 'geometry', values: [island, islands] }])
    const shapes = storeGeometries(Array.from(columns.get('geometry') ?? []) as Uint8Array[])
    expect(shapes.length).toBe(2)
    expect(shapes.at(1)).toEqual(islands)
    expect([...shapes]).toEqual([island, islands])
    expect(shapes.at(2)).toBeUndefined()
  })
})
