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

describe('topdorp schools', () => {
  test('refuses a norm and a year that are none, and says what they may be', () => {
    for (const norm of ['weinig', '0', '2001', 'own']) expect(topdorp(['schools', 'PV99', '--norm', norm])).toMatchObject({ code: 2, out: '' })
    expect(topdorp(['schools', 'PV99', '--norm', 'weinig']).err).toContain('municipal')
    expect(topdorp(['schools', 'PV99', '--year', 'later'])).toMatchObject({ code: 2 })
  })
})
