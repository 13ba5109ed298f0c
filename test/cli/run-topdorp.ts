/** Runs the real command line in a process of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const projectFolder = join(import.meta.dirname, '../..')

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export type RunTopdorp = (words: readonly string[], environment?: Readonly<Record<string, string>>) => Run

/** `topdorp` with figures of its own in `home`; the environment of whoever runs the tests does not count. */
export function createTopdorp(home: string): RunTopdorp {
  return (words, environment = {}) => {
    const { TOPDORP_DATAPACKAGE: _package, PORT: _port, ...inherited } = process.env
    const result = spawnSync(process.execPath, [join(projectFolder, 'src/cli/main.ts'), ...words], {
      env: { ...inherited, NODE_COMPILE_CACHE: join(projectFolder, 'node_modules/.cache/topdorp'), TOPDORP_HOME: home, ...environment },
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    return { code: result.status, out: result.stdout, err: result.stderr }
  }
}

export function makeFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-cli-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
