/** Writes a version of the statistics: complete on the disk first, then served, in one step. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listPositionsIn } from '#domain/area.ts'
import { parseBlockKey, type FigureBlock, type VersionDraft } from '#statistics/contents.ts'
import { replaceDurably, syncFolder, writeDurably } from '#statistics/durable-files.ts'
import { describeSources, encodeAreas, encodeFigures, encodePlaces, encodePostcodes } from '#statistics/encode-version.ts'
import { isRunning } from '#statistics/import-lock.ts'
import { DRAFT_PREFIX, FORMAT, getFolders, VERSION_FILES } from '#statistics/folders.ts'
import { encodeParquet, type StoredColumn } from '#statistics/parquet.ts'

/** The version before the current one is kept, so that whoever is reading it can finish. */
const VERSIONS_KEPT = 2

/** Writes the draft and makes it the current version. Killed at any moment, the former version stays current. */
export async function writeVersion(home: string, draft: VersionDraft): Promise<void> {
  const folders = getFolders(home)
  await mkdir(folders.versions, { recursive: true })
  const draftFolder = join(folders.root, `${DRAFT_PREFIX}${draft.manifest.version}-${process.pid}`)
  await mkdir(draftFolder, { recursive: true })
  try {
    await writeFiles(draftFolder, draft)
    await rename(draftFolder, join(folders.versions, draft.manifest.version))
    await syncFolder(folders.versions)
  } catch (error) {
    await rm(draftFolder, { recursive: true, force: true })
    throw error
  }
  await replaceDurably(folders.current, JSON.stringify({ version: draft.manifest.version }))
  await sweep(home, draft.manifest.version)
}

async function writeFiles(folder: string, draft: VersionDraft): Promise<void> {
  const files: Record<string, { bytes: number; sha256: string }> = {}
  const write = async (path: string, content: Uint8Array | string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeDurably(join(folder, path), content)
    files[path] = { bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') }
  }
  const writeColumns = (path: string, columns: readonly StoredColumn[], notes = {}): Promise<void> => write(path, encodeParquet(columns, notes))

  await write(VERSION_FILES.report, JSON.stringify(draft.report))
  await writeColumns(VERSION_FILES.areas, encodeAreas(draft.areas))
  await writeColumns(VERSION_FILES.places, encodePlaces(draft.places))
  await writeColumns(VERSION_FILES.postcodes, encodePostcodes(draft.postcodes))
  for (const [key, block] of draft.figures) await writeColumns(VERSION_FILES.figures(key), encodeBlock(draft, key, block), describeSources(block))
  for (const shapes of draft.shapes) {
    await writeColumns(VERSION_FILES.shapes(shapes.level), [
      { name: 'code', kind: 'text', values: shapes.codes },
      { name: 'name', kind: 'text', values: shapes.names },
      { name: 'geometry', kind: 'geometry', values: [...shapes.geometries] },
      constant('year', String(shapes.year), shapes.codes.length),
      constant('source', shapes.source, shapes.codes.length),
      constant('licence', shapes.licence, shapes.codes.length),
    ])
  }
  for (const [resource, table] of draft.tables) {
    if (table.rowCount > 0 && table.columns.length > 0) await writeColumns(VERSION_FILES.table(resource), table.columns)
  }
  await writeDurably(join(folder, VERSION_FILES.manifest), JSON.stringify({ format: FORMAT, ...draft.manifest, files }, null, 1))
  await syncFolder(folder)
}

function encodeBlock(draft: VersionDraft, key: string, block: FigureBlock): StoredColumn[] {
  const { level, year } = parseBlockKey(key)
  const areas = draft.areas.get(level) ?? []
  return encodeFigures(areas, listPositionsIn(areas, year), block)
}

function constant(name: string, value: string, length: number): StoredColumn {
  return { name, kind: 'text', values: new Array<string>(length).fill(value) }
}

/** Removes what crashed imports left behind and versions nobody needs any more. */
export async function sweep(home: string, currentVersion: string): Promise<void> {
  const folders = getFolders(home)
  for (const name of await readdir(folders.root)) {
    const ownerGone = name.startsWith(DRAFT_PREFIX) && !isRunning(Number(name.slice(name.lastIndexOf('-') + 1)))
    if (ownerGone || name.endsWith('.tmp')) await rm(join(folders.root, name), { recursive: true, force: true })
  }
  const older = (await readdir(folders.versions)).filter((version) => version !== currentVersion).sort()
  for (const version of older.slice(0, Math.max(0, older.length - (VERSIONS_KEPT - 1)))) {
    await rm(join(folders.versions, version), { recursive: true, force: true })
  }
}
