/** The code of a region of daily life: how many regions were asked for, and which of them: DL4507. Regions are made anew with the figures, so a code holds for one version of them. */
import { FEWEST_REGIONS, MOST_REGIONS } from '#domain/region-counts.ts'

const CODE = /^DL(\d{2})(\d{2})$/

export interface DailyRegionCode {
  readonly count: number
  /** As in the answer about that many regions: DL07. */
  readonly id: string
}

/** Undefined for any other code. */
export function readDailyRegionCode(code: string): DailyRegionCode | undefined {
  const [, count, number] = CODE.exec(code) ?? []
  return count === undefined || Number(count) < FEWEST_REGIONS || Number(count) > MOST_REGIONS ? undefined : { count: Number(count), id: `DL${number}` }
}

export const writeDailyRegionCode = (count: number, id: string): string => `DL${count}${id.slice(2)}`
