import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { startTestServer } from '../api/support.ts'
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

describe('topdorp plan', () => {
  test('refuses a document with what is wrong, by field, and a number of a plan that is none', () => {
    const bad = write('bad.json', { format: 'topdorp-siting/1', name: 'x', facilityType: 'primarySchool', area: { codes: ['PV99'] } })
    expect(topdorp(['plan', bad])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('openCount: Zeg hoeveel locaties open mogen zijn') as string })
    expect(topdorp(['plan', bad]).err).toContain('bad.json: Deze vraag kan zo niet.')
    const elsewhere = write('elsewhere.json', { format: 'topdorp-siting/1', name: 'x', facilityType: 'primarySchool', area: { codes: ['GM0001'] }, openCount: 1 })
    expect(topdorp(['plan', elsewhere, '--lang', 'en'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('There is no area with code GM0001.') as string })
    expect(topdorp(['plan', bad, '--plan', 'x'])).toMatchObject({ code: 2, out: '' })
    expect(topdorp(['plan'])).toMatchObject({ code: 2, out: '' })
  })

  test('gives the same plans as the API, to the last digit, and the same rows', async () => {
    const statistics = (await openStatistics(join(folder, 'home')))!
    const [one, other] = statistics.listAreas('municipality')
    // Every rule that changes digits: people of later years, new sites, a mobile service, norms, a minimum size.
    const order: SitingOrder = {
      format: 'topdorp-siting/1', name: 'Twee gemeenten', facilityType: 'primarySchool', area: { codes: [one!.code, other!.code] }, year: statistics.referenceYear + 6, mode: 'bicycle', goal: 'median',
      openCount: 4, newSites: 1, minimumSize: 10, mobile: { vehicleDays: 2, daysPerStop: 1, waitingMinutes: 4 },
    }
    const file = write('question.json', order)
    const printed = topdorp(['plan', file, '--json'])
    expect(printed).toMatchObject({ code: 0, err: expect.any(String) as string })
    const server = await startTestServer({ getStatistics: () => statistics })
    let job = (await server.app.inject({ method: 'POST', url: '/v1/siting-runs', headers: { 'content-type': 'application/json' }, payload: JSON.stringify(order) })).json<JobAnswer>()
    while (job.status === 'waiting' || job.status === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 50))
      job = (await server.app.inject(job.self)).json<JobAnswer>()
    }
    const served = (await server.app.inject(job.result!)).json<SitingRunAnswer>()
    expect(served.plans[0]!.checkFaults).toEqual([])
    expect(JSON.parse(printed.out)).toEqual(served)
    expect(topdorp(['plan', file]).out).toContain('Jaar van de plekken: basisschool 2024.')
    const rows = (text: string) => parse(text, { columns: true, record_delimiter: ['\r\n', '\n'] }) as Record<string, string>[]
    const file1 = topdorp(['plan', file, '--csv', '--lang', 'nl'])
    expect(rows(file1.out)).toEqual(rows((await server.app.inject(`${job.result}?format=csv-rfc4180&plan=1`)).body))
    expect(rows(file1.out).length).toBeGreaterThan(10)
    await server.app.close()
  }, 240_000)
})
