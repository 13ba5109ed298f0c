/** Figures for a start that has none, or none of the package that is asked for. */
import { join } from 'node:path'
import { BUILT_IN_PACKAGE } from '#domain/data-package.ts'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import type { Manifest } from '#statistics/contents.ts'
import { canReachBuiltInPackage } from '#steps/import/run-import.ts'
import type { Config } from './config.ts'
import { runImportProcess } from './import-process.ts'
import { sayFictional, sayFormerFigures } from './start-messages.ts'

/** Imports the package that is asked for. When that fails, the figures that were there stay, and the terminal says so. */
export async function importForStart(config: Config, manifest: Manifest | undefined): Promise<void> {
  if (config.dataPackage === undefined) await importBuiltIn(config, manifest?.fictional === true)
  else if (!(await runImportProcess(config, config.dataPackage)) && manifest) sayFormerFigures(manifest)
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
