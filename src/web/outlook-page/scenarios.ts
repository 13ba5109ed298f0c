/** Scenarios of the page: two that come along, and one of the reader's own. */
import type { ScenarioDocument, ScenarioDocumentPatch } from '#domain/scenario-document.ts'
import type { UrlState } from '#web/app/search-state.ts'

export type ScenarioId = 'base' | 'growth' | 'shrink' | 'own'

/** By the name of each in the address; the base needs none. */
export const SCENARIO_ADDRESS: Readonly<Record<ScenarioId, string | undefined>> = { base: undefined, growth: 'groei', shrink: 'krimp', own: 'eigen' }

/** The scenario that the address asks for; the base where it is not among `ids`. */
export function chooseScenario(state: UrlState, ids: readonly ScenarioId[]): ScenarioId {
  return ids.find((id) => SCENARIO_ADDRESS[id] === state['scenario']) ?? 'base'
}

/** Percent more or less than in the base, by the name of each in the address. */
export const DIALS = ['vertrek', 'komst', 'geboorten'] as const
export type Dial = (typeof DIALS)[number]
export type Dials = Readonly<Record<Dial, number>>
export const MOST_PERCENT = 50

export const GROWTH: Dials = { vertrek: -20, komst: 10, geboorten: 10 }
export const SHRINK: Dials = { vertrek: 20, komst: -10, geboorten: -10 }

/** Young people who leave. */
export const LEAVER_AGES = { from: 18, to: 34 } as const
/** The furthest year that projections have, and beyond. */
const ALL_YEARS_AHEAD = 40
/** Characters of an address that every browser and server takes. */
const LONGEST_ADDRESS = 6000

export function readDials(state: UrlState): Dials {
  const read = (dial: Dial): number => {
    const percent = Number(state[dial])
    return Number.isInteger(percent) ? Math.max(-MOST_PERCENT, Math.min(MOST_PERCENT, percent)) : 0
  }
  return { vertrek: read('vertrek'), komst: read('komst'), geboorten: read('geboorten') }
}

export const areTurned = (dials: Dials): boolean => DIALS.some((dial) => dials[dial] !== 0)

/** Homes that one plans, by the name they have in the address: `woningen`, so many a year. */
export function readHomes(state: UrlState): number {
  const homes = Math.round(Number(state['woningen'] ?? 0))
  return Number.isFinite(homes) ? Math.max(-MOST_HOMES, Math.min(MOST_HOMES, homes)) : 0
}

const MOST_HOMES = 10_000
/** From the year of the jump-off on. */
export const BUILDING_YEARS = 10
/** An assumption, and said so on the page. */
export const SHARE_FROM_ELSEWHERE = 0.5

export function planHomes(homesPerYear: number, jumpOff: number, municipality: string, peoplePerHome: number, within: string | undefined): Pick<ScenarioDocument, 'newHomes'> {
  if (homesPerYear === 0) return {}
  return { newHomes: [{ municipality, ...(within !== undefined && { within }), years: { from: jumpOff, to: jumpOff + BUILDING_YEARS - 1 }, homesPerYear, peoplePerHome, shareFromElsewhere: SHARE_FROM_ELSEWHERE }] }
}

/** The scenario that the dials stand for, in the municipalities that the place is or lies in; without any in the whole country. */
export function makeScenario(name: string, dials: Dials, jumpOff: number, areas: readonly string[]): ScenarioDocument {
  const patch = (figure: ScenarioDocumentPatch['figure'], percent: number, ages?: ScenarioDocumentPatch['ages']): ScenarioDocumentPatch[] =>
    percent === 0
      ? []
      : [{ figure, years: { from: jumpOff, to: jumpOff + ALL_YEARS_AHEAD }, ...(areas.length > 0 && { areas: [...areas] }), ...(ages && { ages }), change: { multiplyBy: (100 + percent) / 100 } }]
  return {
    name,
    patches: [
      ...patch('internalOutRates', dials.vertrek, LEAVER_AGES),
      ...patch('arrivalWeights', dials.komst),
      ...patch('immigrationCounts', dials.komst),
      ...patch('fertilityRates', dials.geboorten),
    ],
  }
}

/** Scenarios are about municipalities and what is larger; a wijk or buurt bears the number of its municipality. */
export function listScenarioAreas(codes: readonly string[]): string[] {
  return [...new Set(codes.map((code) => (/^(WK|BU)\d{4}/.test(code) ? `GM${code.slice(2, 6)}` : code)))]
}

/** The scenario that was opened from a file, as it stands in the address; what is wrong with it is for the API to say. */
export function readOpened(text: string | undefined): ScenarioDocument | 'unreadable' | undefined {
  if (text === undefined) return undefined
  try {
    const value = JSON.parse(text) as unknown
    return typeof value === 'object' && value !== null ? (value as ScenarioDocument) : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

/** The document for the address; undefined when it is too long for one. */
export function writeOpened(document: unknown): string | undefined {
  const text = JSON.stringify(document)
  return encodeURIComponent(text).length <= LONGEST_ADDRESS ? text : undefined
}
