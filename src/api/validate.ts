/** Checking the parameters of a request, with words that say which is wrong and what it may be. */
import { z } from 'zod'
import { ApiError } from '#api/errors.ts'
import type { FieldError } from '#api/errors.ts'

/** The parameters as the schema has them. Throws ApiError `parameterUnknown` or `parameterInvalid`. */
export function validate<S extends z.ZodObject>(schema: S, raw: unknown): z.output<S> {
  const result = z.strictObject(schema.shape).safeParse(raw)
  if (result.success) return result.data as z.output<S>
  const unknown = result.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (unknown.length > 0) throw new ApiError('parameterUnknown', unknown.map((key) => `"${key}"`).join(', '))
  throw new ApiError('parameterInvalid', '', { fields: result.error.issues.map((issue) => describeIssue(issue, raw)) })
}

function describeIssue(issue: z.core.$ZodIssue, raw: unknown): FieldError {
  const field = String(issue.path[0] ?? '')
  const given = (raw as Record<string, unknown>)[field]
  if (given === undefined) {
    return { field, message: { nl: `Geef de parameter "${field}" op.`, en: `Give the parameter "${field}".` } }
  }
  const allowed = describeAllowed(issue)
  const shown = String(given).slice(0, 80)
  return {
    field,
    message: {
      nl: `De parameter "${field}" kan niet "${shown}" zijn${allowed.nl}.`,
      en: `The parameter "${field}" cannot be "${shown}"${allowed.en}.`,
    },
  }
}

function describeAllowed(issue: z.core.$ZodIssue): { nl: string; en: string } {
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.join(', ')
      return { nl: `, wel: ${values}`, en: `, but: ${values}` }
    }
    case 'too_small':
      return issue.origin === 'string'
        ? { nl: ', dat is te kort', en: ', which is too short' }
        : { nl: `, wel ${issue.minimum} of meer`, en: `, but ${issue.minimum} or more` }
    case 'too_big':
      return issue.origin === 'string'
        ? { nl: `, hooguit ${issue.maximum} tekens`, en: `, at most ${issue.maximum} characters` }
        : { nl: `, wel ${issue.maximum} of minder`, en: `, but ${issue.maximum} or less` }
    case 'invalid_type':
      return issue.expected === 'string' ? { nl: ', wel een enkele tekst', en: ', but a single text' } : { nl: ', wel een getal', en: ', but a number' }
    default:
      return { nl: '', en: '' }
  }
}
