/** The parts of a scenario about what people travel to, and how fast. */
import { FACILITY_TYPES } from '#domain/facility.ts'
import { z } from 'zod'

/** Roads that can be made faster or slower. `other` is every road that is neither a motorway nor a provincial road, small ones included. */
export const ROAD_CLASSES = ['motorway', 'provincial', 'other'] as const
export type RoadClass = (typeof ROAD_CLASSES)[number]

const facilityType = z.enum(FACILITY_TYPES)
const facilityName = z.string().trim().min(1).max(120)
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).describe('Longitude and latitude in degrees (WGS84)')
const place = z.string().min(1).max(20).describe('Where, as a place (GN…) or area (BU…, GM…): its point is taken. Give this or `point`')

/** Which one is meant: by its identifier, or by its name within a municipality. */
const which = {
  type: facilityType,
  id: z.string().min(1).max(60).optional().describe('Identifier in its source, such as the number of a school location. Give this, or name and municipality'),
  name: facilityName.optional(),
  municipality: z.string().regex(/^GM\d{4}$/).optional(),
}

const openedSchema = z.strictObject({
  type: facilityType,
  name: facilityName,
  place: place.optional(),
  point: point.optional(),
  size: z.number().min(0).max(1e6).optional().describe('Pupils or beds, where that is known'),
})
const closedSchema = z.strictObject({
  ...which,
  address: z.int().min(1).max(100).optional().describe('Only this address of what stands at several: 1 for the first, in the order of its source. All of them where it is left out'),
})
const movedSchema = z.strictObject({ ...which, place: place.optional(), point: point.optional() })

export const scenarioFacilitiesSchema = z.strictObject({
  closed: z.array(closedSchema).max(200).optional(),
  moved: z.array(movedSchema).max(200).optional(),
  opened: z.array(openedSchema).max(200).optional(),
})

export const scenarioSpeedSchema = z.strictObject({
  mode: z.enum(['car', 'bicycle', 'foot']),
  roads: z.enum(ROAD_CLASSES).optional().describe('Only these roads; for cars, where the network knows them. All roads where it is left out'),
  factor: z.number().min(0.1).max(10).describe('Speed as many times that of the base: 0.8 is a fifth slower'),
})

export type ScenarioFacilities = z.infer<typeof scenarioFacilitiesSchema>
export type OpenedFacility = NonNullable<ScenarioFacilities['opened']>[number]
export type ClosedFacility = NonNullable<ScenarioFacilities['closed']>[number]
export type MovedFacility = NonNullable<ScenarioFacilities['moved']>[number]
export type ScenarioSpeed = z.infer<typeof scenarioSpeedSchema>
