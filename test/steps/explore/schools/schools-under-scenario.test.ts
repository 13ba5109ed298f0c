/** The forecast of schools under a scenario, on a hand-made country of nine buurten in a row. */
import { describe, expect, it } from 'vitest'
import { makeSchoolTable } from '#steps/explore/schools/export-schools.ts'
import { getSchool, getSchoolUnder } from '#steps/explore/schools/get-school.ts'
import { listSchools, listSchoolsUnder } from '#steps/explore/schools/list-schools.ts'
import { getSchoolsUnder } from '#steps/explore/schools/schools-under-scenario.ts'
import { makeSchoolStatistics } from '../../../support/school-tables.ts'

const STEP = 0.02
const statistics = makeSchoolStatistics({
  '2024-11': [
    { code: '01AA00', name: 'De Terp', pupils: 60 },
    { code: '01AB00', name: 'De Wierde', longitude: 6.61 + STEP, pupils: 40 },
    { code: '02AA00', name: 'It Skûtsje', longitude: 6.61 + 6 * STEP, pupils: 150 },
    { code: '02AB00', name: 'Zonder telling', longitude: 6.61 + 7 * STEP, pupils: NaN },
  ],
})
const ASKED = { norm: 'national', pupils: 0, atLeast: 0 } as const
const add = (values: Iterable<number>) => [...values].reduce((sum, own) => sum + own, 0)
const close = (...ids: string[]) => ({ name: 'Dicht', patches: [], facilities: { closed: ids.map((id) => ({ type: 'primarySchool' as const, id })) } })

