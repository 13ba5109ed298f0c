/** How far facilities are, and for whom too far. */
import { facilitySchema, facilityTypeListSchema, facilityTypeSchema, nearbyFacilityListSchema, placeReachSchema, reachScenarioSchema, reachSchema, travelModeSchema, type ReachAnswer, type ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import { distanceComparisonListSchema } from '#domain/answers/distance-answers.ts'
import { supplySchema, supplyScenarioSchema } from '#domain/answers/supply-answers.ts'
import { codeSchema, levelSchema } from '#domain/answers/shared.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { compareDistances } from '#steps/explore/reach/compare-distances.ts'
import { listFacilitiesNear } from '#steps/explore/reach/facilities-near.ts'
import { listFacilityTypes } from '#steps/explore/reach/facility-types.ts'
import { getFacility } from '#steps/explore/reach/get-facility.ts'
import { getPlaceReach } from '#steps/explore/reach/place-reach.ts'
import { getReachColumn, type ReachQuestion } from '#steps/explore/reach/reach-column.ts'
import { makeReachFeatures, makeReachTable } from '#steps/explore/reach/export-reach.ts'
import { getSupplyColumn, type SupplyQuestion } from '#steps/explore/reach/supply-column.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { getSupplyUnderScenario } from '#steps/explore/scenario/supply-scenario.ts'
import { z } from 'zod'
import { JSON_TYPE, type Answer, type Endpoints } from '#api/endpoint.ts'
import type { Language } from '#api/errors.ts'
import { chooseFeatureFormat, FEATURE_ANSWERS, featureFormatSchema, writeFeatures, writeTable } from '#api/formats.ts'
import { nothing, placeId } from '#api/schemas/queries.ts'
import { SCENARIO_BODY } from '#api/schemas/scenario-body.ts'

const reachQuery = z.object({
  facilityType: facilityTypeSchema,
  mode: travelModeSchema.default('car'),
  level: levelSchema,
  within: codeSchema.optional().describe('Only areas in this one, such as PV22'),
  year: z.coerce.number().int().min(1900).max(2200).optional().describe('Who lives there on 1 January of that year, projected; as counted in the reference year when left out'),
  normMinutes: z.coerce.number().min(0).max(600).default(15).describe('The longest time that is thought acceptable'),
  rank: z.coerce.number().int().min(1).max(3).default(1).describe('To the nearest one, or the second, or third'),
})

const listQuery = reachQuery.extend({
  format: featureFormatSchema.describe('Goes before the Accept header; geojson gives the areas that have a shape'),
})

const supplyQuery = reachQuery.omit({ normMinutes: true, year: true, rank: true }).extend({ minutes: z.coerce.number().min(1).max(60).default(15).describe('What lies within so many minutes counts') })

export function addReachRoutes(endpoints: Endpoints): void {
  addReachLists(endpoints)
  addSupplies(endpoints)
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
  endpoints.post({
    operationId: 'runReach',
    tag: 'reach',
    summary: 'The same under a scenario, with the base beside it; nothing is kept',
    description: 'Looks at `facilities`, `speeds` and `norms` of the scenario. `scenario.touched` says what each part touches, `scenario.remarks` what touches nothing.',
    path: '/v1/reach-runs',
    params: nothing,
    query: listQuery,
    ...SCENARIO_BODY,
    answers: { [JSON_TYPE]: reachScenarioSchema, ...FEATURE_ANSWERS },
    problems: ['noFacilities', 'unknownArea', 'scenarioRefused', 'noSuchYear', 'projectionTablesMissing', 'scenarioInvalid'],
    openTo: 'everyPage',
    statuses: [200],
    answer: async ({ statistics, body, query: { format, ...query }, mediaType, language }) => writeReach(statistics, await getReachUnderScenario(statistics, readQuestion(query), body), { format, mediaType, language, within: query.within }),
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
  addFacilitiesNear(endpoints)
  addFacility(endpoints)
  endpoints.get({
    operationId: 'listDistanceComparisons',
    tag: 'reach',
    summary: 'Our distances beside those published for municipalities: how far they agree, and where they contradict each other',
    description: 'A correlation is no proof. `missing` says why there is nothing to compare.',
    path: '/v1/distance-comparisons',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: distanceComparisonListSchema },
    problems: [],
    keep: true,
    answer: async ({ statistics }) => ({ body: await compareDistances(statistics) }),
  })
}

function addFacilitiesNear(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listPlaceFacilities',
    tag: 'reach',
    summary: 'The facilities of a type in the municipality of a place, and those nearest to it in a straight line, with identifier and size',
    path: '/v1/places/{id}/facilities',
    params: placeId,
    query: z.object({ facilityType: facilityTypeSchema, limit: z.coerce.number().int().min(1).max(100).default(12).describe('The nearest so many are listed, and in any case all of the municipality') }),
    answers: { [JSON_TYPE]: nearbyFacilityListSchema },
    problems: ['unknownArea', 'unknownPlace', 'noFacilities'],
    answer: async ({ statistics, params: { id }, query: { facilityType, limit } }) => ({ body: await listFacilitiesNear(statistics, id, facilityType, limit) }),
  })
}

