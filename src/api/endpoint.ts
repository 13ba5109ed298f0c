/** What an endpoint is: one description from which come its validation, its types and its page in the OpenAPI document. */
import type { Statistics } from '#statistics/statistics.ts'
import type { Background } from '#steps/background/background.ts'
import type { FileFormat } from '#steps/background/tasks.ts'
import type { ExportTable } from '#steps/see/export-table.ts'
import type { z } from 'zod'
import type { ErrorCode, Language } from '#api/errors.ts'
import type { DescribeIssue } from '#api/validate.ts'

export const JSON_TYPE = 'application/json'

type Shape = z.ZodObject

/** Who asks, as far as the connection tells. */
export interface Caller {
  readonly address: string
  /** The header, unread. */
  readonly cookie: string | undefined
  readonly isSecure: boolean
}

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
  readonly caller: Caller
  /** For what takes longer than others should wait. */
  readonly background: Background
}

/** A question with a document. */
export interface Order<P extends Shape, Q extends Shape, B extends z.ZodType> extends Question<P, Q> {
  readonly body: z.output<B>
}

/** A table that is yet to be written as a file. */
export class TableFile {
  readonly table: ExportTable
  readonly format: FileFormat
  constructor(table: ExportTable, format: FileFormat) {
    this.table = table
    this.format = format
  }
}

export interface Answer {
  /** Text and bytes go as they are, a table as its file, undefined as nothing; anything else as JSON. */
  readonly body: unknown
  /** The media type of the question unless another. */
  readonly mediaType?: string
  /** Offer to save it under this name. */
  readonly fileName?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The answer to a request that may change something. */
export interface Outcome extends Answer {
  /** The first of the statuses of the endpoint unless another. */
  readonly status?: number
  /** Path of what was made, or where it will be. */
  readonly location?: string
}

/** What all endpoints have. */
export interface Description<P extends Shape = Shape, Q extends Shape = Shape> {
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
}

/** A GET (and HEAD). */
export interface Endpoint<P extends Shape = Shape, Q extends Shape = Shape> extends Description<P, Q> {
  /** Keep the bytes, raw and compressed: for answers that are large and often asked for. */
  readonly keep?: boolean
  /** Whether the answer depends on Accept-Language. */
  readonly translated?: boolean
  /** Whether the answer may change while the figures do not (records, jobs): then its ETag comes from its bytes. */
  readonly changes?: boolean
  /** `everyPage` unless it uses a session; what is for `ownPages` is kept by nobody. */
  readonly openTo?: 'everyPage' | 'ownPages'
  readonly answer: (question: Question<P, Q>) => Answer | Promise<Answer>
}

interface Changing {
  /**
   * `everyPage` for what only computes; `ownPages` for what writes records or uses a session: then browsers let no page of another site
   * read the answer, and a request that such a page sends is refused.
   */
  readonly openTo: 'everyPage' | 'ownPages'
  /** Statuses of success, the usual one first. */
  readonly statuses: readonly [200 | 201 | 202 | 204, ...number[]]
}

/** A POST with a JSON document. Its answer is never kept by anybody. */
export interface PostEndpoint<P extends Shape = Shape, Q extends Shape = Shape, B extends z.ZodType = z.ZodType> extends Description<P, Q>, Changing {
  /** Made with `z.strictObject`, also within: a field that nobody knows is refused by name. */
  readonly body: B
  /** Reads the document where the schema alone cannot say all that is wrong with it. Throws SeeError that names every fault. */
  readonly read?: (raw: unknown, statistics: Statistics) => z.output<B>
  /** Says in the words of its field what the schema found wrong. */
  readonly describeIssue?: DescribeIssue
  /** One megabyte unless another. */
  readonly bodyLimitBytes?: number
  readonly answer: (order: Order<P, Q, B>) => Outcome | Promise<Outcome>
}

export interface DeleteEndpoint<P extends Shape = Shape, Q extends Shape = Shape> extends Description<P, Q>, Changing {
  readonly answer: (question: Question<P, Q>) => Outcome | Promise<Outcome>
}

/** An endpoint with its method, as the OpenAPI document lists them. */
export type Operation =
  | { readonly method: 'get'; readonly endpoint: Endpoint }
  | { readonly method: 'post'; readonly endpoint: PostEndpoint }
  | { readonly method: 'delete'; readonly endpoint: DeleteEndpoint }

/** Something endpoints can be added to. */
export interface Endpoints {
  get<P extends Shape, Q extends Shape>(endpoint: Endpoint<P, Q>): void
  post<P extends Shape, Q extends Shape, B extends z.ZodType>(endpoint: PostEndpoint<P, Q, B>): void
  delete<P extends Shape, Q extends Shape>(endpoint: DeleteEndpoint<P, Q>): void
}
