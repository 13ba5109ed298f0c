import { describe, expect, it } from 'vitest'
import type { Area } from '#domain/area.ts'
import { createStepBackwards, findComparable, type LevelHistory } from '#domain/follow-area.ts'

const area = (code: string, names: Readonly<Record<number, string>>): Area => {
  const years = Object.keys(names).map(Number)
  return { code, level: 'neighbourhood', name: names[years.at(-1) ?? 0] ?? code, namesByYear: names, years, parents: {} }
}

/** A level of these areas, each with 100 inhabitants unless said otherwise. */
const makeHistory = (areas: readonly Area[], inhabitants: Readonly<Record<string, number>> = {}, rest: Partial<LevelHistory> = {}): LevelHistory => ({
  areas,
  changes: [],
  getPopulation: (code, year) => inhabitants[`${code} ${year}`] ?? 100,
  getComparability: () => NaN,
  ...rest,
})

const OLD = area('BU00010009', { 2020: 'De Hoeve' })
const NEW = area('BU00010002', { 2021: 'Wijk 03 de hoeve.' })

describe('a neighbourhood a year earlier', () => {
  it('is the one with the same code and name, however that is spelled', () => {
    const same = area('BU00010000', { 2020: "'t Zand", 2021: "'T ZAND" })
    expect(createStepBackwards(makeHistory([same]))(same, 2021, 2020)).toEqual({ former: same })
  })

  it('is the only one of that name in the municipality where the code is new', () => {
    expect(createStepBackwards(makeHistory([OLD, NEW]))(NEW, 2021, 2020)).toEqual({ former: OLD })
  })

  it('is looked for in a municipality that was merged in that year, and in no other', () => {
    const elsewhere = area('BU00040000', { 2020: 'De Hoeve' })
    const change = { date: '2021-01-01', firstYear: 2021, kind: 'dissolved', from: 'GM0004', fromName: 'Klein', to: 'GM0001', toName: 'Noord' } as const
    expect(createStepBackwards(makeHistory([elsewhere, NEW]))(NEW, 2021, 2020)).toEqual({ former: undefined, breakBefore: 'returned' })
    expect(createStepBackwards(makeHistory([elsewhere, NEW], {}, { changes: [change] }))(NEW, 2021, 2020)).toEqual({ former: elsewhere })
  })

  it('is not a namesake whose inhabitants differ by more than 10 per cent, nor one of two namesakes', () => {
    const withPopulation = (after: number) => createStepBackwards(makeHistory([OLD, NEW], { 'BU00010002 2021': after }))(NEW, 2021, 2020).former
    expect(withPopulation(111)).toBe(OLD)
    expect(withPopulation(112)).toBeUndefined()
    expect(withPopulation(NaN)).toBeUndefined()
    expect(createStepBackwards(makeHistory([OLD, area('BU00010008', { 2020: 'De Hoeve' }), NEW]))(NEW, 2021, 2020).former).toBeUndefined()
  })

  it('is not a namesake that goes on under its own code', () => {
    const stays = area('BU00010009', { 2020: 'De Hoeve', 2021: 'De Hoeve' })
    expect(createStepBackwards(makeHistory([stays, NEW]))(NEW, 2021, 2020).former).toBeUndefined()
  })

  it('does not compare where its code had another name, or CBS says that its boundary changed', () => {
    const renamed = area('BU00010000', { 2020: 'Oost', 2021: 'West' })
    expect(createStepBackwards(makeHistory([renamed]))(renamed, 2021, 2020)).toEqual({ former: renamed, breakBefore: 'renamed' })
    const marked = area('BU00010000', { 2020: 'Oost', 2021: 'Oost' })
    expect(createStepBackwards(makeHistory([marked], {}, { getComparability: () => 3 }))(marked, 2021, 2020)).toEqual({ former: marked, breakBefore: 'changed' })
  })
})

describe('a neighbourhood several years earlier', () => {
  it('is followed a year at a time, through every code it had', () => {
    const latest = area('BU00010005', { 2022: 'Hoeve, De' })
    const again = area('BU00010005', { 2022: 'De Hoeve' })
    expect(findComparable(createStepBackwards(makeHistory([OLD, NEW, again])), again, 2022, 2020)).toBe(OLD)
    expect(findComparable(createStepBackwards(makeHistory([OLD, NEW, latest])), latest, 2022, 2020)).toBeUndefined()
  })

  it('does not compare over a year in which it was not there', () => {
    const gap = area('BU00010000', { 2020: 'Kom', 2022: 'Kom' })
    const stepBackwards = createStepBackwards(makeHistory([gap]))
    expect(findComparable(stepBackwards, gap, 2022, 2020)).toBeUndefined()
    expect(findComparable(stepBackwards, gap, 2022, 2022)).toBe(gap)
  })
})
