/** Extracts of OpenStreetMap that have nothing to do with the areas of the package. */
import { describe, expect, it } from 'vitest'
import type { Finding } from '#domain/finding.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import { reportRoadsAbroad } from '#steps/import/reconcile/roads-abroad.ts'
import { makeStreetTable } from '../../support/street-tables.ts'

const square = { type: 'Polygon' as const, coordinates: [[[6, 53], [7, 53], [7, 54], [6, 54], [6, 53]]] }
const municipalities = { level: 'municipality' as const, geometries: [square] } as unknown as Parameters<typeof reportRoadsAbroad>[1][number]

/** An extract with one street that begins and ends at these longitudes, 53.5° north. */
const makeExtract = (name: string, from: number, to: number): ReadResource =>
  ({ resource: { name, reader: 'osm-pbf', path: `${name}.pbf`, sources: [], licenses: [] }, result: { table: makeStreetTable([{ from: [1, to, 53.5], to: [2, from, 53.5], seconds: 60 }, { from: [3, from, 53.5], to: [4, to, 53.5], seconds: 60 }]) } }) as unknown as ReadResource

function report(resources: readonly ReadResource[], shapes = [municipalities]): Finding[] {
  const findings: Finding[] = []
  reportRoadsAbroad(resources, shapes, { add: (finding) => void findings.push(finding) })
  return findings
}

describe('an extract of OpenStreetMap', () => {
  it('of another country is named, with its roads counted', () => {
    expect(report([makeExtract('near', 6.5, 6.6), makeExtract('abroad', 9.5, 9.6)])).toMatchObject([{ code: 'roads-abroad', severity: 'warning', resource: 'abroad', count: 2 }])
  })

  it('of which one road lies in a municipality is not', () => {
    expect(report([makeExtract('border', 6.99, 7.5)])).toEqual([])
  })

  it('is not judged without shapes of municipalities', () => {
    expect(report([makeExtract('abroad', 9.5, 9.6)], [])).toEqual([])
  })
})
