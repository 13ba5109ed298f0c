/** `topdorp schools` on the made-up province, beside what the use case gives. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SchoolListAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { listSchools, listSchoolsUnder } from '#steps/explore/schools/list-schools.ts'
import { copyProvinceHome } from '../support/once-a-run.ts'
import { createTopdorp, makeFolder } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const topdorp = createTopdorp(join(folder, 'home'))
const ASKED = { norm: 'own', pupils: 100, year: 2040, atLeast: 0 } as const
const words = (area: string) => ['schools', area, '--norm', '100', '--year', '2040']
let statistics: Statistics
let area: string
let answer: SchoolListAnswer

beforeAll(async () => {
  await copyProvinceHome(join(folder, 'home'))
  statistics = (await openStatistics(join(folder, 'home')))!
  const all = await listSchools(statistics, ASKED)
  area = all.schools.find(({ municipality }) => municipality !== undefined)!.municipality!.code
  answer = await listSchools(statistics, { ...ASKED, area })
}, 240_000)
afterAll(remove)

describe('topdorp schools', () => {
  test('lists every school of an area with its pupils now and then, as the use case gives them', () => {
    expect(answer.schools.length).toBeGreaterThan(1)
    const { code, out } = topdorp(words(area))
    expect(code).toBe(0)
    const lines = out.split('\n')
    for (const { name, town = '', pupils, expected } of answer.schools) {
      const line = lines.find((own) => own.includes(name) && own.includes(town))
      expect(line?.split(/ {2,}/), name).toEqual(expect.arrayContaining([String(pupils), String(Math.round(expected!))]))
    }
    expect(out).toContain(`verwacht in 2040: ${answer.total.expectedBelow}`)
    // One chance is below a hundredth or above 99, and is written so.
    expect(answer.schools.some(({ chance }) => chance !== null && (chance < 0.01 || chance > 0.99))).toBe(true)
    expect(out).toMatch(/(< 1|> 99)%/)
    expect(out).not.toMatch(/ (0|100)%/)
    expect((JSON.parse(topdorp([...words(area), '--json']).out) as SchoolListAnswer).schools).toEqual(answer.schools)
  }, 120_000)

  test('puts the base beside a scenario, leaves out the school that closes, and leaves the base as it was', async () => {
    const [closed] = answer.schools
    const document = { name: 'Een school dicht', patches: [], facilities: { closed: [{ type: 'primarySchool' as const, id: closed!.code }] } }
    const file = join(folder, 'plan.json')
    writeFileSync(file, JSON.stringify(document))
    const under = JSON.parse(topdorp([...words(area), '--scenario', file, '--json']).out) as SchoolScenarioAnswer
    expect(under.schools).toEqual((await listSchoolsUnder(statistics, { ...ASKED, area }, document)).schools)
    expect(under.schools.map(({ code }) => code)).toEqual(answer.schools.slice(1).map(({ code }) => code))
    expect(under.schools.map(({ base }) => base.expected)).toEqual(answer.schools.slice(1).map(({ expected }) => expected))
    const { out } = topdorp([...words(area), '--scenario', file, '--lang', 'en'])
    expect(out).toContain('base')
    expect(out).toContain(`Without the scenario: ${answer.total.schools} schools`)
    expect((await listSchools(statistics, { ...ASKED, area })).schools).toEqual(answer.schools)
  }, 240_000)

  test('refuses a scenario about a school that is not there, by name', () => {
    const file = join(folder, 'wrong.json')
    writeFileSync(file, JSON.stringify({ name: 'Fout', facilities: { closed: [{ type: 'primarySchool', id: '99ZZ99' }] } }))
    const { code, err } = topdorp(['schools', area, '--scenario', file])
    expect(code).toBe(1)
    expect(err).toContain('99ZZ99')
  }, 60_000)

  test('refuses a norm and a year that are none, and says what they may be', () => {
    for (const norm of ['weinig', '0', '2001', 'own']) expect(topdorp(['schools', 'PV99', '--norm', norm])).toMatchObject({ code: 2, out: '' })
    expect(topdorp(['schools', 'PV99', '--norm', 'weinig']).err).toContain('municipal')
    expect(topdorp(['schools', 'PV99', '--year', 'later'])).toMatchObject({ code: 2 })
  })
})
