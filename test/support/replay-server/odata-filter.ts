/** The part of OData's `$filter` that the services of CBS are asked with: comparisons, and, or, not, and text functions. */

type Row = Readonly<Record<string, unknown>>
type Test = (row: Row) => boolean

const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)(?![\w])|([A-Za-z_]\w*)|([(),]))/y

const COMPARISONS: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left !== null && Number(left) > Number(right),
  ge: (left, right) => left !== null && Number(left) >= Number(right),
  lt: (left, right) => left !== null && Number(left) < Number(right),
  le: (left, right) => left !== null && Number(left) <= Number(right),
}

const FUNCTIONS: Readonly<Record<string, (first: string, second: string) => boolean>> = {
  startswith: (text, start) => text.startsWith(start),
  endswith: (text, ending) => text.endsWith(ending),
  contains: (text, part) => text.includes(part),
  substringof: (part, text) => text.includes(part),
}

/** The test that a `$filter` stands for. Throws SyntaxError on what it does not understand. */
export function parseFilter(filter: string): Test {
  const tokens = tokenize(filter)
  let at = 0
  const take = (): string => {
    const token = tokens[at++]
    if (token === undefined) throw new SyntaxError('the filter ends too early')
    return token
  }
  const expect = (wanted: string): void => {
    const token = take()
    if (token !== wanted) throw new SyntaxError(`expected ${wanted}, found ${token}`)
  }
  const valueOf = (token: string): ((row: Row) => unknown) => {
    if (token.startsWith("'")) return () => token.slice(1, -1).replaceAll("''", "'")
    if (token === 'null') return () => null
    if (/^-?\d/.test(token)) return () => Number(token)
    return (row) => {
      if (!(token in row)) throw new SyntaxError(`Could not find a property named '${token}'`)
      return row[token]
    }
  }
  const parseOr = (): Test => {
    let test = parseAnd()
    while (tokens[at] === 'or') {
      at++
      const [left, right] = [test, parseAnd()]
      test = (row) => left(row) || right(row)
    }
    return test
  }
  const parseAnd = (): Test => {
    let test = parseTerm()
    while (tokens[at] === 'and') {
      at++
      const [left, right] = [test, parseTerm()]
      test = (row) => left(row) && right(row)
    }
    return test
  }
  const parseTerm = (): Test => {
    const token = take()
    if (token === 'not') {
      const inner = parseTerm()
      return (row) => !inner(row)
    }
    if (token === '(') {
      const inner = parseOr()
      expect(')')
      return inner
    }
    return tokens[at] === '(' && FUNCTIONS[token] !== undefined ? parseFunction(FUNCTIONS[token]) : parseComparison(token)
  }
  const parseFunction = (compute: (first: string, second: string) => boolean): Test => {
    expect('(')
    const first = valueOf(take())
    expect(',')
    const second = valueOf(take())
    expect(')')
    return (row) => compute(String(first(row)), String(second(row)))
  }
  const parseComparison = (token: string): Test => {
    const left = valueOf(token)
    const operator = take()
    const compare = COMPARISONS[operator]
    if (compare === undefined) throw new SyntaxError(`unknown operator ${operator}`)
    const right = valueOf(take())
    return (row) => compare(left(row), right(row))
  }
  const test = parseOr()
  if (at < tokens.length) throw new SyntaxError(`unexpected ${tokens[at]}`)
  return test
}

function tokenize(filter: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (filter.slice(TOKEN.lastIndex).trim() !== '') {
    const start = TOKEN.lastIndex
    const match = TOKEN.exec(filter)
    if (match === null) throw new SyntaxError(`cannot read the filter at position ${start + 1}`)
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
  }
  return tokens
}
