/** Where land is, for ways that must not lead over open water and streets that lie abroad. */
import type { Statistics } from '#statistics/statistics.ts'
import { createLand, type Land } from '#steps/explore/reach/open-water.ts'
import { createPassableBeside } from '#steps/explore/reach/reach-thread.ts'
import { findIndexedShapes } from '#steps/see/extent.ts'
import { memoize } from '#steps/see/memo.ts'

/** Undefined where the package has no shapes of municipalities. */
export const getLand = memoize((statistics: Statistics): Promise<Land | undefined> => createLand(findIndexedShapes(statistics, 'municipality')?.geometries ?? [], createPassableBeside))
