/** Where the files of Topdorp are, below one home folder. */
import { join } from 'node:path'
import type { AreaLevel } from '#domain/area.ts'

export interface StatisticsFolders {
  readonly root: string
  /** Names the version that is served; replaced in one step when an import is complete. */
  readonly current: string
  readonly versions: string
  /** Files kept from URLs, to resume and revalidate. */
  readonly downloads: string
}

export function getFolders(home: string): StatisticsFolders {
  const root = join(home, 'statistics')
  return { root, current: join(root, 'current.json'), versions: join(root, 'versions'), downloads: join(home, 'downloads') }
}

/** The files of one version, by path within its folder. */
export const VERSION_FILES = {
  manifest: 'manifest.json',
  report: 'report.json',
  areas: 'areas.parquet',
  places: 'places.parquet',
  postcodes: 'postcodes.parquet',
  figures: (key: string) => `figures/${key}.parquet`,
  shapes: (level: AreaLevel) => `shapes/${level}.parquet`,
  table: (resource: string) => `tables/${resource}.parquet`,
  /** A folder: what was computed from the others, and may be deleted. */
  derived: 'derived',
} as const

/** Layout of the files above. Raise it when they change; older versions are then imported anew. */
export const FORMAT = 4

/** A folder that an import is writing in; whatever is left of it after a crash is swept away. */
export const DRAFT_PREFIX = 'draft-'
