/** A colour for every region, such that regions next to each other differ. */
import type { DailyRegion, DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { AreaPaint } from '#web/map/area-paint.ts'

/** Soft, and apart in lightness or hue for those who see few colours. */
const COLOURS = ['#c9dfee', '#f3d9b1', '#cfe3c0', '#e5cfe4', '#f6eec0', '#b9d4cf', '#eccfc9', '#d8d8e8'] as const

/** Regions in their order take the first colour that no region next to them has. */
export function colourRegions(regions: readonly Pick<DailyRegion, 'neighbours'>[]): string[] {
  const colours: string[] = []
  for (const [region, { neighbours }] of regions.entries()) {
    const taken = new Set(neighbours.map((next) => colours[next]))
    colours.push(COLOURS.find((colour) => !taken.has(colour)) ?? COLOURS[region % COLOURS.length]!)
  }
  return colours
}

/** The colours of wijken. Throws when the numbers of wijken differ: then they are of different versions. */
export function paintRegions({ codes }: AreaListAnswer, { regions, regionOfDistrict }: DailyRegionsAnswer, chosen: number | undefined): ReadonlyMap<string, AreaPaint> {
  if (codes.length !== regionOfDistrict.length) throw new RangeError(`${codes.length} wijken but ${regionOfDistrict.length} of them in regions`)
  const colours = colourRegions(regions)
  return new Map(codes.map((code, at) => [code, { colour: regionOfDistrict[at] === chosen ? CHOSEN_COLOUR : colours[regionOfDistrict[at]!]!, hatched: false }]))
}

export const CHOSEN_COLOUR = '#2f86a2'
