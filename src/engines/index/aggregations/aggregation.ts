/** A weighted mean on a scale of its own: values go to that scale, are averaged there, and the mean comes back. */
export interface Aggregation {
  readonly id: string
  /** A higher mean is a lower value. */
  readonly isFalling: boolean
  /** Writes the values on the scale of the mean, from place `from` to before `to`; NaN stays NaN. `out` may be `values`. */
  forward(values: Float64Array, out: Float64Array, from: number, to: number): void
  /** Brings means back to the scale of the values, in place. */
  back(means: Float64Array, from: number, to: number): void
}
