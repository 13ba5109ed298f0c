/** Looking back at which schools went, on lists made by hand. */
import { describe, expect, it } from 'vitest'
import { findGoneSchools } from '#steps/explore/schools/gone-schools.ts'
import { getSchoolBackTest } from '#steps/explore/schools/school-back-test.ts'
import { makeSchoolStatistics } from '../../../support/school-tables.ts'

/** Degrees of latitude for so many metres. */
const north = (metres: number) => 53 + metres / 111_195
const school = (code: string, metres: number) => ({ code, name: code, point: [6.6, north(metres)] as const })

describe('a school whose code is gone', () => {
  it('may only have another code, have gone into a school at its address, leave one near by, or none', () => {
    const before = [school('A', 0), school('B', 5000), school('C', 10_000), school('D', 15_000), school('E', 15_900), school('F', 5050), school('G', 30_000)]
    const after = [school('new', 20), school('F', 5050), school('E', 15_900), school('C', 10_000)]
    const found = findGoneSchools(before, after)
    expect(found.map(({ school: own, what, other }) => [own.code, what, other?.school.code])).toEqual([
      ['A', 'renumbered', 'new'],
      ['B', 'sameAddress', 'F'],
      ['D', 'otherNearBy', 'E'],
      ['G', 'noneNearBy', undefined],
    ])
    expect(found[2]!.other!.metres).toBeCloseTo(900, -1)
  })
})

describe('the check on history', () => {
  const at = (step: number) => 6.61 + 0.02 * step
  // Two schools of five go: the smallest of each town.
  const before = [{ code: '01AA00', pupils: 20 }, { code: '01AB00', longitude: at(1), pupils: 90 }, { code: '01AC00', longitude: at(2), pupils: 60 }, { code: '02AA00', longitude: at(6), pupils: 25 }, { code: '02AB00', longitude: at(7), pupils: 200 }]
  const after = before.filter(({ code }) => !['01AA00', '02AA00'].includes(code)).map((row) => ({ ...row, pupils: row.pupils + 5 }))

  it('with counted pupils tells the smallest schools from the others without a fault', async () => {
    const answer = await getSchoolBackTest(makeSchoolStatistics({ '2022-05': before, '2024-11': after }))
    expect(answer).toMatchObject({ from: '2022-05', to: '2024-11', schools: 5, sizes: 'counted', appeared: 0 })
    expect(answer.gone).toEqual({ codes: 2, renumbered: 0, sameAddress: 0, otherNearBy: 0, noneNearBy: 2 })
    const [all] = answer.outcomes
    expect(all!.scores.map(({ id, area }) => [id, area])).toEqual(expect.arrayContaining([['small', 1], ['smallAndShrinking', 1]]))
    expect(answer.listed.map(({ code, rank }) => [code, rank]).every(([, rank]) => Number(rank) <= 3)).toBe(true)
    expect(answer.calibration.reduce((sum, { schools }) => sum + schools, 0)).toBe(5)
    expect(answer.calibration.reduce((sum, { gone }) => sum + gone, 0)).toBe(2)
  })

  it('without counts estimates sizes from where children live, and says so', async () => {
    const answer = await getSchoolBackTest(makeSchoolStatistics({ '2022-05': before.map(({ pupils: _, ...row }) => row), '2024-11': after }))
    expect(answer.sizes).toBe('estimated')
    expect(answer.remarks[0]!.nl).toContain('geen aantal leerlingen van het eerste moment')
  })

  it('needs two moments', async () => {
    await expect(getSchoolBackTest(makeSchoolStatistics({ '2024-11': after }))).rejects.toMatchObject({ problem: 'oneMomentOfSchools' })
  })
})
