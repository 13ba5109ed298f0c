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

/** Waits until the process has begun to write its version (or has ended), and then a little longer. */
async function waitForDraft(home: string, pid: number, end: Promise<unknown>, extraMs: number): Promise<void> {
  let hasEnded = false
  void end.then(() => (hasEnded = true))
  while (!hasEnded) {
    const names = await readdir(join(home, 'statistics'))
    if (names.some((name) => name.startsWith('draft-') && name.endsWith(`-${pid}`))) break
    await sleep(2)
  }
  await sleep(extraMs)
}

describe('an import', () => {
  it(`killed at ${KILLS} moments leaves the former figures in place, and the next import works`, { timeout: 240_000 }, async () => {
    const home = join(folder, 'home')
    const packages = await Promise.all([1, 2].map(async (seed) => (await writeFictionalProvince(join(folder, `seed-${seed}`), { seed })).path))
    let [former = '', next = ''] = packages
    const started = performance.now()
    expect(await waitForEnd(startImport(former, home))).toBe(0)
    const duration = performance.now() - started
    const population = new Map([[former, await readPopulation(home)]])
    expect(population.get(former)).toBeGreaterThan(0)

    let killed = 0
    for (let attempt = 0; killed < KILLS && attempt < 3 * KILLS; attempt++) {
      const child = startImport(next, home)
      const end = waitForEnd(child)
      // Half of the kills anywhere, half while the new version is being written.
      if (attempt % 2 === 0) await sleep(Math.random() * duration)
      else await waitForDraft(home, child.pid ?? 0, end, Math.random() * 150)
      child.kill('SIGKILL')
      if ((await end) === 'SIGKILL') killed++
      const served = (await findManifest(home))?.packageLocation ?? ''
      if (served === former) expect(await readPopulation(home)).toBe(population.get(former))
      else {
        expect(served).toBe(next)
        population.set(next, population.get(next) ?? (await readPopulation(home)))
        expect(await readPopulation(home)).toBe(population.get(next))
        ;[former, next] = [next, former]
      }
    }
    expect(killed).toBe(KILLS)

    expect(await waitForEnd(startImport(next, home))).toBe(0)
    expect((await findManifest(home))?.packageLocation).toBe(next)
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
