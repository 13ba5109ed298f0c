/** Runs the tests, showing failures as they come, and counts them from the report that vitest writes. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

const LIMIT_MINUTES = 40

export async function runVitest(projectFolder: string, { exclude }: { readonly exclude: readonly string[] }): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-test-'))
  try {
    const file = join(folder, 'report.json')
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...exclude.map((glob) => `--exclude=${glob}`)]
    const child = spawn(process.execPath, [join(projectFolder, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: LIMIT_MINUTES * 60_000,
    })
    const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve))
    return countReport(readReport(file), code === 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}

/** A file that fails before its first test, a report that is not there, and an error outside any test count as one failure each. */
export function countReport(report: VitestReport | undefined, endedWell: boolean): Counts {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !endedWell ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