function addFacility(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'getFacility',
    tag: 'reach',
    summary: 'One facility: its name, village, municipality and addresses',
    path: '/v1/facilities/{id}',
    params: z.object({ id: z.string().min(1).max(60).describe('In its source, such as the number of a school location') }),
    query: z.object({ facilityType: facilityTypeSchema }),
    answers: { [JSON_TYPE]: facilitySchema },
    problems: ['noFacilities', 'unknownFacility'],
    answer: async ({ statistics, params: { id }, query: { facilityType } }) => ({ body: await getFacility(statistics, facilityType, id) }),
  })
}

function addReachLists(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listReach',
    tag: 'reach',
    summary: 'Minutes to the nearest facility for all areas of a level, and who lives beyond a norm',
    description: 'In the order of /v1/areas with the same level and within, for the reference year. Indicative: main roads of one moment, small roads as straight lines with a detour.',
    path: '/v1/reach',
    params: nothing,
    query: listQuery,
    answers: { [JSON_TYPE]: reachSchema, ...FEATURE_ANSWERS },
    problems: ['noFacilities', 'unknownArea', 'noSuchYear', 'projectionTablesMissing'],
    keep: true,
    translated: true,
    answer: async ({ statistics, query: { format, ...query }, mediaType, language }) => writeReach(statistics, await getReachColumn(statistics, readQuestion(query)), { format, mediaType, language, within: query.within }),
  })
}

function addSupplies(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listReachSupplies',
    tag: 'reach',
    summary: 'How many facilities lie within a time, and how much there is for everybody with neighbours who use them too',
    description: 'In the order of /v1/areas. Places are pupils or beds where the source gives them. The two-step floating catchment area method: see docs/methods/reach.md.',
    path: '/v1/reach-supplies',
    params: nothing,
    query: supplyQuery,
    answers: { [JSON_TYPE]: supplySchema },
    problems: ['noFacilities', 'unknownArea'],
    keep: true,
    answer: async ({ statistics, query }) => ({ body: await getSupplyColumn(statistics, readSupplyQuestion(query)) }),
  })
  endpoints.post({
    operationId: 'runReachSupply',
    tag: 'reach',
    summary: 'The same under a scenario, with the base beside it; nothing is kept',
    description: 'Looks at `facilities` and `speeds` of the scenario; people are those who were counted. `scenario.remarks` says what is not used.',
    path: '/v1/reach-supply-runs',
    params: nothing,
    query: supplyQuery,
    ...SCENARIO_BODY,
    answers: { [JSON_TYPE]: supplyScenarioSchema },
    problems: ['noFacilities', 'unknownArea', 'scenarioRefused'],
    openTo: 'everyPage',
    statuses: [200],
    answer: async ({ statistics, body, query }) => ({ body: await getSupplyUnderScenario(statistics, readSupplyQuestion(query), body) }),
  })
}

interface Wanted {
  readonly format: z.output<typeof listQuery>['format']
  readonly mediaType: string
  readonly language: Language
  readonly within: string | undefined
}

async function writeReach(statistics: Statistics, body: ReachAnswer | ReachScenarioAnswer, { format: named, mediaType, language, within }: Wanted): Promise<Answer> {
  const format = chooseFeatureFormat(named, mediaType)
  if (format === 'json') return { body, mediaType: JSON_TYPE }
  const table = await makeReachTable(statistics, body, language, { within })
  return format === 'geojson' ? writeFeatures(makeReachFeatures(statistics, body, table)) : writeTable(table, format)
}

/** What was left out is not there at all. */
function readQuestion({ within, year, ...asked }: z.output<typeof reachQuery>): ReachQuestion {
  return { ...asked, ...(within !== undefined && { within }), ...(year !== undefined && { year }) }
}

const readSupplyQuestion = ({ within, ...asked }: z.output<typeof supplyQuery>): SupplyQuestion => ({ ...asked, ...(within !== undefined && { within }) })
