/** What is wrong with a data package, in words. */
import type { z } from 'zod'
import type { DataPackage } from '#domain/data-package.ts'

interface Words {
  readonly nl: string
  readonly en: string
}

/** Every problem of the schema: where it is, and what is expected there. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): Words {
  const places = issues.map((issue) => `${describePlace(issue.path)}: ${issue.message}`)
  return {
    nl: `Dit is geen bruikbaar datapakket. ${places.join('. ')}.`,
    en: `This is not a usable data package. ${places.join('. ')}.`,
  }
}

/** `resources[3].path` as people write it. */
function describePlace(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(package)'
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`)).join('')
}

/** Resources that have the same name; undefined when all differ. */
export function describeRepeats({ resources }: DataPackage): Words | undefined {
  const names = resources.map(({ name }) => name)
  const repeated = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
  if (repeated.length === 0) return undefined
  return {
    nl: `Deze namen van bestanden komen vaker voor: ${repeated.join(', ')}. Geef elk bestand een eigen naam.`,
    en: `These resource names occur more than once: ${repeated.join(', ')}. Give each resource a name of its own.`,
  }
}
