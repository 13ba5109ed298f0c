/** What protects readers and the server: headers, cross-origin rules, a limit to the rate, security.txt. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
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

/** Everything under /v1 is public and may be read by any page. */
const PUBLIC_HEADERS = {
  'api-version': API_VERSION,
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'Accept, Accept-Language, If-None-Match',
  'access-control-expose-headers': 'API-Version, ETag, Content-Disposition, Content-Language, Retry-After, Link',
  'cross-origin-resource-policy': 'cross-origin',
} as const

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    const [path = ''] = request.url.split('?')
    if (path !== '/v1' && !path.startsWith('/v1/')) return
    reply.headers(PUBLIC_HEADERS)
    if (path.endsWith('/')) throw new ApiError('trailingSlash', path.replace(/\/+$/, ''))
  })
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
