/** Villages on a line for questions about siting: the row of buurten of the hand-made statistics, with schools of their own and without a projection. */
import type { Column, Table } from '#domain/table.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { putPeopleAtPoints } from '../../../support/people-at-points.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

/** A buurt further along the row by bicycle: metres straight, minutes, kilometres with the detour. */
const STEP_METRES = 6_371_008.8 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180)
export const STEP_MINUTES = ((STEP_METRES * 1.3) / 16_000) * 60
export const STEP_KILOMETRES = (STEP_METRES * 1.3) / 1000

interface School {
  readonly id: string
  readonly name: string
  /** Where in the row: 0 is the first buurt. */
  readonly at: number
  readonly latitude?: number
  readonly size?: number
  readonly denomination?: string
  /** As the list of schools has it, where it is another than the others are. */
  readonly type?: string
}

/** In the order of the buurten 0 (1,100 inhabitants), 1 (900) and, a tenth of a step before it, 3 (400); beyond the border at 8. */
export const SCHOOLS: readonly [School, School, School, School] = [
  { id: '01AA', name: 'De Terp', at: 0, size: 90 },
  { id: '02BB', name: 'De Wouden', at: 1, size: 60 },
  { id: '03CC', name: 'De Hoeve', at: 2.9, size: 40 },
  { id: '09ZZ', name: 'Over de grens', at: 8, size: 70 },
]

export function makeVillages(schools: readonly School[] = SCHOOLS, type = 'basisschool'): Statistics {
  const texts = (name: string, values: readonly string[]): Column => ({ name, kind: 'text', values })
  const numbers = (name: string, values: readonly number[]): Column => ({ name, kind: 'number', values: Float64Array.from(values) })
  const table: Table = {
    rowCount: schools.length,
    columns: [
      texts('naam', schools.map(({ name }) => name)),
      texts('type', schools.map((own) => own.type ?? type)),
      texts('vestigingscode', schools.map(({ id }) => id)),
      numbers('leerlingen', schools.map(({ size }) => size ?? Number.NaN)),
      ...(schools.some(({ denomination }) => denomination !== undefined) ? [texts('denominatie', schools.map(({ denomination }) => denomination ?? ''))] : []),
      numbers('lon', schools.map(({ at }) => 6.61 + 0.02 * at)),
      numbers('lat', schools.map(({ latitude = 53.01 }) => latitude)),
    ],
  }
  const { sources } = makeTestStatistics()
  return putPeopleAtPoints(makeTestStatistics({ sources: sources.filter(({ resource }) => /^(kwb|schools)-/.test(resource)), readTable: async (resource) => (resource === 'schools-2024-11' ? table : undefined) }))
}

export const ORDER: SitingOrder = { format: 'topdorp-siting/1', name: 'Oostermoer', facilityType: 'primarySchool', area: { codes: ['GM9001'] }, people: 'all', mode: 'bicycle', goal: 'median', openCount: 2 }

/** The same question without a number of sites. */
export function withoutCount(changes: Partial<SitingOrder>): SitingOrder {
  const { openCount: _, ...rest } = ORDER
  return { ...rest, ...changes }
}
