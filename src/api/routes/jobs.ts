/** Runs that take longer than a request: start one, ask how far it is, stop it, get its result. */
import { jobSchema, type JobAnswer } from '#domain/answers/job-answers.ts'
import { codeSchema } from '#domain/answers/shared.ts'
import { rankUncertaintyRequestSchema, rankUncertaintySchema } from '#domain/rank-uncertainty.ts'
import { JobQueue, JobRefusal, type Job, type JobOrder } from '#steps/jobs/job-queue.ts'
import { describeUncertainty, measureUncertainty, prepareUncertainty, runUncertainty, type UncertaintyRun } from '#steps/see/index/rank-uncertainty.ts'
import { getUncertaintyRequest } from '#steps/see/index/uncertainty-request.ts'
import { makeUncertaintyTable } from '#steps/see/index/uncertainty-table.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints, Outcome } from '#api/endpoint.ts'
import { ApiError, type Language } from '#api/errors.ts'
import { describeProblem } from '#api/problem.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { SeeError } from '#steps/see/problems.ts'
import { TABLE_ANSWERS, chooseFormat, placeFormatSchema, writeTable } from '#api/formats.ts'
import { nothing } from '#api/schemas/queries.ts'

/** Kinds of jobs, by the path of their results. */
const RANK_UNCERTAINTY = 'rank-uncertainty-runs'

export const jobId = z.object({ id: z.string().regex(/^[\w-]{22}$/).describe('Identifier of a job; the same question has the same one') })
/** Whose job it is, where several asked the same. */
const ticketQuery = z.object({ ticket: z.string().regex(/^[\w-]{12}$/).optional().describe('Of one who asked, as in `self`') })
export const JOB_ANSWERS = { [JSON_TYPE]: jobSchema }

/** @param log where failures are written that nobody expected */
export function addJobRoutes(endpoints: Endpoints, jobs: JobQueue, log: (line: string) => void): void {
  addJobs(endpoints, jobs)
  endpoints.post({
    operationId: 'runRankUncertainty',
    tag: 'indices',
    summary: 'Starts to draw how sure the ranks of an index are',
    description: 'The same index under many other choices: weights, scale, mean, one indicator less. Answers with a job. The same question is the same job.',
    path: `/v1/${RANK_UNCERTAINTY}`,
    params: nothing,
    query: nothing,
    body: rankUncertaintyRequestSchema,
    read: (raw, statistics) => getUncertaintyRequest(statistics, raw),
    answers: JOB_ANSWERS,
    problems: ['indexInvalid', 'indexIndicatorRefused', 'indexWithoutFigures', 'noSuchYear', 'tooManyJobs'],
    openTo: 'everyPage',
    statuses: [202],
    answer: ({ statistics, body, caller }) => {
      const { version, document } = prepareUncertainty(statistics, body)
      const content = [version, document, body.draws, body.seed, body.vary]
      // The figures are gathered again when it starts: those of everybody who waits would fill the memory.
      const run: JobOrder<UncertaintyRun>['run'] = async (control) => runUncertainty(prepareUncertainty(statistics, body), control)
      return startJob(jobs, { kind: RANK_UNCERTAINTY, content, caller: caller.address, goesEvenly: true, run, measure: measureUncertainty }, log)
    },
  })
  endpoints.get({
    operationId: 'getRankUncertainty',
    tag: 'indices',
    summary: 'How sure the ranks of an index are: an interval and what moves it, for all areas',
    description: 'The result of a job that is done; kept for an hour. Columns in the order of /v1/areas with the same level, year and within.',
    path: `/v1/${RANK_UNCERTAINTY}/{id}`,
    params: jobId,
    query: z.object({ within: codeSchema.optional().describe('Only areas in this one, with their rank among all'), format: placeFormatSchema }),
    answers: { [JSON_TYPE]: rankUncertaintySchema, ...TABLE_ANSWERS },
    problems: ['unknownResult', 'unknownArea'],
    translated: true,
    answer: ({ statistics, params, query, mediaType, language }) => {
      const run = jobs.findResult(RANK_UNCERTAINTY, params.id) as UncertaintyRun | undefined
      // Of other figures than there are now it cannot be said which area is which.
      if (run?.version !== statistics.version) throw new ApiError('unknownResult', params.id)
      const format = chooseFormat(query.format, mediaType)
      if (format === 'json') return { body: describeUncertainty(statistics, run, query.within), mediaType: JSON_TYPE }
      return writeTable(makeUncertaintyTable(statistics, run, language, query.within), format)
    },
  })
}

