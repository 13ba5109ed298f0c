/** What must hold of the primary schools of the Netherlands: only where the real tables are. Bounds are wide, since the projection may shift. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schoolScenarioSchema, type SchoolListAnswer, type SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { runImport } from '#steps/import/run-import.ts'
import { listSchools } from '#steps/explore/schools/list-schools.ts'
import { getSchoolBackTest } from '#steps/explore/schools/school-back-test.ts'
import { getSchoolForecast } from '#steps/explore/schools/school-forecast.ts'
import { startTestServer } from '../../../api/support.ts'
import { sharedData } from '../../../support/shared-data.ts'

describe.skipIf(sharedData === undefined)('the primary schools of the Netherlands', () => {
  let home: string
  let statistics: Statistics

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'topdorp-schools-'))
    await runImport({ location: join(sharedData ?? '', 'datapackage.json'), home })
    const opened = await openStatistics(home)
    if (opened === undefined) throw new Error('nothing was imported')
    statistics = opened
  }, 300_000)
  afterAll(() => rm(home, { recursive: true, force: true }))

  test('have in the first year the pupils that were counted, one by one', async () => {
    const { schools, withoutPupils, pupils, pupilsPerChild, table, municipalNorms, places } = await getSchoolForecast(statistics)
    expect([schools.length, withoutPupils.length, table.leftOut.furtherAddress]).toEqual([6078, 37, 67])
    schools.forEach((school, at) => expect(Math.abs(pupils[0]![at]! - school.pupils!)).toBeLessThan(1e-6))
    expect(schools.reduce((sum, own) => sum + own.pupils!, 0)).toBe(1_348_133)
    expect(pupilsPerChild).toBeGreaterThan(0.9)
    expect(pupilsPerChild).toBeLessThan(1)
    // Norms near those that were official in 2013: Almere 167, 's-Gravenhage 200, Rozendaal 23.
    const norm = (code: string) => municipalNorms[0]![places.findIndex((place) => place?.municipality === code)]!
    expect(norm('GM0034')).toBeGreaterThan(155)
    expect(norm('GM0034')).toBeLessThan(180)
    expect([norm('GM0518'), norm('GM0277')]).toEqual([200, 23])
  }, 300_000)

  test('that have just begun are most of those with very few pupils, and have no chance to be below a norm', async () => {
    const { schools, total, remarks } = await listSchools(statistics, { norm: 'national', pupils: 0, atLeast: 0 })
    const small = schools.filter(({ pupils }) => pupils !== null && pupils < 23)
    expect([total.justOpened, small.length, small.filter(({ justOpened }) => justOpened).length]).toEqual([63, 15, 10])
    expect(total.belowNow).toBe(5)
    expect(remarks.some(({ nl }) => nl.startsWith('85 scholen in het land staan niet in de lijst van 2022-05'))).toBe(true)
    expect(schools.filter(({ justOpened, chance }) => justOpened && chance !== null)).toEqual([])
  }, 300_000)

  test('of which 169 codes went, six of them for another code; a chance below the norm tells them better than a coin', async () => {
    const { gone, appeared, sizes, outcomes } = await getSchoolBackTest(statistics)
    expect(gone).toEqual({ codes: 169, renumbered: 6, sameAddress: 53, otherNearBy: 72, noneNearBy: 38 })
    expect([appeared, sizes]).toEqual([91, 'estimated'])
    const find = (score: string) => outcomes[0]!.scores.find(({ id }) => id === score)!
    expect(find('risk').lower95).toBeGreaterThan(0.5)
    expect(find('risk').area).toBeLessThan(0.8)
    expect(find('small').lower95).toBeGreaterThan(0.5)
  }, 300_000)

  test('under a scenario over the API: the pupils of a school that closes go to the others, and the base beside them is what it was', async () => {
    const { app } = await startTestServer({ getStatistics: () => statistics })
    try {
      // Basisschool Anloo had 18 pupils in 2024.
      const payload = { name: 'School in Anloo dicht', facilities: { closed: [{ type: 'primarySchool', name: 'Basisschool Anloo', municipality: 'GM1680' }] } }
      const response = await app.inject({ method: 'POST', url: '/v1/school-runs?norm=national&year=2040', payload })
      expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
      const under = response.json<SchoolScenarioAnswer>()
      expect(schoolScenarioSchema.parse(under)).toEqual(under)
      const base = (await app.inject({ url: '/v1/schools?norm=national&year=2040' })).json<SchoolListAnswer>()
      expect(under.scenario).toMatchObject({ closed: [{ name: 'Basisschool Anloo', pupils: 18 }], withoutSchool: 0 })
      const others = base.schools.filter(({ code }) => code !== under.scenario.closed[0]!.code)
      expect(under.schools.map(({ code, base: { expected } }) => [code, expected])).toEqual(others.map(({ code, expected }) => [code, expected]))
      // No pupil is lost, and no other school loses any.
      expect(Math.abs(under.total.expected - base.total.expected)).toBeLessThan(1)
      expect(under.schools.every(({ expected, base: own }) => (expected ?? 0) >= (own.expected ?? 0) - 0.11)).toBe(true)
      expect([under.base.total, under.total.schools]).toEqual([base.total, base.total.schools - 1])
    } finally {
      await app.close()
    }
  }, 300_000)
})
