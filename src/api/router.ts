/** Makes routes of endpoints: validation, negotiation, ETag, compression, HEAD, OPTIONS and 405 are the same for all of them. */
import type { Statistics } from '#statistics/statistics.ts'
import type { Background } from '#steps/background/background.ts'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { BodyStore } from '#api/body-store.ts'
import type { KeptAnswer } from '#api/body-store.ts'
import { TableFile } from '#api/endpoint.ts'
import type { Answer, DeleteEndpoint, Description, Endpoint, Endpoints, Operation, Outcome, PostEndpoint, Question } from '#api/endpoint.ts'
import { ApiError } from '#api/errors.ts'
import { chooseEncoding, chooseLanguage, chooseMediaType } from '#api/negotiate.ts'
import { refuseOtherSites } from '#api/security.ts'
import { validate, validateBody } from '#api/validate.ts'

export interface RouterDeps {
  /** Asked anew for every request: an import may have put others in their place. */
  readonly getStatistics: () => Statistics
  /** Version of the program; part of every ETag, since another program may answer otherwise. */
  readonly programVersion: string
  readonly background: Background
}

const ALL_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const BODY_LIMIT_BYTES = 1_000_000

/** Adds endpoints to the server and remembers them in `listed`, for the OpenAPI document. Call `finish` after the last. */
export class Router implements Endpoints {
  readonly listed: Operation[] = []
  readonly #app: FastifyInstance
  readonly #deps: RouterDeps
  readonly #bodies = new BodyStore()

  constructor(app: FastifyInstance, deps: RouterDeps) {
    this.#app = app
    this.#deps = deps
    // A form or a text of another site needs no permission of the browser to be sent; JSON does.
    app.removeContentTypeParser('text/plain')
  }

  get<P extends z.ZodObject, Q extends z.ZodObject>(described: Endpoint<P, Q>): void {
    // From here on nobody looks at the types of its parameters: #ask validates them with its own schemas.
    const endpoint = described as unknown as Endpoint
    this.#add({ method: 'get', endpoint }, (request, reply) => this.#answer(endpoint, request, reply))
  }

