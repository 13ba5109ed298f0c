import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer } from '#api/server.ts'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import type { RankUncertaintyAnswer } from '#domain/rank-uncertainty.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { copyProvinceHome } from '../support/once-a-run.ts'
import { createTopdorp, makeFolder } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const home = join(folder, 'home')
const topdorp = createTopdorp(home)
let server: Awaited<ReturnType<typeof createServer>>

beforeAll(async () => {
  await copyProvinceHome(home)
  const statistics = (await openStatistics(home))!
  server = await createServer({ getStatistics: () => statistics })
}, 120_000)
afterAll(async () => {
  await server.close()
  remove()
})

const askSite = async (url: string) => (await server.inject({ url })).json<IndexScoresAnswer>()
const keepFile = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('topdorp index run', () => {
  test.each(['municipality', 'district', 'neighbourhood'])('gives for the document of the site the scores of the site, bit for bit (%s)', async (level) => {
    const document = (await server.inject({ url: `/v1/indices/basis-op-orde/document?level=${level}` })).body
    const run = topdorp(['index', 'run', keepFile(`${level}.json`, document), '--json'])
    expect(run).toMatchObject({ code: 0, err: '' })
    const answer = JSON.parse(run.out) as IndexScoresAnswer
    const site = await askSite(`/v1/indices/basis-op-orde/scores?level=${level}`)
    expect(answer.scores.filter((score) => score !== null).length).toBeGreaterThan(5)
    expect(Float64Array.from(answer.scores, (score) => score ?? NaN)).toEqual(Float64Array.from(site.scores, (score) => score ?? NaN))
    expect(answer).toEqual(site)
  })

  test('gives for a document of one\'s own the scores of the site, bit for bit, and as CSV with the digits of the page', async () => {
    const document = JSON.stringify({
      format: 'topdorp-index/1', name: 'Eigen', level: 'neighbourhood', normalisation: 'zScore', outliers: { kind: 'winsorise', lower: 0.02, upper: 0.98 }, minimumShare: 0.5, aggregation: 'geometricMean',
      dimensions: [
        { id: 'age', name: 'Leeftijd', weight: 0.3, indicators: [{ indicator: 'shareAge65Plus', weight: 1, direction: 'lowerIsBetter' }] },
        { id: 'near', name: 'Nabij', weight: 0.7, indicators: [{ indicator: 'distanceToSupermarket', weight: 0.1, year: 2023 }, { indicator: 'carsPerHousehold', weight: 0.2, direction: 'lowerIsBetter' }] },
      ],
    })
    const posted = await server.inject({ method: 'POST', url: '/v1/index-runs', headers: { 'content-type': 'application/json' }, payload: document })
    const site = posted.json<IndexScoresAnswer>()
    const path = keepFile('own.json', document)
    expect((JSON.parse(topdorp(['index', 'run', path, '--json']).out) as IndexScoresAnswer).scores).toEqual(site.scores)
    const [header, ...lines] = topdorp(['index', 'run', path, '--csv', '--lang', 'en']).out.trim().split(/\r?\n/)
    const at = header!.split(',').indexOf('score')
    const first = site.scores.findIndex((score) => score !== null)
    expect(Number(lines[first]!.split(',')[at])).toBe(Number(site.scores[first]!.toFixed(1)))
    expect(lines).toHaveLength(site.scores.length)
  })

  test('names file, place and way out of a document that is not right', () => {
    const unknown = { format: 'topdorp-index/1', name: 'X', level: 'municipality', normalisation: 'zScore', outliers: { kind: 'none' }, minimumShare: 1, aggregation: 'arithmeticMean', dimensions: [{ id: 'a', name: 'A', weight: 1, indicators: [{ indicator: 'happiness', weight: 1 }] }] }
    for (const [text, words] of [
      ['{ "format": ', /is geen JSON/],
      ['[1, 2]', /kan zo niet, wel een object/],
      [JSON.stringify(unknown), /Er is geen cijfer met de naam "happiness"/],
      [JSON.stringify({ ...unknown, wieght: 1 }), /"wieght"/],
      [JSON.stringify({ ...unknown, name: 'x'.repeat(2e6) }), /bytes groot/],
    ] as const) {
      const path = keepFile('bad.json', text)
      const run = topdorp(['index', 'run', path])
      expect(run.code).toBe(1)
      expect(run.out).toBe('')
      expect(run.err).toContain(path)
      expect(run.err).toMatch(words)
      expect(run.err).not.toMatch(/^\s+at /m)
    }
    expect(topdorp(['index', 'run', join(folder, 'nowhere.json')]).err).toContain('nowhere.json')
    expect(topdorp(['index', 'run']).code).toBe(2)
  })
})

