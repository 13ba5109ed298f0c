/** The place where JSON goes wrong is found exactly when the engine refuses the text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonError } from '#sources/package/find-json-error.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('text that should be JSON', () => {
  it('is found wrong exactly when the engine refuses it, also after small damage', () => {
    const damage = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '{', ':', '0', '-', '\\', 'tru', '\n'), fc.nat({ max: 2 }))
    let refused = 0
    fc.assert(
      fc.property(damage, ([text, at, piece, removed]) => {
        const place = at % (text.length + 1)
        const damaged = text.slice(0, place) + piece + text.slice(place + removed)
        if (!isJson(damaged)) refused++
        expect(findJsonError(damaged) === undefined).toBe(isJson(damaged))
      }),
      { numRuns: 3000, seed: 1 },
    )
    expect(refused).toBeGreaterThan(300)
  })

  it.each([
    ['{"a":1,}', 1, 8, 'a name in double quotes'],
    ["{'a':1}", 1, 2, 'a name in double quotes, or }'],
    ['{"a" 1}', 1, 6, 'a colon'],
    ['[1\n 2]', 2, 2, 'a comma or ]'],
    ['[1,]', 1, 4, 'a value'],
    ['{} {}', 1, 4, 'the end of the file'],
    ['{"a":\r\n  tru}', 2, 3, 'a value'],
  ])('%s goes wrong at line %i, column %i', (text, line, column, expected) => {
    const error = findJsonError(text)
    expect([error?.line, error?.column]).toEqual([line, column])
    expect(error?.expected.en).toContain(expected)
  })
})
