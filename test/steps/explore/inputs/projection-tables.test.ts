import { expect, test } from 'vitest'
import { listProjectionSources, PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'

test('projected people come from the tables that buurten are read from in every year, under whatever name, each once', () => {
  const years = [2022, 2024]
  const sources = listProjectionSources({
    listYears: (_id, level) => (level === 'neighbourhood' ? years : [2010]),
    findColumn: (id, _level, year) => ({ values: new Float64Array(0), missing: new Uint8Array(0), sources: [id === 'carsPerHousehold' ? `cars-${year}` : `buurten-${year}`] }),
  })
  expect(sources).toEqual([...PROJECTION_TABLES, 'buurten-2022', 'buurten-2024', 'cars-2022', 'cars-2024'])
})
