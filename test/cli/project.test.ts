import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { createTopdorp, makeFolder } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const topdorp = createTopdorp(join(folder, 'home'))

beforeAll(async () => {
  const { path } = await writeFictionalProvince(join(folder, 'province'), { seed: FICTIONAL_SEED })
  expect(topdorp(['import', path]).code).toBe(0)
}, 120_000)
afterAll(remove)

describe('topdorp project', () => {
  test('names the tables that the made-up province lacks', () => {
    const run = topdorp(['project', 'NL00', '--lang', 'en'])
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.err).toContain('population-dynamics')
  })

  test('refuses years that are none, and a scenario with an unknown key, before anything is computed', () => {
    expect(topdorp(['project', 'NL00', '--years', '400'])).toMatchObject({ code: 2 })
    const path = join(folder, 'scenario.json')
    writeFileSync(path, JSON.stringify({ name: 'x', patches: [], jaren: 3 }))
    const run = topdorp(['project', 'NL00', '--scenario', path])
    expect(run.code).toBe(1)
    expect(run.err).toContain('"jaren"')
    writeFileSync(path, '{')
    expect(topdorp(['project', 'NL00', '--scenario', path]).err).toContain('geen JSON')
    expect(topdorp(['project', 'NL00', '--scenario', join(folder, 'nergens.json')]).err).toContain('is er niet')
  })
})
