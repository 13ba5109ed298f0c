/** Which sites of a facility should be open: a run that takes longer than a request, and its plans. */
import { sitingRunSchema, type SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { sitingDocumentSchema } from '#domain/siting-document.ts'
import { makeSitingFeatures, makeSitingTable } from '#steps/explore/siting/export-siting.ts'
import { checkSiting, getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import type { JobOrder, JobQueue } from '#steps/jobs/job-queue.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { ApiError } from '#api/errors.ts'
import { chooseFeatureFormat, FEATURE_ANSWERS, featureFormatSchema, writeFeatures, writeTable } from '#api/formats.ts'
import { JOB_ANSWERS, jobId, startJob } from '#api/routes/jobs.ts'
import { nothing } from '#api/schemas/queries.ts'
import { describeScenarioUnder } from '#api/schemas/scenario-body.ts'

/** The kind of job, by the path of its results. */
const SITING = 'siting-runs'
/** Of one character in memory. */
const BYTES_A_CHARACTER = 2

export function addSitingRoutes(endpoints: Endpoints, jobs: JobQueue, log: (line: string) => void): void {
  endpoints.post({
    operationId: 'runSiting',
    tag: 'siting',
    summary: 'Starts to look which sites of a facility should be open',
    description: 'Which sites can stay, merge, move or come, under the rules of the document. Answers with a job. The same question is the same job.',
    path: `/v1/${SITING}`,
    params: nothing,
    query: nothing,
    body: sitingDocumentSchema,
    describeIssue: describeScenarioUnder('scenario'),
    answers: JOB_ANSWERS,
    problems: ['sitingInvalid', 'unknownArea', 'noFacilities', 'noSuchYear', 'projectionTablesMissing', 'scenarioInvalid', 'scenarioRefused', 'tooManyJobs'],
    openTo: 'everyPage',
    statuses: [202],
    answer: async ({ statistics, body, caller }) => {
      const { statisticsVersion: _, ...document } = getSitingDocument(body)
      await checkSiting(statistics, document)
      const run: JobOrder<SitingRunAnswer>['run'] = (control) => runSiting(statistics, document, control)
      const measure = (answer: SitingRunAnswer) => BYTES_A_CHARACTER * JSON.stringify(answer).length
      return startJob(jobs, { kind: SITING, content: [statistics.version, document], caller: caller.address, goesEvenly: false, run, measure }, log)
    },
  })
  endpoints.get({
    operationId: 'getSiting',
    tag: 'siting',
    summary: 'The plans of a run: which sites are open, who goes where, minutes, costs, and why',
    description: 'The result of a job that is done; kept for an hour. Files hold one plan.',
    path: `/v1/${SITING}/{id}`,
    params: jobId,
    query: z.object({
      plan: z.coerce.number().int().min(0).max(10).default(1).describe('For files: 0 is how the sites of today serve these people, 1 the best plan'),
      format: featureFormatSchema,
    }),
    answers: { [JSON_TYPE]: sitingRunSchema, ...FEATURE_ANSWERS },
    problems: ['unknownResult', 'sitingInvalid'],
    translated: true,
    answer: ({ statistics, params, query, mediaType, language }) => {
      const run = jobs.findResult(SITING, params.id) as SitingRunAnswer | undefined
      // Of other figures than there are now it cannot be said which place is which.
      if (run?.version !== statistics.version) throw new ApiError('unknownResult', params.id)
      const format = chooseFeatureFormat(query.format, mediaType)
      if (format === 'geojson') return writeFeatures(makeSitingFeatures(statistics, run, query.plan, language))
      return format === 'json' ? { body: run, mediaType: JSON_TYPE } : writeTable(makeSitingTable(statistics, run, query.plan, language), format)
    },
  })
}
