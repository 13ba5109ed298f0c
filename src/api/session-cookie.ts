/** The one cookie of Topdorp: the session of a moderator. Visitors get none. */
import type { Caller } from '#api/endpoint.ts'

const NAME = 'topdorp-session'
/** With this prefix browsers refuse the cookie unless it is secure and of this very host. */
const SECURE_NAME = `__Host-${NAME}`

export function findSessionToken({ cookie = '' }: Caller): string | undefined {
  const pairs = cookie.split(';').map((pair) => {
    const [name = '', ...value] = pair.trim().split('=')
    return { name, value: value.join('=') }
  })
  return (pairs.find(({ name }) => name === SECURE_NAME) ?? pairs.find(({ name }) => name === NAME))?.value
}

export function writeSessionCookie(token: string, { isSecure }: Caller): string {
  return `${isSecure ? SECURE_NAME : NAME}=${token}; ${describeAttributes(isSecure)}`
}

export function writeEndedCookie({ isSecure }: Caller): string {
  return `${isSecure ? SECURE_NAME : NAME}=; Max-Age=0; ${describeAttributes(isSecure)}`
}

/** No lifetime: it ends with the browser, and on the server after some hours. */
function describeAttributes(isSecure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
}
