/** What protects readers and the server: headers, cross-origin rules, a limit to the rate, security.txt. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '#api/errors.ts'

export const API_VERSION = '1.0.0'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(self), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
} as const

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set for what only our own pages may ask. */
    ownPages?: boolean
    /** What pages of other sites may do at this address. */
    methodsForEveryPage?: readonly string[]
  }
}

/** Everything under /v1 is public and may be read by any page, but for what is of our own pages. */
const PUBLIC_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'Accept, Accept-Language, Content-Type, If-None-Match',
  'access-control-expose-headers': 'API-Version, ETag, Content-Disposition, Content-Language, Retry-After, Link, Location',
  'cross-origin-resource-policy': 'cross-origin',
} as const

const OWN_HEADERS = { 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store' } as const

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    const [path = ''] = request.url.split('?')
    if (path !== '/v1' && !path.startsWith('/v1/')) return
    const { ownPages, methodsForEveryPage } = request.routeOptions.config
    reply.header('api-version', API_VERSION)
    reply.headers(ownPages === true ? OWN_HEADERS : PUBLIC_HEADERS)
    if (methodsForEveryPage !== undefined) reply.header('access-control-allow-methods', methodsForEveryPage.join(', '))
    if (path.endsWith('/')) throw new ApiError('trailingSlash', path.replace(/\/+$/, ''))
  })
}

/**
 * Refuses what a page of another site sends. Browsers say where a request comes from; programs do not, and carry no cookies of others.
 * Only hosts are compared: behind a proxy the scheme may be another. Throws ApiError `otherSite`.
 */
export function refuseOtherSites(request: FastifyRequest): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if ((origin !== undefined && !isOwnHost(origin, request.host)) || site === 'cross-site' || site === 'same-site') throw new ApiError('otherSite', origin ?? String(site))
}

function isOwnHost(origin: string, host: string): boolean {
  const page = URL.parse(origin)
  return page !== null && page.host === URL.parse(`${page.protocol}//${host}`)?.host
}

/** At most so many requests a minute for each address; the machine itself is not limited. */
export async function addRateLimit(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip),
    errorResponseBuilder: (_request, context) =>
      new ApiError('tooManyRequests', context.after, { headers: { 'retry-after': String(Math.ceil(context.ttl / 1000)) } }),
  })
}

/** RFC 9116; the date moves on with the days, as the address is that of whoever runs this server now. */
export function writeSecurityTxt(contact: string, origin: string): string {
  const expires = new Date(Date.now() + 180 * 24 * 3600 * 1000)
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: nl, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
