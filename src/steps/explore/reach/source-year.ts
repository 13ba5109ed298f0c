/** Of which year figures from a source are, where the package says so only in a name. */
import type { SourceRecord } from '#statistics/statistics.ts'

/** The year of the source; else the first that stands in its name, its title, its publisher or the names of its files. Undefined where there is none. */
export function findSourceYear({ year, resource, title, publisher, files }: SourceRecord): number | undefined {
  if (year !== undefined) return year
  const [found] = [resource, title.nl, publisher, ...files.map(({ location }) => location)].join(' ').match(/(?<!\d)(?:19|20)\d\d(?!\d)/) ?? []
  return found === undefined ? undefined : Number(found)
}
