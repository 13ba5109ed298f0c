/** Reads the compiled loops of an engine: engines themselves read no files. They are compiled by scripts/build-kernels.mjs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../../../dist/kernels')

/** Throws when it is not there, with the way out. */
export function readKernel(engine: string, folder = FOLDER): Uint8Array<ArrayBuffer> {
  const path = join(folder, `${engine}.wasm`)
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(`Het rekenprogramma ${path} is er niet. Maak het: npm run build. / The program ${path} is not there. Make it: npm run build.`)
  }
}
