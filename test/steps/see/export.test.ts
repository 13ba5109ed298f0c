import { makeJsonStat } from '#steps/see/export-json-stat.ts'
import { DUTCH_EXCEL, RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { writeParquet } from '#steps/see/export-parquet.ts'
import { aboutSource, makeColumnTable, makePlaceTable, provenanceColumns } from '#steps/see/export-table.ts'
import type { ExportTable } from '#steps/see/export-table.ts'
import { writeXlsx } from '#steps/see/export-xlsx.ts'
import { getFigureColumn } from '#steps/see/figures.ts'
import { getPlace } from '#steps/see/place.ts'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const column = getFigureColumn(statistics, 'populationChange1Year', 'neighbourhood', 2023)
const table = makeColumnTable(statistics, column, 'nl')

/** A table of text and numbers only, to try what a spreadsheet could misread. */
function makeTextTable(rows: readonly (readonly [string, number | null])[]): ExportTable {
  const columns = [
    { key: 'text', title: 'Tekst; met "teken"', kind: 'text' as const },
    { key: 'number', title: 'Getal', kind: 'number' as const },
  ]
  return { title: 't', fileName: 't', language: 'nl', columns, rows, about: [['Bron', 'x']] }
}

test('counts are in a file as they are, shares and means with one decimal more than on the page', () => {
  const list = (id: string) => {
    const figures = getFigureColumn(statistics, id, 'municipality', 2023)
    const at = makeColumnTable(statistics, figures, 'nl').columns.findIndex(({ key }) => key === 'value')
    return { figures: figures.values, file: makeColumnTable(statistics, figures, 'nl').rows.map((row) => row[at]) }
  }
  expect(list('population').file).toEqual([2470, 4060])
  const { figures, file } = list('populationChange1Year')
  expect(figures[0]).toBeCloseTo((100 * (2470 - 2060)) / 2060, 10)
  expect(file).toEqual([19.9, 0.5])
})

describe('CSV for Dutch Excel', () => {
  const text = writeCsv(table, DUTCH_EXCEL)
  test('begins with a byte order mark, and has semicolons, decimal commas and CR LF', () => {
    expect(text.startsWith('\uFEFFCode;Naam;Gemeente;')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.split('\r\n')[1]).toContain(';-4,17;%;')
  })
  test('reads back to the same figures', () => {
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, delimiter: ';', recordDelimiter: '\r\n' })
    expect(rows.map((row) => (row['Waarde'] === '' ? null : Number(row['Waarde']?.replace(',', '.'))))).toEqual(
      column.values.map((value) => value && Number(value.toFixed(2))),
    )
  })
  test('says in every row unit, source, date, licence and why a figure is missing', () => {
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, delimiter: ';' })
    for (const row of rows) {
      expect(row).toMatchObject({ Eenheid: '%', 'Opgehaald op': '2026-11-20', Licentie: 'CC-BY-4.0' })
      expect(row['Bron']).toContain('CBS, Kerncijfers wijken en buurten 2022; CBS, Kerncijfers wijken en buurten 2023')
      expect((row['Waarde'] === '') === (row['Waarom ontbreekt het'] !== '')).toBe(true)
    }
    expect(rows.find((row) => row['Code'] === 'BU90020001')).toMatchObject({ 'Ontbreekt (code)': 'rowMissing' })
  })
})

describe('CSV of many rows with the same long list of sources', () => {
  const source = { text: '=CBS, een; "CBS", twee', retrieved: '2026-11-20', licence: 'CC-BY-4.0' }
  const long: ExportTable = {
    ...makeTextTable([]),
    columns: [{ key: 'value', title: 'Waarde', kind: 'number' }, ...provenanceColumns('nl', 'firstRow')],
    rows: [1, 2, 3].map((value) => [value, source.text, source.retrieved, source.licence]),
    about: aboutSource(source, 'nl'),
  }
  test.each([['Dutch Excel', DUTCH_EXCEL], ['RFC 4180', RFC_4180]])('says them in the first row only, and has as many cells in every row (%s)', (_name, dialect) => {
    const [header, first, ...others]: string[][] = parse(writeCsv(long, dialect), { bom: true, delimiter: dialect.separator, recordDelimiter: '\r\n' })
    expect(header?.[1]).toBe(dialect === DUTCH_EXCEL ? 'Bron (van alle rijen)' : 'source')
    expect(first).toEqual(['1', `'${source.text}`, source.retrieved, source.licence])
    expect(others).toEqual([['2', '', '', ''], ['3', '', '', '']])
  })
  test('and says them once in a workbook, with date and licence', async () => {
    const [figures, about] = await readExcelFile(Buffer.from(await writeXlsx(long)))
    expect(figures?.data).toEqual([['Waarde'], [1], [2], [3]])
    expect(about?.data).toEqual([['Bron', source.text], ['Opgehaald op', source.retrieved], ['Licentie', source.licence]])
  })
})

