import type { Decay } from '#engines/reach/decays/decay.ts'

const END = Math.exp(-0.5)

/** The kernel of Dai (2010): (exp(−½ (t/t₀)²) − exp(−½)) ÷ (1 − exp(−½)); gentle at first, 0 at the maximum t₀. */
export function createGaussianDecay(maximumTicks: number): Decay {
  return { name: 'gaussian', maximumTicks, weigh: (ticks) => (ticks > maximumTicks ? 0 : (Math.exp(-0.5 * (ticks / maximumTicks) ** 2) - END) / (1 - END)) }
}
