import { findAccess, findDirection, findPassage, inDirection } from '#sources/osm-pbf/profiles/profile.ts'
import type { Profile, Tags } from '#sources/osm-pbf/profiles/profile.ts'

/** Kilometres an hour that are reached on the way, crossings and bends included: below the limit. */
const ACCESS = ['motorcar', 'motor_vehicle', 'vehicle', 'access']
const SPEEDS: Readonly<Record<string, number>> = {
  motorway: 100, motorway_link: 60, trunk: 85, trunk_link: 50, primary: 60, primary_link: 40, secondary: 55, secondary_link: 40,
  tertiary: 45, tertiary_link: 35, unclassified: 40, residential: 24, living_street: 12, service: 12, road: 30,
}
/** Of a posted limit, what is reached on average. */
const SHARE_OF_LIMIT = 0.85
const FERRY = 15
const MILE = 1.609344

/** What opens for cars, or is wide enough; a post, a block and whatever else stands in the way stops them. As OSRM has it, with the swing gates of Valhalla. */
const OPENS = new Set(['gate', 'lift_gate', 'swing_gate', 'cattle_grid', 'border_control', 'toll_booth', 'sally_port', 'entrance', 'height_restrictor', 'no'])

export const car: Profile = {
  name: 'car',
  findSpeed(tags) {
    const access = findAccess(tags, ACCESS)
    if (access === 'closed') return undefined
    if (tags.get('route') === 'ferry') return access === 'open' ? inDirection(FERRY, findDirection(tags, ['oneway'])) : undefined
    const usual = SPEEDS[tags.get('highway') ?? '']
    if (usual === undefined) return undefined
    const limit = readLimit(tags)
    return inDirection(limit === undefined ? usual : SHARE_OF_LIMIT * limit, findDirection(tags, ['oneway:motor_vehicle', 'oneway']))
  },
  passesBarrier: (tags) => findPassage(tags, ACCESS, (barrier) => OPENS.has(barrier) || tags.get('bollard') === 'rising' || ['lowered', 'flush'].includes(tags.get('kerb') ?? '')),
}

/** Kilometres an hour: "50", "30 mph", "NL:urban" is no number and leaves the usual speed. */
function readLimit(tags: Tags): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(?:\s*(mph|km\/h))?$/.exec(tags.get('maxspeed')?.trim() ?? '')
  const limit = Number(found?.[1]) * (found?.[2] === 'mph' ? MILE : 1)
  return limit >= 5 && limit <= 150 ? limit : undefined
}
