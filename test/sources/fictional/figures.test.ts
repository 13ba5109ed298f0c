/** The figures of the made-up province hang together as those of CBS do. */
import { describe, expect, it } from 'vitest'
import { sharedData } from '../../support/shared-data.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KWB_TABLES } from '#sources/fictional/kwb-columns.ts'
import { composeFiles } from '#sources/fictional/write-fictional-province.ts'
import { codeOf, figureOf, readJson, readKwb, readNames, sumOf, years, type Row } from './province-files.ts'

const COUNTS = ['AantalInwoners', 'k_0Tot15Jaar', 'k_15Tot25Jaar', 'k_25Tot45Jaar', 'k_45Tot65Jaar', 'k_65JaarOfOuder', 'HuishoudensTotaal', 'Eenpersoonshuishoudens', 'HuishoudensZonderKinderen', 'HuishoudensMetKinderen']
const AGES = COUNTS.slice(1, 6)
const HOUSEHOLDS = COUNTS.slice(7)

describe.each(years)('the made-up figures of %i', (year) => {
  const { rows, ofLevel } = readKwb(year)
  const country = ofLevel('NL')[0] ?? {}

  it('have the municipalities add up to the country exactly, for every count', () => {
    for (const count of COUNTS) expect(sumOf(ofLevel('GM'), count), count).toBe(figureOf(country, count))
  })

  it('have districts and neighbourhoods add up to their municipality within rounding, but for the rows left out', () => {
    for (const prefix of ['WK', 'BU']) {
      for (const municipality of ofLevel('GM')) {
        const parts = ofLevel(prefix + codeOf(municipality).slice(2))
        const [total, sum] = [figureOf(municipality, 'AantalInwoners') ?? 0, sumOf(parts, 'AantalInwoners')]
        if (hasGap(rows, municipality)) expect(sum).toBeLessThanOrEqual(total + 2.5 * parts.length)
        else expect(Math.abs(sum - total)).toBeLessThanOrEqual(2.5 * parts.length)
      }
    }
  })

  it('have age groups and kinds of household add up, exactly for municipalities', () => {
    for (const row of [country, ...ofLevel('GM')]) {
      expect(AGES.reduce((sum, age) => sum + (figureOf(row, age) ?? 0), 0)).toBe(figureOf(row, 'AantalInwoners'))
      expect(HOUSEHOLDS.reduce((sum, kind) => sum + (figureOf(row, kind) ?? 0), 0)).toBe(figureOf(row, 'HuishoudensTotaal'))
    }
  })

  it('give counts below the municipality in fives, and means that fit the counts', () => {
    for (const row of [...ofLevel('WK'), ...ofLevel('BU')]) for (const count of COUNTS) expect((figureOf(row, count) ?? 0) % 5).toBe(0)
    for (const row of ofLevel('GM')) {
      const mean = (figureOf(row, 'AantalInwoners') ?? 0) / (figureOf(row, 'HuishoudensTotaal') ?? 1)
      expect(figureOf(row, 'GemiddeldeHuishoudensgrootte')).toBeCloseTo(mean, 1)
    }
  })

  it('give no mean where nobody lives, and hide some figures', () => {
    const empty = ofLevel('BU').filter((row) => figureOf(row, 'AantalInwoners') === 0)
    expect(empty.length).toBeGreaterThan(0)
    for (const row of empty) expect(figureOf(row, 'Bevolkingsdichtheid')).toBeNull()
    const cars = ofLevel('BU').map((row) => figureOf(row, 'PersonenautoSPerHuishouden'))
    expect(cars.filter((value) => value === null).length).toBeGreaterThan(10)
    expect(cars.filter((value) => value !== null).length).toBeGreaterThan(200)
  })
})

describe.each(years)('the made-up table of %i', (year) => {
  const { rows, nextLink, ofLevel, byCode } = readKwb(year)

  it('comes as one page of the feed, with a name for every row and row ids that tell what is missing', () => {
    expect(rows.length).toBeLessThanOrEqual(10_000)
    expect(nextLink).toBeUndefined()
    const names = readNames(year)
    for (const row of rows) expect(names.get(codeOf(row)), codeOf(row)).toBeTruthy()
    expect(byCode.size).toBe(rows.length)
    const ids = rows.map((row) => Number(row['ID']))
    const gaps = (ids.at(-1) ?? 0) + 1 - ids.length
    expect(gaps).toBe({ 2021: 4, 2023: 2 }[year] ?? 0)
  })

  it('names districts and neighbourhoods by the code of what they lie in', () => {
    const withoutRow = new Set(ofLevel('BU').map((row) => `WK${codeOf(row).slice(2, 8)}`).filter((code) => !byCode.has(code)))
    expect(withoutRow.size).toBe(year === 2021 ? 1 : 0)
    for (const row of ofLevel('WK')) expect(byCode.has(`GM${codeOf(row).slice(2, 6)}`)).toBe(true)
  })

  it.skipIf(sharedData === undefined)('has the columns of the real table of that year, in the same order', () => {
    const { table } = KWB_TABLES.find((each) => each.year === year) ?? { table: '' }
    const start = readFileSync(join(sharedData ?? '', `cbs/odata-v3/${table}/TypedDataSet-1.json`), 'utf8').slice(0, 20_000)
    const real = JSON.parse(start.split('\n')[1]?.replace(/,$/, '') ?? '{}') as Row
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(real))
    for (const [key, value] of Object.entries(real)) if (value === null) expect(rows[0]?.[key], key).toBeNull()
    for (const [key, value] of Object.entries(rows[0] ?? {})) if (value === null) expect(real[key], key).toBeNull()
  })
})

