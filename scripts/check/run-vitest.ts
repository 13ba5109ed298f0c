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

export interface TestChoice {
  /** Parts of paths; all tests where there are none. */
  readonly only: readonly string[]
  /** Globs of tests to leave out. */
  readonly exclude: readonly string[]
}

export async function runVitest(projectFolder: string, { only, exclude }: TestChoice): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-test-'))
  try {
    const file = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    // A test.only left behind would leave out all others without a word.
    const args = ['run', ...only, ...reporters, '--allowOnly=false', ...exclude.map((glob) => `--exclude=${glob}`)]
    const child = spawn(process.execPath, [join(projectFolder, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: process.stdout.isTTY ? process.env : { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
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
