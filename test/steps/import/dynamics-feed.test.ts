/** Births, deaths and moves as the OData v3 feed of CBS gives them: split by a dimension `Sex` that has codes and no labels. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PROJECTION_FILES } from '#sources/fictional/projection-tables.ts'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { projectArea } from '#steps/explore/project.ts'
import { runImport } from '#steps/import/run-import.ts'

const folder = await mkdtemp(join(tmpdir(), 'topdorp-feed-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The same rows as a page of the feed: numbers as numbers, codes with the blanks of CBS, no labels. */
async function turnIntoFeed(province: string): Promise<void> {
  const [header = '', ...lines] = (await readFile(join(province, PROJECTION_FILES.dynamics), 'utf8')).trimEnd().split('\n')
  const names = header.split(',')
  const value = lines.map((line) => {
    const cells = line.split(',').map((cell, at) => [names[at]!, cell] as const).filter(([name]) => !name.endsWith(' Label'))
    return Object.fromEntries(cells.map(([name, cell]) => [name, ['Sex', 'Regions'].includes(name) ? cell.padEnd(7) : name === 'Periods' ? cell : Number(cell)]))
  })
  await writeFile(join(province, 'dynamics.json'), JSON.stringify({ 'odata.metadata': 'https://verzonnen.invalid/ODataFeed/OData/37259eng/$metadata#Cbs.OData.WebAPI.TypedDataSet', value }))
  const path = join(province, 'datapackage.json')
  const dataPackage = JSON.parse(await readFile(path, 'utf8')) as { resources: { name: string; path: string; reader: string }[] }
  const resources = dataPackage.resources.map((resource) => (resource.name === 'population-dynamics' ? { ...resource, path: 'dynamics.json', reader: 'cbs-odata-v3' } : resource))
  await writeFile(path, JSON.stringify({ ...dataPackage, resources }))
}

async function importProvince(home: string, change: (province: string) => Promise<void>): Promise<Statistics> {
  const province = join(home, 'province')
  const { path } = await writeFictionalProvince(province, { seed: FICTIONAL_SEED })
  await change(province)
  await runImport({ location: path, home })
  const statistics = await openStatistics(home)
  if (statistics === undefined) throw new Error('the import left no statistics')
  return statistics
}

describe('the feed of births, deaths and moves', () => {
  it('gives the same figures and the same projection as a list with labels', async () => {
    const listed = await importProvince(join(folder, 'list'), async () => {})
    const fed = await importProvince(join(folder, 'feed'), turnIntoFeed)
    for (const year of [2012, 2023]) {
      const births = listed.findColumn('births', 'municipality', year)?.values
      expect(births?.some((own) => own > 100)).toBe(true)
      expect(fed.findColumn('births', 'municipality', year)?.values).toEqual(births)
    }
    const project = (statistics: Statistics) => projectArea(statistics, { id: 'GM9001', name: 'x', areas: [statistics.findArea('GM9001')!], years: 10 })
    expect((await project(fed)).population).toEqual((await project(listed)).population)
  }, 60_000)
})
