/** Many trajectories of a place, as a job: with progress, and a way to stop. */
import { projectionSchema, type ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { scenarioDocumentSchema } from '#domain/scenario-document.ts'
import type { JobQueue } from '#steps/jobs/job-queue.ts'
import { MOST_YEARS } from '#steps/explore/municipal-run.ts'
import { DEFAULT_SEED, MOST_DRAWS, projectArea } from '#steps/explore/project.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { ApiError } from '#api/errors.ts'
import { findSubject } from '#api/own-village.ts'
import { JOB_ANSWERS, jobId, startJob } from '#api/routes/jobs.ts'
import { nothing, ownVillage, placeId } from '#api/schemas/queries.ts'
import { describeScenarioUnder } from '#api/schemas/scenario-body.ts'

/** The kind of job, and the path of its results. */
const DRAW_RUNS = 'projection-draw-runs'

const orderSchema = z.strictObject({
  draws: z.int().min(1).max(MOST_DRAWS).default(1000),
  seed: z.int().min(0).max(1_000_000_000).default(DEFAULT_SEED).describe('The same seed gives the same trajectories'),
  years: z.int().min(1).max(MOST_YEARS).default(30).describe('Years ahead'),
  scenario: scenarioDocumentSchema.optional(),
})

interface Drawn {
  readonly answer: ProjectionAnswer
  readonly bytes: number
}

/** @param log where failures are written that nobody expected */
export function addProjectionDrawRoutes(endpoints: Endpoints, jobs: JobQueue, log: (line: string) => void): void {
  endpoints.post({
    operationId: 'runProjectionDraws',
    tag: 'projections',
    summary: 'Starts to draw many trajectories of a municipality or larger area, perhaps under a scenario',
    description: 'Answers with a job. The same question is the same job. Small areas have no trajectories: their intervals come from what earlier projections of neighbourhoods missed.',
    path: '/v1/projections/{id}/draw-runs',
    params: placeId,
    query: z.object(ownVillage),
    body: orderSchema,
    describeIssue: describeScenarioUnder('scenario'),
    answers: JOB_ANSWERS,
    problems: ['unknownArea', 'unknownPlace', 'memberNotNeighbourhood', 'membersDifferInTime', 'projectionTablesMissing', 'noProjectionForArea', 'scenarioInvalid', 'tooManyJobs'],
    openTo: 'everyPage',
    statuses: [202],
    answer: async ({ statistics, params, query, body, caller }) => {
      const { id, name, areas } = findSubject(statistics, params.id, query)
      const { draws, seed, years, scenario } = body
      const question = { id, name, areas, years, seed, ...(scenario && { scenario }) }
      // What cannot be projected is told at once, not by a job that fails.
      await projectArea(statistics, question)
      const run = async (control: Parameters<Parameters<typeof startJob<Drawn>>[1]['run']>[0]): Promise<Drawn> => {
        const answer = await projectArea(statistics, { ...question, draws }, control)
        return { answer, bytes: JSON.stringify(answer).length }
      }
      return startJob(jobs, { kind: DRAW_RUNS, content: [statistics.version, id, query, body], caller: caller.address, goesEvenly: true, run, measure: ({ bytes }) => bytes }, log)
    },
  })
  endpoints.get({
    operationId: 'getProjectionDraws',
    tag: 'projections',
    summary: 'The projection of a place with its trajectories',
    description: 'The result of a job that is done; kept for an hour.',
    path: `/v1/${DRAW_RUNS}/{id}`,
    params: jobId,
    query: nothing,
    answers: { [JSON_TYPE]: projectionSchema },
    problems: ['unknownResult'],
    answer: ({ statistics, params }) => {
      const run = jobs.findResult(DRAW_RUNS, params.id) as Drawn | undefined
      if (run?.answer.version !== statistics.version) throw new ApiError('unknownResult', params.id)
      return { body: run.answer }
    },
  })
}
