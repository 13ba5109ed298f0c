/** The imports of a module, by a real parser: static, re-exported and dynamic ones. */
import { readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'

export interface ImportFound {
  readonly specifier: string
  readonly line: number
  /** Only types: gone before the program runs. */
  readonly typesOnly: boolean
  /** A dynamic import whose name is worked out when the program runs: it could be anything. */
  readonly computed?: boolean
}

/** Throws where the file cannot be parsed. */
export function readImports(path: string): ImportFound[] {
  const source = readFileSync(path, 'utf8')
  const { module, errors } = parseSync(path, source)
  const [error] = errors
  if (error !== undefined) throw new Error(`${path}: ${error.message}`)
  const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length
  const found: ImportFound[] = []
  for (const { moduleRequest, entries, start } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, line: lineOf(start), typesOnly: entries.length > 0 && entries.every((entry) => entry.isType) })
  }
  for (const { entries, start } of module.staticExports) {
    const [first] = entries
    if (!first?.moduleRequest) continue
    found.push({ specifier: first.moduleRequest.value, line: lineOf(start), typesOnly: entries.every((entry) => entry.isType) })
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end)
    const literal = /^(['"`])([^'"`$]*)\1$/.exec(text)
    found.push({ specifier: literal?.[2] ?? text, line: lineOf(moduleRequest.start), typesOnly: false, computed: literal === null })
  }
  return found
}
