/** Primary schools: pupils in later years, chances of too few, and how that prediction fared. */
import { schoolBackTestSchema, schoolDetailScenarioSchema, schoolDetailSchema, schoolListSchema, schoolNormSchema, schoolScenarioSchema, type SchoolListAnswer, type SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { MOST_OWN_PUPILS, SMALL_SCHOOL_PUPILS } from '#domain/school-norms.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { makeSchoolFeatures, makeSchoolTable } from '#steps/explore/schools/export-schools.ts'
import { getSchool, getSchoolUnder } from '#steps/explore/schools/get-school.ts'
import { listSchools, listSchoolsUnder, type SchoolQuestion } from '#steps/explore/schools/list-schools.ts'
import { getSchoolBackTest } from '#steps/explore/schools/school-back-test.ts'
import { z } from 'zod'
import { JSON_TYPE, type Answer, type Endpoints } from '#api/endpoint.ts'
import { ApiError, type Language } from '#api/errors.ts'
import { chooseFeatureFormat, FEATURE_ANSWERS, featureFormatSchema, writeFeatures, writeTable } from '#api/formats.ts'
import { nothing } from '#api/schemas/queries.ts'
import { SCENARIO_BODY } from '#api/schemas/scenario-body.ts'

const drift = z.coerce.number().min(0).max(0.5).optional().describe('How the share of a school drifts in a year: standard deviation of its logarithm. Measured or assumed when left out')
const listQuery = z.object({
  area: z.string().min(1).max(20).optional().describe('An area code (GM1680) or a place id (GN…, WP…); all schools without it'),
  norm: schoolNormSchema.default('municipal').describe('Below which number of pupils'),
  pupils: z.coerce.number().int().min(1).max(MOST_OWN_PUPILS).optional().describe('For the norm `own`, which needs it'),
  year: z.coerce.number().int().min(1900).max(2200).optional().describe('1 January of that year; ten years from the count when left out'),
  atLeast: z.coerce.number().min(0).max(1).default(0).describe('Only schools with at least this chance to be below the norm'),
  drift,
  format: featureFormatSchema,
})
const schoolCode = z.object({ code: z.string().min(1).max(12).describe('BRIN number and number of the location, such as 01AA00') })
const PROBLEMS = ['noFacilities', 'projectionTablesMissing'] as const
const NOTE = 'Every school keeps its share of the children around it; the model and its limits are in `remarks`.'

export function addSchoolRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listSchools',
    tag: 'schools',
    summary: 'Primary schools with their pupils in a year, and the chance that they have fewer than a norm',
    description: NOTE,
    path: '/v1/schools',
    params: nothing,
    query: listQuery,
    answers: { [JSON_TYPE]: schoolListSchema, ...FEATURE_ANSWERS },
    problems: [...PROBLEMS, 'noSuchYear', 'unknownArea', 'unknownPlace'],
    keep: true,
    answer: async ({ statistics, query: { format, ...asked }, mediaType, language }) => writeSchools(statistics, await listSchools(statistics, readQuestion(asked)), { format, mediaType, language }),
  })
  endpoints.post({
    operationId: 'runSchools',
    tag: 'schools',
    summary: 'The same under a scenario, with the base beside it; nothing is kept',
    description: 'Looks at the population, new homes and closed schools of the scenario. Schools that open are left out, and `remarks` says so.',
    path: '/v1/school-runs',
    params: nothing,
    query: listQuery,
    ...SCENARIO_BODY,
    answers: { [JSON_TYPE]: schoolScenarioSchema, ...FEATURE_ANSWERS },
    problems: [...PROBLEMS, 'noSuchYear', 'unknownArea', 'unknownPlace', 'scenarioRefused', 'scenarioInvalid'],
    openTo: 'everyPage',
    statuses: [200],
    answer: async ({ statistics, body, query: { format, ...asked }, mediaType, language }) => writeSchools(statistics, await listSchoolsUnder(statistics, readQuestion(asked), body), { format, mediaType, language }),
  })
  addOneSchool(endpoints)
  endpoints.get({
    operationId: 'getSchoolBackTest',
    tag: 'schools',
    summary: 'How well the risk at an earlier moment told which schools are gone at a later one',
    path: '/v1/school-back-test',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: schoolBackTestSchema },
    problems: [...PROBLEMS, 'oneMomentOfSchools'],
    keep: true,
    answer: async ({ statistics }) => ({ body: await getSchoolBackTest(statistics) }),
  })
}

function addOneSchool(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'getSchool',
    tag: 'schools',
    summary: 'One primary school: its pupils year by year, where they live, and where they would go if it closed',
    description: NOTE,
    path: '/v1/schools/{code}',
    params: schoolCode,
    query: z.object({ drift }),
    answers: { [JSON_TYPE]: schoolDetailSchema },
    problems: [...PROBLEMS, 'unknownSchool'],
    keep: true,
    answer: async ({ statistics, params, query }) => ({ body: await getSchool(statistics, params.code, query.drift) }),
  })
  endpoints.post({
    operationId: 'runSchool',
    tag: 'schools',
    summary: 'One primary school under a scenario, with its pupils in the base beside it; nothing is kept',
    description: NOTE,
    path: '/v1/school-runs/{code}',
    params: schoolCode,
    query: z.object({ drift }),
    ...SCENARIO_BODY,
    answers: { [JSON_TYPE]: schoolDetailScenarioSchema },
    problems: [...PROBLEMS, 'unknownSchool', 'scenarioRefused', 'scenarioInvalid'],
    openTo: 'everyPage',
    statuses: [200],
    answer: async ({ statistics, params, body, query }) => ({ body: await getSchoolUnder(statistics, params.code, body, query.drift) }),
  })
}

interface Wanted {
  readonly format: z.infer<typeof listQuery>['format']
  readonly mediaType: string
  readonly language: Language
}

function writeSchools(statistics: Statistics, body: SchoolListAnswer | SchoolScenarioAnswer, { format: named, mediaType, language }: Wanted): Answer {
  const format = chooseFeatureFormat(named, mediaType)
  if (format === 'json') return { body, mediaType: JSON_TYPE }
  return format === 'geojson' ? writeFeatures(makeSchoolFeatures(statistics, body, language)) : writeTable(makeSchoolTable(statistics, body, language), format)
}

/** Throws ApiError for a norm of one's own that does not say how many. */
function readQuestion({ area, norm, pupils, year, drift: asked, atLeast }: Omit<z.infer<typeof listQuery>, 'format'>): SchoolQuestion {
  if (norm === 'own' && pupils === undefined) {
    const message = { nl: 'De norm "own" is een eigen aantal. Geef het op met "pupils".', en: 'The norm "own" is a number of your own. Give it as "pupils".' }
    throw new ApiError('parameterInvalid', '', { fields: [{ field: 'pupils', message }] })
  }
  return { norm, atLeast, pupils: pupils ?? SMALL_SCHOOL_PUPILS, ...(area !== undefined && { area }), ...(year !== undefined && { year }), ...(asked !== undefined && { drift: asked }) }
}
