import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { ScenarioCheckAnswer } from '#domain/answers/scenario-answers.ts'
import { readConfig } from '../../src/config.ts'
import { openRecords } from '#records/open-records.ts'
import { keepScenario } from '#steps/explore/scenario/keep-scenario.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { copyProvinceHome } from '../support/once-a-run.ts'
import { createTopdorp, makeFolder } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const topdorp = createTopdorp(join(folder, 'home'))
const write = (name: string, document: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(document))
  return path
}

beforeAll(() => copyProvinceHome(join(folder, 'home')), 120_000)
afterAll(remove)

const NORMS = { name: 'Proef', norms: [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 10, leastSize: 60 }] }

describe('topdorp norms', () => {
  test('lists the sets, and adds up over municipalities to the whole', () => {
    expect(topdorp(['norms']).out).toMatch(/^landelijk +Landelijke regels/m)
    const run = topdorp(['norms', write('norms.json', NORMS), '--json'])
    const { lines, areas, tooSmall } = JSON.parse(run.out) as NormRunAnswer
    expect(areas.reduce((sum, { beyond }) => sum + beyond[0]!, 0)).toBe(lines[0]!.beyond!.all)
    expect(lines[0]!.beyond!.all).toBeGreaterThan(0)
    expect(tooSmall).toHaveLength(lines[0]!.tooSmall!)
    expect(tooSmall.every(({ size }) => size < 60)).toBe(true)
    expect(topdorp(['norms', write('norms.json', NORMS)]).out).toContain('Jaar van de plekken: basisschool 2024.')
  })

  test('take the municipality of a village, and say so beside the answer', async () => {
    const statistics = (await openStatistics(join(folder, 'home')))!
    const { id, name, municipality } = statistics.listPlaces()[0]!
    const [village, whole] = [id, municipality].map((within) => topdorp(['norms', write('norms.json', NORMS), '--within', within, '--json']))
    expect([village!.code, village!.out]).toEqual([0, whole!.out])
    expect(village!.err).toContain(`${name} is een dorp of stad. De normen gaan over zijn hele gemeente: ${statistics.findArea(municipality)!.name} (${municipality}).`)
    expect(whole!.err).not.toContain('hele gemeente')
  })

  test('explain what is wrong', () => {
    expect(topdorp(['norms', 'landelik'])).toMatchObject({ code: 2, err: expect.stringContaining('Bedoelt u "landelijk"?') as string })
    expect(topdorp(['norms', write('bad.json', { name: 'x', norms: [{ facilityType: 'hospital' }] })])).toMatchObject({ code: 1, err: expect.stringContaining('zegt niets') as string })
  })
})

describe('topdorp scenario', () => {
  const listSchools = () => (JSON.parse(topdorp(['norms', write('all.json', { name: 'x', norms: [{ facilityType: 'primarySchool', leastSize: 100_000 }] }), '--json']).out) as NormRunAnswer).tooSmall

  test('checks what each part touches, and names those that touch nothing', () => {
    const [school] = listSchools()
    const path = write('plan.json', { name: 'Plan', facilities: { closed: [{ type: 'primarySchool', id: school!.id }] }, speeds: [{ mode: 'car', factor: 1 }] })
    const { parts } = JSON.parse(topdorp(['scenario', 'check', path, '--json']).out) as ScenarioCheckAnswer
    expect(parts.map(({ part }) => part)).toEqual(['closed', 'speeds'])
    expect(parts[1]!.touched).toBe(0)
    expect(topdorp(['scenario', 'check', path]).out).toContain('Snelheid 1 (auto) verandert niets.')
    expect(topdorp(['scenario', 'check', path, '--lang', 'en']).out).toContain('Speed 1 (car) changes nothing.')
  })

  test('lays base and scenario side by side, and refuses a school that is not there by the step', () => {
    const schools = listSchools()
    const school = schools.find(({ name }) => schools.filter((other) => other.name === name).length === 1)
    const municipality = school!.municipality!.code
    const path = write('dicht.json', { name: 'Dicht', facilities: { closed: [{ type: 'primarySchool', name: school!.name, municipality }] } })
    expect(topdorp(['scenario', 'apply', path, municipality])).toMatchObject({ code: 0, out: expect.stringMatching(/Basisschool +[\d,]+ +[\d,]+/) as string })
    const bad = write('bad.json', { name: 'Fout', facilities: { closed: [{ type: 'primarySchool', id: 'nergens' }] } })
    expect(topdorp(['scenario', 'apply', bad, municipality])).toMatchObject({ code: 1, err: expect.stringContaining('Sluiting 1, nummer: Er is geen basisschool met nummer "nergens".') as string })
    expect(topdorp(['scenario', 'apply', path])).toMatchObject({ code: 2 })
  })

  test('that has no changes says so wherever it is asked for', () => {
    const path = write('leeg.json', { name: 'Leeg' })
    for (const words of [['scenario', 'check', path], ['scenario', 'apply', path, 'GM9001'], ['reach', 'GM9001', 'basisschool', '--scenario', path], ['project', 'GM9001', '--scenario', path]]) {
      expect(topdorp(words), words.join(' ')).toMatchObject({ code: 0, out: expect.stringContaining('Dit scenario heeft geen wijzigingen: het is gelijk aan de basis.') as string })
    }
  }, 60_000)

  test('that is kept is taken by its code, by every command that takes a file', async () => {
    const document = { name: 'Bouwen', patches: [], newHomes: [{ municipality: 'GM9001', years: { from: 2025, to: 2034 }, homesPerYear: 20, peoplePerHome: 2.2, shareFromElsewhere: 0.5 }] }
    const path = write('bouwen.json', document)
    const records = await openRecords(readConfig({ TOPDORP_HOME: join(folder, 'home') }, folder))
    const { id } = await keepScenario(records.database, (await openStatistics(join(folder, 'home')))!, document, new Date('2026-11-27'))
    await records.close()
    for (const words of [['norms', 'landelijk', '--within', 'GM9001', '--year', '2040', '--scenario'], ['schools', 'GM9001', '--scenario'], ['project', 'GM9001', '--scenario'], ['scenario', 'check']]) {
      const [fromFile, kept] = [path, id].map((named) => topdorp([...words, named]))
      expect(fromFile, words.join(' ')).toMatchObject({ code: 0, out: expect.stringContaining('Bouwen') as string })
      expect(kept, words.join(' ')).toEqual(fromFile)
    }
    expect(topdorp(['schools', 'GM9001', '--scenario', `${id}.2`])).toMatchObject({ code: 1, err: expect.stringContaining(`Er is geen bewaard scenario ${id}.2.`) as string })
  }, 120_000)
})
