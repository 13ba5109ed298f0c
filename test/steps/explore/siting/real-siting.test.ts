/** Primary schools of Aa en Hunze against sums of its own: only where the real tables are. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { measureMeanDistance } from '#engines/geometry/mean-distance-to-disk.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { projectArea } from '#steps/explore/project.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { getNetherlandsHome } from '../../../support/once-a-run.ts'
import { sharedData } from '../../../support/shared-data.ts'

const YEAR = 2040
const CLOSED = 2

/** Minutes by bicycle: a great circle by the law of cosines, 1.3 times as long, at 16 kilometres an hour. */
function cycle([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const [a, b, c] = [y1, y2, x2 - x1].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number]
  return ((Math.acos(Math.min(1, Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(c))) * 6371.0088 * 1.3) / 16) * 60
}

/** Minutes to ride along the radius of the part that people live in: 23.5 hectares for every thousand, or their land where that is less; all the land of scattered homes. None where either is not known. */
function cycleRadius(statistics: Statistics, code: string): number {
  const [people, density] = ['population', 'populationDensity'].map((indicator) => statistics.findColumn(indicator, 'neighbourhood', 2024)!.values[statistics.getPosition(code)]!) as [number, number]
  if (!(people > 0 && density > 0)) return 0
  const isScattered = /^Verspreide huizen|Buitengebied/.test(statistics.findArea(code)!.name)
  const squareKilometres = isScattered ? people / density : Math.min(people / density, (people * 0.1 * 33_870) / (0.9 * 15_987_075))
  return ((Math.sqrt(squareKilometres / Math.PI) * 1.3) / 16) * 60
}

describe.skipIf(sharedData === undefined)('the primary schools of a real municipality', () => {
  let statistics: Statistics
  let run: SitingRunAnswer
  beforeAll(async () => {
    const opened = await openStatistics(await getNetherlandsHome())
    if (opened === undefined) throw new Error('nothing was imported')
    statistics = opened
    const question = { format: 'topdorp-siting/1', name: 'Aa en Hunze', facilityType: 'primarySchool', area: { codes: ['GM1680'] }, year: YEAR, mode: 'bicycle' } as const
    const { today } = await runSiting(statistics, getSitingDocument({ ...question, openCount: 1, forced: [], newSites: 0 }))
    run = await runSiting(statistics, getSitingDocument({ ...question, openCount: today.openSites - CLOSED }))
  }, 300_000)

  it('are asked for by as many children as the projection of the municipality has', async () => {
    const area = statistics.findArea('GM1680')!
    const { demand, years } = await projectArea(statistics, { id: area.code, name: area.name, areas: [area], years: YEAR - 2024 })
    const children = demand.find(({ id }) => id === 'pupils4to11')!.values[years.indexOf(YEAR)]!
    const inside = run.places.filter(({ isInside }) => isInside).reduce((sum, { people }) => sum + people, 0)
    expect(inside).toBeCloseTo(children, 0)
    expect(run.remarks.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('are all in it once: the pupils that their sites count are those of the table', async () => {
    const table = (await statistics.readTable('schools-2024-11'))!
    const column = (name: string) => table.columns.find((own) => own.name === name)!.values
    const [types, codes, municipalities, pupils] = ['type', 'vestigingscode', 'gemeente', 'leerlingen'].map(column)
    const rows = Array.from(codes!.keys()).filter((row) => types![row] === 'basisschool' && municipalities![row] === 'AA EN HUNZE')
    const expected = new Map(rows.map((row) => [codes![row], pupils![row]]))
    const found = new Map(run.sites.filter(({ kind }) => kind === 'existing').flatMap(({ facilities }) => facilities.map(({ id, size }) => [id, size] as const)))
    expect(found.size).toBeGreaterThan(10)
    expect([...found].toSorted()).toEqual([...expected].toSorted())
  })

  it('have the plan that trying every choice of schools gives, with the same minutes', () => {
    const { places, sites, plans: [plan] } = run
    const minutes = places.map(({ code, point }) => sites.map((site) => measureMeanDistance(cycle(point, site.point), cycleRadius(statistics, code))))
    const existing = [...sites.keys()].filter((at) => sites[at]!.kind === 'existing')
    const outside = [...sites.keys()].filter((at) => sites[at]!.kind === 'outside')
    const measure = (open: readonly number[]) => places.reduce((sum, { people }, at) => sum + people * Math.min(...open.map((site) => minutes[at]![site]!)), 0)
    let best = Infinity
    for (const [first, one] of existing.entries()) {
      for (const other of existing.slice(first + 1)) best = Math.min(best, measure([...existing.filter((site) => site !== one && site !== other), ...outside]))
    }
    expect(plan!.value / best).toBeCloseTo(1, 6)
    expect(plan).toMatchObject({ isProved: true, checkFaults: [], openSites: existing.length - CLOSED })
    expect(plan!.meanMinutes! / (best / plan!.people)).toBeCloseTo(1, 6)
    expect(run.today.meanMinutes! / (measure([...existing, ...outside]) / plan!.people)).toBeCloseTo(1, 6)
  })

  it('leave nobody out: children of every plan are those of today, and each site has whom the trips say', () => {
    for (const outcome of [run.today, ...run.plans]) {
      expect(outcome.trips.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(run.today.people, 6)
      for (const own of outcome.sites) expect(own.people).toBeCloseTo(outcome.trips.filter(({ site }) => site === own.site).reduce((sum, { people }) => sum + people, 0), 6)
    }
  })
})
