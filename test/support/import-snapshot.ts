/** What an import left behind, in a form that two imports can be compared by. */
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { AREA_LEVELS } from '#domain/area.ts'
import type { Finding } from '#domain/finding.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import { findManifest, openStatistics } from '#statistics/open-statistics.ts'
import { ImportError } from '#steps/import/import-error.ts'

/** Everything that users see of a version, but for when and from where it came. Throws where there is none. */
export async function takeSnapshot(home: string): Promise<Record<string, unknown>> {
  const statistics = await openStatistics(home)
  if (statistics === undefined) throw new Error('nothing was imported')
  const columns: Record<string, string> = {}
  for (const { id } of statistics.indicators) {
    for (const level of AREA_LEVELS) {
      for (const year of statistics.listYears(id, level)) {
        const column = statistics.findColumn(id, level, year)
        if (column) columns[`${id} ${level} ${year}`] = `${digest(column.values)} ${digest(column.missing)} ${column.sources?.join(' ')}`
      }
    }
  }
  const shapes = AREA_LEVELS.map((level) => {
    const set = statistics.findShapes(level)
    return set && { codes: set.codes, names: set.names, geometries: digest(JSON.stringify([...set.geometries])) }
  })
  const { levelSums, missingRows, columns: lines, shapes: shapeLines } = statistics.report
  return {
    years: statistics.years,
    areas: AREA_LEVELS.map((level) => statistics.listAreas(level)),
    columns,
    shapes,
    places: statistics.listPlaces(),
    postcodes: statistics.listPostcodes(),
    boundaryChanges: statistics.boundaryChanges,
    report: { levelSums, missingRows, columns: lines, shapes: shapeLines },
  }
}

function digest(content: string | Float64Array | Uint8Array): string {
  const bytes = typeof content === 'string' ? content : new Uint8Array(content.buffer, content.byteOffset, content.byteLength)
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12)
}

/** The version that is served (undefined for none), and whatever lies beside complete versions where figures are kept. */
export async function readServed(home: string): Promise<{ version: string | undefined; versions: string[]; leftovers: string[] }> {
  const root = join(home, 'statistics')
  const inFolder = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
  return {
    version: (await findManifest(home))?.version,
    versions: await inFolder(join(root, 'versions')),
    leftovers: (await inFolder(root)).filter((name) => name !== 'current.json' && name !== 'versions'),
  }
}

/** The ImportError an import ends in. Fails where it ends in anything else. */
export async function refusalOf(work: Promise<ReconciliationReport>): Promise<ImportError> {
  const outcome: unknown = await work.then(
    () => 'it was imported',
    (error: unknown) => error,
  )
  if (!(outcome instanceof ImportError)) throw new Error(`expected an ImportError, not ${String(outcome)}`, { cause: outcome })
  return outcome
}

/** Every finding names its resource and is a whole sentence in two languages, without anything only programmers read. */
export function expectReadable(findings: readonly Finding[]): void {
  for (const { code, resource, message } of findings) {
    expect(resource, code).not.toBe('')
    expect(message.nl, code).not.toBe(message.en)
    for (const text of [message.nl, message.en]) {
      expect(text, code).toMatch(/^\S.{15,}$/s)
      expect(text, code).not.toMatch(/\n\s+at |\.ts:\d+|\[object |\bundefined\b|TypeError|RangeError/)
      expect(text.length, code).toBeLessThan(2000)
    }
  }
}
