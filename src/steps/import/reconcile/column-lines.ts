/** Per indicator, year and level: how many figures there are, and how many are missing for which reason. */
import type { Area, AreaLevel } from '#domain/area.ts'
import { findMissingReason, type MissingReason } from '#domain/missing.ts'
import type { ColumnLine, ShapesLine } from '#domain/report.ts'
import type { FigureBlocks } from '#steps/import/collect-figures.ts'
import { parseBlockKey } from '#statistics/contents.ts'
import type { ShapeSet } from '#statistics/statistics.ts'

/** Areas that do not exist in the year are not counted: nothing is missing there. */
export function countColumns(blocks: FigureBlocks): ColumnLine[] {
  const lines: ColumnLine[] = []
  for (const [key, block] of blocks) {
    const { level, year } = parseBlockKey(key)
    for (const [indicator, { missing }] of block) {
      let present = 0
      const counts: Partial<Record<MissingReason, number>> = {}
      for (const code of missing) {
        const reason = findMissingReason(code)
        if (reason === undefined) present++
        else if (reason !== 'noSuchArea') counts[reason] = (counts[reason] ?? 0) + 1
      }
      lines.push({ indicator, year, level, present, missing: counts })
    }
  }
  return lines
}

/** Areas without a shape and shapes without an area, for the areas of the reference year. */
export function compareShapes(
  shapes: readonly ShapeSet[],
  areas: ReadonlyMap<AreaLevel, readonly Area[]>,
  areaYear: number,
  invalidShapes: ReadonlyMap<AreaLevel, readonly string[]>,
): ShapesLine[] {
  return shapes.map((set) => {
    const existing = (areas.get(set.level) ?? []).filter((area) => area.years.includes(areaYear)).map((area) => area.code)
    const shaped = new Set(set.codes)
    const known = new Set(existing)
    return {
      level: set.level,
      shapeYear: set.year,
      areaYear,
      areas: existing.length,
      shapes: set.codes.length,
      areasWithoutShape: existing.filter((code) => !shaped.has(code)),
      shapesWithoutArea: [...shaped].filter((code) => !known.has(code)),
      invalidShapes: invalidShapes.get(set.level) ?? [],
    }
  })
}
