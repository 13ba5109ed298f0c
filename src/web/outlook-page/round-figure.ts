/** How exactly a projected figure may be said: no finer than its interval bears. */
import type { FanBand } from '#web/charts/fan-chart.ts'

/** An interval is this many times as wide as the step to which its figures are rounded, at least. */
const LEAST_STEPS = 5

/** Rounds to ones, tens, hundreds …; without an interval, or with one of no width, to ones. */
export function roundFigure(value: number, band: FanBand | undefined, at: number): number {
  const width = band === undefined ? 0 : (band.upper[at] ?? 0) - (band.lower[at] ?? 0)
  const step = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, width) / LEAST_STEPS)))
  return Math.round(value / step) * step
}