/** Whether a row id within the municipality's rows is missing. */
function hasGap(rows: readonly Row[], municipality: Row): boolean {
  const own = rows.filter((row) => codeOf(row).slice(2, 6) === codeOf(municipality).slice(2, 6)).map((row) => Number(row['ID']))
  return (own.at(-1) ?? 0) - (own[0] ?? 0) + 1 !== own.length
}

describe('the villages of the text', () => {
  const follow = (name: string, figure: string): number[] =>
    years.map((year) => {
      const [code] = [...readNames(year)].find(([key, title]) => key.startsWith('WK') && title.endsWith(` ${name}`)) ?? ['']
      return figureOf(readKwb(year).byCode.get(code) ?? {}, figure) ?? NaN
    })

  it('Krimpsterterp loses people every year, children fastest', () => {
    const people = follow('Krimpsterterp', 'AantalInwoners')
    const children = follow('Krimpsterterp', 'k_0Tot15Jaar')
    people.slice(1).forEach((value, index) => expect(value).toBeLessThan(people[index] ?? 0))
    const change = (series: number[]): number => (series.at(-1) ?? 0) / (series[0] ?? 1)
    expect(change(people)).toBeLessThan(0.94)
    expect(change(children)).toBeLessThan(change(people))
  })

  it('Groeisterwoude gains people every year', () => {
    const people = follow('Groeisterwoude', 'AantalInwoners')
    people.slice(1).forEach((value, index) => expect(value).toBeGreaterThan(people[index] ?? 0))
  })
})

describe('the merger of two municipalities', () => {
  it('makes twelve municipalities of thirteen, in words that CBS uses', () => {
    expect(years.map((year) => readKwb(year).ofLevel('GM').length)).toEqual([13, 13, 12, 12, 12])
    const { value } = readJson<{ value: { Identifier: string; Title: string; Description: string }[] }>('cbs/odata-v4/03759ned/codes-RegioS.json')
    const dissolved = value.filter(({ Description }) => Description.startsWith('Opgeheven per 01-01-2022, overgegaan naar:\r\n- '))
    const [arisen] = value.filter(({ Description }) => Description.startsWith('Ontstaan per 01-01-2022, ontvangen van:\r\n- '))
    expect(dissolved).toHaveLength(2)
    const moved = dissolved.map(({ Description }) => /\((GM\d{4})\),\r\n\.\.\. (\d+) hectare met (\d+) woningen en (\d+) inwoners/.exec(Description) ?? [])
    expect(moved.map(([, to]) => to)).toEqual([arisen?.Identifier, arisen?.Identifier])
    const inhabitants = moved.reduce((sum, [, , , , people]) => sum + Number(people), 0)
    expect(inhabitants).toBe(figureOf(readKwb(2022).byCode.get(arisen?.Identifier ?? '') ?? {}, 'AantalInwoners'))
  })

  it('does not lose its words to a border correction between two others, whatever the seed', () => {
    for (const seed of [16, 19, 22]) {
      const regions = composeFiles(seed).get('cbs/odata-v4/03759ned/codes-RegioS.json') ?? ''
      expect(regions.match(/Opgeheven per 01-01-2022/g)).toHaveLength(2)
      expect(regions.match(/Grenswijziging per 01-01-2023/g)).toHaveLength(2)
    }
  })

  it('gives the same inhabitants in the regional table as in the table of districts', () => {
    const { value } = readJson<{ value: { Measure: string; RegioS: string; Perioden: string; Value: number | null; ValueAttribute: string }[] }>('cbs/odata-v4/03759ned/observations-page-1.json')
    for (const observation of value.filter(({ Measure }) => Measure === 'M000352')) {
      const { byCode } = readKwb(Number(observation.Perioden.slice(0, 4)))
      const row = byCode.get(observation.RegioS.replace('NL01', 'NL00'))
      if (/^(NL|GM)/.test(observation.RegioS)) expect(observation.Value).toBe(row ? figureOf(row, 'AantalInwoners') : null)
      expect(observation.ValueAttribute).toBe(observation.Value === null ? 'Impossible' : 'None')
    }
    expect(value.filter(({ ValueAttribute }) => ValueAttribute === 'Impossible')).toHaveLength(2 * (2 * 3 + 2))
  })
})
