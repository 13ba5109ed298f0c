import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseBoundaryChanges } from '#domain/parse-boundary-changes.ts'
import type { CodeEntry } from '#domain/table.ts'
import { sharedData } from '../support/shared-data.ts'

const describeAs = (code: string, title: string, ...lines: string[]): CodeEntry => ({ code, title, description: lines.join('\r\n') })

const old = describeAs(
  'GM0001',
  'Oudendorp',
  'Opgeheven per 01-01-2021, overgegaan naar:',
  '- Noord (GM0002),',
  '... 100 hectare met 10 woningen en 30 inwoners',
  '- Zuid (Gr.) (GM0003),',
  '... 50 hectare met 1 woning en 1 inwoner',
  '',
  'Begindatum voor 1830',
)

describe('boundary changes in the words of CBS', () => {
  it('reads the parts into which a dissolved municipality was divided, in the singular too', () => {
    const { changes, remarks, notUnderstood } = parseBoundaryChanges([old])
    expect(changes).toEqual([
      { date: '2021-01-01', firstYear: 2021, kind: 'dissolved', from: 'GM0001', fromName: 'Oudendorp', to: 'GM0002', toName: 'Noord', hectares: 100, homes: 10, inhabitants: 30 },
      { date: '2021-01-01', firstYear: 2021, kind: 'dissolved', from: 'GM0001', fromName: 'Oudendorp', to: 'GM0003', toName: 'Zuid (Gr.)', hectares: 50, homes: 1, inhabitants: 1 },
    ])
    expect(remarks).toEqual([])
    expect(notUnderstood).toEqual([])
  })

  it('makes one change of what giver and receiver both tell', () => {
    const receiver = describeAs('GM0002', 'Noord', 'Gemeentelijke herindeling per 01-01-2021, ontvangen van:', '- Noord (GM0002),', '... 9 hectare met 8 woningen en 7 inwoners', '- Oudendorp (GM0001),', '... 100 hectare met 10 woningen en 30 inwoners ')
    const { changes, remarks } = parseBoundaryChanges([old, receiver])
    expect(changes).toHaveLength(2)
    expect(remarks.map(({ code }) => code)).toEqual([])
  })

  it('names the difference where giver and receiver disagree, and keeps what the giver says', () => {
    const receiver = describeAs('GM0002', 'Noord', 'Gemeentelijke herindeling per 01-01-2021, ontvangen van:', '- Oudendorp (GM0001),', '... 100 hectare met 11 woningen en 33 inwoners')
    const { changes, remarks } = parseBoundaryChanges([old, receiver])
    expect(changes[0]?.inhabitants).toBe(30)
    expect(remarks).toHaveLength(1)
    expect(remarks[0]).toMatchObject({ code: 'boundary-sides-disagree', row: 'GM0001', field: 'homes, inhabitants' })
  })

  it('says so when a giver with a description of its own is silent about what the receiver tells', () => {
    const giver = describeAs('GM0005', 'Stil', 'Begindatum voor 1830')
    const receiver = describeAs('GM0002', 'Noord', 'Grenswijziging per 01-01-2021, ontvangen van:', '- Stil (GM0005),', '... 2 hectare met 0 woningen en 0 inwoners')
    expect(parseBoundaryChanges([giver, receiver]).remarks.map(({ code }) => code)).toEqual(['boundary-told-by-one-side'])
  })

  it('calls a part that leaves a municipality that lives on a transfer', () => {
    const giver = describeAs('GM0002', 'Noord', 'Wijziging per 01-01-2006, overgegaan naar:', '- Zuid (GM0003)', '... 43 hectare met 9 inwoners')
    expect(parseBoundaryChanges([giver]).changes).toEqual([
      { date: '2006-01-01', firstYear: 2006, kind: 'transfer', from: 'GM0002', fromName: 'Noord', to: 'GM0003', toName: 'Zuid', hectares: 43, inhabitants: 9 },
    ])
  })

  it('counts a change in the course of a year from the first of January after it', () => {
    const giver = describeAs('GM0457', 'Weesp', 'Opgeheven per 24-03-2022, overgegaan naar:', '- Amsterdam (GM0363),', '... 2272 hectare met 9526 woningen en 20766 inwoners')
    expect(parseBoundaryChanges([giver]).changes[0]).toMatchObject({ date: '2022-03-24', firstYear: 2023 })
  })

  it('follows a new name with a new code', () => {
    const entries = [
      describeAs('GM1921', 'De Friese Meren', 'Naamswijziging per 01-07-2015,', 'nieuwe naam: De Fryske Marren (GM1940)'),
      describeAs('GM1940', 'De Fryske Marren', 'Naamswijziging per 01-07-2015,', 'oude naam: De Friese Meren (GM1921)'),
    ]
    const { changes, remarks } = parseBoundaryChanges(entries)
    expect(changes).toEqual([
      { date: '2015-07-01', firstYear: 2016, kind: 'dissolved', renamed: true, from: 'GM1921', fromName: 'De Friese Meren', to: 'GM1940', toName: 'De Fryske Marren' },
    ])
    expect(remarks).toEqual([])
  })

  it('counts and returns text it does not understand', () => {
    const odd = describeAs('GM0009', 'Raar', 'Grenswijziging per 01-01-2021, ontvangen van:', '- Noord (GM0002),', '... ongeveer de helft', 'Zie ook de toelichting')
    const { changes, notUnderstood, remarks } = parseBoundaryChanges([odd])
    expect(changes).toEqual([])
    expect(notUnderstood.map(({ text }) => text)).toEqual(['... ongeveer de helft', 'Zie ook de toelichting', 'Noord (GM0002)'])
    expect(remarks).toMatchObject([{ code: 'boundary-text-not-understood', row: 'GM0009', count: 3 }])
  })
})

