/** A norm for a facility: how long people should travel to it at most, and how many it needs to be able to stay. */
import { FACILITY_TYPES } from '#domain/facility.ts'
import { z } from 'zod'

/** What gives a norm its authority. An example has none: it shows how a norm works. */
const NORM_BASES = ['law', 'derived', 'policy', 'example', 'own'] as const

const MOST_NORM_MINUTES = 600

export const normSchema = z.strictObject({
  facilityType: z.enum(FACILITY_TYPES),
  mode: z.enum(['car', 'bicycle', 'foot']).optional().describe('How people travel; by car where it is left out'),
  mostMinutes: z.number().min(0).max(MOST_NORM_MINUTES).optional().describe('The longest time to the nearest one, one way'),
  leastSize: z.number().min(0).max(1e6).optional().describe('The fewest pupils or beds of one location, in the measure of its source'),
  basis: z.enum(NORM_BASES).optional().describe('Where the norm comes from; `own` where it is left out'),
  source: z.string().min(1).max(500).optional().describe('Law, policy or research that gives the norm'),
  url: z.url({ protocol: /^https?$/ }).max(500).optional(),
})

export type Norm = z.infer<typeof normSchema>
