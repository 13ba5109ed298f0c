/** A selection as an order for another thread, and its answer as the bytes that go to whoever asked. */
import { listCriteria, type SelectionDocument } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { FileFormat } from '#steps/background/tasks.ts'
import type { ExportTable, Language } from '#steps/see/export-table.ts'
import { findDailyRegion, keepDailyRegion, type DailyRegionAreas } from '#steps/see/selection/daily-region.ts'
import { makeSelectionTable } from '#steps/see/selection/export-selection.ts'
import { findProjections, type ProjectedColumn, type Projections } from '#steps/see/selection/projections.ts'
import { runSelection } from '#steps/see/selection/run-selection.ts'

export interface SelectionOrder {
  readonly document: SelectionDocument
  readonly language: Language
  readonly format: 'json' | FileFormat
  /** The projected figures that it asks for, as far as there are. */
  readonly projected: readonly (readonly [key: string, column: ProjectedColumn])[]
  /** The region of daily life that bounds it, where one does. */
  readonly region?: DailyRegionAreas
}

const nameColumn = (...parts: Parameters<Projections['findProjectedColumn']>): string => parts.join(' ')

/** `document` is right, and what has to be projected was. */
export function orderSelection(statistics: Statistics, document: SelectionDocument, language: Language, format: SelectionOrder['format']): SelectionOrder {
  const projections = findProjections(statistics)
  const level = document.level === 'region' ? 'municipality' : document.level
  const projected = listCriteria(document.where).flatMap(({ criterion }) => {
    if (criterion.kind !== 'projected') return []
    const asked = [criterion.indicator, level, criterion.from ?? document.year ?? statistics.referenceYear, criterion.to] as const
    const column = projections?.findProjectedColumn(...asked)
    return column === undefined ? [] : [[nameColumn(...asked), column] as const]
  })
  const region = document.within === undefined ? undefined : findDailyRegion(statistics, document.within)
  return { document, language, format, projected, ...(region && { region }) }
}

export async function carryOutSelection(statistics: Statistics, { document, language, format, projected, region }: SelectionOrder, write: (table: ExportTable, format: FileFormat) => Promise<Uint8Array>): Promise<Uint8Array> {
  const columns = new Map(projected)
  if (region !== undefined && document.within !== undefined) keepDailyRegion(statistics, document.within, region)
  const run = runSelection(statistics, document, { findProjectedColumn: (...asked) => columns.get(nameColumn(...asked)) })
  return format === 'json' ? new TextEncoder().encode(JSON.stringify(run)) : write(makeSelectionTable(statistics, run, language), format)
}