  post<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(described: PostEndpoint<P, Q, B>): void {
    const endpoint = described as unknown as PostEndpoint
    const bodyLimit = endpoint.bodyLimitBytes ?? BODY_LIMIT_BYTES
    this.#add({ method: 'post', endpoint }, (request, reply) => this.#carryOut(endpoint, request, reply, (question) => {
      if (request.headers['content-type'] === undefined) throw new ApiError('mediaTypeUnsupported', '?')
      const body = endpoint.read?.(request.body, question.statistics) ?? validateBody(endpoint.body, request.body, endpoint.describeIssue)
      return endpoint.answer({ ...question, body })
    }), bodyLimit)
  }

  delete<P extends z.ZodObject, Q extends z.ZodObject>(described: DeleteEndpoint<P, Q>): void {
    const endpoint = described as unknown as DeleteEndpoint
    this.#add({ method: 'delete', endpoint }, (request, reply) => this.#carryOut(endpoint, request, reply, endpoint.answer))
  }

  /** Answers OPTIONS at every address, and refuses the methods that it does not have. */
  finish(): void {
    for (const [url, operations] of Map.groupBy(this.listed, ({ endpoint }) => toUrl(endpoint.path))) {
      const methods = operations.map(({ method }) => method.toUpperCase())
      const allow = listMethods(operations).join(', ')
      const config = configure(operations, operations.every(isForOwnPages))
      this.#app.route({ method: 'OPTIONS', url, config, handler: (_request, reply) => reply.code(204).headers({ allow }).send() })
      this.#app.route({
        method: ALL_METHODS.filter((method) => !methods.includes(method)),
        url,
        config,
        // Before anything is read of what was sent.
        onRequest: async () => {
          throw new ApiError('methodNotAllowed', allow, { headers: { allow } })
        },
        handler: () => undefined,
      })
    }
  }

  #add(operation: Operation, handler: Handler, bodyLimit = BODY_LIMIT_BYTES): void {
    this.listed.push(operation)
    const ownPages = isForOwnPages(operation)
    const isChanging = operation.method !== 'get'
    this.#app.route({
      method: operation.method.toUpperCase(),
      url: toUrl(operation.endpoint.path),
      config: configure([operation], ownPages),
      bodyLimit,
      ...(isChanging ? {} : { exposeHeadRoute: true }),
      ...(ownPages && isChanging && { onRequest: async (request: FastifyRequest) => refuseOtherSites(request) }),
      handler,
    })
  }

  async #answer(endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const question = this.#ask(endpoint, request)
    const { mediaType, language, statistics } = question
    const variant = [endpoint.translated === true ? language : '', mediaType, request.headers.host ?? '', request.url].join(' ')
    const key = `${statistics.version} ${variant}`
    const kept = endpoint.keep === true ? this.#bodies.find(key) : undefined
    const answer = kept ?? await this.#makeBytes(await endpoint.answer(question), mediaType)
    if (endpoint.keep === true && kept === undefined) this.#bodies.keep(key, answer)
    reply.headers({
      ...answer.headers,
      vary: endpoint.translated === true ? 'Accept, Accept-Encoding, Accept-Language' : 'Accept, Accept-Encoding',
      ...(endpoint.translated === true && { 'content-language': language }),
    })
    if (endpoint.openTo === 'ownPages') return this.#send(answer, request, reply)
    const etag = `W/"${hash(`${this.#deps.programVersion} ${key}`, endpoint.changes === true ? answer.bytes : '')}"`
    reply.headers({ etag, 'cache-control': 'public, no-cache' })
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).removeHeader('content-type').send()
    return this.#send(answer, request, reply, endpoint.keep === true ? key : undefined)
  }

  /** Does what was asked, and answers it. */
  async #carryOut(
    endpoint: PostEndpoint | DeleteEndpoint,
    request: FastifyRequest,
    reply: FastifyReply,
    act: (question: Question<z.ZodObject, z.ZodObject>) => Outcome | Promise<Outcome>,
  ): Promise<FastifyReply> {
    const question = this.#ask(endpoint, request)
    const outcome = await act(question)
    const answer = await this.#makeBytes(outcome, question.mediaType)
    reply.code(outcome.status ?? endpoint.statuses[0]).headers({
      ...answer.headers,
      ...(outcome.location !== undefined && { location: outcome.location }),
      'cache-control': 'no-store',
      'content-language': question.language,
    })
    if (outcome.body === undefined) return reply.removeHeader('content-type').send()
    return this.#send(answer, request, reply)
  }

  async #makeBytes(answer: Answer, usual: string): Promise<KeptAnswer> {
    const { body } = answer
    const written = body instanceof TableFile ? await this.#deps.background.writeFile(body.table, body.format) : body
    return makeBytes({ ...answer, body: written }, usual)
  }

  async #send(answer: KeptAnswer, request: FastifyRequest, reply: FastifyReply, key?: string): Promise<FastifyReply> {
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    const encoded = await this.#bodies.encode(answer, encoding, key)
    if (encoded.encoding !== 'identity') reply.header('content-encoding', encoded.encoding)
    return reply.send(Buffer.from(encoded.bytes.buffer, encoded.bytes.byteOffset, encoded.bytes.byteLength))
  }

  #ask(endpoint: Description, request: FastifyRequest): Question<z.ZodObject, z.ZodObject> {
    const params = validate(endpoint.params, request.params)
    const query = validate(endpoint.query, request.query)
    // Whoever names a format in the address means it, whatever the browser adds as Accept.
    const accept = query['format'] === undefined ? request.headers.accept : undefined
    return {
      statistics: this.#deps.getStatistics(),
      params,
      query,
      mediaType: chooseMediaType(accept, Object.keys(endpoint.answers)),
      language: chooseLanguage(request.headers['accept-language']),
      origin: `${request.protocol}://${request.host}`,
      background: this.#deps.background,
      caller: {
        address: request.ip,
        cookie: request.headers.cookie,
        // The page knows better than we do when a proxy took the TLS off.
        isSecure: request.protocol === 'https' || request.headers.origin?.startsWith('https:') === true,
      },
    }
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

function toUrl(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}

function isForOwnPages({ endpoint }: Operation): boolean {
  return endpoint.openTo === 'ownPages'
}

function listMethods(operations: readonly Operation[]): string[] {
  return [...operations.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])), 'OPTIONS']
}

function configure(operations: readonly Operation[], ownPages: boolean): FastifyContextConfig {
  return ownPages ? { ownPages } : { methodsForEveryPage: listMethods(operations.filter((operation) => !isForOwnPages(operation))) }
}

function makeBytes({ body, mediaType, fileName, headers }: Answer, usual: string): KeptAnswer {
  const type = mediaType ?? usual
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : (JSON.stringify(body) ?? '')
  const utf8 = type.startsWith('text/') && !type.includes('charset') ? `${type}; charset=utf-8` : type
  return {
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
    headers: {
      'content-type': utf8,
      ...(fileName !== undefined && { 'content-disposition': `attachment; filename="${fileName}"` }),
      ...headers,
    },
  }
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((tag) => opaque(tag) === opaque(etag))
}

function hash(text: string, bytes: Uint8Array | string): string {
  return createHash('sha256').update(text).update(bytes).digest('base64url').slice(0, 22)
}
