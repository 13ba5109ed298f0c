/** The kernels are compiled when, and only when, their sources changed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compileKernel, startKernel } from '#engines/numeric/kernel.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import { buildKernelsWhenStale } from '../../scripts/build-kernels.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topdorp-kernels-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const writeKernel = (body: string) => write('src/engines/reach/assembly/kernel.ts', `import { twice } from '../../numeric/assembly/twice'\nexport function compute(x: f32): f32 { return ${body} }\n`)
const read = () => readKernel('reach', join(folder, 'dist/kernels'))
const compute = (x: number) => startKernel<{ compute(x: number): number }>(compileKernel(read()), 0).functions.compute(x)

test('a kernel is compiled at first, left alone while its sources are the same, and compiled again when one of them changed', () => {
  write('src/engines/numeric/assembly/twice.ts', 'export function twice(x: f32): f32 { return 2 * x }\n')
  write('src/engines/numeric/kernel.ts', 'not of a kernel')
  writeKernel('twice(x) + 1')
  expect(read).toThrow(/reach\.wasm is not there\. Make it: npm run build/)
  expect(buildKernelsWhenStale(folder)).toEqual(['reach'])
  expect(compute(5)).toBe(11)
  expect(buildKernelsWhenStale(folder)).toEqual([])

  writeKernel('twice(x) + 3')
  expect(buildKernelsWhenStale(folder)).toEqual(['reach'])
  expect(compute(5)).toBe(13)

  write('src/engines/numeric/assembly/twice.ts', 'export function twice(x: f32): f32 { return x + x + 100 }\n')
  expect(buildKernelsWhenStale(folder)).toEqual(['reach'])
  expect(compute(5)).toBe(113)

  write('src/engines/numeric/kernel.ts', 'changed, but not of a kernel')
  expect(buildKernelsWhenStale(folder)).toEqual([])
}, 120_000)

test('a fault in a source is told with its place, and the former kernel stays', () => {
  write('src/engines/numeric/assembly/twice.ts', 'export function twice(x: f32): f32 { return 2 * x }\n')
  writeKernel('twice(x)')
  buildKernelsWhenStale(folder)
  writeKernel("twice('five')")
  expect(() => buildKernelsWhenStale(folder)).toThrow(/cannot be compiled:[^]*Type '.*String' is not assignable to type 'f32'[^]*kernel\.ts/)
  expect(compute(5)).toBe(10)
  writeKernel('twice(x)')
  expect(buildKernelsWhenStale(folder)).toEqual([])
}, 120_000)
