/** One of a thing is in the singular in every sentence with a number. */
import { expect, it } from 'vitest'
import { en } from '#web/messages/en/index.ts'
import { nl } from '#web/messages/nl/index.ts'

/** Every message that takes numbers, given 1 for each: written, as most take them, or as a number. */
function listWithOnes(texts: object, one: '1' | 1, path = ''): (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([name, value]): (readonly [string, string])[] => {
    if (typeof value === 'object' && value !== null) return listWithOnes(value as object, one, `${path}.${name}`)
    if (typeof value !== 'function') return []
    try {
      const text: unknown = (value as (...own: unknown[]) => unknown)(...Array.from({ length: value.length }, () => one))
      return typeof text === 'string' ? [[`${path}.${name}`, text]] : []
    } catch {
      // It takes something else than texts.
      return []
    }
  })
}

const PARTS = ['siting', 'reach', 'norms', 'schools', 'scenarios'] as const

it.each([['nl', nl, /(?<![\d.,])1 (minuten|inwoners|leerlingen|kinderen|dagen|scholen|locaties|haltes|buurten|dorpen|plekken)\b/], ['en', en, /(?<![\d.,])1 (minutes|inhabitants|pupils|children|days|schools|sites|stops|neighbourhoods|villages|places)\b/]] as const)('on plans, travel times, norms, schools and scenarios: %s', (_, texts, wrong) => {
  const [written, asNumbers] = (['1', 1] as const).map((one) => new Map(PARTS.flatMap((part) => listWithOnes(texts[part], one, part))))
  expect(written!.size).toBeGreaterThan(100)
  // "1 van de 1 inwoners" is of a number.
  const isWrong = (text: string | undefined) => text === undefined || wrong.test(text.replaceAll(/(van de|of|of the) 1 \w+/g, ''))
  expect([...written!].filter(([path, text]) => isWrong(text) && isWrong(asNumbers!.get(path)))).toEqual([])
})
