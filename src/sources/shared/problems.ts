/** Problems within one resource on their way to the findings: every one counted, the first of a kind listed one by one. */
import type { Finding, FindingSeverity, FindingSink } from '#domain/finding.ts'
import { SourceError } from '#domain/reader.ts'
import { writeNumber } from '#domain/write-number.ts'

/** How many problems of one kind in one file are listed one by one; the rest is one finding with their number. */
export const LISTED_OF_A_KIND = 50

export interface Problem {
  readonly code: string
  readonly severity?: FindingSeverity
  readonly file: string
  readonly row?: number | string
  readonly field?: string
  readonly count?: number
  readonly message: { readonly nl: string; readonly en: string }
}

interface Kind {
  listed: number
  /** First problem that was not listed, and how many there were in all. */
  first?: Problem
  beyond: number
}

export class Problems {
  /** Rows refused so far. */
  rowsRefused = 0
  readonly #resource: string
  readonly #sink: FindingSink
  readonly #kinds = new Map<string, Kind>()

  constructor(resource: string, sink: FindingSink) {
    this.#resource = resource
    this.#sink = sink
  }

  /** A row that does not become part of the table. Its code must contain "row", by which the import counts refusals. */
  refuseRow(problem: Problem): void {
    this.rowsRefused++
    this.add(problem)
  }

  /** A problem that happens row by row: listed up to a limit, counted beyond it. */
  add(problem: Problem): void {
    const key = JSON.stringify([problem.code, problem.file, problem.field])
    const kind = this.#kinds.get(key) ?? { listed: 0, beyond: 0 }
    this.#kinds.set(key, kind)
    if (kind.listed < LISTED_OF_A_KIND) {
      kind.listed++
      this.note(problem)
    } else {
      kind.first ??= problem
      kind.beyond += problem.count ?? 1
    }
  }

  /** A problem that is always listed. */
  note(problem: Problem): void {
    this.#sink.add(this.#toFinding(problem))
  }

  /** Lists the number of problems beyond the limit. */
  close(): void {
    for (const { first, beyond } of this.#kinds.values()) {
      if (first === undefined) continue
      const { nl, en } = first.message
      this.#sink.add({
        ...this.#toFinding(first),
        count: beyond,
        message: {
          nl: `${nl} (En zo nog ${writeNumber(beyond - (first.count ?? 1), 'nl')} keer, hier niet apart genoemd.)`,
          en: `${en} (And ${writeNumber(beyond - (first.count ?? 1), 'en')} times more, not listed one by one.)`,
        },
      })
    }
    this.#kinds.clear()
  }

  #toFinding({ severity = 'warning', ...rest }: Problem): Finding {
    return { severity, resource: this.#resource, ...rest }
  }
}

/** Runs work that collects problems, and lists what was beyond the limit also when the work fails. */
export async function collectProblems<Result>(
  resource: string,
  sink: FindingSink,
  work: (problems: Problems) => Promise<Result>,
): Promise<Result> {
  const problems = new Problems(resource, sink)
  try {
    return await work(problems)
  } finally {
    problems.close()
  }
}

/** The result of work that the rest can do without: when its source fails, that is a finding and the result undefined. */
export async function orFinding<Result>(problems: Problems, work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    problems.note({ code: 'description-not-read', file: error.location, message: error.messages })
    return undefined
  }
}
