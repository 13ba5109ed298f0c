import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseBoundaryChanges } from '#domain/parse-boundary-changes.ts'
import { ACTION_PLAN_2016 } from '#domain/regions/action-plan-2016.ts'
import { sharedData } from '../../support/shared-data.ts'

interface Code {
  readonly Identifier: string
  readonly Title: string
  readonly Description: string | null
}

/** Transfers of so few people say nothing about where a region lies. */
const FEW_INHABITANTS = 3

describe.skipIf(sharedData === undefined)('what Statistics Netherlands writes about the municipalities of the regions', () => {
  const read = () => (JSON.parse(readFileSync(join(sharedData!, 'cbs/odata-v4/03759ned/codes-RegioS.json'), 'utf8')) as { value: Code[] }).value
  const readChanges = () => parseBoundaryChanges(read().map(({ Identifier, Title, Description }) => ({ code: Identifier, title: Title, description: Description ?? '' }))).changes
  const members = new Set(ACTION_PLAN_2016.regions.flatMap((region) => region.members.map(({ code }) => code)))

  test('gives each member its code and name', () => {
    const titles = new Map(read().map(({ Identifier, Title }) => [Identifier.trim(), Title.replace(/ \((gemeente|L\.|Z\.)\)$/, '')]))
    for (const { code, name } of ACTION_PLAN_2016.regions.flatMap((region) => region.members)) expect(titles.get(code), code).toBe(name)
    for (const { into } of ACTION_PLAN_2016.changes) expect(titles.get(into.code)).toBe(into.name)
  })

  test('tells of the same changes since 2016, with the same inhabitants, and of no other that matters', () => {
    const told = readChanges().filter(({ from, firstYear, inhabitants = 0 }) => members.has(from) && firstYear > 2016 && firstYear <= 2024 && inhabitants > FEW_INHABITANTS)
    const ours = ACTION_PLAN_2016.changes.flatMap(({ year, into, from }) => Object.entries(from).map(([giver, inhabitants]) => `${year} ${giver} ${into.code} ${inhabitants}`))
    expect(told.map(({ firstYear, from, to, inhabitants }) => `${firstYear} ${from} ${to} ${inhabitants}`).toSorted()).toEqual(ours.toSorted())
  })

  test('gives no member inhabitants from outside the regions, but for the receivers of a merger', () => {
    const received = readChanges().filter(({ from, to, firstYear, inhabitants = 0 }) => members.has(to) && !members.has(from) && firstYear > 2016 && firstYear <= 2024 && inhabitants > FEW_INHABITANTS)
    expect(received).toEqual([])
  })

  test('counts in a receiver all that came together, its own inhabitants too where it went on', () => {
    const changes = readChanges()
    const words = new Map(read().map(({ Identifier, Description }) => [Identifier.trim(), Description ?? '']))
    for (const { year, into, inhabitants } of ACTION_PLAN_2016.changes) {
      const block = words.get(into.code)!.split(/\n\s*\n/).find((text) => text.includes(`per 01-01-${year}, ontvangen van`))!
      const own = Number(block.match(new RegExp(`\\(${into.code}\\),?\\s+\\.\\.\\. .+ en (\\d+) inwoners`))?.[1] ?? 0)
      const sum = changes.filter(({ to, firstYear }) => to === into.code && firstYear === year).reduce((total, change) => total + (change.inhabitants ?? 0), own)
      expect(sum, into.name).toBe(inhabitants)
    }
  })
})
