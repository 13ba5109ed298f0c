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
  test('projects every kind of place of the made-up province', () => {
    for (const [asked, name] of [['Krimpsterterp', 'Krimpsterterp'], ['NL00', 'Verzonnen land'], ['PV90', 'Terpland'], ['GM9001', 'Slikkwartier']] as const) {
      const run = topdorp(['project', asked, '--years', '10', '--lang', 'en'])
      expect(run, asked).toMatchObject({ code: 0, err: '' })
      expect(run.out).toContain(`${name} (`)
      expect(run.out).toMatch(/^ +2034 +[\d,]+ /m)
    }
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
