import { findAccess, findDirection, findPassage, inDirection, isForMotorVehicles } from '#sources/osm-pbf/profiles/profile.ts'
import type { Profile } from '#sources/osm-pbf/profiles/profile.ts'

const ACCESS = ['foot', 'access']
const SPEED = 5
const STEPS = 2
const FERRY = 15
const CLOSED = new Set(['motorway', 'motorway_link', 'trunk', 'trunk_link'])
const WALKED = new Set([
  'primary', 'primary_link', 'secondary', 'secondary_link', 'tertiary', 'tertiary_link', 'unclassified', 'residential', 'living_street',
  'service', 'road', 'track', 'path', 'bridleway', 'footway', 'pedestrian', 'steps', 'cycleway',
])

const STOPS = new Set(['wall', 'fence', 'yes'])

export const foot: Profile = {
  name: 'foot',
  findSpeed(tags) {
    const access = findAccess(tags, ACCESS)
    if (access === 'closed' || (isForMotorVehicles(tags) && access !== 'open')) return undefined
    if (tags.get('route') === 'ferry') return inDirection(FERRY, findDirection(tags, ['oneway']))
    const highway = tags.get('highway') ?? ''
    if (!WALKED.has(highway) && !(CLOSED.has(highway) && access === 'open')) return undefined
    // One-way signs are for vehicles; only a sign for walkers counts.
    const direction = tags.get('oneway:foot') === undefined ? 'both' : findDirection(tags, ['oneway:foot'])
    return inDirection(highway === 'steps' ? STEPS : SPEED, direction)
  },
  passesBarrier: (tags) => findPassage(tags, ACCESS, (barrier) => !STOPS.has(barrier)),
}
