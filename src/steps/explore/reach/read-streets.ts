/** The streets of the OpenStreetMap extracts in the package, for one mode of travel. */
import { findNumbers, type Table } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import type { BuiltStreets, ExtractStreets } from '#steps/explore/reach/build-streets.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** What the extracts have for one mode. */
export type FoundStreets<Built extends BuiltStreets = BuiltStreets> = Omit<Built, 'usedExtracts'> & {
  /** Extracts that a crossing of the network comes from. */
  readonly sources: readonly SourceRecord[]
}

export const isStreetFile = (location: string): boolean => location.endsWith('.pbf')

export const findStreetSources = (statistics: Statistics): readonly SourceRecord[] => statistics.sources.filter(({ files }) => files.some(({ location }) => isStreetFile(location)))

/** `build` makes a network of them, as `buildStreets`. Undefined where the package has no extract, or none with a street that is open to this mode. */
export async function readStreets<Built extends BuiltStreets>(
  statistics: Statistics,
  mode: TravelMode['id'],
  build: (extracts: readonly ExtractStreets[]) => Built | undefined | Promise<Built | undefined>,
): Promise<FoundStreets<Built> | undefined> {
  const [sources, extracts]: [SourceRecord[], ExtractStreets[]] = [[], []]
  for (const source of findStreetSources(statistics)) {
    const table = await statistics.readTable(source.resource)
    const extract = table && findExtractStreets(table, mode)
    if (extract === undefined) continue
    sources.push(source)
    extracts.push(extract)
  }
  const built = await build(extracts)
  if (built === undefined) return undefined
  const { usedExtracts, ...found } = built
  return { ...found, sources: usedExtracts.map((at) => sources[at]!) }
}

/** Undefined where a column is missing. */
function findExtractStreets(table: Table, mode: TravelMode['id']): ExtractStreets | undefined {
  const [fromNode, fromLongitude, fromLatitude, toNode, toLongitude, toLatitude, secondsThere, secondsBack] = [
    'fromNode', 'fromLongitude', 'fromLatitude', 'toNode', 'toLongitude', 'toLatitude', `${mode}SecondsThere`, `${mode}SecondsBack`,
  ].map((name) => findNumbers(table, name))
  if (!fromNode || !fromLongitude || !fromLatitude || !toNode || !toLongitude || !toLatitude || !secondsThere || !secondsBack) return undefined
  return { fromNode, fromLongitude, fromLatitude, toNode, toLongitude, toLatitude, secondsThere, secondsBack }
}
