/** How fast a way is travelled by one means, each way, and what stops it on the way: what tags say. */
import type { Tags } from '#sources/osm-pbf/decode-block.ts'

export type { Tags }

export interface WaySpeed {
  /** Kilometres an hour in the direction of the way, and against it; 0 where that is not allowed. */
  readonly there: number
  readonly back: number
}

export interface Profile {
  readonly name: 'car' | 'bicycle' | 'foot'
  /** Undefined where the way is not for this means at all. */
  findSpeed(tags: Tags): WaySpeed | undefined
  /** Whether a barrier that stands in the way lets this means through. */
  passesBarrier(tags: Tags): boolean
}

const CLOSED = new Set(['no', 'private', 'use_sidepath', 'agricultural', 'forestry', 'delivery', 'emergency', 'customers'])
const OPEN = new Set(['yes', 'designated', 'permissive', 'official', 'destination', 'dismount'])

/** Whether the most specific access tag that is there opens the way, closes it, or says nothing. */
export function findAccess(tags: Tags, keys: readonly string[]): 'open' | 'closed' | undefined {
  for (const key of keys) {
    const value = tags.get(key)
    if (value === undefined) continue
    if (CLOSED.has(value)) return 'closed'
    if (OPEN.has(value)) return 'open'
  }
  return undefined
}

/** In which direction a way may be travelled, by the first of the keys that says so. */
export function findDirection(tags: Tags, keys: readonly string[]): 'both' | 'there' | 'back' {
  for (const key of keys) {
    const value = tags.get(key)
    if (value === 'yes' || value === '1' || value === 'true') return 'there'
    if (value === '-1' || value === 'reverse') return 'back'
    if (value === 'no') return 'both'
  }
  if (tags.get('junction') === 'roundabout' || tags.get('highway') === 'motorway' || tags.get('highway') === 'motorway_link') return 'there'
  return 'both'
}

export function inDirection(speed: number, direction: 'both' | 'there' | 'back'): WaySpeed {
  return { there: direction === 'back' ? 0 : speed, back: direction === 'there' ? 0 : speed }
}

/** A sign at a barrier decides; without one its kind does. */
export function findPassage(tags: Tags, accessKeys: readonly string[], passes: (barrier: string) => boolean): boolean {
  const access = findAccess(tags, accessKeys)
  return access === undefined ? passes(tags.get('barrier') ?? '') : access === 'open'
}

/** Closed to all who are not in a motor vehicle, unless a sign lets them in. */
export const isForMotorVehicles = (tags: Tags): boolean => tags.get('motorroad') === 'yes'
