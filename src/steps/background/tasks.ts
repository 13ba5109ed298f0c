/** Work that would keep others waiting, as messages to the thread that does it, and the doing. */
import type { AreaLevel } from '#domain/area.ts'
import { viewGeometries, type EncodedGeometries } from '#statistics/stored-geometries.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { carryOutSelection, type SelectionOrder } from '#steps/background/selection-task.ts'
import { unpackFigures, type SharedFigures } from '#steps/background/shared-figures.ts'
import { writeCsv, type Dialect } from '#steps/see/export-csv.ts'
import { writeParquet } from '#steps/see/export-parquet.ts'
import type { ExportTable } from '#steps/see/export-table.ts'
import { unpackTable, type PackedTable } from '#steps/background/packed-table.ts'
import { writeXlsx } from '#steps/see/export-xlsx.ts'
import { encodeTile, plantTree, type TileShapes } from '#steps/see/tiles.ts'
import type { Box } from '#steps/see/extent.ts'

/** Shapes of a level as they travel: the bytes are shared memory, nothing of them is copied. */
export interface SharedShapes {
  readonly level: AreaLevel
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly boxes: readonly Box[]
  readonly encoded: EncodedGeometries
}

export type FileFormat = { readonly kind: 'csv'; readonly dialect: Dialect } | { readonly kind: 'xlsx' } | { readonly kind: 'parquet' }

export type Task =
  | { readonly kind: 'shapes'; readonly shapes: SharedShapes }
  | { readonly kind: 'tile'; readonly level: AreaLevel; readonly zoom: number; readonly x: number; readonly y: number }
  | { readonly kind: 'figures'; readonly figures: SharedFigures }
  | { readonly kind: 'selection'; readonly order: SelectionOrder }
  | { readonly kind: 'file'; readonly table: PackedTable; readonly format: FileFormat }

export async function writeFile(table: ExportTable, format: FileFormat): Promise<Uint8Array> {
  if (format.kind === 'csv') return new TextEncoder().encode(writeCsv(table, format.dialect))
  return format.kind === 'xlsx' ? writeXlsx(table) : writeParquet(table)
}

/** Does one task after another; remembers the shapes and figures it was given. */
export function createWorker(): (task: Task) => Promise<Uint8Array> {
  const known = new Map<AreaLevel, TileShapes>()
  let statistics: Statistics | undefined
  return async (task) => {
    switch (task.kind) {
      case 'shapes': {
        const { level, codes, names, boxes, encoded } = task.shapes
        known.set(level, { codes, names, geometries: viewGeometries(encoded), tree: plantTree(boxes) })
        return new Uint8Array(0)
      }
      case 'tile': {
        const shapes = known.get(task.level)
        if (shapes === undefined) throw new Error(`the shapes of ${task.level} were not given`)
        return encodeTile(shapes, task.level, task.zoom, task.x, task.y)
      }
      case 'figures':
        statistics = unpackFigures(task.figures)
        return new Uint8Array(0)
      case 'selection':
        if (statistics === undefined) throw new Error('the figures were not given')
        return carryOutSelection(statistics, task.order, writeFile)
      case 'file':
        return writeFile(unpackTable(task.table), task.format)
    }
  }
}
