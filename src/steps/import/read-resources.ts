/** Reads the resources of a package one after the other; what cannot be read becomes findings, not a crash. */
import type { DataPackage, Resource } from '#domain/data-package.ts'
import type { Finding, FindingSink } from '#domain/finding.ts'
import type { Progress } from '#domain/progress.ts'
import { SourceError, type FileProvider, type ObtainedFile, type Reader } from '#domain/reader.ts'
import { describeTitle } from '#domain/indicators/table-titles.ts'
import type { ResourceLine } from '#domain/report.ts'
import type { ReadResult } from '#domain/table.ts'
import { countWords, writeNumber } from '#domain/write-number.ts'

export interface ReadResource {
  readonly resource: Resource
  readonly result: ReadResult
  readonly files: readonly ObtainedFile[]
}

export interface ReadPackage {
  readonly resources: readonly ReadResource[]
  /** A line a resource, in the order of the package; `used` is filled in later by whoever uses it. */
  readonly lines: readonly ResourceLine[]
}

/** How many findings of one kind about one resource are listed; the rest is one finding with their number. */
const LISTED_OF_A_KIND = 500

/** A list of findings that anything can add to, and that stays short enough to read, keep and send. */
export class FindingList implements FindingSink {
  readonly #listed: Finding[] = []
  /** By kind: how many are listed, and the first and number of those that are not. */
  readonly #kinds = new Map<string, { listed: number; first?: Finding; beyond: number }>()

  add(finding: Finding): void {
    const key = `${finding.resource} ${finding.code}`
    const kind = this.#kinds.get(key) ?? { listed: 0, beyond: 0 }
    this.#kinds.set(key, kind)
    if (kind.listed < LISTED_OF_A_KIND) {
      kind.listed++
      this.#listed.push(finding)
    } else {
      kind.first ??= finding
      kind.beyond += finding.count ?? 1
    }
  }

  get findings(): readonly Finding[] {
    const rest = [...this.#kinds.values()].flatMap(({ first, beyond }) => {
      if (first === undefined) return []
      const { nl, en } = first.message
      return [{ ...first, count: beyond, message: { nl: `${nl} (Zo zijn er ${writeNumber(beyond, 'nl')}, hier niet apart genoemd.)`, en: `${en} (There are ${writeNumber(beyond, 'en')} of these, not listed one by one.)` } }]
    })
    return [...this.#listed, ...rest]
  }
}

/** `adapt` may put something between a resource and its files. Reads every resource whose reader is known. A resource that fails leaves an error finding; the others go on. */
export async function readResources(
  dataPackage: DataPackage,
  findReader: (id: string) => Reader | undefined,
  files: FileProvider,
  findings: FindingSink,
  progress: Progress,
  adapt: (files: FileProvider, resource: Resource, findings: FindingSink) => FileProvider = (same) => same,
): Promise<ReadPackage> {
  const resources: ReadResource[] = []
  const lines: ResourceLine[] = []
  for (const [index, resource] of dataPackage.resources.entries()) {
    const step = progress.step(`${index + 1}/${dataPackage.resources.length} ${resource.title ?? resource.name}`)
    const started = performance.now()
    const recorded = new RecordingFiles(adapt(files, resource, findings))
    const reader = findReader(resource.reader)
    const refused: Record<string, number> = {}
    const outcome = reader
      ? await readOne(reader, resource, recorded, countRefusals(findings, refused))
      : skip(resource, findings)
    const bytes = recorded.obtained.reduce((sum, file) => sum + file.bytes, 0)
    if (typeof outcome === 'string') step.fail(OUTCOMES[outcome])
    else {
      resources.push({ resource, result: outcome, files: recorded.obtained })
      step.done(countWords(outcome.table.rowCount, ['rij', 'rijen'], ['row', 'rows']))
    }
    lines.push({
      resource: resource.name,
      title: describeTitle(resource),
      reader: resource.reader,
      outcome: typeof outcome === 'string' ? outcome : 'kept',
      files: recorded.obtained.length,
      bytes,
      rowsRead: typeof outcome === 'string' ? 0 : outcome.rowsRead,
      rowsKept: typeof outcome === 'string' ? 0 : outcome.table.rowCount,
      rowsRefused: typeof outcome === 'string' ? 0 : outcome.rowsRefused,
      refusedFor: refused,
      milliseconds: Math.round(performance.now() - started),
    })
  }
  return { resources, lines }
}

const OUTCOMES = {
  failed: { nl: 'niet te lezen', en: 'cannot be read' },
  skipped: { nl: 'overgeslagen: geen lezer', en: 'skipped: no reader' },
} as const

async function readOne(reader: Reader, resource: Resource, files: FileProvider, findings: FindingSink): Promise<ReadResult | 'failed'> {
  try {
    return await reader.read(resource, files, findings)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    findings.add({ severity: 'error', code: error.code, resource: resource.name, file: error.location, message: error.messages })
    return 'failed'
  }
}

function skip(resource: Resource, findings: FindingSink): 'skipped' {
  findings.add({
    severity: 'warning',
    code: 'no-reader',
    resource: resource.name,
    field: 'reader',
    message: {
      nl: `Deze versie heeft geen lezer "${resource.reader}". Dit bestand is overgeslagen.`,
      en: `This version has no reader "${resource.reader}". This file was skipped.`,
    },
  })
  return 'skipped'
}

/** Counts the rows that a reader refuses, by the code of the finding, while passing the findings on. */
function countRefusals(findings: FindingSink, refused: Record<string, number>): FindingSink {
  return {
    add(finding) {
      if (finding.code.includes('row')) refused[finding.code] = (refused[finding.code] ?? 0) + (finding.count ?? 1)
      findings.add(finding)
    },
  }
}

/** Remembers which files a reader asked for: they are the provenance of what it read. */
class RecordingFiles implements FileProvider {
  readonly obtained: ObtainedFile[] = []
  readonly #files: FileProvider
  constructor(files: FileProvider) {
    this.#files = files
  }
  async obtain(location: string): Promise<ObtainedFile> {
    const file = await this.#files.obtain(location)
    this.obtained.push(file)
    return file
  }
}
