/** What users are told about reaching facilities. */
import { z } from 'zod'
import { bilingualSchema, levelSchema } from '#domain/answers/shared.ts'
import { FACILITY_TYPES, REFUSALS } from '#domain/facility.ts'

export const facilityTypeSchema = z.enum(FACILITY_TYPES)
export const travelModeSchema = z.enum(['car', 'bicycle', 'foot'])

const minutesSchema = z.number().describe('Minutes, one way, without waiting or looking for a place to park')
const sourceSchema = z.object({ resource: z.string(), title: bilingualSchema, publisher: z.string(), licence: z.string(), retrievedAt: z.string(), dataYear: z.number().int().optional().describe('Of which year it is, where the source says so') })
const networkSchema = z.enum(['none', 'straightLine', 'mainRoads', 'streets']).describe('Over what the way leads: a straight line with a detour, main roads, or streets of OpenStreetMap')
const mixedNetworkSchema = z.enum([...networkSchema.options, 'mixed'])
const nearestSchema = z.object({ mode: travelModeSchema, name: z.string(), minutes: minutesSchema, network: mixedNetworkSchema, forPercent: z.number().optional().describe('Of an area larger than a buurt: the percentage of its inhabitants that this one is the nearest for; of no other it is more') })

/** GET /v1/facility-types */
export const facilityTypeListSchema = z.object({
  facilityTypes: z.array(
    z.object({
      id: facilityTypeSchema,
      name: bilingualSchema,
      explanation: bilingualSchema,
      /** Absent where the package has no table of them. */
      count: z.number().int().optional(),
      leftOut: z
        .object({ withoutPoint: z.number().int(), twice: z.number().int(), furtherAddress: z.number().int().describe('Further addresses of what is in the list: it can be reached there too, and counts once'), otherKind: z.number().int().describe('Rows of the source about something else') })
        .optional(),
      refused: z.array(z.object({ name: z.string(), why: z.enum(REFUSALS) })).optional().describe('Rows of the source that look like one and are not counted: a stop, a museum line and so on'),
      source: sourceSchema.optional(),
      /** Why there are none. */
      missing: z.enum(['noTable', 'noColumn']).optional(),
    }),
  ),
  /** The roads that cars are taken over; absent where the package has none, and all ways are straight lines with a detour. */
  roads: sourceSchema.optional(),
  /** Extracts of OpenStreetMap, whose streets are used where both ends of a way lie on them. */
  streets: z.array(sourceSchema),
  detourFactor: z.number(),
})

const count = z.number().int()
const namedBuurtSchema = z.object({ code: z.string(), name: z.string(), inhabitants: z.number() })
const column = z.array(z.number().nullable())
const people = z.array(z.number().int())
const peopleIfKnown = z.array(z.number().int().nullable()).describe('Null where people live beyond the norm and nothing counts this group')

const peopleByAge = z.object({
  all: people,
  age0to14: peopleIfKnown,
  age15to24: peopleIfKnown,
  age25to44: peopleIfKnown,
  age45to64: peopleIfKnown,
  age65Plus: peopleIfKnown,
  age75Plus: people.optional().describe('Of the 65 and over; only where people are projected, as nothing counts them by buurt'),
})

const nodesByMunicipality = z.array(z.object({ code: z.string(), name: z.string(), nodes: count })).describe('In which municipalities its nodes lie, the most first')

/** GET /v1/reach: columns, in the order of /v1/areas for that level and year. */
export const reachSchema = z.object({
  facilityType: facilityTypeSchema,
  mode: travelModeSchema,
  level: levelSchema,
  year: z.number().int().describe('Of areas and facilities'),
  peopleYear: z.number().int().describe('Of the people: 1 January'),
  peopleFrom: z.enum(['counted', 'projected']),
  version: z.string(),
  normMinutes: z.number(),
  rank: z.number().int().describe('1 for the nearest one, 2 for the second, 3 for the third'),
  facilityCount: z.number().int(),
  minutes: column.describe('To the nearest one: of a buurt the mean from the part that people live in, of a larger area the mean of its inhabitants. Null where nobody lives, nothing is within reach or no place is known'),
  inhabitants: people.describe('Inhabitants whose place is known'),
  beyondNorm: peopleByAge.describe('Inhabitants for whom it takes longer than the norm'),
  timeUnknown: people.describe('Inhabitants whose place is known, but no way to any: of an island, or further than 30 km. Neither within the norm nor beyond it'),
  households: z
    .object({ all: people, withoutCar: people, allBeyondNorm: people, withoutCarBeyondNorm: people, carsUnknown: count.describe('Households of buurten whose cars are not known: in none of the figures') })
    .optional()
    .describe('Those without a car are an estimate from cars per household. Of a later year every buurt keeps its households an adult and its cars a household'),
  /** Buurten without a known way to any by this mode. */
  unreached: z.array(namedBuurtSchema),
  /** Inhabitants of buurten whose place is not known: not counted above. */
  placeUnknown: people,
  /** Buurten whose place is not known. */
  unknownPlaces: z.array(namedBuurtSchema),
  notProjected: z.array(namedBuurtSchema).describe('Buurten that are not in the projection of a later year, with their inhabitants of now: in none of the figures'),
  points: z
    .object({ neighbourhood: count, neighbourhoodName: count, village: count, villageInDistrict: count, district: count, districtName: count, similarName: count, villageInName: count, otherNeighbourhoods: count, nowhere: count })
    .describe('How many buurten have a point in their own shape, in one of that name, that of a village in them or in their wijk, in their wijk or one of that name, in a shape with a name like it, that of the village in its name, amid the other buurten of their wijk, or none'),
  livedIn: z
    .object({ together: count, scattered: count, unknown: count })
    .describe('How many buurten with a point have their people spread over a disk as large as they take in a population core, over all their land because their name says that homes are scattered, or at the point as it is not known how many live there or on how much land'),
  networks: z.array(mixedNetworkSchema).describe('Over what the ways of each area lead; mixed where its buurten differ, none where there is no way'),
  overNetworks: z.object({ straightLine: count, mainRoads: count, streets: count }).describe('Of how many buurten the way leads over straight lines, main roads and streets'),
  roads: z.enum(['mainRoads', 'straightLines']).describe('What is used where no streets are known'),
  mainRoads: z
    .object({
      nodes: count,
      otherPieces: z.array(z.object({ nodes: count, municipalities: nodesByMunicipality })).describe('Pieces of 40 nodes or more beside the largest, the larger first: each is used within itself'),
      smallPieces: z.object({ pieces: count, nodes: count, municipalities: nodesByMunicipality }).describe('Smaller pieces: these are left out'),
      roadsLeftOut: count.describe('Roads without a known end'),
    })
    .optional()
    .describe('Nodes of the main roads that are used. They are one network, or several that are joined by straight lines only'),
  streets: z
    .object({ sources: z.array(z.string()).describe('Resources that they come from'), crossings: count, pieces: count, smallPieces: z.object({ pieces: count, nodes: count }), abroad: z.object({ pieces: count, nodes: count }) })
    .optional()
    .describe('The streets of the package for this mode, where it has any: those that are used, pieces under 40 crossings, and pieces that lie abroad. Neither of these is used; with no crossings left no streets are'),
  /** Facilities in no area and far from every road, such as at sea: a wrong place in the source. */
  facilitiesOutside: z.array(z.object({ id: z.string(), name: z.string() })),
})

