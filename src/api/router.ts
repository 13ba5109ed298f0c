/** Makes routes of endpoints: validation, negotiation, ETag, compression, HEAD and 405 are the same for all of them. */
import type { Statistics } from '#statistics/statistics.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { BodyStore } from '#api/body-store.ts'
import type { KeptAnswer } from '#api/body-store.ts'
import type { Answer, Endpoint, Endpoints, Question } from '#api/endpoint.ts'
import { ApiError } from '#api/errors.ts'
import { chooseEncoding, chooseLanguage, chooseMediaType } from '#api/negotiate.ts'
import { validate } from '#api/validate.ts'

export interface RouterDeps {
  /** Asked anew for every request: an import may have put others in their place. */
  readonly getStatistics: () => Statistics
  /** Version of the program; part of every ETag, since another program may answer otherwise. */
  readonly programVersion: string
}

const OTHER_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Adds endpoints to the server and remembers them in `listed`, for the OpenAPI document. */
export class Router implements Endpoints {
  readonly listed: Endpoint[] = []
  readonly #app: FastifyInstance
  readonly #deps: RouterDeps
  readonly #bodies = new BodyStore()

  constructor(app: FastifyInstance, deps: RouterDeps) {
    this.#app = app
    this.#deps = deps
  }

  get<P extends z.ZodObject, Q extends z.ZodObject>(described: Endpoint<P, Q>): void {
    // From here on nobody looks at the types of its parameters: #ask validates them with its own schemas.
    const endpoint = described as unknown as Endpoint
    this.listed.push(endpoint)
    const url = endpoint.path.replace(/\{(\w+)\}/g, ':$1')
    this.#app.route({ method: 'GET', url, exposeHeadRoute: true, handler: (request, reply) => this.#answer(endpoint, request, reply) })
    this.#app.route({ method: 'OPTIONS', url, handler: (_request, reply) => reply.code(204).headers({ allow: 'GET, HEAD, OPTIONS' }).send() })
    this.#app.route({
      method: [...OTHER_METHODS],
      url,
      handler: (request) => {
        throw new ApiError('methodNotAllowed', request.method, { headers: { allow: 'GET, HEAD, OPTIONS' } })
      },
    })
  }

  async #answer(endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const question = this.#ask(endpoint, request)
    const { mediaType, language, statistics } = question
    const variant = [endpoint.translated === true ? language : '', mediaType, request.headers.host ?? '', request.url].join(' ')
    const key = `${statistics.version} ${variant}`
    const kept = endpoint.keep === true ? this.#bodies.find(key) : undefined
    const answer = kept ?? makeBytes(await endpoint.answer(question), mediaType)
    if (endpoint.keep === true && kept === undefined) this.#bodies.keep(key, answer)
    const etag = `W/"${hash(`${this.#deps.programVersion} ${key}`)}"`
    reply.headers({
      ...answer.headers,
      etag,
      'cache-control': 'public, no-cache',
      vary: endpoint.translated === true ? 'Accept, Accept-Encoding, Accept-Language' : 'Accept, Accept-Encoding',
      ...(endpoint.translated === true && { 'content-language': language }),
    })
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).removeHeader('content-type').send()
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    const encoded = await this.#bodies.encode(answer, encoding, endpoint.keep === true ? key : undefined)
    if (encoded.encoding !== 'identity') reply.header('content-encoding', encoded.encoding)
    return reply.send(Buffer.from(encoded.bytes.buffer, encoded.bytes.byteOffset, encoded.bytes.byteLength))
  }

  #ask(endpoint: Endpoint, request: FastifyRequest): Question<z.ZodObject, z.ZodObject> {
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
    }
  }
}

function makeBytes({ body, mediaType, fileName, headers }: Answer, usual: string): KeptAnswer {
  const type = mediaType ?? usual
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
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

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
