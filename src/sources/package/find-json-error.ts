/** Where JSON goes wrong, by line and column: the engine's own messages do not always say. */

export interface JsonError {
  /** 1 and up. */
  readonly line: number
  readonly column: number
  /** What stands there: up to 20 characters, or empty at the end of the text. */
  readonly found: string
  readonly expected: { readonly nl: string; readonly en: string }
}

type Expectation = keyof typeof EXPECTED

const EXPECTED = {
  value: { nl: 'een waarde: tekst tussen aanhalingstekens, een getal, true, false, null, { of [', en: 'a value: text in double quotes, a number, true, false, null, { or [' },
  key: { nl: 'een naam tussen dubbele aanhalingstekens', en: 'a name in double quotes' },
  keyOrEnd: { nl: 'een naam tussen dubbele aanhalingstekens, of }', en: 'a name in double quotes, or }' },
  colon: { nl: 'een dubbele punt', en: 'a colon' },
  nextInObject: { nl: 'een komma of }', en: 'a comma or }' },
  nextInArray: { nl: 'een komma of ]', en: 'a comma or ]' },
  end: { nl: 'het einde van het bestand', en: 'the end of the file' },
} as const

const SPACE = /[ \t\r\n]*/y
const TEXT = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y
const SCALAR = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** The first place where a text is not JSON (RFC 8259); undefined where all of it is. */
export function findJsonError(text: string): JsonError | undefined {
  const open: ('{' | '[')[] = []
  let at = 0
  let expected: Expectation | 'valueOrEnd' = 'value'
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const takeMark = (mark: string): boolean => text[at] === mark && ++at > 0
  const afterValue = (): Expectation => (open.length === 0 ? 'end' : open.at(-1) === '{' ? 'nextInObject' : 'nextInArray')
  const close = (): Expectation => {
    open.pop()
    return afterValue()
  }
  const step = (): Expectation | 'valueOrEnd' | undefined => {
    switch (expected) {
      case 'value':
      case 'valueOrEnd':
        if (expected === 'valueOrEnd' && takeMark(']')) return close()
        if (takeMark('{')) return open.push('{') > 0 ? 'keyOrEnd' : undefined
        if (takeMark('[')) return open.push('[') > 0 ? 'valueOrEnd' : undefined
        return take(SCALAR) ? afterValue() : undefined
      case 'keyOrEnd':
        return takeMark('}') ? close() : take(TEXT) ? 'colon' : undefined
      case 'key':
        return take(TEXT) ? 'colon' : undefined
      case 'colon':
        return takeMark(':') ? 'value' : undefined
      case 'nextInObject':
        return takeMark(',') ? 'key' : takeMark('}') ? close() : undefined
      case 'nextInArray':
        return takeMark(',') ? 'value' : takeMark(']') ? close() : undefined
      case 'end':
        return undefined
    }
  }
  for (;;) {
    take(SPACE)
    if (expected === 'end' && at === text.length) return undefined
    const next = step()
    if (next === undefined) return describe(text, at, expected === 'valueOrEnd' ? 'value' : expected)
    expected = next
  }
}

function describe(text: string, at: number, expected: Expectation): JsonError {
  const lines = text.slice(0, at).split('\n')
  const found = /^[^\n]{0,20}/.exec(text.slice(at))?.[0] ?? ''
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, found: found.trim(), expected: EXPECTED[expected] }
}
