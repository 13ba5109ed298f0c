// Before the tests: the kernels as their sources are now, and a folder for what several files of tests need and one of them makes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildKernelsWhenStale } from '../../scripts/build-kernels.mjs'

export const setup = () => {
  buildKernelsWhenStale()
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-run-'))
  process.env.TOPDORP_TEST_RUN = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
