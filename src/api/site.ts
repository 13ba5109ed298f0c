/** The built site: files as they are, and index.html for every address that a page of the site may have. */
import compress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ApiError } from '#api/errors.ts'

const NOT_BUILT = `De site is nog niet gebouwd.
Voer "npm start" uit, of "npm run build". De gegevens zijn er al: zie /v1.

The site has not been built yet.
Run "npm start", or "npm run build". The data is there: see /v1.
`

/** The site as it was when the server started: a build that comes later is for the next start, since its pages may ask what this API does not have. */
export interface BuiltSite {
  readonly folder: string
  /** index.html, which names the build. */
  readonly page: string
  /** Another for every site and program. */
  readonly build: string
}

/** What answers of the API carry, and a page knows of itself: a page of another build asks to be loaded anew. */
const BUILD_HEADER = 'topdorp-build'

/** Undefined where nothing was built. */
export function findBuiltSite(folder: string | undefined, programVersion: string): BuiltSite | undefined {
  const path = folder === undefined ? undefined : join(folder, 'index.html')
  if (folder === undefined || path === undefined || !existsSync(path)) return undefined
  const page = readFileSync(path, 'utf8')
  const build = createHash('sha256').update(programVersion).update(page).digest('base64url').slice(0, 12)
  return { folder: resolve(folder), build, page: page.replace('<head>', `<head>\n    <meta name="${BUILD_HEADER}" content="${build}" />`) }
}

/**
 * Serves the files of a site. Files under /assets carry a hash in their name; a later build leaves them where they are.
 * Add it after the routes of the API: they compress by themselves.
 */
export async function addSite(app: FastifyInstance, site: BuiltSite): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/v1')) reply.header(BUILD_HEADER, site.build)
  })
  await app.register(compress, { threshold: 1400 })
  for (const path of ['/', '/index.html']) app.get(path, (_request, reply) => sendPage(reply, site))
  await app.register(fastifyStatic, {
    root: site.folder,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

const sendPage = (reply: FastifyReply, { page }: BuiltSite): FastifyReply => reply.code(200).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)

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
export function answerUnknown(request: FastifyRequest, reply: FastifyReply, site: BuiltSite | undefined): FastifyReply {
  const path = request.url.split('?')[0] ?? ''
  const isApi = path === '/v1' || path.startsWith('/v1/')
  const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html')
  if (isApi || !wantsPage || path.startsWith('/assets/') || path.startsWith('/docs/') || path.startsWith('/.well-known/')) throw new ApiError('unknownAddress', path)
  if (site === undefined) {
    return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT)
  }
  return sendPage(reply, site)
}
