/** Every rule of the project can fail: a check that is always green says nothing. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkImports } from '../../scripts/check/check-imports.ts'
import { DIRECTIONS } from '../../scripts/check/directions.ts'
import { runProgram } from '../../scripts/check/run-program.ts'
import { countReport } from '../../scripts/check/run-vitest.ts'

const projectFolder = join(import.meta.dirname, '../..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topdorp-rules-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const run = (script: string, args: readonly string[]) => runProgram(folder, join(projectFolder, 'node_modules', script), args)

describe('import directions', () => {
  test('hold in the whole project, and the checker has seen it', () => {
    const { modules, imports, problems } = checkImports(projectFolder)
    expect(problems).toEqual([])
    expect(modules).toBeGreaterThan(100)
    expect(imports).toBeGreaterThan(500)
  })

  test('are refused for every pair of layers that is not in the table', () => {
    const layers = DIRECTIONS.map(({ from }) => from).filter((layer) => layer !== 'main')
    const forbidden: string[] = []
    for (const { from, to, typesOnly = [] } of DIRECTIONS.filter((direction) => direction.from !== 'main')) {
      for (const layer of layers) {
        write(`src/${from}/uses-${layer}.ts`, `import { thing } from '#${layer}/thing.ts'\nconsole.log(thing)\n`)
        if (layer !== from && !to.includes(layer) && !typesOnly.includes(layer)) forbidden.push(`src/${from}/uses-${layer}.ts`)
      }
    }
    const refused = checkImports(folder).problems.filter(({ rule }) => rule === 'direction')
    expect(refused.map(({ file }) => file).toSorted()).toEqual(forbidden.toSorted())
    expect(forbidden).toContain('src/domain/uses-statistics.ts')
    expect(forbidden).toContain('src/web/uses-steps.ts')
  })

  test.each([
    ['direction', 'src/domain/a.ts', "import { x } from '#sources/x.ts'"],
    ['direction', 'src/domain/a.ts', "export { x } from '#sources/x.ts'"],
    ['direction', 'src/domain/a.ts', "export * from '#sources/x.ts'"],
    ['direction', 'src/domain/a.ts', "import type { X } from '#sources/x.ts'"],
    ['direction', 'src/domain/a.ts', "const x = await import('#sources/x.ts')"],
    ['direction', 'src/domain/a.ts', "import x from '../main.ts'"],
    ['direction', 'src/web/a.tsx', "import { x } from '#steps/x.ts'\nexport const a = <p>{x}</p>"],
    ['types-only', 'src/api/a.ts', "import { x } from '#statistics/x.ts'"],
    ['types-only', 'src/api/a.ts', "import { type X, y } from '#statistics/x.ts'"],
    ['types-only', 'src/cli/a.ts', "import { x } from '#sources/x.ts'"],
    ['form', 'src/domain/a.ts', "import { x } from '../sources/x.ts'"],
    ['form', 'src/domain/a.ts', "import { x } from './b.ts'"],
    ['extension', 'src/domain/a.ts', "import { x } from '#domain/x'"],
    ['engine', 'src/engines/reach/a.ts', "import { x } from '#engines/siting/x.ts'"],
    ['engine', 'src/engines/reach/assembly/a.ts', "import { x } from '../../siting/assembly/x'"],
    ['direction', 'src/engines/reach/assembly/a.ts', "import { x } from '../x'"],
    ['direction', 'src/engines/reach/assembly/a.ts', "import { x } from '#engines/numeric/x.ts'"],
    ['computed', 'src/domain/a.ts', 'const x = await import(process.argv[2])'],
    ['unknown-layer', 'src/utils/a.ts', "import { x } from '#domain/x.ts'"],
    ['unparsable', 'src/domain/a.ts', 'const = '],
  ])('refuse as %s in %s: %s', (rule, path, text) => {
    write(path, text)
    expect(checkImports(folder)).toMatchObject({ modules: 1, problems: [{ file: path, rule }] })
  })

  test.each([
    ['src/api/a.ts', "import type { X } from '#statistics/x.ts'"],
    ['src/api/a.ts', "import { type X } from '#statistics/x.ts'"],
    ['src/engines/reach/a.ts', "import { x } from '#engines/numeric/x.ts'"],
    ['src/engines/reach/assembly/a.ts', "import { x } from './b'\nimport { y } from '../../numeric/assembly/y'"],
    ['src/steps/a.ts', "import { x } from '#sources/x.ts'\nimport { z } from 'zod'\nimport { join } from 'node:path'"],
    ['src/domain/a.ts', "// import { x } from '#sources/x.ts'\nexport const text = \"import { x } from '#sources/x.ts'\""],
  ])('allow in %s: %s', (path, text) => {
    write(path, text)
    expect(checkImports(folder)).toMatchObject({ modules: 1, problems: [] })
  })
})

describe('lint and budgets', () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, at) => `  console.log(${at})`).join('\n')

  test.each([
    ['max-lines', 'src/domain/long.ts', lines(301)],
    ['max-lines-per-function', 'src/domain/long.ts', `export function work() {\n${lines(60)}\n}\n`],
    ['max-lines-per-function', 'src/steps/see/long.ts', `export function work() {\n${lines(100)}\n}\n`],
    ['no-explicit-any', 'src/domain/a.ts', 'export const x: any = 1\n'],
    ['no-default-export', 'src/domain/a.ts', 'export default 1\n'],
    ['filename-case', 'src/domain/badName.ts', 'export const x = 1\n'],
    ['no-unused-vars', 'src/domain/a.ts', 'const x = 1\n'],
  ])('refuse by %s', async (rule, path, text) => {
    cpSync(join(projectFolder, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    write(path, text)
    const { passed, output } = await run('oxlint/bin/oxlint', ['--format', 'unix', '--deny-warnings'])
    expect(passed).toBe(false)
    expect(output).toContain(`(${rule})`)
  })

  test('refuse modules that import each other in a circle', async () => {
    cpSync(join(projectFolder, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    write('package.json', JSON.stringify({ type: 'module', imports: { '#domain/*': './src/domain/*' } }))
    write('src/domain/a.ts', "import { b } from '#domain/b.ts'\nexport const a = () => b()\n")
    write('src/domain/b.ts', "import { a } from '#domain/a.ts'\nexport const b = () => a()\n")
    const { passed, output } = await run('oxlint/bin/oxlint', ['--format', 'unix', '--deny-warnings'])
    expect(passed).toBe(false)
    expect(output).toContain('(no-cycle)')
  })

  test('allow what is within the budgets, so that a refusal means something', async () => {
    cpSync(join(projectFolder, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    write('src/domain/short.ts', `export function work() {\n${lines(50)}\n}\n`)
    write('src/steps/see/use-case.ts', `export function work() {\n${lines(90)}\n}\n`)
    expect(await run('oxlint/bin/oxlint', ['--format', 'unix', '--deny-warnings'])).toMatchObject({ passed: true })
  })
})

describe('types', () => {
  test.each([
    ['a wrong type', "export const x: number = 'one'\n", 'TS2322'],
    ['an array place that may not exist', 'export const x = (list: number[]): number => list[0]\n', 'TS2322'],
    ['syntax that Node cannot strip', 'export enum Level { low }\n', 'TS1294'],
    ['an unused variable', 'const x = 1\nexport {}\n', 'TS6133'],
  ])('refuse %s', async (_, text, code) => {
    write('tsconfig.json', JSON.stringify({ extends: join(projectFolder, 'tsconfig.json'), compilerOptions: { types: [] }, include: ['*.ts'] }))
    write('package.json', '{ "type": "module" }')
    write('a.ts', text)
    const { passed, output } = await run('typescript/bin/tsc', ['-p', '.'])
    expect(passed).toBe(false)
    expect(output).toContain(code)
  })
})

describe('unused code', () => {
  test('is refused: a file, an export and a package that nothing uses', async () => {
    cpSync(join(projectFolder, 'knip.ts'), join(folder, 'knip.ts'))
    write('package.json', JSON.stringify({ name: 'x', type: 'module', dependencies: { 'left-behind': '1.0.0' } }))
    write('src/main.ts', "import { used } from './parts.ts'\nconsole.log(used)\n")
    write('src/parts.ts', 'export const used = 1\nexport const leftOver = 2\n')
    write('src/forgotten.ts', 'export const nothing = 1\n')
    const { passed, output } = await run('knip/bin/knip.js', ['--no-progress'])
    expect(passed).toBe(false)
    for (const name of ['left-behind', 'leftOver', 'src/forgotten.ts']) expect(output).toContain(name)
  })
})

describe('the count of tests', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0, testResults: [] }

  test('takes a file that breaks before its first test for a failure', () => {
    const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(countReport(broken, false)).toEqual({ passed: 5, failed: 1, skipped: 2 })
  })

  test('takes an error outside every test, and a report that is not there, for a failure', () => {
    expect(countReport(report, false)).toMatchObject({ failed: 1 })
    expect(countReport(undefined, true)).toMatchObject({ failed: 1 })
    expect(countReport(report, true)).toEqual({ passed: 5, failed: 0, skipped: 2 })
  })
})
