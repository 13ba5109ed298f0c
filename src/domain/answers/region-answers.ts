/** What users are told about regions of daily life. */
import { z } from 'zod'
import { areaRefSchema, bilingualSchema } from '#domain/answers/shared.ts'

const people = z.number().int().describe('Inhabitants')
const share = z.number().min(0).max(1)

export const DIVISION_IDS = ['landsdeel', 'province', 'corop', 'ggd', 'municipality'] as const
export const divisionIdSchema = z.enum(DIVISION_IDS)

const partSchema = z.object({ code: z.string(), name: z.string(), people })

const regionSchema = z.object({
  id: z.string().describe('DL and the number by inhabitants; of this answer only'),
  name: z.string().describe('The municipality, or the two, with most of its inhabitants'),
  people,
  districts: z.number().int(),
  stays: share.describe('Share of what people go to, by the model, that lies within the region'),
  comesFromWithin: share.describe('Share of who comes, by the model, that lives within the region'),
  isIsland: z.boolean().describe('Nothing outside can be reached in time; does not count for the number that was asked for'),
  pieces: z.number().int().describe('How many pieces it lies in, by wijken next to each other; 1 where it is whole'),
  neighbours: z.array(z.number().int()).describe('Positions of the regions next to it'),
  crossings: z
    .array(z.object({ division: divisionIdSchema, parts: z.array(partSchema).describe('With most inhabitants first; at most eight'), partCount: z.number().int(), peopleOutsideLargest: people }))
    .describe('Which parts of every official division it lies in, and how many of its inhabitants live outside the part with most of them'),
})

const divisionSchema = z.object({
  id: divisionIdSchema,
  name: bilingualSchema,
  parts: z.number().int(),
  adjustedRand: z.number().describe('Adjusted Rand index over pairs of inhabitants: 1 the same, 0 what chance gives'),
  variationOfInformation: z.number().describe('In bits: 0 the same'),
  divisionGivenRegion: z.number().describe('In bits: what is unknown of the part of the division where the region is known; 0 where regions lie within its borders'),
  regionGivenDivision: z.number(),
  regionsAcross: z.number().int().describe('Regions with at least 1 percent of their inhabitants in another part than the largest'),
  peopleAcross: people.describe('Inhabitants of those regions who live outside the part with most of their region'),
})

/** GET /v1/daily-regions */
export const dailyRegionsSchema = z.object({
  version: z.string(),
  year: z.number().int(),
  count: z.number().int(),
  minutes: z.number(),
  halfMinutes: z.number().describe('Of two places with as much to go to, one so many minutes further draws half as many'),
  destinations: z.array(z.enum(['people', 'secondarySchool', 'hospital'])).describe('What draws people, each as much as the others together in the country'),
  regions: z.array(regionSchema),
  divisions: z.array(divisionSchema),
  /** The region of every buurt of the reference year, as a position in `regions`, in the order of /v1/areas. */
  regionOfNeighbourhood: z.array(z.number().int()),
  regionOfDistrict: z.array(z.number().int()),
  /** Wijken that were not reckoned with, as nobody lives there or their place is not known: they go with most of their municipality. */
  followed: z.array(z.object({ area: areaRefSchema, reason: z.enum(['nobody', 'placeUnknown']), people })),
  /** Wijken that reach nothing outside but are part of a municipality that does: they go with the nearest wijk of it. */
  joined: z.array(areaRefSchema),
  /** Wijken that lay apart from the rest of their region, and go with the region around them that they have most to do with. */
  moved: z.array(areaRefSchema),
  sources: z.array(z.string()).describe('Resources, as in /v1/sources'),
})

export type DailyRegionsAnswer = z.infer<typeof dailyRegionsSchema>
export type DailyRegion = DailyRegionsAnswer['regions'][number]
export type DivisionId = z.infer<typeof divisionIdSchema>
