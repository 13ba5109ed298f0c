/** What is wrong with a data package, in words: which resource, which field, what was found, what is expected. */
import type { z } from 'zod'

export interface PackageProblem {
  /** Name of the resource, or its number where it has none; absent for the package itself. */
  readonly resource?: string
  /** Field as it is written in the file, such as `path[1]` or `sources[0].title`. */
  readonly field: string
  readonly found: { readonly nl: string; readonly en: string }
  readonly expected: { readonly nl: string; readonly en: string }
}

type Bilingual = PackageProblem['found']

/** The problems that the schema found in this value. */
export function describeIssues(value: unknown, issues: readonly z.core.$ZodIssue[]): PackageProblem[] {
  return issues.map((issue) => {
    const [first, index, ...rest] = issue.path
    const inResource = first === 'resources' && typeof index === 'number'
    const fieldPath = inResource ? rest : issue.path
    return {
      ...(inResource ? { resource: nameResource(value, index) } : {}),
      field: writePath(fieldPath) || (inResource ? 'resource' : 'datapackage.json'),
      found: describeFound(readAt(value, issue.path)),
      expected: describeExpected(issue),
    }
  })
}

/** One problem as a sentence in each language. */
export function toSentence(problem: PackageProblem): Bilingual {
  const where = problem.resource === undefined ? { nl: 'Het pakket', en: 'The package' } : { nl: `Bron “${problem.resource}”`, en: `Resource “${problem.resource}”` }
  return {
    nl: `${where.nl}, veld “${problem.field}”: gevonden ${problem.found.nl}, verwacht ${problem.expected.nl}.`,
    en: `${where.en}, field “${problem.field}”: found ${problem.found.en}, expected ${problem.expected.en}.`,
  }
}

/** The name of the resource at this place, or its number (1 and up) where it has none. */
export function nameResource(value: unknown, index: number): string {
  const name = readAt(value, ['resources', index, 'name'])
  return typeof name === 'string' && name !== '' ? name : `${index + 1}`
}

function readAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inside, key) => (typeof inside === 'object' && inside !== null ? (inside as Record<PropertyKey, unknown>)[key] : undefined), value)
}

function writePath(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('').replace(/^\./, '')
}

/** A value as the user wrote it, shortened. */
export function describeFound(value: unknown): Bilingual {
  if (value === undefined) return { nl: 'niets', en: 'nothing' }
  if (Array.isArray(value)) return value.length === 0 ? { nl: 'een lege lijst', en: 'an empty list' } : { nl: `een lijst van ${value.length}`, en: `a list of ${value.length}` }
  if (typeof value === 'object' && value !== null) return { nl: 'een object', en: 'an object' }
  const text = JSON.stringify(value)
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text
  return { nl: shown, en: shown }
}

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { nl: 'tekst', en: 'text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een geheel getal', en: 'a whole number' },
  boolean: { nl: 'true of false', en: 'true or false' },
  array: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een object', en: 'an object' },
}

const RESOURCE_NAME: Bilingual = {
  nl: 'een naam van kleine letters, cijfers, punt, streepje en laag streepje, die begint met een letter of cijfer',
  en: 'a name of lower-case letters, digits, dot, hyphen and underscore that begins with a letter or digit',
}

function describeExpected(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? { nl: issue.expected, en: issue.expected }
    case 'invalid_union':
      return { nl: 'een pad of webadres, of een lijst daarvan', en: 'a path or web address, or a list of those' }
    case 'invalid_format':
      return issue.path.at(-1) === 'name' ? RESOURCE_NAME : { nl: issue.message, en: issue.message }
    case 'too_small':
    case 'too_big':
      return describeBound(issue)
    default:
      return { nl: issue.message, en: issue.message }
  }
}

function describeBound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Bilingual {
  const [nl, en, bound] = issue.code === 'too_small' ? ['minstens', 'at least', issue.minimum] : ['hoogstens', 'at most', issue.maximum]
  const exactly = 'exact' in issue && issue.exact === true
  const [nlUnit, enUnit] = issue.origin === 'array' ? [' in de lijst', ' in the list'] : issue.origin === 'string' ? [' tekens', ' characters'] : ['', '']
  return { nl: `${exactly ? 'precies' : nl} ${bound}${nlUnit}`, en: `${exactly ? 'exactly' : en} ${bound}${enUnit}` }
}