describe('schools under a scenario', () => {
  it('are those of the base when it is empty', async () => {
    const [base, empty] = [await listSchools(statistics, ASKED), await listSchoolsUnder(statistics, ASKED, { name: 'Leeg', patches: [] })]
    expect(empty.schools.map(({ base: _, ...own }) => own)).toEqual(base.schools)
    expect(empty.total).toEqual(base.total)
    expect(empty.base.total).toEqual(base.total)
    expect(empty.scenario).toEqual({ name: 'Leeg', closed: [], withoutSchool: 0, changedSchools: 0 })
    expect(empty.remarks[0]!.en).toMatch(/^The scenario changes nothing for these schools in \d{4}\.$/)
  })

  it('lose no pupil when one closes, in any year, and none of the others shrinks', async () => {
    const { base, outlook, withoutSchool } = await getSchoolsUnder(statistics, close('01AB00'))
    expect(outlook.schools.map(({ code }) => code)).toEqual(['01AA00', '02AA00'])
    outlook.pupils.forEach((year, ahead) => {
      expect(add(year)).toBeCloseTo(add(base.pupils[ahead]!), 6)
      expect(year[0]!).toBeGreaterThan(base.pupils[ahead]![0]!)
      expect(year[1]!).toBeGreaterThanOrEqual(base.pupils[ahead]![2]!)
    })
    expect(add(withoutSchool)).toBe(0)
    const answer = await listSchoolsUnder(statistics, ASKED, close('01AB00', '02AB00'))
    expect(answer.scenario.closed).toEqual([{ code: '01AB00', name: 'De Wierde', pupils: 40 }, { code: '02AB00', name: 'Zonder telling', pupils: null }])
    expect(answer.schools.map(({ name }) => name)).toEqual(['De Terp', 'It Skûtsje'])
    expect([answer.total.schools, answer.base.total.schools]).toEqual([2, 4])
    expect(answer.schools[0]!.nearest!.name).toBe('It Skûtsje')
    expect(answer.schools[0]!.expected!).toBeGreaterThan(answer.schools[0]!.base.expected!)
    expect((await listSchools(statistics, ASKED)).total.schools).toBe(4)
  })

  it('are told one by one: as the base when nothing changes, with other pupils when a neighbour closes, and where they go when it closes itself', async () => {
    const base = await getSchool(statistics, '01AA00')
    const { scenario: untouched, base: beside, remarks: _, ...empty } = await getSchoolUnder(statistics, '01AA00', { name: 'Leeg', patches: [] })
    expect(empty).toEqual((({ remarks: _own, ...rest }) => rest)(base))
    expect([untouched, beside]).toEqual([{ name: 'Leeg', closes: false }, { forecast: base.forecast }])

    const document = close('01AB00')
    const [own, wierde, list] = [await getSchoolUnder(statistics, '01AA00', document), await getSchool(statistics, '01AB00'), await listSchoolsUnder(statistics, { ...ASKED, year: 2040 }, document)]
    const received = wierde.ifClosed.find(({ code }) => code === '01AA00')!.pupils
    expect(own.forecast[0]!.expected).toBeCloseTo(base.forecast[0]!.expected + received, 0)
    expect(own.forecast.find(({ year }) => year === 2040)!.expected).toBe(list.schools.find(({ code }) => code === '01AA00')!.expected)
    expect(own.base.forecast).toEqual(base.forecast)
    expect([base.others, own.others].map((others) => others.some(({ code }) => code === '01AB00'))).toEqual([true, false])
    expect(own.ifClosed.map(({ code }) => code)).toEqual(['02AA00'])
    expect(add(own.buurten.map(({ pupils }) => pupils))).toBeGreaterThan(add(base.buurten.map(({ pupils }) => pupils)))

    const closed = await getSchoolUnder(statistics, '01AB00', document)
    expect(closed).toMatchObject({ scenario: { closes: true }, forecast: [], buurten: [], ifClosed: wierde.ifClosed, base: { forecast: wierde.forecast } })
    // Where the other closes too, none of its pupils are sent there.
    const both = await getSchoolUnder(statistics, '01AB00', close('01AA00', '01AB00'))
    expect(both.ifClosed.map(({ code }) => code)).toEqual(['02AA00'])
    await expect(getSchoolUnder(statistics, '99ZZ99', document)).rejects.toMatchObject({ problem: 'unknownSchool' })
    expect(await getSchool(statistics, '01AA00')).toEqual(base)
  })

  it('count the pupils for whom no school is left', async () => {
    const { base, outlook, withoutSchool } = await getSchoolsUnder(statistics, close('01AA00', '01AB00', '02AA00'))
    outlook.pupils.forEach((year, ahead) => {
      expect(year).toHaveLength(0)
      expect(withoutSchool[ahead]).toBeCloseTo(add(base.pupils[ahead]!), 6)
    })
  })

  it('follow the children of the scenario', async () => {
    const births = { figure: 'fertilityRates' as const, years: { from: 2024, to: 2045 }, areas: ['GM9001'], change: { multiplyBy: 2 } }
    const answer = await listSchoolsUnder(statistics, { ...ASKED, year: 2040 }, { name: 'Meer kinderen', patches: [births] })
    expect(answer.schools[0]!.expected!).toBeGreaterThan(answer.schools[0]!.base.expected!)
  })

  it('say that nothing changes where the scenario is about another place, and count what does', async () => {
    const far = { figure: 'fertilityRates' as const, years: { from: 2024, to: 2045 }, areas: ['GM9002'], change: { multiplyBy: 2 } }
    const ask = (area: string) => listSchoolsUnder(statistics, { ...ASKED, area, year: 2040 }, { name: 'Elders', patches: [far] })
    const [here, there] = [await ask('GM9001'), await ask('GM9002')]
    const touched = ({ schools }: typeof here) => schools.filter(({ expected, base }) => expected !== base.expected).length
    expect([here.scenario.changedSchools, there.scenario.changedSchools]).toEqual([touched(here), touched(there)])
    const saysNothing = ({ remarks }: typeof here) => remarks.some(({ en }) => en.startsWith('The scenario changes nothing'))
    expect([saysNothing(here), saysNothing(there)]).toEqual([here.scenario.changedSchools === 0, false])
    expect(there.scenario.changedSchools).toBeGreaterThan(0)
  })

  it('stand in a file with the base, the difference and the totals of both', async () => {
    const answer = await listSchoolsUnder(statistics, { ...ASKED, year: 2034 }, close('01AB00'))
    const { columns, rows, about, title } = makeSchoolTable(statistics, answer, 'en')
    const at = (key: string) => columns.findIndex((column) => column.key === key)
    expect(title).toContain('Dicht')
    const [row] = rows
    const [school] = answer.schools
    expect([row![at('expected')], row![at('expectedBase')]]).toEqual([school!.expected, school!.base.expected])
    expect(row![at('expectedDifference')] as number).toBeCloseTo(school!.expected! - school!.base.expected!, 6)
    expect([row![at('chance')], row![at('chanceBase')]]).toEqual([school!.chance, school!.base.chance])
    expect(rows.every((own) => own.length === columns.length)).toBe(true)
    expect(about.filter(([label]) => label.endsWith('the scenario')).map(([, text]) => String(text).slice(0, 9))).toEqual(['3 schools', '4 schools'])
  })

  it('leave out what opens and say so, and refuse a school that is not there', async () => {
    const opened = { name: 'Open', patches: [], facilities: { opened: [{ type: 'primarySchool' as const, name: 'De Nieuwe', point: [6.61, 53.01] as [number, number] }] } }
    const [answer, base] = [await listSchoolsUnder(statistics, ASKED, opened), await listSchools(statistics, ASKED)]
    expect(answer.remarks.some(({ en }) => en.startsWith('These new schools are left out: De Nieuwe.'))).toBe(true)
    expect(answer.total).toEqual(base.total)
    await expect(listSchoolsUnder(statistics, ASKED, close('99ZZ99'))).rejects.toMatchObject({ problem: 'scenarioRefused' })
  })
})
