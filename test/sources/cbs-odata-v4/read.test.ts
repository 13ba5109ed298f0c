import { describe, expect, it } from 'vitest'
import { cellsOf, describeResource, listFindings, readFailing, readSample, type Contents } from '../../support/read-sample.ts'

type Row = Record<string, unknown>
const list = (rows: readonly unknown[], nextLink?: string): string => JSON.stringify({ value: rows, ...(nextLink ? { '@odata.nextLink': nextLink } : {}) })
const codes = (...identifiers: string[]): string => list(identifiers.map((code) => ({ Identifier: code, Title: `Naam van ${code.trim()}` })))
const observe = (id: number, region: string | null, value: unknown, more: Row = {}): Row => ({
  Id: id, Measure: 'M000352', ValueAttribute: 'None', Value: value, StringValue: null, RegioS: region, Perioden: '2024JJ00', ...more,
})

const BESIDE: Contents = {
  't/dimensions.json': codes('RegioS', 'Perioden'),
  't/measure-codes.json': list([{ Identifier: 'M000352', Title: 'Bevolking op 1 januari', Unit: 'aantal' }]),
  't/codes-RegioS.json': list([{ Identifier: 'GM0014  ', Title: 'Groningen (gemeente)', Description: 'Ontstaan per 01-01-2019', DimensionGroupId: 'GM' }]),
  't/codes-Perioden.json': codes('2024JJ00'),
  't/properties.json': JSON.stringify({ Identifier: '03759ned', ObservationCount: 100741875 }),
}
const recorded = (rows: readonly unknown[], more: Contents = {}): Contents => ({ ...BESIDE, 'p.json': list(rows), ...more })
const RESOURCE = describeResource('cbs-odata-v4', ['p.json'], { folder: 't/', table: '03759ned' })

describe('observations', () => {
  it('stay in long form, one text column for each dimension, codes without padding', async () => {
    const { result, findings } = await readSample(RESOURCE, recorded([observe(55, 'GM0014  ', 243768)]))
    expect(result.table.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Id number', 'Measure text', 'ValueAttribute text', 'Value number', 'StringValue text', 'RegioS text', 'Perioden text',
    ])
    expect(cellsOf(result, 'RegioS')).toEqual(['GM0014'])
    expect(cellsOf(result, 'Value')).toEqual([243768])
    expect(findings).toEqual([])
  })

  it('come with the list of every dimension and of the measures', async () => {
    const { result } = await readSample(RESOURCE, recorded([observe(55, 'GM0014', 1)]))
    expect([...result.codes.keys()].sort()).toEqual(['Measures', 'Perioden', 'RegioS'])
    expect(result.codes.get('RegioS')).toEqual([{ code: 'GM0014', title: 'Groningen (gemeente)', description: 'Ontstaan per 01-01-2019', group: 'GM' }])
    expect(result.codes.get('Measures')?.[0]).toMatchObject({ unit: 'aantal' })
  })

  it('that are impossible or hidden keep the reason beside the missing value', async () => {
    const { result, findings } = await readSample(RESOURCE, recorded([observe(1, 'GM0014', null, { ValueAttribute: 'Impossible' })]))
    expect([cellsOf(result, 'Value'), cellsOf(result, 'ValueAttribute')]).toEqual([[null], ['Impossible']])
    expect(findings).toEqual([])
  })

  it('are refused without a code or when they were there before', async () => {
    const { result, findings } = await readSample(RESOURCE, recorded([observe(1, 'GM0014', 1), observe(2, null, 1), observe(1, 'GM0014', 1), observe(3, 'GM0014', 1, { Measure: ' ' })]))
    expect([result.rowsRead, result.rowsRefused, result.table.rowCount]).toEqual([4, 3, 1])
    expect(listFindings(findings, 'row-without-code')).toEqual(['p.json 2 RegioS', 'p.json 3 Measure'])
    expect(listFindings(findings, 'row-repeated')).toEqual(['p.json 1 Id'])
  })

  it('whose value is text count as missing, by row', async () => {
    const { result, findings } = await readSample(RESOURCE, recorded([observe(1, 'GM0014', '12'), observe(2, 'GM0014', 12)]))
    expect(cellsOf(result, 'Value')).toEqual([null, 12])
    expect(listFindings(findings, 'cell-refused')).toEqual(['p.json 1 Value'])
  })

  it('with a code that no list explains are kept, and counted by code', async () => {
    const { result, findings } = await readSample(RESOURCE, recorded([observe(1, 'GM9999', 1), observe(2, 'GM0014', 1), observe(3, 'GM9999', 1)]))
    expect(result.table.rowCount).toBe(3)
    expect(listFindings(findings, 'code-unknown')).toEqual(['p.json 1 RegioS × 2'])
  })

  it('without the column of a dimension are an error that names it', async () => {
    const error = await readFailing(RESOURCE, recorded([{ Id: 1, Measure: 'M000352', Value: 1, Perioden: '2024JJ00' }]))
    expect([error.code, error.messages.en.includes('RegioS')]).toEqual(['column-missing', true])
  })
})

