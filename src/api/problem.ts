/** Failures as problem+json (RFC 9457), in the language of the reader. */
import type { Problem } from '#domain/answers/shared.ts'
import { SeeError } from '#steps/see/problems.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { SignalError } from '#steps/see/signals/signal-error.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { ApiError, ERRORS } from '#api/errors.ts'
import type { Language } from '#api/errors.ts'
import { chooseLanguage } from '#api/negotiate.ts'

export const PROBLEM_TYPE = 'application/problem+json'

/** What a failure is called in the `type` of a problem. */
function getProblemType(code: string): string {
  return `urn:topdorp:problem:${code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** The problem document of a failure. */
export function describeProblem(error: ApiError, language: Language, instance: string): Problem {
  const row = ERRORS[error.code]
  const subject = error.fields.length > 0 ? error.fields.map(({ message }) => message[language]).join(' ') : error.subject
  return {
    type: getProblemType(error.code),
    title: row.title[language],
    status: row.status,
    detail: row.detail[language].replace('{subject}', () => subject),
    instance,
    code: error.code,
    ...(error.fields.length > 0 && { fields: error.fields.map(({ field, message }) => ({ field, message: message[language] })) }),
  }
}

/** Sends a failure. What nobody expected is logged under a number, and the reader gets only that number. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: (line: string) => void): FastifyReply {
  const known = toApiError(error, request, log)
  const language = chooseLanguage(request.headers['accept-language'])
  const problem = describeProblem(known, language, request.url)
  return reply
    .code(problem.status)
    .headers({ ...known.headers, 'content-language': language, 'cache-control': 'no-store', vary: 'Accept-Language' })
    .removeHeader('etag')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem))
}

function toApiError(error: unknown, request: FastifyRequest, log: (line: string) => void): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof SeeError) return new ApiError(error.problem, error.subject, { fields: error.faults })
  if (error instanceof ProjectionError) return new ApiError(error.problem, error.subject, { fields: error.faults })
  if (error instanceof SignalError) return new ApiError(error.problem, error.subject)
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  const refusal = refuseBody(code, request)
  if (refusal !== undefined) return refusal
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new ApiError('requestInvalid')
  const incident = randomUUID()
  log(`${incident} ${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return new ApiError('unexpected', incident)
}

/** What is wrong with a document that could not be read. */
function refuseBody(code: string | undefined, request: FastifyRequest): ApiError | undefined {
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ApiError('mediaTypeUnsupported', request.headers['content-type'] ?? '?')
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError('bodyTooLarge', String(request.routeOptions.bodyLimit))
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ApiError('bodyUnreadable')
    default:
      return undefined
  }
}
