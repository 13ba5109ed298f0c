import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { findManifest, openStatistics } from '#statistics/open-statistics.ts'
import { startImport, waitForEnd } from '../../support/import-process.ts'

const KILLS = 20

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'topdorp-atomic-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The population of the country in the newest year: a figure that only a complete version has. */
async function readPopulation(home: string): Promise<number | undefined> {
  const statistics = await openStatistics(home)
  return statistics?.findColumn('population', 'country', statistics.referenceYear)?.values[0]
}

describe('an import', () => {
  it(`killed at ${KILLS} moments leaves the former figures in place, and the next import works`, { timeout: 240_000 }, async () => {
    const home = join(folder, 'home')
    const { path: first } = await writeFictionalProvince(join(folder, 'first'), { seed: 1 })
    const { path: second } = await writeFictionalProvince(join(folder, 'second'), { seed: 2 })
    const started = performance.now()
    expect(await waitForEnd(startImport(first, home))).toBe(0)
    const duration = performance.now() - started
    const population = await readPopulation(home)
    expect(population).toBeGreaterThan(0)

    for (let kill = 0; kill < KILLS; kill++) {
      const child = startImport(second, home)
      const end = waitForEnd(child)
      await sleep(duration * (0.3 + (0.7 * (kill + Math.random())) / KILLS))
      child.kill('SIGKILL')
      if ((await end) === 0) break
      const manifest = await findManifest(home)
      const served = await readPopulation(home)
      if (manifest?.packageLocation === first) expect(served).toBe(population)
      else expect(served).not.toBeUndefined()
    }

    expect(await waitForEnd(startImport(second, home))).toBe(0)
    expect((await findManifest(home))?.packageLocation).toBe(second)
    expect(await readPopulation(home)).not.toBe(population)
    const leftovers = (await readdir(join(home, 'statistics'))).filter((name) => name !== 'current.json' && name !== 'versions')
    expect(leftovers).toEqual([])
  })

  it('that cannot read one file changes nothing and names the file', async () => {
    const home = join(folder, 'refused')
    const { path } = await writeFictionalProvince(join(folder, 'broken'), { seed: 3 })
    expect(await waitForEnd(startImport(path, home))).toBe(0)
    const before = await findManifest(home)
    const dataPackage = JSON.parse(await readFile(path, 'utf8')) as { resources: { path: string | string[] }[] }
    const [resource] = dataPackage.resources
    const file = join(folder, 'broken', [resource?.path].flat()[0] ?? '')
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 1000))
    expect(await waitForEnd(startImport(path, home))).not.toBe(0)
    expect((await findManifest(home))?.version).toBe(before?.version)
  })
})
