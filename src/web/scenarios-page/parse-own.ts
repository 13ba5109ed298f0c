/** A scenario of one's own, as this browser remembers it. */

export interface OwnScenario {
  readonly id: string
  /** The last version that this browser knows. */
  readonly version: number
  readonly name: string
  readonly secret: string
  /** ISO moment. */
  readonly savedAt: string
}

/** What is no such scenario is left out. */
export function parseOwn(text: string): OwnScenario[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.filter(isOwn) : []
  } catch {
    return []
  }
}

function isOwn(value: unknown): value is OwnScenario {
  const { id, version, name, secret, savedAt } = (value ?? {}) as Record<string, unknown>
  return typeof id === 'string' && Number.isInteger(version) && typeof name === 'string' && typeof secret === 'string' && typeof savedAt === 'string'
}
