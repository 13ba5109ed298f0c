/** Scenarios of single wijken and buurten: what they add is there and nowhere else, to the person. And what is refused. */
import { describe, expect, test } from 'vitest'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { projectArea } from '#steps/explore/project.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const project = (code: string, scenario?: ScenarioDocument): Promise<ProjectionAnswer> => {
  const area = statistics.findArea(code)!
  return projectArea(statistics, { id: code, name: area.name, areas: [area], years: 20, ...(scenario && { scenario }) })
}
const make = (patches: ScenarioDocument['patches'], newHomes?: ScenarioDocument['newHomes']): ScenarioDocument => ({ name: 'Proef', patches, ...(newHomes && { newHomes }) })
const people = async (code: string, scenario?: ScenarioDocument): Promise<readonly number[]> => (await project(code, scenario)).population.projected
const subtract = (one: readonly number[], other: readonly number[]): number[] => one.map((own, at) => own - other[at]!)
const close = (expected: number, digits = 0) => expect.closeTo(expected, digits)
const ALWAYS = { from: 2024, to: 2064 }
/** Of the first municipality; nobody is known to live in BU90010101. */
const BUURTEN = ['BU90010000', 'BU90010001', 'BU90010002', 'BU90010100']

async function listFaults(scenario: ScenarioDocument): Promise<ProjectionError['faults']> {
  const error: unknown = await project('GM9001', scenario).catch((own: unknown) => own)
  if (!(error instanceof ProjectionError)) throw new Error('nothing was refused')
  return error.faults
}

describe('in one buurt', () => {
  test('a patch without effect changes nothing anywhere, and says so', async () => {
    const same = make([{ figure: 'internalOutRates', areas: ['BU90010000'], years: ALWAYS, change: { multiplyBy: 1 } }])
    for (const code of ['GM9001', ...BUURTEN]) expect(await people(code, same)).toEqual((await people(code)).map((own) => close(own, 1)))
    expect((await project('BU90010000', same)).remarks.map(({ en }) => en)).toContain('Patch 1 of the scenario changed nothing.')
  })

  test('people who come are in that buurt, the others stay as they were, and all buurten add up to the municipality', async () => {
    const scenario = make([{ figure: 'netMigrationCounts', areas: ['BU90010001'], ages: { from: 30, to: 39 }, years: { from: 2025, to: 2025 }, change: { add: 2 } }])
    const gain = async (code: string) => subtract(await people(code, scenario), await people(code))
    const own = await gain('BU90010001')
    // Two of each sex at ten ages.
    expect(own[2]).toBeGreaterThan(35)
    expect(own[2]).toBeLessThanOrEqual(41)
    expect(own).toEqual((await gain('GM9001')).map((all) => close(all, 0)))
    for (const code of BUURTEN.filter((other) => other !== 'BU90010001')) for (const other of await gain(code)) expect(Math.abs(other)).toBeLessThan(0.6)
    const { pyramids, years } = await project('BU90010001', scenario)
    const base = await project('BU90010001')
    const at = years.indexOf(2035)
    // They have grown ten years older.
    expect(pyramids[at]!.women[44]! - base.pyramids[at]!.women[44]!).toBeGreaterThan(0.8)
  })

  test('a rate in all buurten is the rate in the municipality', async () => {
    const patch = (areas: string[]) => make([{ figure: 'fertilityRates', areas, years: ALWAYS, change: { multiplyBy: 0.5 } }])
    const [whole, parts] = await Promise.all([project('GM9001', patch(['GM9001'])), project('GM9001', patch([...BUURTEN, 'BU90010100']))])
    expect(parts.population.projected).toEqual(whole.population.projected.map((own) => close(own, 0)))
  })

  test('homes bring people from elsewhere and from the other buurten, which lose just so many', async () => {
    const scenario = make([], [{ municipality: 'GM9001', within: 'BU90010100', years: { from: 2025, to: 2026 }, homesPerYear: 10, peoplePerHome: 2, shareFromElsewhere: 0.25 }])
    const gain = async (code: string) => subtract(await people(code, scenario), await people(code))
    const gains = await Promise.all(BUURTEN.map(gain))
    const municipality = await gain('GM9001')
    const at = 3
    expect(municipality[at]).toBeGreaterThan(0.8 * 10)
    expect(municipality[at]).toBeLessThanOrEqual(1.01 * 10)
    expect(gains[3]![at], 'forty people in twenty homes').toBeGreaterThan(0.8 * 40)
    expect(gains[3]![at]).toBeLessThanOrEqual(1.01 * 40)
    for (const own of gains.slice(0, 3)) expect(own[at]).toBeLessThan(0)
    expect(gains.reduce((sum, own) => sum + own[at]!, 0)).toBeCloseTo(municipality[at]!, 0)
    expect((await project('BU90010100', scenario)).scenario!.changes[0]!.text.nl).toContain('10 nieuwe woningen per jaar')
  })

  test('nobody who is not there can leave: the rest goes from other buurten', async () => {
    const scenario = make([{ figure: 'netMigrationCounts', areas: ['BU90010001'], years: ALWAYS, change: { add: -3 } }])
    const { pyramids } = await project('BU90010001', scenario)
    for (const { women, men } of pyramids) for (const own of [...women, ...men]) expect(own).toBeGreaterThanOrEqual(0)
    const sums = await Promise.all(BUURTEN.map((code) => people(code, scenario)))
    expect(sums[0]!.map((_, at) => sums.reduce((sum, own) => sum + own[at]!, 0))).toEqual((await people('GM9001', scenario)).map((own) => close(own, 0)))
  })
})

