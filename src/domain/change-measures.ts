/** Of what there is a map of expected change. */
export const CHANGE_MEASURES = ['population', 'households', 'people65Plus'] as const
