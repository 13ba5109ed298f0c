/** JSON of a file, with a reason a reader of the report understands when it is none. */
import type { ObtainedFile } from '#domain/reader.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { readText } from '#sources/shared/read-text.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Reads and parses a file. Throws SourceError when it is empty, a web page, cut off or no JSON. */
export async function readJson(file: ObtainedFile, problems: Problems): Promise<unknown> {
  const text = await readText(file, problems)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 160) : ''
    throw createFailure(isCutOff(text) ? 'json-truncated' : 'json-invalid', file.location, reason, error)
  }
}

function isCutOff(text: string): boolean {
  const opening = /^\s*([[{])/.exec(text)?.[1]
  return opening !== undefined && !text.trimEnd().endsWith(opening === '{' ? '}' : ']')
}

/** Whether a value is an object with properties: no array, no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as JSON, for a message or to compare; one that is nested too deep to write is told by its kind alone. */
export function writeJson(value: unknown, mostCharacters = Infinity): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, mostCharacters)
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}'
  }
}

/** The trimmed text of a property, or undefined where it is absent, empty or no text. */
export function findText(object: JsonObject, name: string): string | undefined {
  const value = object[name]
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}
