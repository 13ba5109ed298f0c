import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { Background } from '#steps/background/background.ts'
import { packTable, unpackTable } from '#steps/background/packed-table.ts'
import { packFigures, unpackFigures } from '#steps/background/shared-figures.ts'
import { writeFile } from '#steps/background/tasks.ts'
import { DUTCH_EXCEL } from '#steps/see/export-csv.ts'
import type { ExportCell, ExportTable } from '#steps/see/export-table.ts'
import { makeSelectionTable } from '#steps/see/selection/export-selection.ts'
import { getSelectionDocument } from '#steps/see/selection/check-selection.ts'
import { runSelection } from '#steps/see/selection/run-selection.ts'
import { cutTile, listTilesOf } from '#steps/see/tiles.ts'
import { makeSyntheticStatistics } from '../../../bench/synthetic-statistics.ts'
import { importChanged } from '../../support/import-tiny-package.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const background = new Background()
afterAll(() => background.close())

const COLUMNS = [
  { key: 'name', title: 'Naam', kind: 'text' as const },
  { key: 'value', title: 'Waarde', kind: 'number' as const },
  { key: 'unit', title: 'Eenheid', kind: 'text' as const },
]
const makeTable = (rows: readonly (readonly ExportCell[])[]): ExportTable => ({ title: 't', fileName: 't', language: 'nl', columns: COLUMNS, rows, about: [['Bron', 'CBS']] })
const LONG = makeTable(Array.from({ length: 3000 }, (_, at) => [`Dorp "${at}"; x`, at % 7 === 0 ? null : at / 8, 'km']))

describe('a table that travels between threads', () => {
  test('is the same at the other end, whatever is in it', () => {
    const cell = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.constant(null))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
        expect(unpackTable(structuredClone(packTable(makeTable(rows))))).toEqual(makeTable(rows))
      }),
    )
  })
  test('carries what is the same in every row only once', () => expect(packTable(LONG).cells[2]).toBe('km'))
})

describe('a selection on the background thread', () => {
  test('has the same answer as here, as JSON and as a file', async () => {
    const statistics = makeSyntheticStatistics()
    const indicators = statistics.indicators.slice(0, 3).map(({ id }) => id)
    const document = getSelectionDocument(statistics, { format: 'topdorp-selection/1', name: 'Proef', level: 'neighbourhood', year: 2024, where: { kind: 'group', meet: 2, of: indicators.map((indicator) => ({ kind: 'figure', indicator, year: 2024, compare: 'atLeast', threshold: 10 })) } })
    const run = runSelection(statistics, document)
    expect(run.result!.places.codes.length * 3).toBeGreaterThan(5000)
    expect(new TextDecoder().decode(await background.runSelection(statistics, document, 'nl', 'json'))).toBe(JSON.stringify(run))
    const csv = { kind: 'csv', dialect: DUTCH_EXCEL } as const
    expect(Buffer.compare(await background.runSelection(statistics, document, 'nl', csv), await writeFile(makeSelectionTable(statistics, run, 'nl'), csv))).toBe(0)
  })

  test('figures are the same at the other end, and shared where they were', () => {
    const statistics = makeTestStatistics()
    const there = unpackFigures(structuredClone(packFigures(statistics)))
    expect(there.indicators).toEqual(statistics.indicators)
    for (const level of ['municipality', 'neighbourhood'] as const) expect(there.listAreas(level)).toEqual(statistics.listAreas(level))
    expect(there.findColumn('population', 'municipality', 2024)).toEqual(statistics.findColumn('population', 'municipality', 2024))
  })
})

describe('the background thread', () => {
  test('writes the same file as is written here', async () => {
    for (const format of [{ kind: 'csv', dialect: DUTCH_EXCEL }, { kind: 'parquet' }] as const) {
      expect(Buffer.compare(await background.writeFile(LONG, format), await writeFile(LONG, format)), format.kind).toBe(0)
    }
    expect((await background.writeFile(LONG, { kind: 'xlsx' })).length).toBeGreaterThan(20_000)
  })
  test('cuts the same tiles as are cut here, from shared memory', async () => {
    const { statistics } = await importChanged()
    const tiles = listTilesOf(statistics, 'municipality', 8)
    expect(tiles.length).toBeGreaterThan(3)
    for (const [zoom, x, y] of tiles) {
      const tile = await background.cutTile(statistics, 'municipality', zoom, x, y)
      expect(Buffer.compare(tile, cutTile(statistics, 'municipality', zoom, x, y)), `${zoom}/${x}/${y}`).toBe(0)
    }
    expect(tiles.some(([zoom, x, y]) => cutTile(statistics, 'municipality', zoom, x, y).length > 0)).toBe(true)
  })
  test('refuses a tile as it is refused here', async () => {
    await expect(background.cutTile(makeTestStatistics(), 'municipality', 2, 4, 0)).rejects.toThrow('noSuchTile')
    await expect(background.cutTile(makeTestStatistics(), 'corop', 2, 0, 0)).rejects.toThrow('noShape')
  })
  test('refuses what it was doing when it is closed, and starts again for the next', async () => {
    const one = new Background()
    const writing = one.writeFile(LONG, { kind: 'xlsx' })
    const refused = expect(writing).rejects.toThrow('closing')
    await one.close()
    await refused
    expect((await one.writeFile(LONG, { kind: 'parquet' })).length).toBeGreaterThan(1000)
    await one.close()
  })
  test('goes on after a task that fails', async () => {
    const broken = makeTable(LONG.rows.map(([name]) => [name ?? null, 'no number', 'km']))
    await expect(background.writeFile(broken, { kind: 'parquet' })).rejects.toThrow()
    expect((await background.writeFile(LONG, { kind: 'parquet' })).length).toBeGreaterThan(1000)
  })
})
