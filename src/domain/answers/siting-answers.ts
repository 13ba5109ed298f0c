/** What users are told about which sites should be open. */
import { z } from 'zod'
import { travelModeSchema } from '#domain/answers/reach-answers.ts'
import { bilingualSchema } from '#domain/answers/shared.ts'
import { answeredSitingSchema } from '#domain/siting-document.ts'

const point = z.tuple([z.number(), z.number()])
const people = z.number().describe('People who count in this question; from a projection, so not whole')
const minutes = z.number().nullable().describe('Minutes one way; null where nobody travels')
const siteIndex = z.number().int().describe('Position in `sites`')

const placeSchema = z.object({
  code: z.string(),
  name: z.string(),
  municipality: z.string(),
  point,
  isInside: z.boolean().describe('Whether the buurt lies in the area; others are here because a site of the area is or can be the nearest'),
  people,
})

/** By which step of the scenario of the question a facility stands where it stands: its list there, and the position in it. */
const scenarioStepSchema = z.object({ list: z.enum(['closed', 'moved', 'opened']), at: z.number().int() })

const siteSchema = z.object({
  id: z.string().describe('As in `forced` and `forbidden`'),
  kind: z.enum(['existing', 'candidate', 'outside']).describe('There today in the area; a village where a new site may come; beyond the border, and open whatever the plan'),
  name: z.string(),
  village: z.string(),
  point,
  facilities: z.array(z.object({ id: z.string(), name: z.string(), size: z.number().optional().describe('As its source counts, such as pupils'), denomination: z.string().optional().describe('Of a school, as its source says'), scenarioStep: scenarioStepSchema.optional().describe('The step of the scenario that put it here; closed: at one of its addresses') })),
})

export const SITE_FATES = ['keeps', 'merges', 'moves', 'closes', 'new', 'mobile'] as const

const outcomeSiteSchema = z.object({
  site: siteIndex,
  fate: z.enum(SITE_FATES).describe('keeps; merges: closed, and its people go to others; moves: to a new site; closes: it was nearest for nobody, or none of its people can reach another; new; mobile: no fixed site, a mobile service stands here on some days'),
  peopleToday: people,
  people,
  goesTo: z.array(z.object({ site: siteIndex, people })).describe('Where the people go for whom it was nearest, most first; empty for a site that stays'),
  movedFrom: siteIndex.optional(),
  stop: z
    .object({ daysPerWeek: z.number(), minutes: minutes.describe('Mean trip of the people who use it, without the wait') })
    .optional()
    .describe('Only where a mobile service stands'),
  minutesToday: minutes.describe('Mean of the people of today'),
  minutes: minutes.describe('The same people in the plan'),
  sentence: bilingualSchema,
  price: z
    .object({ atMost: z.number().nullable(), atLeast: z.number().nullable() })
    .optional()
    .describe('What doing otherwise with this site costs, in the value of the goal, with the best of the rest; null where it cannot be done. Only in the first plan'),
})

const euros = z.number().nullable()
const costsSchema = z.object({ sites: euros, mobile: euros, people: euros, travel: euros, once: euros, oncePerYear: euros, perYear: euros }).describe('Euros a year; `once` is paid one time and spread in `oncePerYear`. Null where an amount that it needs is not known')

const outcomeSchema = z.object({
  openSites: z.number().int().describe('In the area'),
  openFacilities: z.number().int().describe('At these sites: two schools near each other are one site'),
  stops: z.number().int().describe('Places in the area where a mobile service stands'),
  atStops: people.describe('Go to a stop of the mobile service'),
  people,
  served: people,
  unserved: people,
  meanMinutes: minutes,
  worstTenthMinutes: minutes,
  longestMinutes: minutes,
  longestFrom: z.string().optional().describe('Name of the place with the longest trip'),
  beyondNorm: people,
  personKilometres: z.number().describe('One way'),
  costs: costsSchema,
  leaving: people.describe('Live in the area and go to a site beyond its border'),
  arriving: people.describe('Live outside and go to a site in the area'),
  sites: z.array(outcomeSiteSchema),
  trips: z.array(z.object({ place: z.number().int().describe('Position in `places`'), site: siteIndex, people, minutes: z.number().describe('To a stop of a mobile service the minutes that count for the wait are in it') })),
  norms: z
    .array(z.object({
      beyond: people.nullable().describe('People beyond its time, or who reach nothing; null for a norm without a time, or about another way of travelling'),
      tooSmall: z.array(siteIndex).nullable().describe('Open sites of the area with fewer people than its size; null for a norm without one'),
    }))
    .describe('Each of `norms` of the run, in its order'),
  withoutCar: z.object({ households: people, meanMinutes: minutes, worstTenthMinutes: minutes, beyondNorm: people }).optional().describe('Households without a car in the same year, an estimate; absent where cars of buurten are not known'),
  unservedPlaces: z.array(z.number().int()),
})

const planSchema = outcomeSchema.extend({
  value: z.number().describe('What the goal makes as small as possible'),
  bound: z.number().describe('No plan has a lower value'),
  gapPercent: z.number().describe('By how much the best possible plan may still be better'),
  isProved: z.boolean(),
  warnings: z.array(bilingualSchema).describe('What the figures do not show at first sight: nobody left in the area, people who must leave it or reach nothing, the last school of a denomination'),
  worsePercent: z.number().describe('How much worse than the first plan'),
  elsewherePercent: z.array(z.number()).describe('Share of the people who go to another village than in each earlier plan'),
  beside: bilingualSchema.optional().describe('In what it differs from the first plan: how much worse, for how many people, in which villages; absent for the first'),
  checkFaults: z.array(z.string()).describe('What a second program, which knows nothing of how plans are made, found wrong; empty when all is right'),
})

/** GET /v1/siting-runs/{id} */
export const sitingRunSchema = z.object({
  version: z.string(),
  document: answeredSitingSchema,
  areaName: z.string(),
  question: z.array(z.object({ label: bilingualSchema, text: bilingualSchema })).describe('Every choice of the document in words'),
  municipalities: z.array(z.object({ code: z.string(), name: z.string() })),
  year: z.number().int(),
  peopleFrom: z.enum(['counted', 'projected']),
  jumpOff: z.number().int().optional().describe('1 January from which is projected; a scenario begins there'),
  roads: z.enum(['streets', 'mainRoads', 'straightLines']),
  norms: z.object({ name: bilingualSchema, norms: z.array(z.object({ mode: travelModeSchema, mostMinutes: z.number().optional(), leastSize: z.number().optional() })) }).optional().describe('Those of the set that was asked for, for this facility'),
  roadsYear: z.number().int().optional().describe('Of which year the main roads are, where they are used'),
  places: z.array(placeSchema),
  sites: z.array(siteSchema),
  today: outcomeSchema,
  plans: z.array(planSchema).describe('The best first; empty where no plan is possible, and then a remark says why'),
  remarks: z.array(bilingualSchema.extend({ severity: z.enum(['error', 'notice']) })),
  sources: z.array(z.string()).describe('Resources, as in /v1/sources'),
})

export type SitingRunAnswer = z.infer<typeof sitingRunSchema>
export type SitingSiteAnswer = SitingRunAnswer['sites'][number]
export type SitingOutcome = SitingRunAnswer['today']
export type SitingPlanAnswer = SitingRunAnswer['plans'][number]
export type SiteOutcome = SitingOutcome['sites'][number]
