/** What the costs of a year of a plan are made of, in the order in which it is shown. */
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { getUsualCosts } from '#domain/siting-costs.ts'

/** Together they are `perYear`. */
export const YEARLY_COSTS = ['sites', 'mobile', 'people', 'travel', 'oncePerYear'] as const
export type YearlyCost = (typeof YEARLY_COSTS)[number]

/** Over which what is paid once is spread. */
export const getSpreadYears = ({ costs, facilityType }: SitingRunAnswer['document']): number => costs.years ?? getUsualCosts(facilityType).years

/** Those that are known of every outcome, so that all have the same rows; of the mobile service only where one is asked for. */
export function listKnownCosts(outcomes: readonly SitingOutcome[], hasMobile: boolean): YearlyCost[] {
  return YEARLY_COSTS.filter((part) => (part !== 'mobile' || hasMobile) && outcomes.every(({ costs }) => costs[part] !== null))
}
