// The inner loops of the engines: AssemblyScript, compiled to WebAssembly when the sources changed. Uses nothing but Node itself and the compiler.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))
const compiler = join(projectFolder, 'node_modules/assemblyscript')

/** Strict SIMD only: relaxed SIMD may round differently on another machine, and runs must be reproducible. */
const OPTIONS = [
  '-O3', '--noAssert', '--uncheckedBehavior', 'always', '--runtime', 'stub',
  '--enable', 'simd', '--enable', 'threads', '--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536',
  // Constants of a program stay below what `startKernel` hands out; more of them is an error.
  '--memoryBase', '16', '--lowMemoryLimit', '1024',
]

function listAssemblyFolders(folder) {
  const engines = join(folder, 'src/engines')
  return readdirSync(engines).sort().map((engine) => join(engines, engine, 'assembly')).filter((path) => existsSync(path))
}

/** A digest of everything the kernels depend on: their sources, the compiler and its options. */
function digestSources(folder) {
  const hash = createHash('sha256').update(OPTIONS.join(' ')).update(readFileSync(join(compiler, 'package.json')))
  for (const assembly of listAssemblyFolders(folder)) {
    for (const name of readdirSync(assembly).sort()) hash.update(join(assembly, name).slice(folder.length)).update(readFileSync(join(assembly, name)))
  }
  return hash.digest('hex')
}

/** Another process may be reading or building at the same moment: a file is there whole, or not. */
function putWhole(path, write) {
  const draft = `${path}.${process.pid}`
  write(draft)
  renameSync(draft, path)
}

/** Throws with the words of the compiler when a source has a fault. */
function compile(source, target) {
  const node = join(projectFolder, 'node_modules/node/bin/node')
  const { status, stdout, stderr, error } = spawnSync(node, [join(compiler, 'bin/asc.js'), source, '-o', target, ...OPTIONS], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${source} kan niet vertaald worden / cannot be compiled:\n${stdout ?? ''}${stderr ?? ''}${error ?? ''}`)
}

/**
 * Compiles `src/engines/<engine>/assembly/kernel.ts` to `dist/kernels/<engine>.wasm`, for every engine that has one.
 * Gives the names of the engines that were compiled: none when all was up to date.
 */
export function buildKernelsWhenStale(folder = projectFolder) {
  // Installed without its tools: what was compiled before is used, and who reads a kernel says when it is not there.
  if (!existsSync(compiler)) return []
  const target = join(folder, 'dist/kernels')
  const mark = join(target, '.built')
  const digest = digestSources(folder)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return []
  mkdirSync(target, { recursive: true })
  const entries = listAssemblyFolders(folder).map((assembly) => join(assembly, 'kernel.ts')).filter((path) => existsSync(path))
  const engines = entries.map((entry) => basename(dirname(dirname(entry))))
  for (const [at, entry] of entries.entries()) putWhole(join(target, `${engines[at]}.wasm`), (draft) => compile(entry, draft))
  putWhole(mark, (draft) => writeFileSync(draft, digest))
  return engines
}