const peopleByGroup = z.object({ all: people, age0to14: peopleIfKnown, age65Plus: peopleIfKnown })
const words = z.object({ nl: z.string(), en: z.string() })

/** POST /v1/reach-runs: as /v1/reach, in a scenario, with the base beside it. */
export const reachScenarioSchema = reachSchema.extend({
  base: reachSchema.describe('The same without the scenario'),
  newlyBeyond: peopleByGroup.describe('Inhabitants within the norm in the base, and in the scenario beyond it or without a known way'),
  newlyWithin: peopleByGroup.describe('The other way round'),
  changed: z.object({ neighbourhoods: z.number().int(), inhabitants: z.number().int() }).describe('Of these areas: buurten from which it takes another time, and who lives there'),
  scenario: z.object({
    name: z.string(),
    /** Every part of the scenario, with how many buurten of the country it touches in this answer. */
    touched: z.array(
      z.object({
        part: z.enum(['closed', 'moved', 'opened', 'speeds', 'norms']),
        at: z.number().int().describe('Position in its list, from 0'),
        name: z.string(),
        neighbourhoods: z.number().int(),
        outside: z.enum(['facilityType', 'mode', 'size']).optional().describe('Why it cannot touch this answer'),
      }),
    ),
    remarks: z.array(words).describe('What touches nothing, and what is not used here'),
  }),
})

/** GET /v1/places/{id}/facilities */
export const nearbyFacilityListSchema = z.object({
  id: z.string(),
  name: z.string(),
  facilityType: facilityTypeSchema,
  source: z.string().describe('Resource they come from'),
  total: z.number().int().describe('Of this type in all'),
  municipality: z.object({ code: z.string(), name: z.string(), count: z.number().int() }).optional().describe('That the place is or lies in, with how many it has, which are all listed; absent for larger areas'),
  facilities: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      point: z.tuple([z.number(), z.number()]).describe('Longitude and latitude'),
      metres: z.number().int().describe('In a straight line'),
      size: z.number().optional().describe('Pupils, beds'),
      municipality: z.object({ code: z.string(), name: z.string() }).optional(),
    }),
  ),
})

/** GET /v1/facilities/{id} */
export const facilitySchema = z.object({
  id: z.string(),
  facilityType: facilityTypeSchema,
  name: z.string(),
  source: z.string().describe('Resource it comes from'),
  size: z.number().optional().describe('Pupils, beds'),
  village: z.string().optional().describe('In its address, or the nearest; absent where none is known'),
  municipality: z.object({ code: z.string(), name: z.string() }).optional(),
  addresses: z.array(z.object({ number: z.number().int().describe('As `address` in a scenario'), text: z.string().optional().describe('As its source writes it'), point: z.tuple([z.number(), z.number()]).describe('Longitude and latitude') })),
})

/** GET /v1/places/{id}/reach */
export const placeReachSchema = z.object({
  id: z.string(),
  name: z.string(),
  from: z.enum(['place', 'area', 'inhabitants', 'largerArea', 'nowhere']).describe('Where the way begins: the village itself, all over a buurt, with all inhabitants of a larger area (minutes are their mean, as in /v1/reach, and the facility is the nearest for the most of them), or a point in a larger area'),
  facilities: z.array(z.object({ facilityType: facilityTypeSchema, name: bilingualSchema, nearest: z.array(nearestSchema) })),
})

export type FacilityTypeListAnswer = z.infer<typeof facilityTypeListSchema>
export type ReachAnswer = z.infer<typeof reachSchema>
export type FacilityAnswer = z.infer<typeof facilitySchema>
export type PlaceReachAnswer = z.infer<typeof placeReachSchema>
export type ReachScenarioAnswer = z.infer<typeof reachScenarioSchema>
export type NearbyFacilityListAnswer = z.infer<typeof nearbyFacilityListSchema>
