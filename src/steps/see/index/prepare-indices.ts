/** The scores that the first reader of a place page would otherwise wait for. */
import { setTimeout as wait } from 'node:timers/promises'
import type { AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { listIndices, prepareIndexRun } from '#steps/see/index/built-in-indices.ts'
import { chooseTrendStep } from '#steps/see/index/index-trend.ts'
import { getPartsOfArea } from '#steps/see/parts-of-area.ts'
import { nextTurn } from '#steps/shared/turns.ts'

/** Others come in between. */
const PAUSE_MS = 200
/** Areas followed back at a stretch: some ten milliseconds. */
const AREAS_AT_ONCE = 200

/** Computes every index of every level, now and with the earlier figures that place pages show; some seconds for the whole country, with pauses in which requests are answered. */
export async function prepareIndices(statistics: Statistics): Promise<void> {
  for (const { id, levels } of listIndices(statistics).indices) {
    for (const { level, trend } of levels) {
      await followAreas(statistics, level)
      for (const yearsBack of new Set([0, chooseTrendStep(trend)?.yearsBack ?? 0])) {
        await wait(PAUSE_MS, undefined, { ref: false })
        await prepareIndexRun(statistics, id, level, yearsBack)
      }
    }
  }
}

/** Every index needs what its areas were in other years. */
async function followAreas(statistics: Statistics, level: AreaLevel): Promise<void> {
  const areas = statistics.listAreas(level)
  for (const [at, position] of statistics.listPositions(level, statistics.referenceYear).entries()) {
    if (at % AREAS_AT_ONCE === 0) await nextTurn()
    getPartsOfArea(statistics, areas[position]!.code)(statistics.referenceYear)
  }
}
