/** What a schema found wrong in a document, in words for the people who wrote it. */
import type { z } from 'zod'
import { makeFault, type Fault } from '#domain/fault.ts'
import type { Words } from '#domain/words.ts'

/** Faults beyond these are counted. */
const MOST_FAULTS = 20

/** What was found in two rounds; where the first found something, the second need not say more. */
export function joinFaults(first: readonly Fault[], second: readonly Fault[]): Fault[] {
  const places = new Set(first.map(({ field }) => field))
  return [...first, ...second.filter(({ field }) => field === '' || !places.has(field))]
}

/** The first faults, and how many more there are. */
export function limitFaults(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= MOST_FAULTS) return faults
  const more = faults.length - MOST_FAULTS
  return [...faults.slice(0, MOST_FAULTS), makeFault('', `En nog ${more} fouten.`, `And ${more} more faults.`)]
}

const quotePlace = (field: string): Words => (field === '' ? { nl: 'Het document', en: 'The document' } : { nl: `"${field}"`, en: `"${field}"` })

/** `raw` is the document as it was given; `namePlace` what people call a path in it, with what stands between it and a verb. */
export function describeIssue(issue: z.core.$ZodIssue, raw: unknown, namePlace: (field: string) => Words = quotePlace): Fault {
  const field = issue.path.join('.')
  const place = namePlace(field)
  const given = readPath(raw, issue.path)
  const say = (nl: string, en: string) => makeFault(field, `${place.nl} ${nl}.`, `${place.en} ${en}.`)
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, 5).map((key) => `"${key.slice(0, 60)}"`).join(', ')
    return say(`heeft iets dat we niet kennen: ${keys}`, `has something we do not know: ${keys}`)
  }
  if (given === undefined) return say('ontbreekt', 'is missing')
  const allowed = describeAllowed(issue)
  if (typeof given === 'object') return say(`kan zo niet${allowed.nl}`, `cannot be so${allowed.en}`)
  const shown = JSON.stringify(String(given).slice(0, 60))
  return say(`kan niet ${shown} zijn${allowed.nl}`, `cannot be ${shown}${allowed.en}`)
}

function readPath(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), raw)
}

const TYPE_WORDS: Readonly<Record<string, readonly [nl: string, en: string]>> = {
  number: ['een getal', 'a number'],
  int: ['een heel getal', 'a whole number'],
  string: ['een tekst', 'a text'],
  array: ['een lijst', 'a list'],
  object: ['een object', 'an object'],
}

/** What each of several forms has that the others have not: the field that was looked for and not found. */
function listBranches({ errors }: z.core.$ZodIssueInvalidUnion): string[] {
  return [...new Set(errors.flatMap((branch) => branch.flatMap(({ code, path: [field] }) => (code === 'invalid_type' && typeof field === 'string' ? [field] : []))))]
}

function describeAllowed(issue: z.core.$ZodIssue): { nl: string; en: string } {
  const say = (nl: string, en: string) => ({ nl: `, wel ${nl}`, en: `, but ${en}` })
  switch (issue.code) {
    case 'invalid_value':
      return say(issue.values.join(', '), issue.values.join(', '))
    case 'invalid_union': {
      const options = ('options' in issue ? (issue.options as readonly unknown[]) : listBranches(issue)).join(', ')
      return options === '' ? { nl: '', en: '' } : say(`een van deze: ${options}`, `one of these: ${options}`)
    }
    case 'too_small': {
      if (issue.origin === 'string') return say('een langere tekst', 'a longer text')
      if (issue.origin === 'array') return say(`een lijst van ten minste ${issue.minimum}`, `a list of at least ${issue.minimum}`)
      return issue.inclusive ? say(`${issue.minimum} of meer`, `${issue.minimum} or more`) : say(`meer dan ${issue.minimum}`, `more than ${issue.minimum}`)
    }
    case 'too_big':
      if (issue.origin === 'string') return say(`hooguit ${issue.maximum} tekens`, `at most ${issue.maximum} characters`)
      if (issue.origin === 'array') return say(`een lijst van hooguit ${issue.maximum}`, `a list of at most ${issue.maximum}`)
      return say(`${issue.maximum} of minder`, `${issue.maximum} or less`)
    case 'invalid_type': {
      const words = TYPE_WORDS[issue.expected]
      return words ? say(words[0], words[1]) : { nl: '', en: '' }
    }
    case 'invalid_format':
      return say('letters, cijfers en streepjes, met een letter vooraan', 'letters, digits and hyphens, a letter first')
    default:
      return { nl: '', en: '' }
  }
}
