/** Everything one version of the statistics consists of, as an import makes it and a start reads it back. */
import type { Area, AreaLevel } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import type { Place, Postcode } from '#domain/place.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import type { Table } from '#domain/table.ts'
import type { Words } from '#domain/words.ts'
import type { FigureColumn, ShapeSet, SourceRecord } from '#statistics/statistics.ts'

/** What identifies a version, apart from what is in it. */
export interface VersionIdentity {
  readonly version: string
  readonly importedAt: string
  /** The package location the import was asked for, to notice when another one is asked for. */
  readonly packageLocation: string
  readonly packageName: string
  readonly packageTitle: Words
  readonly fictional: boolean
}

/** What identifies a version and says where it came from; stored as manifest.json. */
export interface Manifest extends VersionIdentity {
  /** Layout of the files; a version with another number is imported anew. */
  readonly format: number
  readonly years: readonly number[]
  readonly referenceYear: number
  readonly sources: readonly SourceRecord[]
  readonly boundaryChanges: readonly BoundaryChange[]
  /** SHA-256 of every other file of the version, by path within it. */
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>
}

/** The figures of one level and year, by indicator. */
export type FigureBlock = ReadonlyMap<string, FigureColumn>

export interface StatisticsContents {
  readonly manifest: Omit<Manifest, 'files' | 'format'>
  readonly report: ReconciliationReport
  readonly areas: ReadonlyMap<AreaLevel, readonly Area[]>
  /** Keyed by `getBlockKey`. */
  readonly figures: ReadonlyMap<string, FigureBlock>
  readonly shapes: readonly ShapeSet[]
  readonly places: readonly Place[]
  readonly postcodes: readonly Postcode[]
}

/** An import adds the tables as they were read; a start leaves them on the disk. */
export interface VersionDraft extends StatisticsContents {
  readonly tables: ReadonlyMap<string, Table>
}

/** The key of a block of figures, which is also the name of its file. */
export function getBlockKey(level: AreaLevel, year: number): string {
  return `${level}-${year}`
}

/** The level and year of a block of figures, from its key. */
export function parseBlockKey(key: string): { readonly level: AreaLevel; readonly year: number } {
  const split = key.lastIndexOf('-')
  return { level: key.slice(0, split) as AreaLevel, year: Number(key.slice(split + 1)) }
}
