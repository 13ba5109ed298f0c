/** Import: from a data package to statistics that are served, or a clear account of why not. */
import { createHash } from 'node:crypto'
import { BUILT_IN_PACKAGE, readTitle, type DataPackage } from '#domain/data-package.ts'
import type { Finding } from '#domain/finding.ts'
import { INDICATORS } from '#domain/indicators/index.ts'
import { noProgress, type Progress } from '#domain/progress.ts'
import { SourceError, type FileProvider } from '#domain/reader.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import { findReader } from '#sources/readers.ts'
import type { FetchOptions } from '#sources/http/fetch-options.ts'
import { createFileProvider } from '#sources/http/file-provider.ts'
import { openDataPackage } from '#sources/package/open-package.ts'
import { buildNetherlandsPackage } from '#sources/packages/netherlands.ts'
import { withSelectFallback } from '#sources/packages/select-fallback.ts'
import { getFolders } from '#statistics/folders.ts'
import { takeImportLock } from '#statistics/import-lock.ts'
import { writeVersion } from '#statistics/write-version.ts'
import { buildVersion } from '#steps/import/build-version.ts'
import { ImportError } from '#steps/import/import-error.ts'
import { FindingList, readResources, type ReadPackage } from '#steps/import/read-resources.ts'
import { leaveOutImplausibleYears } from '#steps/import/years.ts'

export interface ImportOptions {
  /** File, folder or URL of a data package, or `netherlands` for the built-in one. */
  readonly location: string
  /** Folder in which Topdorp keeps its files. */
  readonly home: string
  readonly progress?: Progress
  /** Go on when a resource could not be read: the version then lacks it, and says so. */
  readonly acceptIncomplete?: boolean
  /** How patient and persistent the HTTP client is; what is left out has its default. */
  readonly fetchOptions?: Partial<FetchOptions>
}

/**
 * Imports a package and makes it the version that is served. Throws ImportError, with findings, when it cannot be
 * used; the former version then stays. At any moment of this, killing the process leaves the former version in place.
 */
export async function runImport(options: ImportOptions): Promise<ReconciliationReport> {
  const lock = await takeImportLock(options.home)
  if ('heldBy' in lock) throw new ImportError('import-running', options.home, [])
  try {
    return await importUnderLock(options)
  } finally {
    await lock.release()
  }
}

async function importUnderLock({ location, home, progress = noProgress, acceptIncomplete = false, fetchOptions }: ImportOptions): Promise<ReconciliationReport> {
  const started = performance.now()
  const findings = new FindingList()
  const opened = await openPackage(location, home, progress, fetchOptions)
  const files = createFileProvider({
    baseLocation: opened.baseLocation,
    downloadsFolder: getFolders(home).downloads,
    progress,
    ...(fetchOptions ? { fetchOptions } : {}),
  })
  try {
    const dataPackage = leaveOutImplausibleYears(opened.dataPackage, findings)
    const read = await readResources(dataPackage, findReader, files, findings, progress, withSelectFallback)
    refuseIncomplete(read, findings.findings, acceptIncomplete)
    const step = progress.step({ nl: 'Cijfers samenstellen', en: 'Putting the figures together' })
    const draft = buildVersion(identify(location, dataPackage, read), read, findings, started)
    if (!draft) throw new ImportError('no-figures', location, findings.findings)
    step.done()
    const writing = progress.step({ nl: 'Cijfers opslaan', en: 'Storing the figures' })
    await writeVersion(home, draft)
    writing.done()
    return draft.report
  } finally {
    await files.close()
  }
}

async function openPackage(
  location: string,
  home: string,
  progress: Progress,
  fetchOptions: Partial<FetchOptions> = {},
): Promise<{ dataPackage: DataPackage; baseLocation: string }> {
  if (location === BUILT_IN_PACKAGE) return { dataPackage: buildNetherlandsPackage(INDICATORS), baseLocation: home }
  const files = createFileProvider({ baseLocation: location, downloadsFolder: getFolders(home).downloads, progress, fetchOptions })
  try {
    const opened = await openDataPackage(location, files)
    return { dataPackage: opened.package, baseLocation: opened.baseLocation }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new ImportError('package-unusable', location, [describe(error, location)], { cause: error })
  } finally {
    await files.close()
  }
}

function describe(error: SourceError, resource: string): Finding {
  return { severity: 'error', code: error.code, resource, file: error.location, message: error.messages }
}

function refuseIncomplete(read: ReadPackage, findings: readonly Finding[], acceptIncomplete: boolean): void {
  const failed = read.lines.filter((line) => line.outcome === 'failed').map((line) => line.resource)
  if (failed.length > 0 && !acceptIncomplete) throw new ImportError('resource-failed', failed.join(', '), findings)
}

/** A version is named by the moment (to the millisecond: no two have the same) and by what went into it: the same files give the same last part. */
function identify(location: string, dataPackage: DataPackage, { resources }: ReadPackage): Parameters<typeof buildVersion>[0] {
  const importedAt = new Date().toISOString()
  const content = resources.flatMap(({ resource, files }) => [JSON.stringify(resource), ...files.map((file) => file.sha256)])
  const digest = createHash('sha256').update(content.join('\n')).digest('hex').slice(0, 10)
  return {
    version: `${importedAt.replace(/[-:.Z]/g, '').replace('T', '-')}-${digest}`,
    importedAt,
    packageLocation: location,
    packageName: dataPackage.name,
    packageTitle: readTitle(dataPackage, dataPackage.name),
    fictional: dataPackage.fictional ?? false,
  }
}

/** Whether the services behind the built-in package answer: asks for the first file of the first resource. */
export async function canReachBuiltInPackage(home: string, progress: Progress = noProgress): Promise<boolean> {
  const [first] = buildNetherlandsPackage(INDICATORS).resources
  const files: FileProvider & { close(): Promise<void> } = createFileProvider({
    baseLocation: home,
    downloadsFolder: getFolders(home).downloads,
    progress,
    fetchOptions: { maxAttempts: 2, connectTimeoutMs: 4000, answerTimeoutMs: 20_000 },
  })
  try {
    await files.obtain(first?.properties ?? '')
    return true
  } catch (error) {
    if (error instanceof SourceError) return false
    throw error
  } finally {
    await files.close()
  }
}
