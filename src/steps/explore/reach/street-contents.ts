/** Everything that takes long of the streets of the package for one mode, as plain figures: of a country half a minute, and a gigabyte while it is made. */
import type { Statistics } from '#statistics/statistics.ts'
import type { KeptFormat } from '#steps/explore/kept.ts'
import { packArrays, unpackArrays } from '#steps/explore/packed-arrays.ts'
import type { ContractedStreets } from '#steps/explore/reach/build-streets.ts'
import { getLand } from '#steps/explore/reach/get-land.ts'
import { contractStreetsBeside } from '#steps/explore/reach/reach-thread.ts'
import { readStreets } from '#steps/explore/reach/read-streets.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

export interface StreetContents extends Omit<ContractedStreets, 'usedExtracts'> {
  /** Of the extracts that a crossing of the network comes from. */
  readonly resources: readonly string[]
}

/** A hundred megabytes of a country: put into memory once, where it stays. */
export const STREET_FORMAT: KeptFormat<StreetContents | null> = { write: packArrays, read: (bytes) => unpackArrays(bytes) as StreetContents | null }

/** Null where the package has no street that is open to this mode. */
export async function makeStreetContents(statistics: Statistics, mode: TravelMode['id']): Promise<StreetContents | null> {
  const land = await getLand(statistics)
  const found = await readStreets(statistics, mode, (extracts) => contractStreetsBeside(extracts, land))
  if (found === undefined) return null
  const { sources, ...contents } = found
  return { ...contents, resources: sources.map(({ resource }) => resource) }
}