describe('CSV as RFC 4180 has it', () => {
  test('reads back whatever the text, but for formulas, which get an apostrophe', () => {
    const rows = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))))
    fc.assert(
      fc.property(rows, (given) => {
        for (const dialect of [RFC_4180, DUTCH_EXCEL]) {
          const written = writeCsv(makeTextTable(given), dialect)
          const [, ...read]: string[][] = parse(written, { bom: true, delimiter: dialect.separator, recordDelimiter: '\r\n' })
          expect(read).toEqual(
            given.map(([text, number]) => [
              /^[=+\-@\t\r]/.test(text) ? `'${text}` : text,
              number === null ? '' : String(number).replace('.', dialect.decimal),
            ]),
          )
        }
      }),
    )
  })
  test.each(['=1+1', '+31', '-2', '@SUM(A1)', '\t=1', '\r=1'])('text %j cannot run as a formula', (text) => {
    expect(writeCsv(makeTextTable([[text, 1]]), RFC_4180).split('\r\n').slice(1).join('\r\n')).toMatch(/^"?'/)
  })
})

describe('an Excel workbook', () => {
  test('reads back to the same figures, and has a sheet with source and explanation', async () => {
    const sheets = await readExcelFile(Buffer.from(await writeXlsx(table)))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Cijfers', 'Bron en uitleg'])
    const [header, ...rows] = sheets[0]?.data ?? []
    const at = header?.indexOf('Waarde') ?? -1
    expect(rows.map((row) => row[at])).toEqual(column.values.map((value) => value && Number(value.toFixed(2))))
    const about = new Map(sheets[1]?.data.map(([label, text]) => [label, text]))
    expect(about.get('Bron')).toContain('CBS')
    expect(about.get('Opgehaald op')).toBe('2026-11-20')
    expect(about.get('Licentie')).toBe('CC-BY-4.0')
    expect(about.get('Let op')).toBe('Deze cijfers zijn verzonnen.')
  })
  test('keeps text that looks like a formula as text', async () => {
    const sheets = await readExcelFile(Buffer.from(await writeXlsx(makeTextTable([['=1+1', 2]]))))
    expect(sheets[0]?.data[1]).toEqual(['=1+1', 2])
  })
})

describe('Parquet', () => {
  test('reads back to the same rows, with title and source in its metadata', async () => {
    const bytes = writeParquet(table)
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const rows = await parquetReadObjects({ file })
    expect(rows).toEqual(table.rows.map((row) => Object.fromEntries(table.columns.map(({ key }, at) => [key, row[at]]))))
    const metadata = parquetMetadata(file).key_value_metadata?.map(({ key, value }) => [key, value])
    expect(metadata).toContainEqual(['title', table.title])
    expect(JSON.stringify(metadata)).toContain('CC-BY-4.0')
  })
})

describe('JSON-stat', () => {
  const dataset = makeJsonStat(statistics, column, 'en')
  test('has as many values as its sizes say, and a status for each missing one', () => {
    expect(dataset.value).toHaveLength(dataset.size.reduce((product, size) => product * size, 1))
    const missing = dataset.value.flatMap((value, at) => (value === null ? [String(at)] : []))
    expect(Object.keys(dataset.status ?? {}).sort()).toEqual(missing.sort())
  })
  test('has an index and a label for every category of every dimension', () => {
    dataset.id.forEach((id, at) => {
      const { category } = dataset.dimension[id as 'area']
      expect(category.index).toHaveLength(dataset.size[at] ?? -1)
      expect(Object.keys(category.label).sort()).toEqual([...category.index].sort())
    })
  })
  test('tells source, licence and what the statuses mean', () => {
    expect(dataset.source).toContain('CBS')
    expect(dataset.extension).toMatchObject({ licence: ['CC-BY-4.0'], fictional: true, missingReasons: { rowMissing: 'The row is missing from the source' } })
  })
})

describe('the figures of a place', () => {
  const place = makePlaceTable(statistics, getPlace(statistics, 'GN101'), 'nl')
  test('stand in one row an indicator, beside those of the larger areas', () => {
    expect(place.columns.map(({ title }) => title).slice(3, 7)).toEqual(['Krimpsterterp', 'Oostermoer', 'Groningen', 'Nederland'])
    expect(place.rows[0]?.slice(0, 7)).toEqual(['Inwoners', 'inwoners', 2024, 1100, 2455, 2455, 6525])
    expect(place.rows).toHaveLength(statistics.indicators.length)
  })
  test('name the area of each missing figure, and why', () => {
    expect(place.rows.find(([name]) => name === 'Stedelijkheid (klasse)')?.[7]).toBe('Groningen: Bestaat niet voor dit soort gebied')
  })
  test('come with the remarks of the place', () => {
    expect(place.about.map(([, text]) => text).join(' ')).toContain('U ziet de cijfers van de buurt waarin het dorp ligt')
  })
})
