/** Figures of earlier municipalities on those of the reference year. Method: docs/methods/boundary-changes.md. */
import type { AreaCode } from '#domain/area.ts'
import { buildBridge } from '#domain/bridge.ts'
import type { Statistics } from '#statistics/statistics.ts'

/** Turns one figure a municipality of `year` into one a municipality of `codes`; NaN where nothing is known of a part. */
export type BridgeFigures = (year: number, figures: ReadonlyMap<AreaCode, number>) => Float64Array

export function createBridgeFigures(statistics: Statistics, codes: readonly AreaCode[]): BridgeFigures {
  const getPopulation = (code: AreaCode, year: number): number =>
    statistics.findArea(code) ? (statistics.findColumn('population', 'municipality', year)?.values[statistics.getPosition(code)] ?? NaN) : NaN
  return (year, figures) => {
    const bridge = buildBridge({ changes: statistics.boundaryChanges, fromYear: year, toYear: Math.max(year, statistics.referenceYear), municipalities: [...figures.keys()], getPopulation })
    return Float64Array.from(codes, (code) => {
      const parts = bridge.get(code)?.parts
      return parts === undefined ? NaN : parts.reduce((total, { from, share }) => total + share * (figures.get(from) ?? NaN), 0)
    })
  }
}
