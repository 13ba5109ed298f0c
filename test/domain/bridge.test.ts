import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildBridge } from '#domain/bridge.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'

const change = (year: number, kind: BoundaryChange['kind'], from: string, to: string, inhabitants: number): BoundaryChange => ({
  date: `${year}-01-01`,
  firstYear: year,
  kind,
  from,
  fromName: from,
  to,
  toName: to,
  inhabitants,
})

describe('the bridge from old to new municipalities', () => {
  it('leaves everything as it was when nothing changed', () => {
    const bridge = buildBridge({ changes: [], fromYear: 2020, toYear: 2024, municipalities: ['GM0001', 'GM0002'], getPopulation: () => 100 })
    expect(bridge.get('GM0001')).toEqual({ parts: [{ from: 'GM0001', share: 1 }], bridged: 'asPublished' })
  })

  it('adds up merged municipalities: Appingedam, Delfzijl and Loppersum are Eemsdelta', () => {
    const changes = ['GM0003', 'GM0010', 'GM0024'].map((code) => change(2021, 'dissolved', code, 'GM1979', 1000))
    const bridge = buildBridge({ changes, fromYear: 2020, toYear: 2024, municipalities: ['GM0003', 'GM0010', 'GM0024'], getPopulation: () => 1000 })
    expect(bridge.get('GM1979')).toEqual({
      parts: [{ from: 'GM0003', share: 1 }, { from: 'GM0010', share: 1 }, { from: 'GM0024', share: 1 }],
      bridged: 'addedUp',
    })
  })

  it('divides Haaren over four by the inhabitants that moved: 2149, 5827, 1442 and 4900 of 14318', () => {
    const receivers: [string, number][] = [['GM0757', 2149], ['GM0824', 5827], ['GM0855', 1442], ['GM0865', 4900]]
    const changes = receivers.map(([to, inhabitants]) => change(2021, 'dissolved', 'GM0788', to, inhabitants))
    const municipalities = ['GM0788', ...receivers.map(([code]) => code)]
    const bridge = buildBridge({ changes, fromYear: 2020, toYear: 2021, municipalities, getPopulation: () => 14_318 })
    for (const [code, inhabitants] of receivers) {
      expect(bridge.get(code)?.bridged).toBe('estimated')
      expect(bridge.get(code)?.parts).toContainEqual({ from: 'GM0788', share: inhabitants / 14_318 })
    }
  })

  it('moves the share of inhabitants of a correction, and nothing for a correction without inhabitants', () => {
    const changes = [change(2022, 'transfer', 'GM0001', 'GM0002', 50), change(2022, 'transfer', 'GM0002', 'GM0001', 0)]
    const bridge = buildBridge({ changes, fromYear: 2021, toYear: 2022, municipalities: ['GM0001', 'GM0002'], getPopulation: () => 1000 })
    expect(bridge.get('GM0002')?.parts).toEqual([{ from: 'GM0001', share: 0.05 }, { from: 'GM0002', share: 1 }])
    expect(bridge.get('GM0001')?.parts).toEqual([{ from: 'GM0001', share: 0.95 }])
  })

  it('loses nobody: whatever changes, the shares of every old municipality add up to one', () => {
    const code = fc.integer({ min: 1, max: 8 }).map((number) => `GM000${number}`)
    const arbitraryChange = fc.record({ year: fc.integer({ min: 2021, max: 2024 }), kind: fc.constantFrom('dissolved' as const, 'transfer' as const), from: code, to: code, inhabitants: fc.integer({ min: 0, max: 900 }) })
    fc.assert(
      fc.property(fc.array(arbitraryChange, { maxLength: 20 }), (drawn) => {
        const municipalities = Array.from({ length: 8 }, (_, index) => `GM000${index + 1}`)
        const changes = drawn.map(({ year, kind, from, to, inhabitants }) => change(year, kind, from, to, inhabitants))
        const bridge = buildBridge({ changes, fromYear: 2020, toYear: 2024, municipalities, getPopulation: () => 1000 })
        for (const municipality of municipalities) {
          const total = [...bridge.values()].flatMap(({ parts }) => parts).filter(({ from }) => from === municipality).reduce((sum, { share }) => sum + share, 0)
          expect(total).toBeCloseTo(1, 9)
        }
      }),
    )
  })
})
