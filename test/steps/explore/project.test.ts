import { describe, expect, test } from 'vitest'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { projectionSchema } from '#domain/answers/projection-answers.ts'
import { readScenarioDocument, type ScenarioDocument } from '#domain/scenario-document.ts'
import { shareBelow } from '#engines/numeric/normal-distribution.ts'
import { findChanceBelow, getPlaceDeviation } from '#steps/explore/place-intervals.ts'
import { getBackTest, projectArea } from '#steps/explore/project.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const project = (code: string, scenario?: ScenarioDocument, years = 20): Promise<ProjectionAnswer> => {
  const area = statistics.findArea(code)!
  return projectArea(statistics, { id: code, name: area.name, areas: [area], years, ...(scenario && { scenario }) })
}
const close = (expected: number) => expect.closeTo(expected, 0)
const addUp = (lists: readonly (readonly number[])[]) => lists[0]!.map((_, at) => lists.reduce((total, own) => total + own[at]!, 0))
const scenario = (patches: ScenarioDocument['patches']): ScenarioDocument => ({ name: 'Proef', patches })

describe('the projection of a place', () => {
  test('begins with what was counted, and follows the form of the answer', async () => {
    const answer = await project('GM9001')
    expect(answer.jumpOff).toBe(2024)
    expect(answer.years).toEqual(Array.from({ length: 21 }, (_, at) => 2024 + at))
    // 2,060 · 1.002² and 420 · 0.997², each rounded to pairs.
    expect(answer.population.projected[0]).toBeCloseTo(2068 + 418, 0)
    expect(projectionSchema.parse(answer)).toEqual(answer)
  })

  test('ages add up to the inhabitants, demand and change too', async () => {
    const { pyramids, population, demand, change } = await project('GM9002')
    pyramids.forEach(({ women, men }, at) => expect([...women, ...men].reduce((total, own) => total + own, 0)).toBeCloseTo(population.projected[at]!, -1))
    const pupils = demand.find(({ id }) => id === 'pupils4to11')!.values
    expect(pupils[3]).toBeCloseTo([4, 5, 6, 7, 8, 9, 10, 11].reduce((total, age) => total + pyramids[3]!.women[age]! + pyramids[3]!.men[age]!, 0), 0)
    for (let at = 1; at < 20; at++) {
      expect(population.projected[at]! - population.projected[at - 1]!).toBeCloseTo(change!.births[at]! - change!.deaths[at]! + change!.netMigration[at]!, 0)
    }
  })

  test('buurten add up to their municipality, and municipalities to the country, in every year', async () => {
    const country = await project('NL00')
    const municipalities = await Promise.all(['GM9001', 'GM9002'].map((code) => project(code)))
    expect(addUp(municipalities.map(({ population }) => population.projected))).toEqual(country.population.projected.map(close))
    const buurten = await Promise.all(['BU90010000', 'BU90010001', 'BU90010002', 'BU90010100'].map((code) => project(code)))
    expect(addUp(buurten.map(({ population }) => population.projected))).toEqual(municipalities[0]!.population.projected.map(close))
    const wijk = await project('WK900100')
    expect(addUp(buurten.slice(0, 3).map(({ population }) => population.projected))).toEqual(wijk.population.projected.map(close))
    expect(buurten[0]!.level).toBe('smallArea')
  })

  test('an own village is the sum of its buurten', async () => {
    const areas = ['BU90010000', 'BU90010001'].map((code) => statistics.findArea(code)!)
    const village = await projectArea(statistics, { id: 'own', name: 'Ons dorp', areas, years: 20 })
    const buurten = await Promise.all(areas.map(({ code }) => project(code)))
    expect(addUp(buurten.map(({ population }) => population.projected))).toEqual(village.population.projected.map(close))
  })

  test('a buurt where nobody lives has no projection, and is named', async () => {
    await expect(project('BU90010101')).rejects.toMatchObject({ problem: 'noProjectionForArea', subject: `${statistics.findArea('BU90010101')!.name} (BU90010101)` })
  })

  test('intervals open from the count on, and hold each other', async () => {
    const { population } = await project('GM9001')
    const [half, wide, widest] = population.intervals
    expect(half!.lower[0]).toBe(half!.upper[0])
    for (let at = 1; at <= 20; at++) {
      expect(widest!.lower[at]).toBeLessThan(wide!.lower[at]!)
      expect(wide!.lower[at]).toBeLessThan(half!.lower[at]!)
      expect(half!.lower[at]).toBeLessThan(population.projected[at]!)
      expect(wide!.upper[at]! - wide!.lower[at]!).toBeGreaterThan(wide!.upper[at - 1]! - wide!.lower[at - 1]!)
    }
  })

  test('tables that are lacking are named', async () => {
    const without = makeTestStatistics({ readTable: async (name) => (name === 'population-dynamics' ? undefined : statistics.readTable(name)) })
    await expect(projectArea(without, { id: 'GM9001', name: '', areas: [without.findArea('GM9001')!], years: 5 })).rejects.toMatchObject({ problem: 'projectionTablesMissing', subject: 'population-dynamics' })
  })

  test('the back-test speaks of the municipalities of these figures', async () => {
    const { municipalities, lines, errorSizes } = await getBackTest(statistics)
    expect(municipalities).toBe(2)
    expect(lines.find(({ jumpOff, year }) => jumpOff === 2021 && year === 2024)?.municipalities).toBe(2)
    expect(errorSizes?.windows.to).toBe(2023)
  })
})

