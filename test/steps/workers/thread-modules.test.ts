import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readImports } from '../../../scripts/check/read-imports.ts'

const SRC = join(import.meta.dirname, '../../../src')
const SERVE = '#steps/workers/split-worker.ts'

const listRunning = (path: string) => readImports(path).filter(({ typesOnly }) => !typesOnly).map(({ specifier }) => specifier)

/** The packages that are loaded with a module, from however far. */
function listPackages(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return []
  seen.add(path)
  return listRunning(path).flatMap((specifier) => (specifier.startsWith('#') ? listPackages(join(SRC, specifier.slice(1)), seen) : specifier.startsWith('node:') ? [] : [specifier]))
}

const tasks = globSync('steps/**/*-task.ts', { cwd: SRC }).map((file) => join(SRC, file)).filter((path) => listRunning(path).includes(SERVE))

test('threads that compute are there quickly: none of them loads the program for schemas, which takes longer than all of their own', () => {
  expect(tasks.length).toBeGreaterThan(5)
  expect(tasks.filter((path) => listPackages(path).includes('zod'))).toEqual([])
  expect(listPackages(join(SRC, 'domain/read-index-document.ts'))).toContain('zod')
})
