/** How many published signals each place has: counted where they belong today. */
import type { PlaceSignalCount, SignalCountLevel, SignalCountListAnswer } from '#domain/answers/signals.ts'
import { BASICS, SIGNAL_STATUSES } from '#domain/signal.ts'
import { countPublishedSignals, type PublishedCount } from '#records/signals.ts'
import type { Database } from '#records/tables.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findPlace } from '#steps/see/families.ts'
import { locateSignal, type SignalLocation } from '#steps/see/signals/locate-signal.ts'

/** Signals about a municipality that was divided count in each part, as on the pages of those. */
export async function countSignals(database: Database, statistics: Statistics, level: SignalCountLevel): Promise<SignalCountListAnswer> {
  const byPlace = new Map<string, PublishedCount[]>()
  let [total, ofOtherLevels, nowhere] = [0, 0, 0]
  for (const group of await countPublishedSignals(database)) {
    const location = locateSignal(statistics, group)
    const ids = listIds(location, level)
    total += group.count
    if (location.areas.length === 0) nowhere += group.count
    else if (ids.size === 0) ofOtherLevels += group.count
    for (const id of ids) byPlace.set(id, [...(byPlace.get(id) ?? []), group])
  }
  const places = [...byPlace].map(([id, groups]) => describePlace(statistics, id, groups))
  places.sort((a, b) => b.total - a.total || a.name.localeCompare(b.name, 'nl') || a.id.localeCompare(b.id))
  return { level, total, ofOtherLevels, nowhere, places }
}

/** The places of a level that a signal belongs to. */
function listIds({ placeId, areas }: SignalLocation, level: SignalCountLevel): ReadonlySet<string> {
  if (level === 'village') return new Set(placeId === undefined ? [] : [placeId])
  return new Set(areas.flatMap((area) => (area.level === level ? area.code : (area.parents[level] ?? []))))
}

function describePlace(statistics: Statistics, id: string, groups: readonly PublishedCount[]): PlaceSignalCount {
  const village = findPlace(statistics, id)
  const area = village === undefined ? statistics.findArea(id) : undefined
  const code = village?.municipality ?? area?.parents.municipality
  const count = (fits: (group: PublishedCount) => boolean) => groups.reduce((sum, group) => sum + (fits(group) ? group.count : 0), 0)
  return {
    id,
    name: village?.name ?? area?.name ?? id,
    ...(code !== undefined && code !== id && { municipality: { id: code, name: statistics.findArea(code)?.name ?? code } }),
    total: count(() => true),
    byStatus: SIGNAL_STATUSES.map((status) => ({ status, count: count((group) => group.status === status) })).filter(isSome),
    byBasic: BASICS.map((basic) => ({ basic, count: count((group) => group.basic === basic) })).filter(isSome),
    lastReceivedAt: groups.map(({ lastReceivedAt }) => lastReceivedAt).toSorted().at(-1) ?? '',
  }
}

function isSome({ count }: { count: number }): boolean {
  return count > 0
}