describe('a table', () => {
  it('that turns out to be another one is a finding', async () => {
    const { findings } = await readSample({ ...RESOURCE, table: '83625NED' }, recorded([observe(1, 'GM0014', 1)]))
    expect(listFindings(findings, 'other-table')).toEqual(['t/properties.json Identifier'])
  })

  it('without a folder of code lists is an error', async () => {
    expect((await readFailing(describeResource('cbs-odata-v4', 'p.json'), recorded([]))).code).toBe('shape-of-file')
  })
})

describe('the service', () => {
  const base = 'https://datasets.cbs.nl/odata/v1/CBS/03759ned'
  const service = (more: Contents): Contents => ({
    [`${base}/Dimensions`]: codes('RegioS'),
    [`${base}/MeasureCodes`]: codes('M000352'),
    [`${base}/RegioSCodes`]: list([{ Identifier: 'GM0001', Title: 'A' }], `${base}/RegioSCodes?$skip=1`),
    [`${base}/RegioSCodes?$skip=1`]: codes('GM0002'),
    [`${base}/Properties`]: JSON.stringify({ Identifier: '03759ned', ObservationCount: 3 }),
    ...more,
  })
  const resource = describeResource('cbs-odata-v4', `${base}/Observations`, { folder: base, table: '03759ned' })

  it('is asked for its lists, and both lists and observations are read to the last page', async () => {
    const { result, asked } = await readSample(resource, service({
      [`${base}/Observations`]: list([observe(1, 'GM0001', 1)], `${base}/Observations?$skip=1`),
      [`${base}/Observations?$skip=1`]: list([observe(2, 'GM0002', 1), observe(3, 'GM0002', 1)]),
    }))
    expect(result.table.rowCount).toBe(3)
    expect(result.codes.get('RegioS')?.map(({ code }) => code)).toEqual(['GM0001', 'GM0002'])
    expect(asked).toContain(`${base}/Properties`)
  })

  it('that gives fewer observations than it says it has is a finding', async () => {
    const { findings } = await readSample(resource, service({ [`${base}/Observations`]: list([observe(1, 'GM0001', 1)]) }))
    expect(listFindings(findings, 'incomplete')).toEqual([`${base}/Properties ObservationCount × 2`])
  })

  it('may give fewer when a filter asks for fewer', async () => {
    const filtered = `${base}/Observations?$filter=Perioden eq '2024JJ00'`
    const { findings } = await readSample({ ...resource, path: filtered }, service({ [filtered]: list([observe(1, 'GM0001', 1)]) }))
    expect(findings).toEqual([])
  })

  it('that gives the same observations for ever is an error', async () => {
    const error = await readFailing(resource, service({
      [`${base}/Observations`]: list([observe(1, 'GM0001', 1)], `${base}/Observations?$skip=1`),
      [`${base}/Observations?$skip=1`]: list([observe(1, 'GM0001', 1)], `${base}/Observations?$skip=2`),
    }))
    expect(error.code).toBe('pages-endless')
  })
})
