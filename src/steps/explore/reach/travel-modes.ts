/** How people travel, and what is assumed where no road is known. */
import type { Words } from '#domain/words.ts'

export interface TravelMode {
  readonly id: 'car' | 'bicycle' | 'foot'
  /** Whether the main roads are used; otherwise straight lines only. */
  readonly onMainRoads: boolean
  /** Kilometres an hour on small roads, crossings included. */
  readonly localSpeed: number
  /** Up to this straight distance people get to a main road at every node, metres. */
  readonly accessMetres: number
}

/**
 * Roads are longer than straight lines by this factor: 1.3 is the usual finding for places in the Netherlands and countries like it.
 */
export const DETOUR_FACTOR = 1.3

/** Up to this straight distance, metres, small roads all the way are a way, and a main road is looked for where none is nearer. */
export const FURTHEST_STRAIGHT_METRES = 30_000

export const TRAVEL_MODES: readonly TravelMode[] = [
  { id: 'car', onMainRoads: true, localSpeed: 35, accessMetres: 4000 },
  { id: 'bicycle', onMainRoads: false, localSpeed: 16, accessMetres: 0 },
  { id: 'foot', onMainRoads: false, localSpeed: 5, accessMetres: 0 },
]

/** In a column of its own, or between brackets. */
export const MODE_NAMES: Readonly<Record<TravelMode['id'], Words>> = { car: { nl: 'auto', en: 'car' }, bicycle: { nl: 'fiets', en: 'bicycle' }, foot: { nl: 'lopend', en: 'on foot' } }
/** In a sentence. */
export const BY_MODE: Readonly<Record<TravelMode['id'], Words>> = { car: { nl: 'met de auto', en: 'by car' }, bicycle: { nl: 'met de fiets', en: 'by bicycle' }, foot: { nl: 'lopend', en: 'on foot' } }

/** Minutes over small roads between two points so many metres apart in a straight line. */
export const localMinutes = (mode: TravelMode, straightMetres: number): number => ((straightMetres * DETOUR_FACTOR) / 1000 / mode.localSpeed) * 60

/** The straight distance that takes so many minutes over small roads. */
export const localMetres = (mode: TravelMode, minutes: number): number => ((minutes / 60) * mode.localSpeed * 1000) / DETOUR_FACTOR

/** Throws a RangeError for a mode that is not in the list. */
export function getTravelMode(id: TravelMode['id']): TravelMode {
  const mode = TRAVEL_MODES.find((one) => one.id === id)
  if (mode === undefined) throw new RangeError(`no travel mode ${id}`)
  return mode
}
