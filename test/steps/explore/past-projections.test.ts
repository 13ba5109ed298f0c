/** Threads compute the same: not nearly, but to the last bit. */
import { describe, expect, test } from 'vitest'
import { openStatistics } from '#statistics/open-statistics.ts'
import type { ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { readProjectionData } from '#steps/explore/inputs/read-projection-data.ts'
import { projectPastBeside } from '#steps/explore/past-projections-beside.ts'
import { findFirstJumpOff, findLastYear, projectFrom } from '#steps/explore/past-projections.ts'
import { getNetherlandsHome } from '../../support/once-a-run.ts'
import { makeProjectionData } from '../../support/projection-data.ts'
import { sharedData } from '../../support/shared-data.ts'

/** So many times the same three towns: enough of them for threads. */
function repeatTowns(data: ProjectionData, times: number): ProjectionData {
  const repeat = (own: Float64Array) => Float64Array.from({ length: own.length * times }, (_, at) => own[at % own.length]!)
  const all = (figures: ReadonlyMap<number, Float64Array>) => new Map([...figures].map(([year, own]) => [year, repeat(own)]))
  const scale = (figures: ReadonlyMap<number, Float64Array>) => new Map([...figures].map(([year, own]) => [year, own.map((count) => count * times)]))
  const codes = Array.from({ length: data.codes.length * times }, (_, at) => `GM${9001 + at}`)
  return {
    ...data,
    codes,
    names: codes,
    regions: Int32Array.from(codes, (_, at) => at % 4),
    sexes: all(data.sexes),
    changes: new Map([...data.changes].map(([year, own]) => [year, { births: repeat(own.births), deaths: repeat(own.deaths), immigration: repeat(own.immigration), emigration: repeat(own.emigration), arrivals: repeat(own.arrivals), departures: repeat(own.departures) }])),
    ageGroups: all(data.ageGroups),
    households: new Map([2020, 2021, 2022, 2023, 2024].map((year) => [year, Float64Array.from({ length: 3 * codes.length }, (_, at) => [100_000, 80_000, 75_000, 60_000, 35_000, 30_000, 10_000, 14_000, 14_000][at % 9]! * 1.01 ** (year - 2020))])),
    postcodeAges: all(data.postcodeAges),
    nationalPopulation: scale(data.nationalPopulation),
    nationalDeaths: scale(data.nationalDeaths),
  }
}

async function compare(data: ProjectionData, chosen?: readonly number[]): Promise<number> {
  const last = findLastYear(data)
  const made = await projectPastBeside(data, last)
  const jumpOffs = made.map(({ jumpOff }) => jumpOff).sort((a, b) => a - b)
  expect(jumpOffs).toEqual(Array.from({ length: last - findFirstJumpOff(data) }, (_, at) => findFirstJumpOff(data) + at))
  for (const past of made.filter(({ jumpOff }) => chosen?.includes(jumpOff) ?? true)) {
    const direct = projectFrom(data, past.jumpOff)
    expect(past.basis).toBe(direct.basis)
    for (const part of ['population', 'ageGroups', 'households'] as const) {
      expect(past[part]?.length).toBe(direct[part]?.length)
      // Bits, not numbers: -0 and NaN would count too.
      past[part]?.forEach((figures, year) => expect(Buffer.from(figures.buffer, figures.byteOffset, figures.byteLength).equals(Buffer.from(direct[part]![year]!.buffer, direct[part]![year]!.byteOffset, direct[part]![year]!.byteLength))).toBe(true))
    }
  }
  return made.length
}

describe('projections of the past that threads made', () => {
  test('are those that are made directly, to the last bit, from every jump-off', async () => {
    expect(await compare(repeatTowns(makeProjectionData(), 7))).toBe(11)
  }, 120_000)

  test.skipIf(sharedData === undefined)('are so on the real figures too, from 2016, 2021 and 2023', async () => {
    const data = await readProjectionData((await openStatistics(await getNetherlandsHome()))!)
    if ('missingTables' in data) throw new Error('tables missing')
    expect(await compare(data, [2016, 2021, 2023])).toBe(11)
  }, 240_000)
})
