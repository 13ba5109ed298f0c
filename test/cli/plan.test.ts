import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { createTopdorp, makeFolder } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const topdorp = createTopdorp(join(folder, 'home'))
const write = (name: string, document: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(document))
  return path
}

beforeAll(async () => {
  const { path } = await writeFictionalProvince(join(folder, 'province'), { seed: FICTIONAL_SEED })
  expect(topdorp(['import', path]).code).toBe(0)
}, 120_000)
afterAll(remove)

describe('topdorp plan', () => {
  test('refuses a document with what is wrong, by field, and a number of a plan that is none', () => {
    const bad = write('bad.json', { format: 'topdorp-siting/1', name: 'x', facilityType: 'primarySchool', area: { codes: ['PV99'] } })
    expect(topdorp(['plan', bad])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('openCount: Zeg hoeveel locaties open mogen zijn') as string })
    expect(topdorp(['plan', bad, '--plan', 'x'])).toMatchObject({ code: 2, out: '' })
    expect(topdorp(['plan'])).toMatchObject({ code: 2, out: '' })
  })
})
