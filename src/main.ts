/** Topdorp from start to service: config → figures → import when there are none → serve. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from '#api/server.ts'
import { BUILT_IN_PACKAGE, canReachBuiltInPackage } from '#steps/import/run-import.ts'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { findManifest, openStatistics } from '#statistics/open-statistics.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { runImportProcess } from './import-process.ts'
import { sayFictional, sayFormerFigures, sayNoFigures, sayServing } from './start-messages.ts'

const projectFolder = join(import.meta.dirname, '..')

async function main(): Promise<number> {
  const config = readConfig(process.env, projectFolder)
  await importWhenNeeded(config)
  const statistics = await openStatistics(config.home)
  if (statistics === undefined) {
    sayNoFigures(config)
    return 1
  }
  const server = await createServer({
    getStatistics: () => statistics,
    siteFolder: join(projectFolder, 'dist/site'),
    programVersion: readVersion(),
    ...(config.securityContact ? { securityContact: config.securityContact } : {}),
  })
  await server.listen({ port: config.port, host: config.host })
  const address = server.server.address()
  sayServing(config, typeof address === 'object' && address ? address.port : config.port, statistics)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)))
  return 0
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }).version
}

/** Imports where there is nothing yet, or where another package is asked for than the one that was imported. */
async function importWhenNeeded(config: Config): Promise<void> {
  const manifest = await findManifest(config.home)
  const wanted = config.dataPackage ?? BUILT_IN_PACKAGE
  const isUpToDate = manifest?.packageLocation === wanted
  if (isUpToDate) return
  if (config.dataPackage === undefined) await importBuiltIn(config, manifest?.fictional === true)
  else if (!(await runImportProcess(config, wanted)) && manifest) sayFormerFigures(manifest)
}

/** The live services, or the fictional province while those cannot be reached. */
async function importBuiltIn(config: Config, hasFictional: boolean): Promise<void> {
  const isImported = (await canReachBuiltInPackage(config.home)) && (await runImportProcess(config, BUILT_IN_PACKAGE, ['--accept-incomplete']))
  if (isImported) return
  sayFictional()
  if (hasFictional) return
  const { path } = await writeFictionalProvince(join(config.home, 'fictional'), { seed: FICTIONAL_SEED })
  await runImportProcess(config, path)
}

/** Expected failures become one sentence; anything else is a fault in the program and shows itself whole. */
function explain(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.messages.nl
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
