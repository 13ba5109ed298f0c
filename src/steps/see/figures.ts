/** One indicator for all areas of a level in one year, as it goes to the map. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { FigureColumnAnswer } from '#domain/answers/answers.ts'
import type { Figure } from '#domain/answers/shared.ts'
import { findMissingReason } from '#domain/missing.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { getIndicator, selectPositions } from '#steps/see/catalogue.ts'

/**
 * The column, in the order of listAreaNames with the same arguments.
 * Where the package has no such column, every figure is missing as `notInTable`.
 * Throws SeeError `unknownIndicator`, `unknownArea` or `noSuchYear`.
 */
export function getFigureColumn(
  statistics: Statistics,
  indicatorId: string,
  level: AreaLevel,
  year: number,
  within?: AreaCode,
): FigureColumnAnswer {
  const indicator = getIndicator(statistics, indicatorId)
  const positions = selectPositions(statistics, level, year, within)
  const column = statistics.findColumn(indicatorId, level, year)
  const values = new Array<number | null>(positions.length)
  const missing: Partial<Record<MissingReason, number[]>> = {}
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] ?? -1
    const reason = column === undefined ? 'notInTable' : findMissingReason(column.missing[position] ?? -1)
    values[at] = reason === undefined ? (column?.values[position] ?? null) : null
    if (reason !== undefined) (missing[reason] ??= []).push(at)
  }
  const source = listColumnSources(statistics, indicator, level, year).map(({ resource, title, publisher, licence, retrievedAt }) => ({
    resource,
    title,
    publisher,
    licence,
    retrievedAt,
  }))
  return { indicator: indicatorId, level, year, version: statistics.version, values, missing, source }
}

/** One figure of one area, or why it is not there. */
export function getFigure(statistics: Statistics, indicator: string, code: AreaCode, year: number): Figure {
  const area = statistics.findArea(code)
  if (area === undefined) return { missing: 'noSuchArea' }
  const column = statistics.findColumn(indicator, area.level, year)
  if (column === undefined) return { missing: area.years.includes(year) ? 'notInTable' : 'noSuchArea' }
  const position = statistics.getPosition(code)
  const reason = findMissingReason(column.missing[position] ?? 0)
  const value = column.values[position]
  return reason !== undefined || value === undefined ? { missing: reason ?? 'rowMissing' } : { value }
}

/** The resources that the figures of that level and year come from, directly or through what they are computed from. */
export function listColumnSources(statistics: Statistics, indicator: Indicator, level: AreaLevel, year: number): SourceRecord[] {
  const names = statistics.findColumn(indicator.id, level, year)?.sources ?? []
  return statistics.sources.filter(({ resource }) => names.includes(resource))
}
