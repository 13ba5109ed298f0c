/** Checking what a request gives, with words that say which part is wrong and what it may be. */
import { z } from 'zod'
import { ApiError } from '#api/errors.ts'
import type { FieldError, Language } from '#api/errors.ts'

type Words = Readonly<Record<Language, string>>

/** The parameters as the schema has them. Throws ApiError `parameterUnknown` or `parameterInvalid`. */
export function validate<S extends z.ZodObject>(schema: S, raw: unknown): z.output<S> {
  const result = z.strictObject(schema.shape).safeParse(raw)
  if (result.success) return result.data as z.output<S>
  const unknown = result.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (unknown.length > 0) throw new ApiError('parameterUnknown', unknown.map((key) => `"${key}"`).join(', '))
  const part = { nl: 'de parameter', en: 'the parameter' }
  // A list is one parameter: it is wrong as a whole.
  const issues = result.error.issues.map((issue) => ({ ...issue, path: issue.path.slice(0, 1) }))
  throw new ApiError('parameterInvalid', '', { fields: issues.map((issue) => describeIssue(issue, raw, part)) })
}

/** More than these help nobody. */
const MOST_FIELDS_NAMED = 20

/** The document as the schema has it. Throws ApiError `bodyInvalid` that names every field, `a.0.b` for one within; `describe` says in words of its own what is wrong. */
export function validateBody<S extends z.ZodType>(schema: S, raw: unknown, describe?: DescribeIssue): z.output<S> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const part = { nl: 'het veld', en: 'the field' }
  const fields = result.error.issues.flatMap((issue) => describe?.(issue, raw) ?? (issue.code === 'unrecognized_keys' ? describeUnknown(issue) : [describeIssue(issue, raw, part)]))
  throw new ApiError('bodyInvalid', '', { fields: fields.slice(0, MOST_FIELDS_NAMED) })
}

/** Undefined for what it has no words for. */
export type DescribeIssue = (issue: z.core.$ZodIssue, raw: unknown) => FieldError | undefined

function describeUnknown({ path, keys }: z.core.$ZodIssueUnrecognizedKeys): FieldError[] {
  return keys.map((key) => {
    const field = [...path, key].join('.').slice(0, 100)
    return { field, message: { nl: `Het veld "${field}" bestaat niet.`, en: `There is no field "${field}".` } }
  })
}

function describeIssue(issue: z.core.$ZodIssue, raw: unknown, part: Words): FieldError {
  const field = issue.path.join('.')
  const given = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], raw)
  const ownWords = findOwnWords(issue)
  if (ownWords !== undefined) return { field, message: ownWords }
  if (field === '') return { field, message: { nl: `Geef een JSON-object${describeAllowed(issue).nl}.`, en: `Give a JSON object${describeAllowed(issue).en}.` } }
  if (given === undefined) return { field, message: { nl: `Geef ${part.nl} "${field}" op.`, en: `Give ${part.en} "${field}".` } }
  const allowed = describeAllowed(issue)
  const shown = show(given)
  return {
    field,
    message: {
      nl: `${capitalise(part.nl)} "${field}" kan niet ${shown} zijn${allowed.nl}.`,
      en: `${capitalise(part.en)} "${field}" cannot be ${shown}${allowed.en}.`,
    },
  }
}

/** A check with words of its own: `.refine(…, { params: { nl, en } })`. */
function findOwnWords(issue: z.core.$ZodIssue): Words | undefined {
  const { nl, en } = (issue.code === 'custom' ? issue.params : undefined) ?? {}
  return typeof nl === 'string' && typeof en === 'string' ? { nl, en } : undefined
}

const LONGEST_SHOWN = 80

function show(given: unknown): string {
  if (Array.isArray(given) && given.every((item) => typeof item === 'string')) return `"${given.join(',').slice(0, LONGEST_SHOWN)}"`
  if (typeof given === 'object') return given === null ? 'null' : Array.isArray(given) ? '[…]' : '{…}'
  return typeof given === 'string' ? `"${given.slice(0, LONGEST_SHOWN)}"` : String(given)
}

const TYPES: Readonly<Record<string, Words>> = {
  string: { nl: ', wel een enkele tekst', en: ', but a single text' },
  array: { nl: ', wel een lijst', en: ', but a list' },
  object: { nl: ', wel een object', en: ', but an object' },
  record: { nl: ', wel een object', en: ', but an object' },
  boolean: { nl: ', wel true of false', en: ', but true or false' },
  int: { nl: ', wel een heel getal', en: ', but a whole number' },
}
const NUMBER: Words = { nl: ', wel een getal', en: ', but a number' }

function describeAllowed(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.join(', ')
      return { nl: `, wel: ${values}`, en: `, but: ${values}` }
    }
    case 'too_small':
      return describeTooSmall(issue)
    case 'too_big':
      return describeTooBig(issue)
    case 'invalid_type':
      return TYPES[issue.expected] ?? NUMBER
    default:
      return { nl: '', en: '' }
  }
}

function describeTooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Words {
  if (origin === 'string') return { nl: ', dat is te kort', en: ', which is too short' }
  if (origin === 'array') return { nl: `, wel een lijst van ${minimum} of meer`, en: `, but a list of ${minimum} or more` }
  return { nl: `, wel ${minimum} of meer`, en: `, but ${minimum} or more` }
}

function describeTooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Words {
  if (origin === 'string') return { nl: `, hooguit ${maximum} tekens`, en: `, at most ${maximum} characters` }
  if (origin === 'array') return { nl: `, wel een lijst van hooguit ${maximum}`, en: `, but a list of at most ${maximum}` }
  return { nl: `, wel ${maximum} of minder`, en: `, but ${maximum} or less` }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
