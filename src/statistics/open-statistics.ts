/** Opens the current version of the statistics: everything that pages need into memory, tables left on the disk. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listPositionsIn, type AreaLevel } from '#domain/area.ts'
import { getMissingCode } from '#domain/missing.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import type { Table } from '#domain/table.ts'
import { parseBlockKey, type Manifest, type StatisticsContents } from '#statistics/contents.ts'
import { createStatistics } from '#statistics/create-statistics.ts'
import { decodeAreas, decodeFigures, decodePlaces, decodePostcodes, getColumn } from '#statistics/encode-version.ts'
import { openDerivedStore } from '#statistics/derived-store.ts'
import { FORMAT, getFolders, VERSION_FILES } from '#statistics/folders.ts'
import { readParquet, readParquetTable, toTexts } from '#statistics/parquet.ts'
import { storeGeometries } from '#statistics/stored-geometries.ts'
import type { FigureColumn, ShapeSet, Statistics } from '#statistics/statistics.ts'

/** The manifest of the current version, or undefined where nothing (readable by this program) was imported yet. */
export async function findManifest(home: string): Promise<Manifest | undefined> {
  const folders = getFolders(home)
  const current = await readJson<{ version: string }>(folders.current)
  if (current === undefined) return undefined
  const manifest = await readJson<Manifest>(join(folders.versions, current.version, VERSION_FILES.manifest))
  return manifest?.format === FORMAT ? manifest : undefined
}

/**
 * The current statistics, or undefined where nothing was imported yet.
 * @param sayDamaged told the path of what was computed from them before and cannot be used any more
 */
export async function openStatistics(home: string, sayDamaged?: (path: string) => void): Promise<Statistics | undefined> {
  const manifest = await findManifest(home)
  if (manifest === undefined) return undefined
  const folder = join(getFolders(home).versions, manifest.version)
  const contents = await readContents(folder, manifest)
  return createStatistics(contents, (resource) => readStoredTable(folder, manifest, resource), openDerivedStore(join(folder, VERSION_FILES.derived), sayDamaged))
}

async function readContents(folder: string, manifest: Manifest): Promise<StatisticsContents> {
  const read = async (path: string): Promise<ReadonlyMap<string, ArrayLike<unknown>>> => (await readParquet(join(folder, path))).columns
  const areas = decodeAreas(await read(VERSION_FILES.areas))
  const report = await readJson<ReconciliationReport>(join(folder, VERSION_FILES.report))
  if (report === undefined) throw new Error(`${folder}: the report of this version is gone; import again`)

  const figures = new Map<string, Map<string, FigureColumn>>()
  const absent = getMissingCode('noSuchArea')
  for (const [path, key] of listFiles(manifest, 'figures/')) {
    const { level, year } = parseBlockKey(key)
    const members = areas.get(level) ?? []
    figures.set(key, decodeFigures(await readParquet(join(folder, path)), listPositionsIn(members, year), members.length, absent))
  }
  const shapes: ShapeSet[] = []
  for (const [path, level] of listFiles(manifest, 'shapes/')) shapes.push(decodeShapes(level as AreaLevel, await read(path)))
  const places = decodePlaces(await read(VERSION_FILES.places))
  const postcodes = decodePostcodes(await read(VERSION_FILES.postcodes))
  return { manifest, report, areas, figures, shapes, places, postcodes }
}

/** Path and bare name of the version's files in one folder. */
function listFiles(manifest: Manifest, folder: string): [path: string, name: string][] {
  return Object.keys(manifest.files)
    .filter((path) => path.startsWith(folder))
    .map((path) => [path, path.slice(folder.length, -'.parquet'.length)])
}

function decodeShapes(level: AreaLevel, columns: ReadonlyMap<string, ArrayLike<unknown>>): ShapeSet {
  const texts = (name: string): string[] => toTexts(getColumn(columns, name)).map((value) => value ?? '')
  return {
    level,
    year: Number(texts('year')[0]),
    source: texts('source')[0] ?? '',
    licence: texts('licence')[0] ?? '',
    codes: texts('code'),
    names: texts('name'),
    geometries: storeGeometries(Array.from(getColumn(columns, 'geometry')) as Uint8Array[]),
  }
}

async function readStoredTable(folder: string, manifest: Manifest, resource: string): Promise<Table | undefined> {
  const path = VERSION_FILES.table(resource)
  if (!(path in manifest.files)) return undefined
  const columns = await readParquetTable(join(folder, path))
  return { rowCount: columns[0]?.values.length ?? 0, columns }
}

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
