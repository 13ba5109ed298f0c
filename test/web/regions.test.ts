/** The map of regions: neighbours differ, and every wijk has the colour of its region. */
import { colourRegions, paintRegions } from '#web/regions-page/region-colours.ts'
import type { DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import { describe, expect, it } from 'vitest'

describe('the colours of regions', () => {
  it('differ between regions next to each other', () => {
    const regions = [{ neighbours: [1, 2] }, { neighbours: [0, 2, 3] }, { neighbours: [0, 1, 3] }, { neighbours: [1, 2] }]
    const colours = colourRegions(regions)
    for (const [at, { neighbours }] of regions.entries()) for (const next of neighbours) expect(colours[next]).not.toBe(colours[at])
    // The last touches neither the first nor needs a colour of its own.
    expect(colours[3]).toBe(colours[0])
  })

  it('are those of the region of each wijk, and another for the chosen one', () => {
    const answer = { regions: [{ neighbours: [1] }, { neighbours: [0] }], regionOfDistrict: [1, 0, 1] } as unknown as DailyRegionsAnswer
    const areas = { level: 'district' as const, year: 2024, codes: ['A', 'B', 'C'], names: [], municipalities: [] }
    const paints = paintRegions(areas, answer, undefined)
    expect(paints.get('A')).toEqual(paints.get('C'))
    expect(paints.get('A')).not.toEqual(paints.get('B'))
    expect(paintRegions(areas, answer, 0).get('B')).not.toEqual(paints.get('B'))
    expect(() => paintRegions({ ...areas, codes: ['A'] }, answer, 0)).toThrow('1 wijken but 3')
  })
})