describe('what cannot be followed', () => {
  const patch = { figure: 'internalOutRates', years: ALWAYS, change: { multiplyBy: 2 } } as const
  test.each<readonly [string, ScenarioDocument, string, RegExp]>([
    ['a year before the base', make([patch, { ...patch, years: { from: 2012, to: 2030 } }]), 'patches.1.years.from', /2012.*before the projection begins, 1 January 2024.*Choose 2024 or later/],
    ['years that run backwards', make([{ ...patch, years: { from: 2040, to: 2030 } }]), 'patches.0.years.to', /Patch 1, last year: 2030 is before the first year \(2040\)/],
    ['ages that run backwards', make([{ ...patch, ages: { from: 40, to: 30 } }]), 'patches.0.ages.to', /Patch 1, highest age: 30 is less than the lowest age \(40\)/],
    ['an unknown area', make([{ ...patch, areas: ['GM9001', 'GM0003'] }]), 'patches.0.areas', /no inhabited area with code GM0003/],
    ['an area where nobody lives', make([{ ...patch, areas: ['BU90010101'] }]), 'patches.0.areas', /no inhabited area with code BU90010101/],
    ['a rate above 1', make([{ figure: 'internalOutRates', ages: { from: 20, to: 24 }, areas: ['GM9002'], years: { from: 2030, to: 2031 }, change: { setTo: 1.5 } }]), 'patches.0', /becomes 1.5 for women of 20 in .* in 2030; it must be between 0 and 1/],
    ['a rate that doubling brings above 1', make([{ figure: 'survivalRatios', years: ALWAYS, change: { multiplyBy: 2 } }]), 'patches.0', /share that is alive a year later becomes/],
    ['departures of both kinds above what there is', make([{ figure: 'internalOutRates', years: ALWAYS, change: { setTo: 1 } }, { figure: 'emigrationRates', years: ALWAYS, change: { setTo: 1 } }, { figure: 'emigrationRates', years: { from: 2026, to: 2026 }, ages: { from: 3, to: 3 }, change: { add: 0.5 } }]), 'patches.2', /between 0 and/],
    ['households where none were counted', make([{ figure: 'headshipRates', years: ALWAYS, change: { multiplyBy: 1.1 } }]), 'patches.0.figure', /not counted in these figures/],
    ['fewer people than none', make([{ figure: 'population', years: { from: 2024, to: 2024 }, change: { add: -1e6 } }]), 'patches.0', /it must be 0 or more/],
    ['sexes of fertility', make([{ figure: 'fertilityRates', sexes: ['men'], years: ALWAYS, change: { multiplyBy: 2 } }]), 'patches.0.sexes', /not by sex/],
    ['births of the newborn', make([{ figure: 'fertilityRates', years: ALWAYS, change: { setTo: 0.1 } }]), 'patches.0.ages', /15 to 49/],
    ['a kind of household of something else', make([{ ...patch, household: 'onePerson' }]), 'patches.0.household', /not by kind of household/],
    ['a buurt beside a municipality', make([{ ...patch, areas: ['BU90010000', 'GM9001'] }]), 'patches.0.areas', /Make a patch for each municipality/],
    ['a number of people in a buurt that is set', make([{ figure: 'population', areas: ['BU90010000'], years: { from: 2024, to: 2024 }, change: { setTo: 1 } }]), 'patches.0.change', /how much it changes: .* can be added to or multiplied only/],
    ['homes before the base', make([], [{ municipality: 'GM9001', years: { from: 2020, to: 2030 }, homesPerYear: 1, peoplePerHome: 2, shareFromElsewhere: 1 }]), 'newHomes.0.years.from', /Choose 2024/],
    ['homes in a buurt of another municipality', make([], [{ municipality: 'GM9002', within: 'BU90010000', years: ALWAYS, homesPerYear: 1, peoplePerHome: 2, shareFromElsewhere: 1 }]), 'newHomes.0.within', /\(BU90010000\) is not in .+ \(GM9002\)/],
  ])('%s is refused, with patch, field and way out in both languages', async (_, scenario, field, message) => {
    const [fault, ...others] = await listFaults(scenario)
    expect(others).toEqual([])
    expect(fault).toMatchObject({ field, message: { en: expect.stringMatching(message) as string } })
    expect(fault!.message.nl).not.toBe(fault!.message.en)
    // Where it is stands in words before it; the path is for programs.
    if (field !== '') expect(fault!.message.nl).toMatch(new RegExp(`^${field.startsWith('newHomes') ? 'Bouwplan' : 'Wijziging'} ${Number(field.split('.')[1]) + 1}[,:] `))
    expect(fault!.message.nl).not.toMatch(/patches|newHomes/)
  })

  test('all faults come at once', async () => {
    const faults = await listFaults(make([{ ...patch, years: { from: 2012, to: 2030 } }, { ...patch, areas: ['GM0003'] }, { ...patch, household: 'onePerson' }]))
    expect(faults.map(({ field }) => field)).toEqual(['patches.0.years.from', 'patches.1.areas', 'patches.2.household'])
  })

  test('more places with buurten of their own than can be told apart', async () => {
    const targets = ['BU90010000', 'BU90010001', 'BU90010002', 'BU90010100', 'WK900100', 'WK900101']
    expect((await listFaults(make(targets.map((code) => ({ ...patch, areas: [code] })))))[0]!.message.en).toContain('at most 5')
  })
})
