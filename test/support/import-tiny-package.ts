/** Imports of the tiny package as a test spoils it: what came of it, and that nothing half done was left behind. */
import { expect } from 'vitest'
import type { Finding } from '#domain/finding.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { ReconciliationReport, ResourceLine } from '#domain/report.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { runImport } from '#steps/import/run-import.ts'
import { getFigure } from '#steps/see/figures.ts'
import { expectReadable, readServed, refusalOf } from './import-snapshot.ts'
import { writeTinyPackage, type TinyPackage, type WrittenPackage } from './tiny-package.ts'

export interface Imported {
  readonly report: ReconciliationReport
  readonly statistics: Statistics
}

/** Imports the package as changed; every finding can be read and nothing but the version is left behind. */
export async function importChanged(change?: (tiny: TinyPackage) => void): Promise<Imported> {
  const written = await writeTinyPackage(change)
  const report = await runImport(written)
  const statistics = await openStatistics(written.home)
  if (statistics === undefined) throw new Error('nothing was imported')
  expectReadable(report.findings)
  expect((await readServed(written.home)).leftovers).toEqual([])
  return { report, statistics }
}

/** The findings of the refusal of a package over figures that are already there, which stay. */
export async function refuseChanged(change: (tiny: TinyPackage) => void): Promise<{ code: string; findings: readonly Finding[] }> {
  const { home }: WrittenPackage = await importedTiny()
  const before = await readServed(home)
  const { location } = await writeTinyPackage(change)
  const { code, findings, messages } = await refusalOf(runImport({ location, home }))
  expectReadable(findings)
  expect(messages.nl).not.toBe(messages.en)
  expect(await readServed(home)).toEqual(before)
  return { code, findings }
}

async function importedTiny(): Promise<WrittenPackage> {
  const written = await writeTinyPackage()
  await runImport(written)
  return written
}

export const find = (findings: readonly Finding[], code: string): Finding | undefined => findings.find((finding) => finding.code === code)
export const lineOf = ({ report }: Imported, name: string): ResourceLine | undefined => report.resources.find(({ resource }) => resource === name)
export const figureOf = ({ statistics }: Imported, indicator: string, code: string): number | MissingReason | undefined => {
  const figure = getFigure(statistics, indicator, code, 2024)
  return 'value' in figure ? figure.value : figure.missing
}
