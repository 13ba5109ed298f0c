/** A made-up province as a data package on disk, for when no real figures are at hand. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeFacilities } from '#sources/fictional/facilities.ts'
import { writeKwbTables, type Files } from '#sources/fictional/kwb-tables.ts'
import { describePackage } from '#sources/fictional/package.ts'
import { simulatePeople } from '#sources/fictional/people.ts'
import { writePlaces } from '#sources/fictional/places.ts'
import { writePopulationTable } from '#sources/fictional/population-table.ts'
import { writeProjectionTables } from '#sources/fictional/projection-tables.ts'
import { countWorld } from '#sources/fictional/quantities.ts'
import { createRandom } from '#sources/fictional/random.ts'
import { writeRoads } from '#sources/fictional/roads.ts'
import { writeSchools } from '#sources/fictional/schools.ts'
import { createWorld } from '#sources/fictional/settle.ts'
import { writeShapes } from '#sources/fictional/shapes.ts'
import { LAST_YEAR } from '#sources/fictional/world.ts'

/** Goes up with every change of what is written. */
const GENERATOR_VERSION = 2
/** The province that users see. */
export const FICTIONAL_SEED = 2009

export interface FictionalProvince {
  /** Path of its datapackage.json. */
  readonly path: string
  /** False when the folder held this province already. */
  readonly written: boolean
}

/**
 * Writes the province into a folder, unless the same one (seed and version) is there already. The package file
 * comes last, so a folder that was cut short is written again. The same seed gives the same bytes.
 */
export async function writeFictionalProvince(folder: string, { seed }: { seed: number }): Promise<FictionalProvince> {
  const path = join(folder, 'datapackage.json')
  const generator = `topdorp-fictional-province/${GENERATOR_VERSION} seed ${seed}`
  if ((await findGenerator(path)) === generator) return { path, written: false }
  await rm(path, { force: true })
  for (const [file, text] of composeFiles(seed)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  await writeFile(path, `${JSON.stringify({ ...describePackage(), generator }, null, 1)}\n`)
  return { path, written: true }
}

/** The files of the package but for datapackage.json, by path. */
export function composeFiles(seed: number): Files {
  const random = createRandom(seed)
  const world = createWorld(random.fork('world'))
  const people = simulatePeople(world, random.fork('people'), LAST_YEAR + 1)
  const counts = countWorld(world, people, random.fork('counts'))
  const files: Files = new Map()
  writeKwbTables(world, counts, files)
  writePopulationTable(world, counts, files)
  writeShapes(world, files)
  writePlaces(world, counts, files)
  writeSchools(world, counts.pupils, random.fork('schools'), files)
  writeFacilities(world, random.fork('facilities'), files)
  writeProjectionTables(world, people, files)
  writeRoads(world, random.fork('roads'), files)
  return files
}

/** What wrote the package there, undefined where there is none that can be read. */
async function findGenerator(path: string): Promise<string | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof found === 'object' && found !== null && 'generator' in found && typeof found.generator === 'string' ? found.generator : undefined
  } catch {
    return undefined
  }
}
