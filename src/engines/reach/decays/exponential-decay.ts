import type { Decay } from '#engines/reach/decays/decay.ts'

/** Halves with every `halfTicks`; what is left at the maximum does not count. */
export function createExponentialDecay(halfTicks: number, maximumTicks: number): Decay {
  return { name: 'exponential', maximumTicks, weigh: (ticks) => (ticks > maximumTicks ? 0 : 2 ** (-ticks / halfTicks)) }
}
