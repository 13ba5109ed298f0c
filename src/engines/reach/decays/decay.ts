/** How much a site still counts at a travel time: 1 next door, never more for further away, 0 beyond `maximumTicks`. */
export interface Decay {
  readonly name: string
  /** The longest time at which anything counts. */
  readonly maximumTicks: number
  /** In [0, 1]; `ticks` is 0 and up. */
  weigh(ticks: number): number
}
