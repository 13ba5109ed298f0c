/**
 * All checks of the project, one after another. The last line is `N passed, N failed` (and `, N skipped` where some were).
 * With parts of paths (`npm test -- test/cli`), only those tests.
 */
import { join } from 'node:path'
import { chromiumPath } from '../test/web/support/browser.ts'
import { hasPostgres, withoutPostgres } from '../test/support/postgres-server.ts'
import { hasStrace, withoutStrace } from '../test/support/strace.ts'
import { sharedData } from '../test/support/shared-data.ts'
import { checkImports } from './check/check-imports.ts'
import { runProgram, type Outcome } from './check/run-program.ts'
import { runVitest, type Counts } from './check/run-vitest.ts'

const projectFolder = join(import.meta.dirname, '..')
const program = (path: string): string => join(projectFolder, 'node_modules', path)

interface Check {
  readonly name: string
  run(): Promise<Outcome>
}

const CHECKS: readonly Check[] = [
  { name: 'types', run: () => runProgram(projectFolder, program('typescript/bin/tsc'), ['-p', '.']) },
  { name: 'types of the site', run: () => runProgram(projectFolder, program('typescript/bin/tsc'), ['-p', 'src/web']) },
  { name: 'lint and budgets', run: () => runProgram(projectFolder, program('oxlint/bin/oxlint'), ['--format', 'unix', '--deny-warnings']) },
  { name: 'import directions', run: checkDirections },
  { name: 'unused files, exports and packages', run: () => runProgram(projectFolder, program('knip/bin/knip.js'), ['--no-progress']) },
  { name: 'build of the site', run: () => runProgram(projectFolder, join(projectFolder, 'scripts/build.mjs'), []) },
]

async function checkDirections(): Promise<Outcome> {
  const { modules, imports, problems } = checkImports(projectFolder)
  const lines = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)
  return { passed: problems.length === 0, output: lines.join('\n'), remark: `${imports} imports in ${modules} modules` }
}

async function runCheck({ name, run }: Check): Promise<Counts> {
  const started = performance.now()
  const { passed, output, remark } = await run()
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`
  console.log(`${passed ? '✓' : '✗'} ${name} (${[...(remark === undefined ? [] : [remark]), seconds].join(', ')})`)
  if (!passed) console.log(output.trimEnd())
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** What this machine lacks, one line each. */
function sayLeftOut(): void {
  if (chromiumPath === undefined) console.log('LEFT OUT: the tests in a browser, as there is no Chromium. Get it: apt-get install chromium, or set CHROMIUM_PATH.')
  if (!hasPostgres) console.log(`LEFT OUT: the records on PostgreSQL: ${withoutPostgres}.`)
  if (!hasStrace) console.log(`LEFT OUT: the simulated power cuts: ${withoutStrace}.`)
  if (sharedData === undefined) console.log('LEFT OUT: the tests on real figures, as they are not here. Get them: set TOPDORP_SHARED to the folder that holds data/datapackage.json.')
}

const totals = { passed: 0, failed: 0, skipped: 0 }
const add = (counts: Counts): void => {
  for (const key of ['passed', 'failed', 'skipped'] as const) totals[key] += counts[key]
}
for (const check of CHECKS) add(await runCheck(check))
add(await runVitest(projectFolder, { only: process.argv.slice(2), exclude: chromiumPath === undefined ? ['test/web/**/*.browser.test.ts'] : [] }))
sayLeftOut()
console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`)
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1
