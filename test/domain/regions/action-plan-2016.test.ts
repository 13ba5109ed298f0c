import { describe, expect, test } from 'vitest'
import { ACTION_PLAN_2016 } from '#domain/regions/action-plan-2016.ts'
import { listRegionParts, type NamedRegion, type RegionSet } from '#domain/regions/named-region.ts'

const { regions, changes } = ACTION_PLAN_2016
const find = (id: string): NamedRegion => regions.find((region) => region.id === id)!
const shares = (id: string, year: number) => Object.fromEntries(listRegionParts(ACTION_PLAN_2016, find(id), year).map(({ code, share }) => [code, Math.round(share * 1000) / 1000]))

describe('the regions of the second action plan', () => {
  test('are nine that shrink and eleven that anticipate, of which four and two were in the first plan', () => {
    const count = (kind: string, plan: 'kind' | 'firstPlan') => regions.filter((region) => region[plan] === kind).length
    expect([count('shrinking', 'kind'), count('anticipating', 'kind')]).toEqual([9, 11])
    expect([count('shrinking', 'firstPlan'), count('anticipating', 'firstPlan')]).toEqual([4, 2])
    expect(regions.filter(({ tailored }) => tailored).map(({ id }) => id)).toEqual(['oost-groningen', 'noordoost-fryslan', 'oost-drenthe', 'achterhoek', 'zeeuws-vlaanderen', 'parkstad-limburg'])
  })

  test('name every municipality once, with a code of its own', () => {
    const members = regions.flatMap((region) => region.members)
    expect(members.every(({ code, name }) => /^GM\d{4}$/.test(code) && name.length > 1)).toBe(true)
    expect(new Set(members.map(({ code }) => code)).size).toBe(members.length)
    expect(new Set(members.map(({ name }) => name)).size).toBe(members.length)
    expect(members).toHaveLength(95)
    expect(new Set(regions.map(({ id }) => id)).size).toBe(20)
  })

  test('are 40 municipalities that shrink in 2020, as Statistics Netherlands counted them in its news of February 2020', () => {
    const held = regions.filter(({ kind }) => kind === 'shrinking').flatMap((region) => listRegionParts(ACTION_PLAN_2016, region, 2020))
    const byCode = new Map<string, number>()
    for (const { code, share } of held) byCode.set(code, (byCode.get(code) ?? 0) + share)
    expect([...byCode.values()].filter((share) => share >= 0.5)).toHaveLength(40)
  })

  test('say with each membership where it comes from, in both languages', () => {
    for (const { source, membership } of regions) {
      expect(source.nl.length).toBeGreaterThan(20)
      expect(source.en.length).toBeGreaterThan(20)
      if (membership === 'named') expect(source.url).toMatch(/^https?:\/\//)
    }
  })
})

describe('the municipalities of a later year', () => {
  test('are the members themselves in 2016', () => {
    for (const region of regions) expect(listRegionParts(ACTION_PLAN_2016, region, 2016)).toEqual(region.members.map((member) => ({ ...member, share: 1 })))
  })

  test('by hand: Eemsmond is 15,411 of the 47,888 inhabitants of Het Hogeland, De Marne 10,037', () => {
    expect(shares('eemsdelta', 2020)).toEqual({ GM0003: 1, GM0010: 1, GM0024: 1, GM1966: 0.322 })
    expect(shares('eemsdelta', 2024)).toEqual({ GM1966: 0.322, GM1979: 1 })
    expect(shares('de-marne', 2024)).toEqual({ GM1966: 0.21 })
  })

  test('by hand: Littenseradiel was divided over three, Leeuwarderadeel went into Leeuwarden', () => {
    // Leeuwarden: (10,079 + 3,394) / 122,415; Súdwest-Fryslân: 5,411 / 89,594; Waadhoeke is all of it.
    expect(shares('noordwest-fryslan', 2024)).toEqual({ GM0072: 1, GM0080: 0.11, GM1900: 0.06, GM1949: 1 })
  })

  test('by hand: Beekdaelen lies in two regions', () => {
    const share = shares('parkstad-limburg', 2024)['GM1954']! + shares('westelijke-mijnstreek', 2024)['GM1954']!
    expect(share).toBeCloseTo(1)
    expect(shares('westelijke-mijnstreek', 2024)['GM1954']).toBe(0.357)
  })

  test('hold all members: none is lost, and none counts for more than all of its receiver', () => {
    const givers = new Set(changes.flatMap(({ from }) => Object.keys(from)))
    const members = new Set(regions.flatMap((region) => region.members.map(({ code }) => code)))
    expect([...givers].filter((code) => !members.has(code))).toEqual([])
    for (const { from, inhabitants } of changes) expect(Object.values(from).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(inhabitants)
    for (const region of regions) {
      const parts = listRegionParts(ACTION_PLAN_2016, region, 2024)
      expect(parts.every(({ code, share }) => share > 0 && share <= 1 && !givers.has(code))).toBe(true)
    }
  })

  test('of a municipality that gets a member and was one itself: what stayed counts by its own share', () => {
    const set: RegionSet = { ...ACTION_PLAN_2016, changes: [{ year: 2018, into: { code: 'GM0002', name: 'B' }, from: { GM0001: 100 }, inhabitants: 400 }] }
    const region = { ...find('de-marne'), members: [{ code: 'GM0001', name: 'A' }, { code: 'GM0002', name: 'B' }] }
    expect(listRegionParts(set, region, 2018)).toEqual([{ code: 'GM0002', name: 'B', share: 1 }])
    expect(listRegionParts(set, { ...region, members: region.members.slice(0, 1) }, 2018)).toEqual([{ code: 'GM0002', name: 'B', share: 0.25 }])
  })

  test('cannot be asked for a year before the regions were made', () => {
    expect(() => listRegionParts(ACTION_PLAN_2016, find('de-marne'), 2015)).toThrow('2015 is earlier')
  })
})
