/** A siting question as choices: in the address of the page, and as a document. */
import { getUsualCosts } from '#domain/siting-costs.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { SITING_TRAITS } from '#domain/siting-traits.ts'
import { FACILITY_PATHS, MODE_PATHS } from '#web/reach-page/reach-choice.ts'
import { readList, readYear, type UrlState } from '#web/app/search-state.ts'

type Costs = NonNullable<SitingOrder['costs']>
export type Corner = readonly [number, number]

export const PEOPLE_PATHS = { children4to11: 'kinderen', all: 'iedereen', people65Plus: '65-plus', householdsWithoutCar: 'zonder-auto' } as const satisfies Record<NonNullable<SitingOrder['people']>, string>
export const GOAL_PATHS = { median: 'minuten', worstTenth: 'verste-tiende', center: 'langste-rit', maximalCovering: 'binnen-norm', setCovering: 'iedereen-binnen-norm' } as const satisfies Record<NonNullable<SitingOrder['goal']>, string>
export const COST_NAMES = { site: 'locatie', person: 'persoon', personKilometre: 'km', tripsPerYear: 'ritten', closing: 'sluiten', opening: 'bouwen', years: 'jaren', mobileDay: 'halte' } as const satisfies Record<keyof Costs, string>
/** As in the schema of the document. */
export const USUAL_NORM = 15

export const USUAL_TOGETHER = 1000
export const USUAL_ALTERNATIVES = { count: 3, worsePercent: 10, leastPercent: 10 } as const

/** A question that may lack its area. */
export type SitingDraft = Omit<SitingOrder, 'area'> & { readonly area: { readonly codes: readonly string[] } | { readonly polygon: readonly Corner[] } }

export type MobileDraft = NonNullable<SitingOrder['mobile']>
const MOBILE_NAMES = { vehicleDays: 'samen', daysPerStop: 'dagen', waitingMinutes: 'wachten', capacity: 'plaatsen' } as const satisfies Record<Exclude<keyof MobileDraft, 'notAt'>, string>
/** As in the schema of the document; one vehicle that is out five days. */
export const USUAL_MOBILE = { vehicleDays: 5, daysPerStop: 1, waitingMinutes: 15 } as const

const keyOf = <Key extends string>(paths: Readonly<Record<Key, string>>, path: string | undefined): Key | undefined => (Object.keys(paths) as Key[]).find((key) => paths[key] === path)

/** 0 and up; undefined for anything else. */
export function readNumber(text: string | undefined): number | undefined {
  const value = Number(text)
  return text !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined
}

/** What is not a choice on the page stands as JSON under `meer`: what a document that was opened has besides. */
function readRest(text: string | undefined): Partial<SitingOrder> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}

/** Corners of an area that was drawn; what is none is left out. */
export function readCorners(text: string | undefined): Corner[] {
  return (text ?? '').split(';').map((pair) => pair.split(' ').map(Number)).filter((pair): pair is [number, number] => pair.length === 2 && pair.every(Number.isFinite))
}

export function readQuestion(state: UrlState, name: string): SitingDraft {
  const corners = readCorners(state['vlak'])
  const facilityType = keyOf(FACILITY_PATHS, state['voorziening']) ?? 'primarySchool'
  const numbers = { openCount: readNumber(state['aantal']), budget: readNumber(state['budget']), minimumSize: readNumber(state['omvang']), newSites: readNumber(state['nieuw']), year: readYear(state['jaar']) }
  const costs = readAmounts(COST_NAMES, state['kosten'])
  const mobile = state['rijdend'] === undefined ? undefined : { ...USUAL_MOBILE, ...readAmounts(MOBILE_NAMES, state['rijdend']), notAt: readList(state['geen-halte']) }
  return {
    ...readRest(state['meer']),
    format: 'topdorp-siting/1',
    name: state['naam'] ?? name,
    facilityType,
    area: corners.length > 0 ? { polygon: corners } : { codes: readList(state['gebied']) },
    people: keyOf(PEOPLE_PATHS, state['wie']) ?? SITING_TRAITS[facilityType].people,
    mode: keyOf(MODE_PATHS, state['manier']) ?? 'car',
    goal: keyOf(GOAL_PATHS, state['doel']) ?? 'median',
    normMinutes: readNumber(state['norm']) ?? USUAL_NORM,
    ...(state['normen'] !== undefined && { normSet: state['normen'] }),
    forced: readList(state['open']),
    forbidden: readList(state['dicht']),
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    ...(Object.keys(costs).length > 0 && { costs }),
    ...(mobile && { mobile }),
  }
}