describe('topdorp index', () => {
  test('lists the indices with their levels, and shows one with what is in it', () => {
    expect(topdorp(['index']).out).toContain('basis-op-orde: Basis op orde')
    const shown = topdorp(['index', 'show', 'basis-op-orde', '--level', 'gemeente', '--lang', 'en'])
    expect(shown.out).toContain('MIND: these figures are made up.')
    expect(shown.out).toMatch(/Rank 1 lags furthest behind\. The first \d+ of \d+/)
    expect(topdorp(['index', 'show', 'basis']).err).toContain('topdorp index list')
    expect(topdorp(['index', 'shwo']).err).toContain('"show"')
  })

  test('gives the document of an index, which is that of the site', async () => {
    const { out } = topdorp(['index', 'show', 'basis-op-orde', '--level', 'district', '--document'])
    const site = (await server.inject({ url: '/v1/indices/basis-op-orde/document?level=district' })).json<unknown>()
    expect(JSON.parse(out)).toEqual(site)
    expect(JSON.parse(readFileSync(join(folder, 'district.json'), 'utf8'))).toEqual(site)
  })
})

test('basics are named in the language of the reader', () => {
  const show = (...words: string[]) => topdorp(['index', 'show', 'basis-op-orde', ...words]).out
  expect(show()).toMatch(/score +Werk +Inkomen +Zorg en gezondheid/)
  expect(show('--lang', 'en')).toMatch(/score +Work +Income +Care and health/)
})

describe('topdorp index uncertainty', () => {
  test('gives the same ranks as the site, an interval around the middle, and the same again for the same seed', async () => {
    const run = topdorp(['index', 'uncertainty', 'basis-op-orde', '--level', 'district', '--draws', '300', '--seed', '5', '--json'])
    expect(run.code).toBe(0)
    const answer = JSON.parse(run.out) as RankUncertaintyAnswer
    expect(answer.ranks).toEqual((await askSite('/v1/indices/basis-op-orde/scores?level=district')).ranks)
    expect(answer.lowRanks.every((low, at) => low === null || (low <= answer.medianRanks[at]! && answer.medianRanks[at]! <= answer.highRanks[at]!))).toBe(true)
    // The request that is in the answer says all there is to say.
    const request = keepFile('request.json', JSON.stringify({ document: answer.document, draws: answer.draws, seed: answer.seed, vary: answer.vary }))
    expect(JSON.parse(topdorp(['index', 'uncertainty', request, '--json']).out)).toEqual(answer)
    const words = topdorp(['index', 'uncertainty', request])
    expect(words.out).toContain('300 keer met andere keuzes (begingetal 5)')
    expect(words.err).toContain('300 trekkingen')
  })

  test.each([
    [['basis-op-orde', '--draws', 'veel'], 2, '--draws veel is geen geheel getal.'],
    [['basis-op-orde', '--draws', '5'], 1, '"draws" kan niet "5" zijn'],
    [['nergens'], 2, 'Er is geen index "nergens"'],
    [['nergens.json'], 1, 'nergens.json is er niet'],
  ])('refuses %s', (words, code, message) => {
    const run = topdorp(['index', 'uncertainty', ...words])
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toContain(message)
  })

  test('stops at once for who presses Ctrl-C, with a word and without an answer', async () => {
    const run = spawn(process.execPath, [join(import.meta.dirname, '../../src/cli/main.ts'), 'index', 'uncertainty', 'basis-op-orde', '--level', 'neighbourhood', '--draws', '20000'], { env: { ...process.env, TOPDORP_HOME: home } })
    let [out, err] = ['', '']
    run.stdout.on('data', (text) => (out += text))
    run.stderr.on('data', (text) => {
      // Twice, as when a terminal tells the whole group and the starter passes it on.
      if (!err.includes('Ctrl-C') && String(text).includes('Ctrl-C')) setTimeout(() => [run.kill('SIGINT'), run.kill('SIGINT')], 50)
      err += text
    })
    const code = await new Promise((resolve) => run.once('close', resolve))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('Gestopt. Er is niets bewaard.')
  })
})
