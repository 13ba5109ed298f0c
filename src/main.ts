/** Topdorp from start to service: config → figures → import when there are none → records → serve. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from '#api/server.ts'
import { openRecords } from '#records/open-records.ts'
import type { Records } from '#records/records.ts'
import { RecordsError } from '#records/records-error.ts'
import { findManifest, openStatistics } from '#statistics/open-statistics.ts'
import { prepareProjections } from '#steps/explore/projected-columns.ts'
import { prepareSchools } from '#steps/explore/schools/school-forecast.ts'
import { eraseExpired } from '#steps/see/signals/erase-expired.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { startDerivedProcess } from './derived-process.ts'
import { prepareWhenVisited } from './prepare-when-visited.ts'
import { sayDamaged, sayErased, sayNoFigures, sayServing } from './start-messages.ts'

const projectFolder = join(import.meta.dirname, '..')

async function main(): Promise<number> {
  const config = readConfig(process.env, projectFolder)
  await importWhenNeeded(config)
  const statistics = await openStatistics(config.home, sayDamaged)
  if (statistics === undefined) {
    sayNoFigures(config)
    return 1
  }
  const records = await openRecords(config)
  const erasing = await startErasing(records)
  const server = await createServer({
    getStatistics: () => statistics,
    records,
    trustProxy: config.trustProxy,
    siteFolder: join(projectFolder, 'dist/site'),
    programVersion: readVersion(),
    ...(config.operator ? { operator: config.operator } : {}),
    ...(config.securityContact ? { securityContact: config.securityContact } : {}),
  })
  // Read from the disk, and pieces of work: who asks first need not wait for it.
  prepareWhenVisited(server, async () => {
    await prepareProjections(statistics)
    await prepareSchools(statistics)
  })
  await server.listen({ port: config.port, host: config.host })
  const address = server.server.address()
  sayServing(config, typeof address === 'object' && address ? address.port : config.port, statistics)
  const stopDeriving = await startDerivedProcess(config, statistics)
  const stop = async (): Promise<void> => {
    stopDeriving()
    clearInterval(erasing)
    await server.close()
    await records.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  return 0
}

const DAY_MS = 24 * 3600 * 1000

/** Erases personal data whose time is up, now and every day. */
async function startErasing(records: Records): Promise<NodeJS.Timeout> {
  const erase = async (): Promise<void> => sayErased(await eraseExpired(records, new Date()))
  await erase()
  return setInterval(() => void erase().catch((error: unknown) => console.error(error)), DAY_MS)
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }).version
}

/**
 * Imports where there is nothing yet, and where another package is asked for than the one that was imported.
 * Who asks for none keeps what there is; only a fictional province gives way to real figures.
 */
async function importWhenNeeded(config: Config): Promise<void> {
  const manifest = await findManifest(config.home)
  const isWanted = config.dataPackage === undefined ? manifest?.fictional === false : manifest?.packageLocation === config.dataPackage
  if (isWanted) return
  // Loaded only here: an ordinary start has no use for the readers.
  const { importForStart } = await import('./first-import.ts')
  await importForStart(config, manifest)
}

/** Expected failures become one sentence; anything else is a fault in the program and shows itself whole. */
function explain(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof RecordsError) return error.messages.nl
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort: PORT=4001 npm start`
  if (code === 'EACCES') return `Geen toegang: ${(error as Error).message}`
  return undefined
}

try {
  process.exitCode = await main()
} catch (error) {
  const message = explain(error)
  if (message === undefined) throw error
  console.error(message)
  process.exit(error instanceof ConfigError ? 2 : 1)
}