/** Amounts by name: `locatie:1000,km:0.5`. What cannot be read is left out. */
function readAmounts<Key extends string>(names: Readonly<Record<Key, string>>, text: string | undefined): Partial<Record<Key, number>> {
  const pairs = readList(text).flatMap((part) => {
    const [name, amount] = part.split(':')
    const key = keyOf(names, name)
    const value = readNumber(amount)
    return key === undefined || value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(pairs) as Partial<Record<Key, number>>
}

const AMOUNTS = { kosten: COST_NAMES, rijdend: MOBILE_NAMES }

/** Amounts of the address that could not be read. */
export function listUnreadAmounts(name: keyof typeof AMOUNTS, text: string | undefined): string[] {
  return readList(text).filter((part) => Object.keys(readAmounts<string>(AMOUNTS[name], part)).length === 0)
}

/** The whole question in the address. */
export function writeQuestion(question: SitingDraft): UrlState {
  const { format: _, name, facilityType, area, people, mode, goal, normMinutes, openCount, budget, minimumSize, newSites, year, forced, forbidden, costs, mobile, normSet, statisticsVersion: __, ...others } = question
  // A set of one's own goes along whole.
  const rest = typeof normSet === 'object' ? { ...others, normSet } : others
  const write = (value: number | undefined) => (value === undefined ? undefined : String(value))
  return {
    naam: name,
    voorziening: FACILITY_PATHS[facilityType],
    gebied: 'codes' in area ? area.codes.join(',') || undefined : undefined,
    vlak: 'polygon' in area ? area.polygon.map(([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)}`).join(';') : undefined,
    wie: people && PEOPLE_PATHS[people],
    manier: mode && MODE_PATHS[mode],
    doel: goal && GOAL_PATHS[goal],
    norm: write(normMinutes),
    aantal: write(openCount),
    budget: write(budget),
    omvang: minimumSize ? write(minimumSize) : undefined,
    nieuw: newSites ? write(newSites) : undefined,
    jaar: write(year),
    normen: typeof normSet === 'string' ? normSet : undefined,
    open: forced?.join(',') || undefined,
    dicht: forbidden?.join(',') || undefined,
    kosten: writeAmounts(COST_NAMES, costs, getUsualCosts(facilityType)) || undefined,
    rijdend: mobile && writeAmounts<keyof typeof MOBILE_NAMES>(MOBILE_NAMES, mobile, {}),
    'geen-halte': mobile?.notAt?.join(',') || undefined,
    meer: Object.keys(rest).length > 0 ? JSON.stringify(rest) : undefined,
  }
}

/** Those that are given and not the usual ones. */
function writeAmounts<Key extends string>(names: Readonly<Record<Key, string>>, amounts: Partial<Record<Key, number | undefined>> | undefined, usual: Partial<Record<Key, number>>): string {
  const own = (Object.keys(names) as Key[]).filter((key) => amounts?.[key] !== undefined && amounts[key] !== usual[key])
  return own.map((key) => `${names[key]}:${amounts![key]}`).join(',')
}

/** Undefined as long as there is no area, or nothing that bounds the sites. */
export function completeQuestion(question: SitingDraft): SitingOrder | undefined {
  const { area, goal, openCount, budget, minimumSize, minimumSizes } = question
  const hasArea = 'codes' in area ? area.codes.length > 0 : area.polygon.length >= 3
  const isBounded = goal === 'setCovering' || openCount !== undefined || budget !== undefined || (minimumSize ?? 0) > 0 || Object.keys(minimumSizes ?? {}).length > 0
  return hasArea && isBounded ? (question as SitingOrder) : undefined
}
