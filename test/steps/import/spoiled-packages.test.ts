/** Whatever happens to the bytes of a file, an import either works or is refused in words. */
import fc from 'fast-check'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ImportError } from '#steps/import/import-error.ts'
import { runImport } from '#steps/import/run-import.ts'
import { expectReadable, readServed } from '../../support/import-snapshot.ts'
import { writeTinyPackage } from '../../support/tiny-package.ts'

const FILES = ['datapackage.json', 'kwb.json', 'WijkenEnBuurten.json', 'gemeenten.geojson', 'places.txt', 'postcodes.csv']
/** Pieces that mean something in one of the formats, or break what is around them. */
const PIECES = ['', '"', '{', '}', '[', ']', ',', ':', ';', '\t', '\n', '\u0000', 'null', '-1', '1e999', '[]', '{}', 'true', 'NL00', 'GM9101', 'BU91010000', '9999', '\uFEFF', '\uD800', '__proto__', 'constructor', 'TypedDataSet']

/** Anywhere in a file, by share. Without the preference for its beginning that random numbers usually have here. */
const anywhere = fc.noBias(fc.nat(9999)).map((share) => share / 10_000)

const damage = fc.record({
  file: fc.constantFrom(...FILES),
  at: anywhere,
  removed: fc.nat(40),
  put: fc.constantFrom(...PIECES),
})

const JSON_FILES = ['datapackage.json', 'kwb.json', 'WijkenEnBuurten.json', 'gemeenten.geojson']
const swap = fc.record({
  file: fc.constantFrom(...JSON_FILES),
  /** Which of the values in the file. */
  at: anywhere,
  put: fc.oneof(
    fc.constantFrom<unknown>(null, '', ' ', -1, 0, 1e308, 9_007_199_254_740_991, [], {}, [[]], [[[]]], [[[[]]]], 'GM9101', 'WK910100', 'NL00', 'PV99', 'xlsx', 'csv', 'geonames', 'cbs-odata-v4', 'topojson-areas', 'MultiPolygon', 'Point', '..', 'kwb.json', 'places.txt', 2024, 1899),
    fc.jsonValue({ maxDepth: 2 }),
  ),
})

interface Scene {
  readonly folder: string
  readonly location: string
  readonly home: string
  readonly whole: ReadonlyMap<string, string>
}

async function setUp(): Promise<Scene> {
  const { location, home } = await writeTinyPackage()
  const folder = dirname(location)
  const whole = new Map(await Promise.all(FILES.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)))
  return { folder, location, home, whole }
}

/** Imports these files; says whether they were refused. Throws where anything but a refusal in words happened. */
async function tryImport({ folder, location, home }: Scene, texts: ReadonlyMap<string, string>): Promise<boolean> {
  for (const [file, text] of texts) await writeFile(join(folder, file), text)
  const before = await readServed(home)
  const outcome: unknown = await runImport({ location, home }).catch((error: unknown) => error)
  const after = await readServed(home)
  expect(after.leftovers).toEqual([])
  if (!(outcome instanceof Error)) return false
  if (!(outcome instanceof ImportError)) throw outcome
  expectReadable(outcome.findings)
  expect(after).toEqual(before)
  return true
}

/** Puts a value in place of one of the values of a document. */
function replaceValue(text: string, at: number, put: unknown): string {
  const document = JSON.parse(text) as object
  const places: [holder: Record<string, unknown>, key: string][] = []
  const visit = (holder: Record<string, unknown>): void => {
    for (const key of Object.keys(holder)) {
      places.push([holder, key])
      const inner = holder[key]
      if (typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>)
    }
  }
  visit(document as Record<string, unknown>)
  const [holder, key] = places[Math.floor(at * places.length)] ?? []
  if (holder !== undefined && key !== undefined) holder[key] = put
  return JSON.stringify(document)
}

describe('a package that is spoiled at random', () => {
  it('in a few bytes is imported, or refused with findings, and leaves nothing half done', { timeout: 60_000 }, async () => {
    const scene = await setUp()
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const texts = new Map(scene.whole)
        for (const { file, at, removed, put } of damages) {
          const text = texts.get(file) ?? ''
          const start = Math.floor(at * text.length)
          texts.set(file, text.slice(0, start) + put + text.slice(start + removed))
        }
        if (await tryImport(scene, texts)) refused++
      }),
      { numRuns: 80, seed: 2026 },
    )
    expect(refused).toBeGreaterThan(20)
  })

  it('in a few of its values is imported, or refused with findings, and leaves nothing half done', { timeout: 60_000 }, async () => {
    const scene = await setUp()
    let imported = 0
    await fc.assert(
      fc.asyncProperty(fc.array(swap, { minLength: 1, maxLength: 3 }), async (swaps) => {
        const texts = new Map(scene.whole)
        for (const { file, at, put } of swaps) texts.set(file, replaceValue(texts.get(file) ?? '', at, put))
        if (!(await tryImport(scene, texts))) imported++
      }),
      { numRuns: 80, seed: 2026 },
    )
    expect(imported).toBeGreaterThan(20)
  })
})
