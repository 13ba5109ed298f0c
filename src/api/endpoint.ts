/** What an endpoint is: one description from which come its validation, its types and its page in the OpenAPI document. */
import type { Statistics } from '#statistics/statistics.ts'
import type { z } from 'zod'
import type { ErrorCode, Language } from '#api/errors.ts'

export const JSON_TYPE = 'application/json'

type Shape = z.ZodObject

/** What is known when an endpoint is asked. */
export interface Question<P extends Shape, Q extends Shape> {
  readonly statistics: Statistics
  readonly params: z.output<P>
  readonly query: z.output<Q>
  /** The most wanted of the media types that the endpoint offers. */
  readonly mediaType: string
  readonly language: Language
  /** Scheme and host as the reader wrote them, for links. */
  readonly origin: string
}

export interface Answer {
  /** Text and bytes go as they are; anything else as JSON. */
  readonly body: unknown
  /** The media type of the question unless another. */
  readonly mediaType?: string
  /** Offer to save it under this name. */
  readonly fileName?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Endpoint<P extends Shape = Shape, Q extends Shape = Shape> {
  readonly operationId: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** OpenAPI path: /v1/areas/{code}/geometry */
  readonly path: string
  readonly params: P
  readonly query: Q
  /**
   * By media type, the usual one first; undefined for files that have no JSON schema.
   * A query parameter `format` goes before the Accept header.
   */
  readonly answers: Readonly<Record<string, z.ZodType | undefined>>
  /** Failures beside those that every endpoint has. */
  readonly problems: readonly ErrorCode[]
  /** Keep the bytes, raw and compressed: for answers that are large and often asked for. */
  readonly keep?: boolean
  /** Whether the answer depends on Accept-Language. */
  readonly translated?: boolean
  readonly answer: (question: Question<P, Q>) => Answer | Promise<Answer>
}

/** Something endpoints can be added to. */
export interface Endpoints {
  get<P extends Shape, Q extends Shape>(endpoint: Endpoint<P, Q>): void
}
