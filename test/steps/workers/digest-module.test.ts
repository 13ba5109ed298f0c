import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { digestModule } from '#steps/workers/digest-module.ts'

const FORECAST = new URL('../../../src/steps/explore/forecast-contents.ts', import.meta.url)

test('a program is the same until a module changes that it imports, from however far, or starts a thread with', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'topdorp-digest-'))
  const write = (name: string, text: string) => writeFile(join(folder, name), text)
  try {
    await write('a.ts', "import { b } from './b.ts'\nconst task = new URL('./task.ts', import.meta.url)\n")
    await write('b.ts', "import type { C } from './c.ts'\nimport { a } from './a.ts'\nimport { z } from 'zod'\n")
    await write('c.ts', 'export const c = 1\n')
    await write('task.ts', 'run(1)\n')
    await write('other.ts', 'nobody imports this\n')
    const digest = () => digestModule(pathToFileURL(join(folder, 'a.ts')))
    const first = await digest()
    await write('other.ts', 'changed\n')
    expect(await digest()).toBe(first)
    await write('c.ts', 'export const c = 2\n')
    const second = await digest()
    expect(second).not.toBe(first)
    await write('task.ts', 'run(2)\n')
    expect(await digest()).not.toBe(second)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('the forecast is one such program', async () => {
  expect(await digestModule(FORECAST)).toMatch(/^[0-9a-f]{20}$/)
  expect(await digestModule(FORECAST)).toBe(await digestModule(FORECAST))
})
