/** Words and numbers for the terminal. */
import type { FindingSeverity } from '#domain/finding.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { ResourceLine, ResourceUse } from '#domain/report.ts'
import { writeNumber } from '#domain/write-number.ts'
import type { Bilingual, Language } from '#cli/command.ts'

export const SEVERITY_WORDS: Readonly<Record<FindingSeverity, Bilingual>> = {
  error: { nl: 'fout', en: 'error' },
  warning: { nl: 'waarschuwing', en: 'warning' },
  info: { nl: 'opmerking', en: 'remark' },
}

export const OUTCOME_WORDS: Readonly<Record<ResourceLine['outcome'], Bilingual>> = {
  used: { nl: 'gebruikt', en: 'used' },
  kept: { nl: 'bewaard', en: 'kept' },
  failed: { nl: 'mislukt', en: 'failed' },
  skipped: { nl: 'overgeslagen', en: 'skipped' },
}

export const USE_WORDS: Readonly<Record<ResourceUse, Bilingual>> = {
  figures: { nl: 'cijfers', en: 'figures' },
  areas: { nl: 'gebieden', en: 'areas' },
  shapes: { nl: 'kaart', en: 'map' },
  places: { nl: 'plaatsen', en: 'places' },
  projection: { nl: 'vooruitblik', en: 'outlook' },
  reach: { nl: 'afstanden', en: 'distances' },
  schools: { nl: 'scholen', en: 'schools' },
  regions: { nl: 'dagelijkse regio’s', en: 'daily regions' },
  indexCheck: { nl: 'toets van de index', en: 'check of the index' },
}

export function formatNumber(value: number, language: Language, decimals?: number): string {
  const digits = decimals === undefined ? { maximumFractionDigits: 2 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return writeNumber(value, language, digits)
}

/** A figure as its indicator wants it; codes (a postcode, a class) as they are. */
export function formatFigure(value: number, indicator: Pick<Indicator, 'kind' | 'decimals'>, language: Language): string {
  return indicator.kind === 'code' ? String(value) : formatNumber(value, language, indicator.decimals)
}

/** Numbers with their sign, for differences. */
export function formatDifference(value: number, language: Language): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value, language)}`
}

/** Rows under each other, columns as wide as their widest cell; numbers (by `right`) to the right. */
export function layOut(rows: readonly (readonly string[])[], right: readonly number[] = [], indent = '  '): string[] {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)))
  return rows.map((row) => {
    const cells = row.map((cell, at) => (right.includes(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
    return `${indent}${cells.join('  ')}`.trimEnd()
  })
}
