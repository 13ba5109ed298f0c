/** The built site: files as they are, and index.html for every address that a page of the site may have. */
import compress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { join } from 'node:path'
import { ApiError } from '#api/errors.ts'

const NOT_BUILT = `De site is nog niet gebouwd.
Voer "npm start" uit, of "npm run build". De gegevens zijn er al: zie /v1.

The site has not been built yet.
Run "npm start", or "npm run build". The data is there: see /v1.
`

/**
 * Serves the files of a folder. Files under /assets carry a hash in their name.
 * Add it after the routes of the API: they compress by themselves.
 */
export async function addSite(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(compress, { threshold: 1400 })
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

const METHODS_FOLDER = join(import.meta.dirname, '../../docs/methods')

/** Serves the exact methods as they are written down, for who wants to check a figure. */
export async function addMethodTexts(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: METHODS_FOLDER,
    prefix: '/docs/methods/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    allowedPath: (path) => path.endsWith('.md'),
    // As text, so that a browser shows it.
    setHeaders: (reply) => void reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache'),
  })
}

/** An address that nothing is at: a page of the site for people, a problem for programs. */
export function answerUnknown(request: FastifyRequest, reply: FastifyReply, siteFolder: string | undefined): FastifyReply {
  const path = request.url.split('?')[0] ?? ''
  const isApi = path === '/v1' || path.startsWith('/v1/')
  const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html')
  if (isApi || !wantsPage || path.startsWith('/assets/') || path.startsWith('/docs/') || path.startsWith('/.well-known/')) throw new ApiError('unknownAddress', path)
  if (siteFolder === undefined) {
    return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT)
  }
  return reply.code(200).type('text/html; charset=utf-8').header('cache-control', 'no-cache').sendFile('index.html', siteFolder)
}
