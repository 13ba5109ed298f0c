/** The interface that every reader of the outside world implements; the list of readers is in `sources/readers.ts`. */
import type { Resource } from '#domain/data-package.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { ReadResult } from '#domain/table.ts'

/** A file that is on disk, complete, ready to be parsed. */
export interface ObtainedFile {
  /** Where it came from: the URL, or the path in the package. */
  readonly location: string
  /** Absolute path on disk. */
  readonly path: string
  readonly bytes: number
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
  /** ISO 8601 moment at which it was retrieved or, for a local file, last modified. */
  readonly retrievedAt: string
}

/** Gives files by location, fetching and keeping those behind a URL. */
export interface FileProvider {
  /**
   * The file at a location: a URL, or a path relative to the data package.
   * Throws SourceError when it cannot be had.
   */
  obtain(location: string): Promise<ObtainedFile>
}

/** An expected failure of a source: its finding says which file, where, why and the way out. */
export class SourceError extends Error {
  readonly code: string
  readonly location: string
  readonly messages: { readonly nl: string; readonly en: string }
  constructor(code: string, location: string, messages: { nl: string; en: string }, options?: ErrorOptions) {
    super(`${location}: ${messages.en}`, options)
    this.name = 'SourceError'
    this.code = code
    this.location = location
    this.messages = messages
  }
}

export interface Reader {
  /** The `reader` of a resource in the data package. */
  readonly id: string
  /**
   * Reads one resource whole. Problems in rows become findings (with file, row, field);
   * a file that cannot be used at all throws SourceError.
   */
  read(resource: Resource, files: FileProvider, findings: FindingSink): Promise<ReadResult>
}
