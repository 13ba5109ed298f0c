import type { SitingServices } from '#engines/siting/siting-problem.ts'

/** Sites and who goes where; or none, when nothing fits. */
export interface Choice {
  /** Positions of open sites, ascending; absent when no plan was found. */
  readonly sites?: Int32Array
  /** Who goes where, when that is not simply to the nearest. */
  readonly services?: SitingServices
  /** Infinity without a plan. */
  readonly value: number
  /** No plan has a lower value; Infinity when it is proved that there is no plan. */
  readonly bound: number
}

/** A question that is a sum over people: what a person costs who travels so many minutes. */
export interface CostQuestion {
  readonly openCount: number
  /** Price of a person who travels so many minutes: 0 or more, never lower for more minutes. */
  readonly priceOf: (minutes: number) => number
  readonly unservedPrice: number
  /** Only plans of less than this value are of interest. */
  readonly below?: number
  /** How much work it is worth; 'all' when absent. */
  readonly effort?: Effort
}

/** 'bound': no more than what no plan can beat, with a plan where one comes up. 'look': some search beyond that. 'all': until it is proved. */
export type Effort = 'bound' | 'look' | 'all'

/** Chooses sites under the rules of one problem. Goals are put together from these three questions. */
export interface SiteChooser {
  /** The lowest sum of prices. */
  chooseCheapest(question: CostQuestion): Choice
  /** Any plan in which nobody travels more than `mostMinutes`; value and bound are numbers of open sites. */
  chooseWithin(mostMinutes: number, openCount: number): Choice
  /** The fewest sites with nobody more than `mostMinutes` away. */
  chooseFewest(mostMinutes: number): Choice
}
