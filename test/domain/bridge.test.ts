import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildBridge } from '#domain/bridge.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { parseBoundaryChanges } from '#domain/parse-boundary-changes.ts'
import { sharedData } from '../support/shared-data.ts'

const change = (year: number, kind: BoundaryChange['kind'], from: string, to: string, inhabitants: number): BoundaryChange => ({
  date: `${year}-01-01`,
  firstYear: year,
  kind,
  from,
  fromName: from,
  to,
  toName: to,
  inhabitants,
})

describe('the bridge from old to new municipalities', () => {
  it('leaves everything as it was when nothing changed', () => {
    const bridge = buildBridge({ changes: [], fromYear: 2020, toYear: 2024, municipalities: ['GM0001', 'GM0002'], getPopulation: () => 100 })
    expect(bridge.get('GM0001')).toEqual({ parts: [{ from: 'GM0001', share: 1 }], bridged: 'asPublished' })
  })

  it('adds up merged municipalities: Appingedam, Delfzijl and Loppersum are Eemsdelta', () => {
    const changes = ['GM0003', 'GM0010', 'GM0024'].map((code) => change(2021, 'dissolved', code, 'GM1979', 1000))
    const bridge = buildBridge({ changes, fromYear: 2020, toYear: 2024, municipalities: ['GM0003', 'GM0010', 'GM0024'], getPopulation: () => 1000 })
    expect(bridge.get('GM1979')).toEqual({
      parts: [{ from: 'GM0003', share: 1 }, { from: 'GM0010', share: 1 }, { from: 'GM0024', share: 1 }],
      bridged: 'addedUp',
    })
  })

  it('divides Haaren over four by the inhabitants that moved: 2149, 5827, 1442 and 4900 of 14318', () => {
    const receivers: [string, number][] = [['GM0757', 2149], ['GM0824', 5827], ['GM0855', 1442], ['GM0865', 4900]]
    const changes = receivers.map(([to, inhabitants]) => change(2021, 'dissolved', 'GM0788', to, inhabitants))
    const municipalities = ['GM0788', ...receivers.map(([code]) => code)]
    const bridge = buildBridge({ changes, fromYear: 2020, toYear: 2021, municipalities, getPopulation: () => 14_318 })
    for (const [code, inhabitants] of receivers) {
      expect(bridge.get(code)?.bridged).toBe('estimated')
      expect(bridge.get(code)?.parts).toContainEqual({ from: 'GM0788', share: inhabitants / 14_318 })
    }
  })

  it('moves the share of inhabitants of a correction, and nothing for a correction without inhabitants', () => {
    const changes = [change(2022, 'transfer', 'GM0001', 'GM0002', 50), change(2022, 'transfer', 'GM0002', 'GM0001', 0)]
    const bridge = buildBridge({ changes, fromYear: 2021, toYear: 2022, municipalities: ['GM0001', 'GM0002'], getPopulation: () => 1000 })
    expect(bridge.get('GM0002')?.parts).toEqual([{ from: 'GM0001', share: 0.05 }, { from: 'GM0002', share: 1 }])
    expect(bridge.get('GM0001')?.parts).toEqual([{ from: 'GM0001', share: 0.95 }])
  })

  it('lets what moved in May move on in the next January', () => {
    const changes = [
      { ...change(2023, 'dissolved', 'GM0001', 'GM0002', 100), date: '2022-05-01' },
      { ...change(2023, 'dissolved', 'GM0002', 'GM0003', 400), date: '2023-01-01' },
    ]
    const bridge = buildBridge({ changes, fromYear: 2022, toYear: 2023, municipalities: ['GM0001', 'GM0002'], getPopulation: () => 100 })
    expect([...bridge]).toEqual([['GM0003', { parts: [{ from: 'GM0001', share: 1 }, { from: 'GM0002', share: 1 }], bridged: 'addedUp' }]])
  })

  it('follows a municipality through several changes, and keeps what another country took', () => {
    const changes = [
      { ...change(2021, 'dissolved', 'GM0001', 'GM0002', 0), renamed: true },
      change(2022, 'transfer', 'GM0002', 'GM0998', 10),
      change(2023, 'dissolved', 'GM0002', 'GM0003', 75),
      change(2023, 'dissolved', 'GM0002', 'GM0004', 25),
    ]
    const bridge = buildBridge({ changes, fromYear: 2020, toYear: 2024, municipalities: ['GM0001'], getPopulation: () => 100 })
    expect([...bridge].map(([code, { parts }]) => [code, parts[0]?.share])).toEqual([['GM0003', 0.75], ['GM0004', 0.25]])
  })

  it('counts a municipality once in the year in which it has both its old and its new code', () => {
    const changes = [{ ...change(2016, 'dissolved', 'GM1921', 'GM1940', 0), date: '2015-07-01', renamed: true }]
    const bridge = buildBridge({ changes, fromYear: 2015, toYear: 2024, municipalities: ['GM1921', 'GM1940'], getPopulation: () => 51_213 })
    expect([...bridge]).toEqual([['GM1940', { parts: [{ from: 'GM1921', share: 1 }], bridged: 'addedUp' }]])
  })

  it('loses nobody: whatever changes, the shares of every old municipality add up to one', () => {
    const code = fc.integer({ min: 1, max: 8 }).map((number) => `GM000${number}`)
    const arbitraryChange = fc.record({ year: fc.integer({ min: 2021, max: 2024 }), kind: fc.constantFrom('dissolved' as const, 'transfer' as const), from: code, to: code, inhabitants: fc.integer({ min: 0, max: 900 }) })
    fc.assert(
      fc.property(fc.array(arbitraryChange, { maxLength: 20 }), (drawn) => {
        const municipalities = Array.from({ length: 8 }, (_, index) => `GM000${index + 1}`)
        const changes = drawn.map(({ year, kind, from, to, inhabitants }) => change(year, kind, from, to, inhabitants))
        const bridge = buildBridge({ changes, fromYear: 2020, toYear: 2024, municipalities, getPopulation: () => 1000 })
        for (const municipality of municipalities) {
          const total = [...bridge.values()].flatMap(({ parts }) => parts).filter(({ from }) => from === municipality).reduce((sum, { share }) => sum + share, 0)
          expect(total).toBeCloseTo(1, 9)
        }
      }),
    )
  })
})

