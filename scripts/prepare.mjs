// What a fresh clone needs before anything runs: the packages, and the site. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))
/** The Node that the project brings along, so that the machine's own version does not matter. */
export const projectNode = join(projectFolder, 'node_modules/node/bin/node')

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Runs a command in the project and ends this process when it fails, with what it printed. */
export function run(command, args, { show = false } = {}) {
  const result = spawnSync(command, args, { cwd: projectFolder, encoding: 'utf8', stdio: show ? 'inherit' : 'pipe' })
  if (result.status === 0) return result.stdout
  console.error(`${result.stdout ?? ''}${result.stderr ?? result.error ?? ''}`)
  console.error(`Mislukt / failed: ${command} ${args.join(' ')}`)
  process.exit(1)
}

function isInstalled() {
  const installed = join(projectFolder, 'node_modules/.package-lock.json')
  if (!existsSync(installed) || !existsSync(projectNode)) return false
  return statSync(installed).mtimeMs >= statSync(join(projectFolder, 'package-lock.json')).mtimeMs
}

export function installWhenNeeded() {
  if (isInstalled()) return
  console.error('Pakketten installeren (eenmalig, ongeveer een minuut) …')
  run(npm, ['ci', '--no-audit', '--no-fund'])
  // npm may leave out install scripts; the one of the package `node` puts Node in place.
  if (!existsSync(projectNode)) run(npm, ['rebuild', 'node', '--ignore-scripts=false'])
  if (!existsSync(projectNode)) {
    console.error('Het pakket "node" is niet geïnstalleerd. Sta installatiescripts toe en probeer opnieuw: npm rebuild node')
    process.exit(1)
  }
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

/** A digest of everything the built site depends on. */
function digestSources() {
  const hash = createHash('sha256')
  const paths = ['src/web', 'src/domain'].flatMap((folder) => listFiles(join(projectFolder, folder)))
  for (const path of [...paths.sort(), join(projectFolder, 'vite.config.ts'), join(projectFolder, 'package-lock.json')]) {
    hash.update(path.slice(projectFolder.length)).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** So many builds stay on the disk, the last one included: servers that were started with them, and pages that are open, still ask for their files. */
const KEPT_BUILDS = 5

/** Notes which files the build wrote that began then, and deletes files of builds that are too old. */
export function keepFewBuilds(siteFolder, began) {
  const assets = join(siteFolder, 'assets')
  const list = join(siteFolder, '.builds')
  const written = readdirSync(assets).filter((name) => statSync(join(assets, name)).mtimeMs >= began)
  const builds = [written, ...(existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [])].slice(0, KEPT_BUILDS)
  const kept = new Set(builds.flat())
  for (const name of readdirSync(assets)) if (!kept.has(name)) unlinkSync(join(assets, name))
  writeFileSync(list, JSON.stringify(builds))
}

export function buildSiteWhenStale() {
  const siteFolder = join(projectFolder, 'dist/site')
  const mark = join(siteFolder, '.built')
  const digest = digestSources()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return
  console.error('Website bouwen …')
  const began = Date.now() - 1000
  run(projectNode, [join(projectFolder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'])
  keepFewBuilds(siteFolder, began)
  writeFileSync(mark, digest)
}
