/** Every means of travel of which times are read. */
import { bicycle } from '#sources/osm-pbf/profiles/bicycle.ts'
import { car } from '#sources/osm-pbf/profiles/car.ts'
import { foot } from '#sources/osm-pbf/profiles/foot.ts'
import type { Profile } from '#sources/osm-pbf/profiles/profile.ts'

export const profiles: readonly Profile[] = [car, bicycle, foot]
