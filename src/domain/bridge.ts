/**
 * Figures of an earlier year on the municipalities of a later one. Municipalities that were added together are added
 * up; one that was divided, or that gave part of itself away, is divided by the share of inhabitants that moved.
 */
import type { AreaCode } from '#domain/area.ts'
import { ABROAD_CODE, type BoundaryChange } from '#domain/boundary-change.ts'

export type Bridged = 'asPublished' | 'addedUp' | 'estimated'

export interface BridgePart {
  readonly from: AreaCode
  /** Share of the figure of `from` that belongs to the later municipality, above 0 and at most 1. */
  readonly share: number
}

export interface BridgedMunicipality {
  readonly parts: readonly BridgePart[]
  readonly bridged: Bridged
}

/** The later municipalities by code. The shares of every earlier municipality (once, where it has two codes) add up to 1 over all of them. */
export type Bridge = ReadonlyMap<AreaCode, BridgedMunicipality>

interface BridgeInputs {
  readonly changes: readonly BoundaryChange[]
  readonly fromYear: number
  readonly toYear: number
  /** Municipalities of `fromYear`. */
  readonly municipalities: readonly AreaCode[]
  /** Inhabitants on 1 January, NaN where not known. */
  readonly getPopulation: (code: AreaCode, year: number) => number
}

/**
 * Builds the bridge, one day of changes after the other: within a year, what moved in May can move on in January.
 * Land that moved from or to another country stays where its inhabitants are. Throws RangeError when `fromYear` is after `toYear`.
 */
export function buildBridge({ changes, fromYear, toYear, municipalities, getPopulation }: BridgeInputs): Bridge {
  if (fromYear > toYear) throw new RangeError(`cannot bridge from ${fromYear} back to ${toYear}`)
  const present = leaveOutLaterCodes(municipalities, changes, fromYear)
  let shares = new Map(present.map((code) => [code, new Map([[code, 1]])]))
  for (const sameDay of groupByDay(changes, fromYear, toYear)) {
    const moves = listMoves(sameDay, getPopulation)
    shares = new Map([...shares].map(([from, targets]) => [from, applyMoves(targets, moves)]))
  }
  return turnAround(shares)
}

/** Some tables use the new code of a municipality for the year in which it was renamed: with both codes it would count twice. */
function leaveOutLaterCodes(municipalities: readonly AreaCode[], changes: readonly BoundaryChange[], fromYear: number): readonly AreaCode[] {
  const given = new Set(municipalities)
  const later = new Set(changes.filter(({ renamed, firstYear, from }) => renamed && firstYear > fromYear && given.has(from)).map(({ to }) => to))
  return municipalities.filter((code) => !later.has(code))
}

/** The changes between two years, those of one day together, in the order of time. */
function groupByDay(changes: readonly BoundaryChange[], fromYear: number, toYear: number): readonly BoundaryChange[][] {
  const days = new Map<string, BoundaryChange[]>()
  for (const change of changes) {
    const isAbroad = change.from === ABROAD_CODE || change.to === ABROAD_CODE
    if (isAbroad || change.firstYear <= fromYear || change.firstYear > toYear) continue
    days.set(change.date, [...(days.get(change.date) ?? []), change])
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sameDay]) => sameDay)
}

/** For each giver, the share of it that goes to each receiver that day, itself included. */
function listMoves(changes: readonly BoundaryChange[], getPopulation: BridgeInputs['getPopulation']): Map<AreaCode, Map<AreaCode, number>> {
  const byGiver = new Map<AreaCode, BoundaryChange[]>()
  for (const change of changes) {
    if (change.from === change.to) continue
    byGiver.set(change.from, [...(byGiver.get(change.from) ?? []), change])
  }
  return new Map([...byGiver].map(([giver, given]) => [giver, shareOut(giver, given, getPopulation(giver, (given[0]?.firstYear ?? NaN) - 1))]))
}

function shareOut(giver: AreaCode, given: readonly BoundaryChange[], population: number): Map<AreaCode, number> {
  const isDissolved = given.some(({ kind }) => kind === 'dissolved')
  const moved = given.reduce((sum, change) => sum + (change.inhabitants ?? 0), 0)
  const shares = new Map<AreaCode, number>()
  if (isDissolved) {
    const total = moved > 0 ? moved : given.length
    for (const { to, inhabitants } of given) {
      const share = moved > 0 ? (inhabitants ?? 0) / total : 1 / total
      if (share > 0) shares.set(to, (shares.get(to) ?? 0) + share)
    }
    return shares
  }
  const whole = Number.isNaN(population) ? 0 : Math.max(population, moved)
  for (const { to, inhabitants = 0 } of given) if (inhabitants > 0 && whole > 0) shares.set(to, (shares.get(to) ?? 0) + inhabitants / whole)
  const left = 1 - [...shares.values()].reduce((sum, share) => sum + share, 0)
  if (left > 0) shares.set(giver, left)
  return shares
}

function applyMoves(targets: ReadonlyMap<AreaCode, number>, moves: ReadonlyMap<AreaCode, ReadonlyMap<AreaCode, number>>): Map<AreaCode, number> {
  const next = new Map<AreaCode, number>()
  for (const [target, share] of targets) {
    for (const [receiver, part] of moves.get(target) ?? new Map([[target, 1]])) next.set(receiver, (next.get(receiver) ?? 0) + share * part)
  }
  return next
}

function turnAround(shares: ReadonlyMap<AreaCode, ReadonlyMap<AreaCode, number>>): Bridge {
  const parts = new Map<AreaCode, BridgePart[]>()
  for (const [from, targets] of shares) {
    for (const [to, share] of targets) parts.set(to, [...(parts.get(to) ?? []), { from, share }])
  }
  return new Map([...parts].map(([to, list]) => [to, { parts: list, bridged: describeParts(to, list) }]))
}

function describeParts(to: AreaCode, parts: readonly BridgePart[]): Bridged {
  if (parts.some(({ share }) => share < 1)) return 'estimated'
  return parts.length === 1 && parts[0]?.from === to ? 'asPublished' : 'addedUp'
}
