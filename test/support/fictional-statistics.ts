/** The made-up province, imported. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { runImport } from '#steps/import/run-import.ts'

export async function importFictionalProvince(): Promise<{ readonly statistics: Statistics; remove(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'topdorp-province-'))
  const { path } = await writeFictionalProvince(join(home, 'province'), { seed: FICTIONAL_SEED })
  await runImport({ location: path, home })
  const statistics = await openStatistics(home)
  if (statistics === undefined) throw new Error('the import left no statistics')
  return { statistics, remove: () => rm(home, { recursive: true, force: true }) }
}
