/** How far facilities are, and for whom too far. */
import { facilityTypeListSchema, facilityTypeSchema, placeReachSchema, reachScenarioSchema, reachSchema, travelModeSchema } from '#domain/answers/reach-answers.ts'
import { codeSchema, levelSchema } from '#domain/answers/shared.ts'
import { scenarioDocumentSchema } from '#domain/scenario-document.ts'
import { listFacilityTypes } from '#steps/explore/reach/facility-types.ts'
import { getPlaceReach } from '#steps/explore/reach/place-reach.ts'
import { getReachColumn, type ReachQuestion } from '#steps/explore/reach/reach-column.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { nothing, placeId } from '#api/schemas/queries.ts'

const reachQuery = z.object({
  facilityType: facilityTypeSchema,
  mode: travelModeSchema.default('car'),
  level: levelSchema,
  within: codeSchema.optional().describe('Only areas in this one, such as PV22'),
  year: z.coerce.number().int().min(1900).max(2200).optional().describe('Who lives there on 1 January of that year, projected; as counted in the reference year when left out'),
  normMinutes: z.coerce.number().min(0).max(600).default(15).describe('The longest time that is thought acceptable'),
})

export function addReachRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listFacilityTypes',
    tag: 'reach',
    summary: 'Facilities whose distance is known, with source and what was left out',
    path: '/v1/facility-types',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: facilityTypeListSchema },
    problems: [],
    answer: async ({ statistics }) => ({ body: await listFacilityTypes(statistics) }),
  })
  endpoints.get({
    operationId: 'listReach',
    tag: 'reach',
    summary: 'Minutes to the nearest facility for all areas of a level, and who lives beyond a norm',
    description: 'In the order of /v1/areas with the same level and within, for the reference year. Indicative: main roads of one moment, small roads as straight lines with a detour.',
    path: '/v1/reach',
    params: nothing,
    query: reachQuery,
    answers: { [JSON_TYPE]: reachSchema },
    problems: ['noFacilities', 'unknownArea', 'noSuchYear', 'projectionTablesMissing'],
    keep: true,
    answer: async ({ statistics, query }) => ({ body: await getReachColumn(statistics, readQuestion(query)) }),
  })
  endpoints.post({
    operationId: 'runReach',
    tag: 'reach',
    summary: 'The same under a scenario, with the base beside it; nothing is kept',
    description: 'Looks at `facilities`, `speeds` and `norms` of the scenario. `scenario.touched` says what each part touches, `scenario.remarks` what touches nothing.',
    path: '/v1/reach-runs',
    params: nothing,
    query: reachQuery,
    body: scenarioDocumentSchema,
    answers: { [JSON_TYPE]: reachScenarioSchema },
    problems: ['noFacilities', 'unknownArea', 'scenarioRefused', 'noSuchYear', 'projectionTablesMissing', 'scenarioInvalid'],
    openTo: 'everyPage',
    statuses: [200],
    answer: async ({ statistics, body, query }) => ({ body: await getReachUnderScenario(statistics, readQuestion(query), body) }),
  })
  endpoints.get({
    operationId: 'getPlaceReach',
    tag: 'reach',
    summary: 'The nearest facility of every type from one place, by car, bicycle and on foot',
    path: '/v1/places/{id}/reach',
    params: placeId,
    query: nothing,
    answers: { [JSON_TYPE]: placeReachSchema },
    problems: ['unknownArea', 'unknownPlace'],
    answer: async ({ statistics, params: { id } }) => ({ body: await getPlaceReach(statistics, id) }),
  })
}

/** What was left out is not there at all. */
function readQuestion({ within, year, ...asked }: z.output<typeof reachQuery>): ReachQuestion {
  return { ...asked, ...(within !== undefined && { within }), ...(year !== undefined && { year }) }
}
