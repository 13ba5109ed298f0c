/** What the page about distances shows, as it stands in the URL. */
import type { FacilityTypeListAnswer, ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { findLevel } from '#web/app/level-words.ts'
import { readYear, type UrlState } from '#web/app/search-state.ts'

type FacilityType = ReachAnswer['facilityType']
type Mode = ReachAnswer['mode']

export const FACILITY_PATHS: Readonly<Record<FacilityType, string>> = {
  primarySchool: 'basisschool',
  secondarySchool: 'middelbare-school',
  hospital: 'ziekenhuis',
  communityBuilding: 'dorpshuis',
  railwayStation: 'treinstation',
}
export const MODE_PATHS: Readonly<Record<Mode, string>> = { car: 'auto', bicycle: 'fiets', foot: 'lopend' }

/** What colours the map. */
export const SHOWN = ['minuten', 'deel', 'aantal', 'keuze', 'plekken'] as const
export type Shown = (typeof SHOWN)[number]

export interface ReachChoice {
  readonly facilityType: FacilityType
  readonly mode: Mode
  readonly level: AreaLevel
  readonly normMinutes: number
  readonly shown: Shown
  /** To the nearest one, the second or the third. */
  readonly rank: number
  /** 1 January of that year, projected; as counted when left out. */
  readonly year: number | undefined
}

export const RANKS = [1, 2, 3] as const
/** What lies within a time is reckoned up to an hour. */
export const MOST_SUPPLY_MINUTES = 60

export const REACH_LEVELS = ['province', 'municipality', 'district', 'neighbourhood'] as const satisfies readonly AreaLevel[]

/** Minutes that are asked when nobody chose: what is usual to find near by for a school, and for a hospital. */
const USUAL_NORM: Readonly<Record<FacilityType, number>> = { primarySchool: 10, secondarySchool: 20, hospital: 30, communityBuilding: 10, railwayStation: 15 }
const MOST_MINUTES = 600

/** Undefined where the package has no facilities at all. */
export function readReachChoice(state: UrlState, types: FacilityTypeListAnswer['facilityTypes'], canProject = true): ReachChoice | undefined {
  const there = types.filter(({ count }) => count !== undefined && count > 0)
  const facilityType = (there.find(({ id }) => FACILITY_PATHS[id] === state['voorziening']) ?? there[0])?.id
  if (facilityType === undefined) return undefined
  const modes = Object.keys(MODE_PATHS) as Mode[]
  const level = findLevel(state['niveau'])
  const norm = Number(state['norm'] ?? Number.NaN)
  return {
    facilityType,
    mode: modes.find((mode) => MODE_PATHS[mode] === state['manier']) ?? 'car',
    level: REACH_LEVELS.find((one) => one === level) ?? 'municipality',
    normMinutes: norm >= 0 && norm <= MOST_MINUTES ? norm : USUAL_NORM[facilityType],
    shown: SHOWN.find((one) => one === state['toon']) ?? 'minuten',
    rank: RANKS.find((one) => String(one) === state['hoeveelste']) ?? 1,
    year: canProject ? readYear(state['jaar']) : undefined,
  }
}
