/** The scores that the first reader of a place page would otherwise wait for. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Statistics } from '#statistics/statistics.ts'
import { getIndexRun, listIndices } from '#steps/see/index/built-in-indices.ts'
import { chooseTrendStep } from '#steps/see/index/index-trend.ts'

/** Others come in between. */
const PAUSE_MS = 200

/** Computes every index of every level, now and with the earlier figures that place pages show; some seconds for the whole country, with pauses in which requests are answered. */
export async function prepareIndices(statistics: Statistics): Promise<void> {
  for (const { id, levels } of listIndices(statistics).indices) {
    for (const { level, trend } of levels) {
      for (const yearsBack of new Set([0, chooseTrendStep(trend)?.yearsBack ?? 0])) {
        await wait(PAUSE_MS, undefined, { ref: false })
        getIndexRun(statistics, id, level, yearsBack)
      }
    }
  }
}
