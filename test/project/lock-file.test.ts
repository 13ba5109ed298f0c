/** Whether a fresh clone can be installed, on this machine and on others. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

interface LockedPackage {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type LockedPackages = Readonly<Record<string, LockedPackage>>

/** Optional packages (the bindings for each kind of machine) that the lock file does not hold: with one of these, `npm ci` refuses everything. */
function listUnlocked(packages: LockedPackages): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(packages, path, name)),
  )
}

/** Looks where Node would: in the package's own folder, then in each folder around it. */
function isLocked(packages: LockedPackages, path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}/node_modules/${name}`.replace(/^\//, '') in packages) return true
    if (folder === '') return false
  }
}

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as { packages: LockedPackages }

it('locks the packages for every kind of machine, so that a fresh clone can be installed', () => {
  expect(listUnlocked(packages)).toEqual([])
})

it('notices a package for another machine that is not locked', () => {
  const [name] = Object.keys(packages['node_modules/oxlint']?.optionalDependencies ?? {})
  const rest = Object.fromEntries(Object.entries(packages).filter(([path]) => path !== `node_modules/${name}`))
  expect(listUnlocked(rest)).toEqual([name])
})
