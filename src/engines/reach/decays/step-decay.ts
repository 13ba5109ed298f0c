import type { Decay } from '#engines/reach/decays/decay.ts'

/** Counts wholly up to a time, and not after it: the plain "within 15 minutes". */
export function createStepDecay(maximumTicks: number): Decay {
  return { name: 'step', maximumTicks, weigh: (ticks) => (ticks <= maximumTicks ? 1 : 0) }
}
