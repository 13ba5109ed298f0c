import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyProvinceHome } from '../support/once-a-run.ts'
import { createTopdorp, makeFolder } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const topdorp = createTopdorp(join(folder, 'home'))

beforeAll(() => copyProvinceHome(join(folder, 'home')), 120_000)
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

  test('says in the language of the reader what of a scenario cannot be followed', () => {
    const path = join(folder, 'scenario.json')
    const ask = (document: object, language: string) => {
      writeFileSync(path, JSON.stringify({ name: 'x', ...document }))
      return topdorp(['project', 'GM9001', '--scenario', path, '--lang', language])
    }
    const patch = { figure: 'internalOutRates', years: { from: 2024, to: 2030 }, change: { setTo: 1.5 } }
    expect(ask({ patches: [{ ...patch, years: { from: 2010, to: 2030 } }] }, 'nl')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Wijziging 1, eerste jaar: 2010 is voor') as string })
    expect(ask({ patches: [patch] }, 'nl').err).toMatch(/Wijziging 1: het deel dat per jaar naar een andere gemeente gaat wordt 1,5 voor vrouwen van 0 jaar .* Maak de wijziging kleiner/)
    expect(ask({ patches: [patch] }, 'en').err).toContain('Make the change smaller')
  }, 60_000)

  test('says that a village has no trajectories, and never that a chance is nothing or certain', () => {
    const village = topdorp(['project', 'Krimpsterterp', '--years', '10', '--draws', '50'])
    expect(village).toMatchObject({ code: 0, err: expect.stringContaining('geen trekkingen') as string })
    expect(village.out).toMatch(/Kans op minder dan 23 kinderen/)
    expect(village.out).not.toMatch(/: (0|100)%$/m)
    expect(topdorp(['project', 'GM9001', '--years', '5', '--draws', '50'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('trekkingen: 50, begingetal') as string })
  }, 60_000)

  test('projects 1,000 draws under a scenario as JSON and as a table that says what differs', () => {
    const path = join(folder, 'homes.json')
    writeFileSync(path, JSON.stringify({ name: 'Bouwen', newHomes: [{ municipality: 'GM9001', years: { from: 2025, to: 2034 }, homesPerYear: 20, peoplePerHome: 2.2, shareFromElsewhere: 0.5 }] }))
    const read = (more: string[]) => JSON.parse(topdorp(['project', 'GM9001', '--years', '30', '--draws', '1000', ...more, '--json']).out) as ProjectionAnswer
    const [base, built] = [read([]), read(['--scenario', path])]
    expect(built.years.at(-1)).toBe(2054)
    expect(built.draws).toMatchObject({ count: 1000, seed: 2024 })
    const middle = ({ draws }: ProjectionAnswer) => draws!.intervals.find(({ id, percent }) => id === 'population' && percent === 50)!.lower.at(-1)!
    expect(middle(built)).toBeGreaterThan(middle(base))
    const table = topdorp(['project', 'GM9001', '--scenario', path]).out
    expect(table).toContain('20 nieuwe woningen per jaar met 2,2 mensen')
  }, 120_000)
})
