/** What several files of tests need and takes seconds to make: the first that asks makes it, the others wait for it. Only for reading. */
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { runImport } from '#steps/import/run-import.ts'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sharedData } from './shared-data.ts'

const PATIENCE_MS = 240_000

/** The folder that `make` filled. Where it failed, everybody who asks fails with its message. */
export async function makeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const run = process.env['TOPDORP_TEST_RUN']
  if (run === undefined) throw new Error('the tests were started without test/support/test-run.mjs')
  const folder = join(run, name)
  const outcome = join(run, `${name}.outcome`)
  const isFirst = await mkdir(folder).then(() => true, () => false)
  if (isFirst) await writeFile(outcome, await make(folder).then(() => '', (error: unknown) => String(error)))
  for (const start = Date.now(); !existsSync(outcome);) {
    if (Date.now() - start > PATIENCE_MS) throw new Error(`${name} was not ready in time`)
    await sleep(100)
  }
  const failure = await readFile(outcome, 'utf8')
  if (failure !== '') throw new Error(`${name} could not be made: ${failure}`)
  return folder
}

/** A folder with the figures of the made-up province. */
export const getProvinceHome = (): Promise<string> =>
  makeOnce('province', async (folder) => {
    const { path } = await writeFictionalProvince(join(folder, 'fictional'), { seed: FICTIONAL_SEED })
    await runImport({ location: path, home: folder })
  })

/** The same in a folder of one's own, to write in. */
export async function copyProvinceHome(home: string): Promise<void> {
  await cp(await getProvinceHome(), home, { recursive: true })
}

/** A folder with the real figures. Throws where they are not on this machine. */
export const getNetherlandsHome = (): Promise<string> =>
  makeOnce('netherlands', async (folder) => {
    if (sharedData === undefined) throw new Error('the real figures are not here')
    await runImport({ location: join(sharedData, 'datapackage.json'), home: folder })
  })