describe('a scenario', () => {
  test('without patches is the projection itself, and says so', async () => {
    const { scenario: named, ...answer } = await project('GM9001', scenario([]))
    expect(named).toEqual({ name: 'Proef', changedFigures: [], changes: [] })
    const base = await project('GM9001')
    expect(answer).toEqual({ ...base, remarks: [...base.remarks, { nl: 'Dit scenario heeft geen wijzigingen: het is gelijk aan de basis.', en: 'This scenario has no changes: it equals the base.' }] })
  })

  test('without births has no children of eight after nine years', async () => {
    const answer = await project('GM9001', scenario([{ figure: 'fertilityRates', years: { from: 2024, to: 2060 }, change: { multiplyBy: 0 } }]))
    expect(answer.change!.births.slice(1)).toEqual(Array.from({ length: 20 }, () => 0))
    expect(answer.pyramids[1]!.women[0]).toBeLessThan((await project('GM9001')).pyramids[1]!.women[0]! / 2)
  })

  test('in one municipality leaves births of the other alone; a larger area means its municipalities', async () => {
    const patch = (areas: string[]) => scenario([{ figure: 'immigrationCounts', years: { from: 2024, to: 2030 }, areas, change: { add: 1 } }])
    const [own, province] = await Promise.all([project('GM9001', patch(['GM9001'])), project('GM9001', patch(['PV20']))])
    expect(province.population).toEqual(own.population)
    expect(own.population.projected[1]! - (await project('GM9001')).population.projected[1]!).toBeGreaterThan(150)
  })

  test('before the jump-off, or of an unknown area, cannot be', async () => {
    await expect(project('GM9001', scenario([{ figure: 'fertilityRates', years: { from: 2010, to: 2030 }, change: { multiplyBy: 2 } }]))).rejects.toMatchObject({ problem: 'scenarioInvalid' })
    await expect(project('GM9001', scenario([{ figure: 'fertilityRates', years: { from: 2024, to: 2030 }, areas: ['GM0001'], change: { multiplyBy: 2 } }]))).rejects.toMatchObject({ faults: [{ field: 'patches.0.areas', message: { nl: expect.stringContaining('GM0001') as string } }] })
    await expect(project('GM9001', scenario([{ figure: 'fertilityRates', years: { from: 2024, to: 2030 }, change: { setTo: 7 } }]))).rejects.toMatchObject({ problem: 'scenarioInvalid' })
  })

  test('of which nothing is changed says so', async () => {
    const { remarks } = await project('GM9001', scenario([{ figure: 'fertilityRates', years: { from: 2150, to: 2160 }, change: { multiplyBy: 2 } }]))
    expect(remarks.map(({ nl }) => nl)).toContain('Wijziging 1 van het scenario veranderde niets.')
  })

  test('may build homes: so many people come, and are missing elsewhere', async () => {
    const homes = { municipality: 'GM9001', years: { from: 2025, to: 2026 }, homesPerYear: 50, peoplePerHome: 2, shareFromElsewhere: 0.5 }
    const ofYear = (answer: ProjectionAnswer, year: number) => answer.population.projected[answer.years.indexOf(year)]!
    const gain = async (code: string) => ofYear(await project(code, { ...scenario([]), newHomes: [homes] }), 2027) - ofYear(await project(code), 2027)
    const [village, other] = [await gain('GM9001'), await gain('GM9002')]
    // 100 people in two years; some of the first leave again, and some have children.
    expect(village).toBeGreaterThan(75)
    expect(village).toBeLessThan(115)
    expect(other / village).toBeCloseTo(-1, 1)
    const { scenario: named } = await project('GM9001', { ...scenario([]), newHomes: [homes] })
    expect(named!.changedFigures).toHaveLength(1)
    await expect(project('GM9001', { ...scenario([]), newHomes: [{ ...homes, municipality: 'GM0001' }] })).rejects.toMatchObject({ problem: 'scenarioInvalid', faults: [{ field: 'newHomes.0.municipality', message: { en: expect.stringContaining('GM0001') as string } }] })
    await expect(project('GM9001', { ...scenario([{ figure: 'netMigrationCounts', areas: ['BU90030000', 'GM9003'], years: { from: 2024, to: 2030 }, change: { multiplyBy: 2 } }]), newHomes: [{ ...homes, municipality: 'GM9003' }] })).rejects.toMatchObject({
      faults: [
        { field: 'patches.0.areas', message: { nl: 'Wijziging 1, gebieden: er is op 1 januari 2024 geen bewoond gebied met code BU90030000. De gemeente Oudwolde ging op in Oostermoer (GM9001).' } },
        { field: 'patches.0.areas', message: { nl: 'Wijziging 1, gebieden: er is op 1 januari 2024 geen bewoond gebied met code GM9003. Het ging op in Oostermoer (GM9001).' } },
        { field: 'newHomes.0.municipality', message: { en: 'Building plan 1, municipality: on 1 January 2024 there is no inhabited area with code GM9003. It went into Oostermoer (GM9001).' } },
      ],
    })
    await expect(project('GM9001', { ...scenario([]), newHomes: [{ ...homes, years: { from: 2010, to: 2012 } }] })).rejects.toMatchObject({ problem: 'scenarioInvalid' })
  })

  test('is a document of which every fault is said', () => {
    const faults = (raw: object) => { const read = readScenarioDocument(raw); return 'faults' in read ? read.faults.map(({ field }) => field) : [] }
    const homes = { municipality: 'GM9001', years: { from: 2025, to: 2026 }, homesPerYear: 50, peoplePerHome: 2, shareFromElsewhere: 0.5 }
    expect(faults({ format: 'topdorp-scenario/1', name: 'Groeisterwoude', patches: [], newHomes: [homes] })).toEqual([])
    expect(faults({ format: 'topdorp-scenario/9', name: 'Groeisterwoude', patches: [] })).toEqual(['format'])
    expect(faults({ name: 'Groeisterwoude', patches: [], newHomes: [{ ...homes, shareFromElsewhere: 2 }] })).toEqual(['newHomes.0.shareFromElsewhere'])
    expect(faults({ name: 'Groeisterwoude', patches: [], homes: [] })).toHaveLength(1)
  })

  test('with a key that nobody knows is refused by its name', () => {
    const read = readScenarioDocument({ name: 'x', patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2030 }, change: { multiplyBy: 2 }, gebied: 'GM1680' }] })
    expect('faults' in read && read.faults[0]!.message.nl).toContain('"gebied"')
  })
})

