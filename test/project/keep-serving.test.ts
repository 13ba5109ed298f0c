import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const projectFolder = join(import.meta.dirname, '../..')
let folder: string

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'topdorp-keep-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** A server that writes a line a start into `starts`, and ends the n-th time as told; run as `npm start` runs it. */
async function keep(name: string, endings: readonly string[], servedMs = 0): Promise<{ code: number | null; starts: number; said: string }> {
  const starts = join(folder, name)
  const program = join(folder, `${name}.mjs`)
  writeFileSync(program, `import { appendFileSync, readFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(starts)}, 'x')
    const end = ${JSON.stringify(endings)}[readFileSync(${JSON.stringify(starts)}).length - 1]
    if (end === 'memory') { const held = []; for (;;) held.push(new Array(1e5).fill({}).map(() => ({}))) }
    else if (end.startsWith('SIG')) process.kill(process.pid, end), setTimeout(() => {}, 1e5)
    else process.exit(Number(end))`)
  const keeper = `import { keepServing } from ${JSON.stringify(join(projectFolder, 'scripts/keep-serving.mjs'))}
    process.exit(await keepServing(process.execPath, ['--max-old-space-size=20', ${JSON.stringify(program)}], { stdio: 'ignore' }, { servedMs: ${servedMs} }))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', keeper])
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, starts: readFileSync(starts).length, said }
}

describe('keepServing', () => {
  it('starts a server again that reached the bound on its memory, and says so', async () => {
    const { code, starts, said } = await keep('memory', ['memory', '0'])
    expect({ code, starts }).toEqual({ code: 0, starts: 2 })
    expect(said).toContain('De server viel om (SIGABRT)')
  })

  it('gives up after three times', async () => {
    const { code, starts, said } = await keep('often', ['SIGKILL', 'SIGABRT', 'SIGKILL', 'SIGKILL', '0'])
    expect({ code, starts }).toEqual({ code: 1, starts: 4 })
    expect(said.match(/viel om/g)).toHaveLength(3)
  })

  it('leaves one that ended by itself, with its code', async () => {
    expect(await keep('ended', ['2', '0'])).toEqual({ code: 2, starts: 1, said: '' })
  })

  it('leaves one that fell at its start', async () => {
    expect(await keep('start', ['SIGABRT', '0'], 60_000)).toEqual({ code: 1, starts: 1, said: '' })
  })
})
