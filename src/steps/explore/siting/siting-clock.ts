/** Nobody may keep the others waiting for ever: when a siting run ends, done or not. The best plan so far is then the answer, with a bound that holds. */

export const SECONDS_OF_PLAN = 60
export const SECONDS_OF_REMEDIES = 30
/** From the start of the search for the plan on. What comes up last may be better: then there is time left for plans beside it. */
const [SECONDS_TO_PRICES, SECONDS_TO_ALTERNATIVES] = [90, 105]
const LEAST_SECONDS_OF_PRICE = 1

/** When the parts of explaining end, of all rounds together, in milliseconds since 1970. */
export interface ExplainEnds {
  readonly prices: number
  readonly alternatives: number
}

/** For a run whose search for the plan starts now. */
export function setEnds(): ExplainEnds {
  const now = Date.now()
  return { prices: now + 1000 * SECONDS_TO_PRICES, alternatives: now + 1000 * SECONDS_TO_ALTERNATIVES }
}

/** When the next of so many prices ends: each has a second, or its part of what is left where that is more, but none goes beyond the end of all. */
export function endPrice({ prices }: ExplainEnds, pricesLeft: number): number {
  const now = Date.now()
  return Math.min(prices, now + Math.max(1000 * LEAST_SECONDS_OF_PRICE, (prices - now) / pricesLeft))
}

/** Stops searches when their time is over, and remembers that it did. */
export class SitingClock {
  isCut = false

  start(seconds: number): () => boolean {
    return this.until(Date.now() + 1000 * seconds)
  }

  /** `end` is in milliseconds since 1970. */
  until(end: number): () => boolean {
    return () => {
      const isOver = Date.now() > end
      if (isOver) this.isCut = true
      return isOver
    }
  }
}