describe('errors of a place', () => {
  const sizes = { national: { shocks: 0.0001, lasting: 0 }, own: { shocks: 0.0004, lasting: 0 }, sizePower: 0, windows: { from: 2014, to: 2023, furthest: 10, count: 55 } }

  test('those of four equal parts weigh a quarter in variance, those of the country whole', () => {
    expect(getPlaceDeviation(sizes, [1000], 1) ** 2).toBeCloseTo(0.0005, 12)
    expect(getPlaceDeviation(sizes, [1000, 1000, 1000, 1000], 1) ** 2).toBeCloseTo(0.0001 + 0.0001, 12)
  })

  test('the chance of a line is that of a normal logarithm: half at the projection, 2.3 percent two deviations below', () => {
    expect(findChanceBelow(100, 0.1, 100)).toBeCloseTo(0.5, 6)
    expect(findChanceBelow(100, 0.1, 100 * Math.exp(-0.2))).toBeCloseTo(0.02275, 4)
    expect(shareBelow(1.959963985)).toBeCloseTo(0.975, 6)
    expect(findChanceBelow(100, 0, 90)).toBe(0)
  })
})

describe('trajectories of a municipality', () => {
  const draw = (seed: number, draws = 200) => {
    const area = statistics.findArea('GM9001')!
    return projectArea(statistics, { id: 'GM9001', name: area.name, areas: [area], years: 20, draws, seed })
  }

  test('the same seed gives the same, another seed another', async () => {
    const [first, again, other] = await Promise.all([draw(1), draw(1), draw(2)])
    expect(again.draws).toEqual(first!.draws)
    expect(other.draws!.intervals).not.toEqual(first!.draws!.intervals)
  })

  test('intervals hold the projection and open with time', async () => {
    const { draws, population } = await draw(1, 500)
    const find = (id: string, percent: number) => draws!.intervals.find((own) => own.id === id && own.percent === percent)!
    const drawn = find('population', 80)
    for (const year of [1, 5, 10, 20]) {
      expect(drawn.lower[year]).toBeLessThan(population.projected[year]!)
      expect(drawn.upper[year]).toBeGreaterThan(population.projected[year]!)
    }
    expect(drawn.upper[10]! - drawn.lower[10]!).toBeGreaterThan(drawn.upper[2]! - drawn.lower[2]!)
    expect(find('pupils4to11', 80).upper[15]! - find('pupils4to11', 80).lower[15]!).toBeGreaterThan(0)
    expect(draws!.intervals.some(({ id }) => id === 'households')).toBe(false)
  })

  test('a region of one municipality has its intervals; the country those of all together', async () => {
    const drawn = async (code: string) => {
      const area = statistics.findArea(code)!
      const { draws } = await projectArea(statistics, { id: code, name: area.name, areas: [area], years: 10, draws: 200, seed: 3 })
      return draws!.intervals.find(({ id, percent }) => id === 'population' && percent === 80)!
    }
    const [own, province, country] = await Promise.all(['GM9001', 'PV20', 'NL00'].map(drawn))
    own!.lower.forEach((bound, at) => expect(province!.lower[at]! / bound).toBeCloseTo(1, 3))
    expect(country!.upper[10]).toBeGreaterThan(own!.upper[10]!)
  })

  test('chances of 2040 grow with the line, and a buurt has no trajectories', async () => {
    const { thresholds } = await draw(1, 500)
    expect(thresholds.map(({ changePercent }) => changePercent)).toEqual([-2.5, -12.5])
    expect(thresholds[0]!.chance).toBeGreaterThanOrEqual(thresholds[1]!.chance)
    const area = statistics.findArea('BU90010000')!
    expect((await projectArea(statistics, { id: 'x', name: 'x', areas: [area], years: 20, draws: 100 })).draws).toBeUndefined()
  })
})

describe('a scenario that is about facilities too', () => {
  test('changes nothing in the projection by those parts, and the projection says so', async () => {
    const document = readScenarioDocument({ name: 'School dicht', facilities: { closed: [{ type: 'primarySchool', id: '01AA00' }] } })
    if ('faults' in document) throw new Error('faults')
    const [base, answer] = await Promise.all([project('GM9001'), project('GM9001', document.document)])
    expect(answer.population).toEqual(base.population)
    expect(answer.remarks.map(({ en }) => en)).toContain('This part of the scenario does not change the projection: facilities. See “How far is it?” for it.')
  })
})
