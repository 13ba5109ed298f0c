/** Sources and years in one line, for pictures and remarks. */
import { describeLicence } from '#domain/licence.ts'
import type { Words } from '#domain/words.ts'

interface NamedSource {
  readonly publisher: string
  readonly title: Words
  readonly licence: string
}

/** Years as ranges: '2012–2020, 2022'. In any order, each once. */
export function writeYears(years: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range?.last === year - 1) range.last = year
    else ranges.push({ first: year, last: year })
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : last === first + 1 ? `${first}, ${last}` : `${first}–${last}`)).join(', ')
}

/** 'CBS, Kerncijfers wijken en buurten 2020–2024 (CC-BY-4.0)': titles that differ only in the year at their end are one. */
export function writeSources(sources: readonly NamedSource[], pick: (title: Words) => string): string {
  const years = new Map<string, number[]>()
  for (const { publisher, title: titles, licence } of sources) {
    const title = pick(titles)
    const [, name = title, year] = /^(.*\S)\s+(\d{4})$/.exec(title) ?? []
    const key = JSON.stringify([publisher, name, licence])
    years.set(key, [...(years.get(key) ?? []), ...(year === undefined ? [] : [Number(year)])])
  }
  return [...years]
    .map(([key, of]) => {
      const [publisher, name, licence] = JSON.parse(key) as [string, string, string]
      return `${publisher}, ${name}${of.length > 0 ? ` ${writeYears(of)}` : ''} (${pick(describeLicence(licence))})`
    })
    .join('; ')
}
