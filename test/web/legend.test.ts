/** What stands beside the colours of a map. */
import fc from 'fast-check'
import { createFormat } from '#web/format/format.ts'
import { paintAreas } from '#web/map/area-paint.ts'
import { listLegend } from '#web/map/legend.ts'
import { nl } from '#web/messages/nl/index.ts'
import { describe, expect, it } from 'vitest'

const UNIT = { unit: { nl: 'plekken', en: 'locations' }, decimals: 1 }
const write = (values: readonly number[]): string[] =>
  listLegend(paintAreas(values.map((value, at) => ({ code: `GM${at}`, name: '', municipality: '', value, missing: undefined }))), UNIT, createFormat('nl'), nl).map(({ text }) => text)

describe('the legend of a map', () => {
  it('ends a class before the single figure that comes after it', () => {
    const values = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, ...Array<number>(60).fill(0.9)]
    expect(write(values)).toEqual(['0,2 tot en met 0,8', '0,9'])
  })

  it('says no figure twice, whatever the figures are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 120 }), (tenths) => {
        const texts = write(tenths.map((own) => own / 10))
        for (const [at, text] of texts.entries()) {
          const next = texts[at + 1]
          // "2,0 tot 3,0" goes before "3,0 tot …", and never before "3,0" alone.
          if (next !== undefined && !next.includes(' tot ')) expect(text.endsWith(` tot ${next}`) || text.endsWith(` ${next}`)).toBe(false)
        }
        expect(new Set(texts).size).toBe(texts.length)
      }),
    )
  })
})
