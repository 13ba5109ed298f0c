/** The figures: whether there are any, whether their files are whole, and whether new ones can be fetched. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Manifest } from '#statistics/contents.ts'
import { getFolders } from '#statistics/folders.ts'
import { findManifest } from '#statistics/open-statistics.ts'
import { canReachBuiltInPackage } from '#steps/import/run-import.ts'
import { failed, passed, warned, type CheckResult } from '#cli/doctor/check.ts'

const ANSWER_MS = 10_000
const IMPORT_AGAIN = { nl: 'Lees de cijfers opnieuw in: topdorp import', en: 'Import the figures again: topdorp import' }

export async function checkStatistics(home: string): Promise<CheckResult> {
  let manifest: Manifest | undefined
  try {
    manifest = await findManifest(home)
  } catch {
    return failed({ nl: 'Het bestand dat zegt welke cijfers er zijn, is beschadigd.', en: 'The file that says which figures there are is damaged.' }, IMPORT_AGAIN)
  }
  if (manifest === undefined) return warned({ nl: 'Er zijn nog geen cijfers.', en: 'There are no figures yet.' }, IMPORT_AGAIN)
  const damaged = await listDamaged(join(getFolders(home).versions, manifest.version), manifest)
  if (damaged.length > 0) {
    const list = damaged.join(', ')
    return failed({ nl: `Deze bestanden ontbreken of zijn beschadigd: ${list}`, en: `These files are missing or damaged: ${list}` }, IMPORT_AGAIN)
  }
  const { packageTitle, importedAt } = manifest
  const files = Object.keys(manifest.files).length
  const date = importedAt.slice(0, 10)
  return passed(`Cijfers: ${packageTitle.nl}, ${date}, ${files} bestanden heel`, `Figures: ${packageTitle.en}, ${date}, ${files} files whole`)
}

/** Files of the version whose bytes are not those that were written, by path. */
async function listDamaged(folder: string, { files }: Manifest): Promise<string[]> {
  const damaged: string[] = []
  for (const [path, { sha256 }] of Object.entries(files)) {
    const hash = createHash('sha256')
    try {
      await pipeline(createReadStream(join(folder, path)), hash)
    } catch {
      damaged.push(path)
      continue
    }
    if (hash.digest('hex') !== sha256) damaged.push(path)
  }
  return damaged
}

export async function checkPackage(dataPackage: string | undefined, home: string): Promise<CheckResult> {
  if (dataPackage === undefined) {
    if (await canReachBuiltInPackage(home)) return passed('CBS is bereikbaar', 'CBS can be reached')
    return warned(
      { nl: 'CBS is nu niet bereikbaar.', en: 'CBS cannot be reached now.' },
      { nl: 'Probeer het later, of wijs een eigen pakket aan met TOPDORP_DATAPACKAGE. Cijfers die al zijn ingelezen, blijven. Zijn die er niet, dan toont Topdorp een verzonnen provincie.', en: 'Try later, or name a package with TOPDORP_DATAPACKAGE. Figures that were imported stay. Where there are none, Topdorp shows a fictional province.' },
    )
  }
  if (await canReach(dataPackage)) return passed(`Datapakket ${dataPackage} is bereikbaar`, `Data package ${dataPackage} can be reached`)
  return failed(
    { nl: `Datapakket ${dataPackage} is niet bereikbaar.`, en: `Data package ${dataPackage} cannot be reached.` },
    { nl: 'Kijk of TOPDORP_DATAPACKAGE klopt: een datapackage.json, een map waar die in staat, of een webadres.', en: 'See whether TOPDORP_DATAPACKAGE is right: a datapackage.json, a folder that holds one, or a web address.' },
  )
}

async function canReach(location: string): Promise<boolean> {
  try {
    if (/^https?:\/\//.test(location)) return (await fetch(location, { signal: AbortSignal.timeout(ANSWER_MS) })).ok
    const isFolder = (await stat(location)).isDirectory()
    await access(isFolder ? join(location, 'datapackage.json') : location)
    return true
  } catch {
    return false
  }
}
