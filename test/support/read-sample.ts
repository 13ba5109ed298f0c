/** Reads files written for one test with one reader, and collects what it found. */
import { expect } from 'vitest'
import type { Resource } from '#domain/data-package.ts'
import type { Finding } from '#domain/finding.ts'
import { SourceError, type Reader } from '#domain/reader.ts'
import { findColumn, type ReadResult } from '#domain/table.ts'
import { findReader } from '#sources/readers.ts'
import { writeFiles } from './local-files.ts'

export type Contents = Readonly<Record<string, string | Uint8Array>>

export interface Sample {
  readonly result: ReadResult
  readonly findings: readonly Finding[]
  /** Locations in the order they were asked. */
  readonly asked: readonly string[]
}

export function describeResource(reader: string, path: string | string[], more: Partial<Resource> = {}): Resource {
  return { name: 'sample', path, reader, sources: [], licenses: [], ...more }
}

export function getReader(id: string): Reader {
  const reader = findReader(id)
  if (reader === undefined) throw new RangeError(`no reader ${id}`)
  return reader
}

/** Reads; a SourceError is thrown on. */
export async function readSample(resource: Resource, contents: Contents): Promise<Sample> {
  const files = await writeFiles(contents)
  const findings: Finding[] = []
  try {
    const result = await getReader(resource.reader).read(resource, files, { add: (finding) => void findings.push(finding) })
    return { result, findings, asked: files.asked }
  } finally {
    await files.remove()
  }
}

/** The SourceError that reading ends in. */
export async function readFailing(resource: Resource, contents: Contents): Promise<SourceError> {
  const error = await readSample(resource, contents).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(SourceError)
  return error as SourceError
}

/** The cells of a column, NaN and null alike as null. */
export function cellsOf({ table }: ReadResult, name: string): (number | string | null)[] {
  const column = findColumn(table, name)
  if (column === undefined) throw new RangeError(`no column "${name}" among ${table.columns.map((other) => other.name).join(', ')}`)
  return Array.from<number | string | null>(column.values).map((value) => (typeof value === 'number' && Number.isNaN(value) ? null : value))
}

/** Findings of one code as short lines: what the tests compare. */
export function listFindings(findings: readonly Finding[], code: string): string[] {
  return findings
    .filter((finding) => finding.code === code)
    .map(({ file, row, field, count }) => [file, row, field, count === undefined ? undefined : `× ${count}`].filter((part) => part !== undefined).join(' '))
}
