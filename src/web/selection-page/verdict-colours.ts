/** Colours of yes, no and unknown on the map, which also differ in lightness. */
import type { SelectionResult } from '#domain/answers/selection-answers.ts'
import type { AreaPaint } from '#web/map/area-paint.ts'
import { HIDDEN_COLOUR } from '#web/map/palette.ts'

export type Verdict = SelectionResult['places']['verdicts'][number]
export const VERDICTS = ['yes', 'no', 'unknown'] as const satisfies readonly Verdict[]

export const VERDICT_PAINTS: Readonly<Record<Verdict, AreaPaint>> = {
  yes: { colour: '#1d5f86', hatched: false },
  no: { colour: '#e3ead9', hatched: false },
  unknown: { colour: HIDDEN_COLOUR, hatched: true },
}
export const REGION_LINE_COLOURS = { shrinking: '#b3261e', anticipating: '#8a5a00' } as const

/** What is painted: the places, or the municipalities of regions. */
export function paintVerdicts(result: SelectionResult, isRegions: boolean): ReadonlyMap<string, AreaPaint> {
  const { places, comparison } = result
  const codes = isRegions ? (comparison?.regions ?? []).flatMap(({ municipalities }) => municipalities.map(({ code }) => code)) : places.codes
  return new Map(codes.flatMap((code) => {
    const at = findPlace(result, isRegions, code)
    return at === -1 ? [] : [[code, VERDICT_PAINTS[places.verdicts[at]!]] as const]
  }))
}

/**
 * Where the place stands that an area on the map shows, or −1. For regions that is the one that holds most of the municipality,
 * where at least half of it lies in regions.
 */
export function findPlace({ places, comparison }: SelectionResult, isRegions: boolean, code: string | undefined): number {
  if (!isRegions) return code === undefined ? -1 : places.codes.indexOf(code)
  const shares = (comparison?.regions ?? []).flatMap(({ id, municipalities }) => municipalities.filter((part) => part.code === code).map(({ share }) => ({ id, share })))
  const [largest] = shares.toSorted((a, b) => b.share - a.share)
  const together = shares.reduce((sum, { share }) => sum + share, 0)
  return largest === undefined || together < 0.5 ? -1 : places.codes.indexOf(largest.id)
}
