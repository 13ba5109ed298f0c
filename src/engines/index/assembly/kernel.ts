// The inner loops of the draws. What each means is in ../draw-kernel.ts, whose plain twin gives the same to the last bit.
export { computeFactors } from './factors'
export { multiply } from './multiply'
export { rank } from './rank'
export { tally } from './tally'