function addJobs(endpoints: Endpoints, jobs: JobQueue): void {
  const common = { tag: 'jobs', path: '/v1/jobs/{id}', params: jobId, query: ticketQuery, problems: ['unknownJob'] } as const
  endpoints.get({
    ...common,
    operationId: 'getJob',
    summary: 'How far a run is, and where its result is',
    answers: JOB_ANSWERS,
    changes: true,
    answer: ({ params, query }) => {
      const job = jobs.find(params.id, query.ticket)
      if (job === undefined) throw new ApiError('unknownJob', params.id)
      return { body: describeJob(job, query.ticket) }
    },
  })
  endpoints.delete({
    ...common,
    operationId: 'cancelJob',
    summary: 'Says that one who asked needs a run no longer; it stops when nobody else waits for it',
    description: 'With the `ticket` of `self`. Without it the run stops only when no more than one asked for it. Nothing happens to a run that ended.',
    answers: {},
    openTo: 'everyPage',
    statuses: [204],
    answer: ({ params, query }) => {
      if (!jobs.leave(params.id, query.ticket)) throw new ApiError('unknownJob', params.id)
      return { body: undefined }
    },
  })
}

/** Throws ApiError `tooManyJobs` or `tooManyRequests`. */
export function startJob<Result>(jobs: JobQueue, order: JobOrder<Result>, log: (line: string) => void): Outcome {
  try {
    const job = jobs.start({ ...order, run: (control) => order.run(control).catch((error: unknown) => {
      if (!control.signal.aborted && !isExpected(error)) log(`${order.kind}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      throw error
    }) })
    const body = describeJob(job, job.ticket)
    return { body, location: body.self, ...(isUnfinished(job) && { headers: { 'retry-after': '1' } }) }
  } catch (error) {
    if (!(error instanceof JobRefusal)) throw error
    const code = error.reason === 'queueFull' ? 'tooManyJobs' : 'tooManyRequests'
    throw new ApiError(code, `${error.retrySeconds} s`, { headers: { 'retry-after': String(error.retrySeconds) } })
  }
}

const isUnfinished = ({ status }: Job): boolean => status === 'waiting' || status === 'running'

function describeJob({ id, kind, status, progress, ahead, secondsLeft, failure }: Job, ticket: string | undefined): JobAnswer {
  return {
    id, status, progress, ahead, self: `/v1/jobs/${id}${ticket === undefined ? '' : `?ticket=${ticket}`}`,
    ...(secondsLeft !== undefined && { secondsLeft }),
    ...(status === 'done' && { result: `/v1/${kind}/${id}` }),
    ...(failure !== undefined && {
      failure: describeFailure(failure),
    }),
  }
}

/** What only showed on the way is said as it would have been at the door; anything else is a fault of ours. */
function describeFailure(failure: unknown): NonNullable<JobAnswer['failure']> {
  if (!isExpected(failure)) return { nl: 'De berekening is misgegaan. Dit ligt aan ons. Probeer het opnieuw.', en: 'The run went wrong. This is our fault. Please try again.' }
  const known = new ApiError(failure.problem, failure.subject, { fields: failure.faults })
  const say = (language: Language) => {
    const { title, detail } = describeProblem(known, language, '')
    return `${title}. ${detail}`
  }
  return { nl: say('nl'), en: say('en') }
}

const isExpected = (failure: unknown): failure is SeeError | ProjectionError => failure instanceof SeeError || failure instanceof ProjectionError