describe.skipIf(!sharedData)('the bridge over the real changes (needs the shared data package)', () => {
  const read = <T>(file: string): T[] => (JSON.parse(readFileSync(join(sharedData ?? '', 'cbs', file), 'utf8')) as { value: T[] }).value
  const readPopulation = (table: string): Map<string, number> =>
    new Map(
      read<{ WijkenEnBuurten: string; AantalInwoners_5: number }>(`odata-v3/${table}/TypedDataSet-1.json`)
        .concat(read(`odata-v3/${table}/TypedDataSet-2.json`))
        .map((row): [string, number] => [row.WijkenEnBuurten.trim(), row.AantalInwoners_5])
        .filter(([code]) => /^(GM|NL)/.test(code)),
    )
  const populations = new Map([[2020, '84799NED'], [2021, '85039NED'], [2022, '85318NED'], [2023, '85618NED'], [2024, '85984NED']].map(([year, table]) => [Number(year), readPopulation(String(table))]))
  const codes = read<{ Identifier: string; Title: string; Description: string | null }>('odata-v4/03759ned/codes-RegioS.json')
  const { changes } = parseBoundaryChanges(codes.map(({ Identifier, Title, Description }) => ({ code: Identifier, title: Title, description: Description ?? '' })))
  const listMunicipalities = (year: number): string[] => [...(populations.get(year)?.keys() ?? [])].filter((code) => code.startsWith('GM'))
  const build = (fromYear: number, toYear: number) =>
    buildBridge({ changes, fromYear, toYear, municipalities: listMunicipalities(fromYear), getPopulation: (code, year) => populations.get(year)?.get(code) ?? NaN })

  it.each([[2020, 355], [2021, 352], [2022, 345], [2023, 342], [2024, 342]])('has in %i the %i municipalities that CBS had', (year, count) => {
    expect(listMunicipalities(year)).toHaveLength(count)
    expect([...build(2020, year).keys()].sort()).toEqual(listMunicipalities(year).sort())
  })

  it.each([2020, 2021, 2022, 2023])('adds the inhabitants of %i on the municipalities of 2024 up to the country', (year) => {
    const population = populations.get(year)
    const total = [...build(year, 2024).values()].flatMap(({ parts }) => parts).reduce((sum, { from, share }) => sum + share * (population?.get(from) ?? NaN), 0)
    expect(total).toBeCloseTo(population?.get('NL00') ?? NaN, 4)
  })

  it('says of most municipalities that nothing changed, and estimates only where one was divided or gave inhabitants away', () => {
    const bridge = build(2020, 2024)
    const estimated = [...bridge].filter(([, { bridged }]) => bridged === 'estimated').map(([code]) => code).sort()
    // Haaren went to Boxtel, Oisterwijk, Tilburg and Vught; Leeuwarden gave 3 inhabitants to Waadhoeke, Gooise Meren 4 to Hilversum.
    expect(estimated).toEqual(['GM0080', 'GM0402', 'GM0757', 'GM0824', 'GM0855', 'GM0865', 'GM1942', 'GM1949'])
    expect([...bridge.values()].filter(({ bridged }) => bridged === 'addedUp')).toHaveLength(7)
  })
})
