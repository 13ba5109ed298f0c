import type { Decay } from '#engines/reach/decays/decay.ts'

/** Falls evenly from 1 at no time to 0 at the maximum. */
export function createLinearDecay(maximumTicks: number): Decay {
  return { name: 'linear', maximumTicks, weigh: (ticks) => Math.max(0, 1 - ticks / maximumTicks) }
}
