/** A problem or peculiarity in data. Findings are kept with the import and shown to the user; they are never thrown. */

export type FindingSeverity = 'error' | 'warning' | 'info'

export interface Finding {
  /** error: the resource could not be used as meant; warning: part was left out; info: worth knowing. */
  readonly severity: FindingSeverity
  /** Stable identifier of the kind of finding, kebab-case, such as `row-refused`. */
  readonly code: string
  /** Name of the resource in the data package. */
  readonly resource: string
  /** File name or URL within the resource. */
  readonly file?: string
  /** Row within the file (1 = first row of data), or the publisher's own row id. */
  readonly row?: number | string
  /** Column, property or field. */
  readonly field?: string
  /** How many times the same thing occurs; 1 when absent. */
  readonly count?: number
  /** What is the matter, and what to do about it, one or two sentences a non-programmer understands. */
  readonly message: { readonly nl: string; readonly en: string }
}

/** Something that findings can be added to. */
export interface FindingSink {
  add(finding: Finding): void
}
