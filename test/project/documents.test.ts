import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const projectFolder = join(import.meta.dirname, '../..')
const documents = globSync(['*.md', 'docs/**/*.md', 'bench/*.md'], { cwd: projectFolder })

/** What a document points at: links within the project, and paths in code marks that hold no placeholder. */
function listTargets(text: string, folder: string): string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link))
  const paths = [...text.matchAll(/`((?:src|test|scripts|docs|bench|bin)\/[^`\s]*)`/g)].map(([, path = '']) => path).filter((path) => !/[<*{…]/.test(path))
  return [...links.map((link) => join(folder, link)), ...paths]
}

const findLost = (text: string, folder: string): string[] => listTargets(text, folder).filter((target) => !existsSync(join(projectFolder, target)))

describe('the documents', () => {
  it('are found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/decisions/README.md']))
  })

  it.each(documents)('%s points only at files that are there', (path) => {
    expect(findLost(readFileSync(join(projectFolder, path), 'utf8'), dirname(path))).toEqual([])
  })

  it('list every decision in their index', () => {
    const decisions = globSync('docs/decisions/0*.md', { cwd: projectFolder }).map((path) => path.slice('docs/decisions/'.length))
    const index = readFileSync(join(projectFolder, 'docs/decisions/README.md'), 'utf8')
    expect(decisions.length).toBeGreaterThan(5)
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([])
  })

  it('are caught when they point at nothing', () => {
    expect(findLost('See [that](nowhere.md), `src/lost.ts`, [this](../README.md#top), `src/<layer>/x.ts` and [them](https://example.org).', 'docs')).toEqual([
      'docs/nowhere.md',
      'src/lost.ts',
    ])
  })
})
