/** Finds imports that go against the way of the data, or that are written in another form than `#layer/file.ts`. */
import { globSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { DIRECTIONS, SHARED_ENGINES } from './directions.ts'
import { readImports, type ImportFound } from './read-imports.ts'

export interface ImportProblem {
  readonly file: string
  readonly line: number
  readonly rule: 'direction' | 'types-only' | 'engine' | 'form' | 'extension' | 'computed' | 'unparsable' | 'unknown-layer'
  readonly message: string
}

export interface ImportCheck {
  readonly modules: number
  readonly imports: number
  readonly problems: readonly ImportProblem[]
}

type Complaint = readonly [rule: ImportProblem['rule'], message: string] | undefined

/** Checks every module below `src` of a project. */
export function checkImports(projectFolder: string): ImportCheck {
  const src = join(projectFolder, 'src')
  const files = globSync('**/*.{ts,tsx}', { cwd: src }).map((file) => join(src, file))
  const problems: ImportProblem[] = []
  let imports = 0
  for (const path of files) {
    const file = relative(projectFolder, path)
    let found: readonly ImportFound[]
    try {
      found = readImports(path)
    } catch (error) {
      problems.push({ file, line: 1, rule: 'unparsable', message: (error as Error).message })
      continue
    }
    imports += found.length
    for (const one of found) {
      const complaint = judge(path, one, src)
      if (complaint) problems.push({ file, line: one.line, rule: complaint[0], message: complaint[1] })
    }
  }
  return { modules: files.length, imports, problems }
}

function judge(path: string, { specifier, typesOnly, computed = false }: ImportFound, src: string): Complaint {
  if (computed) return ['computed', `import(${specifier}): write the name out, so that the way of the data can be seen`]
  const isOurs = specifier.startsWith('#') || specifier.startsWith('.')
  if (!isOurs) return undefined
  const target = specifier.startsWith('#') ? join(src, specifier.slice(1)) : resolve(dirname(path), specifier)
  if (isAssembly(path)) return judgeAssembly(path, specifier, target, src)
  const from = getLayer(path, src)
  const to = getLayer(target, src)
  if (specifier.startsWith('.') && from !== 'main' && to !== 'main') {
    const wanted = `#${relative(src, target).split(sep).join('/')}`
    return ['form', `"${specifier}": write "${wanted}", the one form of an import`]
  }
  if (!/\.(ts|tsx|css|json|svg|po)(\?\w+)?$/.test(specifier)) return ['extension', `"${specifier}": end it in .ts or .tsx`]
  return judgeDirection(from, to, specifier, typesOnly) ?? judgeEngine(path, target, src)
}

function judgeDirection(from: string, to: string, specifier: string, typesOnly: boolean): Complaint {
  const direction = DIRECTIONS.find((candidate) => candidate.from === from)
  if (direction === undefined) return ['unknown-layer', `src/${from} is not a layer; see scripts/check/directions.ts`]
  if (from === to || direction.to.includes(to)) return undefined
  if (direction.typesOnly?.includes(to)) {
    return typesOnly ? undefined : ['types-only', `"${specifier}": ${from} may import only types of ${to} ("import type")`]
  }
  const allowed = [...direction.to, ...(direction.typesOnly ?? []).map((layer) => `${layer} (types)`)].join(', ') || 'nothing but itself'
  return ['direction', `"${specifier}": ${from} may not import ${to}; it may import ${allowed}`]
}

/** Engines do not import one another, so that each can be read, tested and replaced alone. */
function judgeEngine(path: string, target: string, src: string): Complaint {
  if (getLayer(path, src) !== 'engines' || getLayer(target, src) !== 'engines') return undefined
  const [own, other] = [path, target].map((file) => relative(src, file).split(sep)[1] ?? '')
  if (own === other || SHARED_ENGINES.includes(other ?? '')) return undefined
  return ['engine', `engine ${own} may not import engine ${other}; what both need goes to engines/numeric`]
}

/** AssemblyScript: its compiler knows relative paths without an ending only. */
const isAssembly = (path: string): boolean => dirname(path).split(sep).at(-1) === 'assembly'

function judgeAssembly(path: string, specifier: string, target: string, src: string): Complaint {
  if (!isAssembly(target) || !specifier.startsWith('.')) return ['direction', `"${specifier}": AssemblyScript imports only what lies in a folder assembly, by a relative path`]
  return judgeEngine(path, target, src)
}

function getLayer(path: string, src: string): string {
  const [first = '', second] = relative(src, path).split(sep)
  return second === undefined ? 'main' : first
}
