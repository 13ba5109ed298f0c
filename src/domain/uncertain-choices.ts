/** The choices of an index that could have been otherwise. Apart from the schemas, so that the site need not load those. */
export const UNCERTAIN_CHOICES = ['weights', 'normalisation', 'aggregation', 'leftOut'] as const
export type UncertainChoice = (typeof UNCERTAIN_CHOICES)[number]
