/** The real server with the made-up province and a fresh build of the site. */
import { createServer } from '#api/server.ts'
import { openRecords } from '#records/open-records.ts'
import type { Records } from '#records/records.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { getProvinceHome, makeOnce } from '../../support/once-a-run.ts'

export interface SiteServer {
  readonly url: string
  /** What people enter; undefined for a server that runs elsewhere. */
  readonly records: Records | undefined
  close(): Promise<void>
}

const projectFolder = join(import.meta.dirname, '../../..')

/** Serves a fresh build of the site with a fresh import, and records in a folder of its own. `TOPDORP_SITE_URL` names a server that runs already, to test that instead. */
export async function startSite(): Promise<SiteServer> {
  const running = process.env['TOPDORP_SITE_URL']
  if (running) return { url: running.replace(/\/$/, ''), records: undefined, close: async () => {} }
  return serve(async () => {
    const statistics = await openStatistics(await getProvinceHome())
    if (statistics === undefined) throw new Error('the import left no statistics')
    return statistics
  })
}

/** The same with other figures, for what the made-up province does not have. */
export const startSiteWith = (statistics: Statistics): Promise<SiteServer> => serve(async () => statistics)

async function serve(getFigures: () => Promise<Statistics>): Promise<SiteServer> {
  const home = await mkdtemp(join(tmpdir(), 'topdorp-site-'))
  const siteFolder = await makeOnce('site', (outDir) =>
    build({ configFile: join(projectFolder, 'vite.config.ts'), root: join(projectFolder, 'src/web'), logLevel: 'error', build: { outDir } }))
  const statistics = await getFigures()
  const records = await openRecords({ home, database: undefined })
  const server = await createServer({ getStatistics: () => statistics, records, siteFolder, requestsPerMinute: 0 })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    records,
    close: async () => {
      await server.close()
      await records.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