describe.skipIf(!sharedData)('the real boundary changes (needs the shared data package)', () => {
  const read = (): CodeEntry[] => {
    const path = join(sharedData ?? '', 'cbs/odata-v4/03759ned/codes-RegioS.json')
    const { value } = JSON.parse(readFileSync(path, 'utf8')) as { value: { Identifier: string; Title: string; Description: string | null }[] }
    return value.map(({ Identifier, Title, Description }) => ({ code: Identifier, title: Title, ...(Description ? { description: Description } : {}) }))
  }
  const { changes, notUnderstood } = parseBoundaryChanges(read())

  it('divides Haaren over four municipalities', () => {
    const parts = changes.filter(({ from, firstYear }) => from === 'GM0788' && firstYear === 2021).map(({ toName, inhabitants }) => [toName, inhabitants])
    expect(parts).toEqual([['Boxtel', 2149], ['Oisterwijk', 5827], ['Tilburg', 1442], ['Vught', 4900]])
  })

  it.each([
    ['Eemsdelta', 2021, ['Appingedam', 'Delfzijl', 'Loppersum']],
    ['Land van Cuijk', 2022, ['Boxmeer', 'Grave', 'Mill en Sint Hubert', 'Cuijk', 'Sint Anthonis']],
    ['Maashorst', 2022, ['Uden', 'Landerd']],
    ['Dijk en Waard', 2022, ['Heerhugowaard', 'Langedijk']],
    ['Purmerend', 2022, ['Beemster']],
    ['Amsterdam', 2023, ['Weesp']],
    ['Voorne aan Zee', 2023, ['Brielle', 'Hellevoetsluis', 'Westvoorne']],
  ])('makes %s in %i of the municipalities it was made of', (name, year, givers) => {
    expect(changes.filter(({ toName, firstYear, kind }) => toName === name && firstYear === year && kind === 'dissolved').map(({ fromName }) => fromName)).toEqual(givers)
  })

  it('understands every line about a boundary; only the note on a register that was no municipality is left', () => {
    expect(new Set(notUnderstood.map(({ code }) => code))).toEqual(new Set(['GM0997']))
    expect(changes.length).toBeGreaterThan(1300)
  })
})
