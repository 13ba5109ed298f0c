import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeParquet, readParquet, toNumbers, toTexts, type StoredColumn } from '#statistics/parquet.ts'
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
