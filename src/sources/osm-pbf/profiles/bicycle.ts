import { findAccess, findDirection, findPassage, inDirection, isForMotorVehicles } from '#sources/osm-pbf/profiles/profile.ts'
import type { Profile } from '#sources/osm-pbf/profiles/profile.ts'

const ACCESS = ['bicycle', 'vehicle', 'access']
const SPEED = 16
const ROUGH = 12
const WALKING = 5
const FERRY = 15

const SPEEDS: Readonly<Record<string, number>> = {
  cycleway: SPEED, primary: SPEED, primary_link: SPEED, secondary: SPEED, secondary_link: SPEED, tertiary: SPEED, tertiary_link: SPEED,
  unclassified: SPEED, residential: SPEED, living_street: SPEED, service: SPEED, road: SPEED, track: ROUGH, path: ROUGH, bridleway: ROUGH,
}
/** For walkers, unless a sign lets cyclists in. */
const FOR_WALKERS = new Set(['footway', 'pedestrian', 'steps'])

/** Over a stile, or through a turnstile, no bicycle goes; past most else it does. */
const STOPS = new Set(['wall', 'fence', 'yes', 'stile', 'turnstile', 'full-height_turnstile'])

export const bicycle: Profile = {
  name: 'bicycle',
  findSpeed(tags) {
    const access = findAccess(tags, ACCESS)
    if (access === 'closed' || (isForMotorVehicles(tags) && access !== 'open')) return undefined
    if (tags.get('route') === 'ferry') return inDirection(FERRY, findDirection(tags, ['oneway']))
    const highway = tags.get('highway') ?? ''
    const isForWalkers = FOR_WALKERS.has(highway)
    const usual = SPEEDS[highway] ?? (isForWalkers && access === 'open' ? (highway === 'steps' ? WALKING : ROUGH) : undefined)
    if (usual === undefined) return undefined
    const speed = tags.get('bicycle') === 'dismount' ? WALKING : usual
    const againstTraffic = [...tags].some(([key, value]) => key.startsWith('cycleway') && value.startsWith('opposite'))
    return inDirection(speed, againstTraffic ? 'both' : findDirection(tags, ['oneway:bicycle', 'oneway']))
  },
  passesBarrier: (tags) => findPassage(tags, ACCESS, (barrier) => !STOPS.has(barrier)),
}
