/** Colours of the charts, apart from the chart functions so that a legend does not load the chart library. */

/** Age groups from young to old. */
export const AGE_COLOURS = ['#e9b44c', '#f3dfae', '#a9cfc4', '#4d9aa3', '#1d4f6b'] as const

/** Kinds of household. Far apart in lightness, so that they differ in black and white too. */
export const HOUSEHOLD_COLOURS = ['#1d4f6b', '#7fb5b0', '#f0d9a0'] as const

/** Intervals around the first line, widest first. */
export const BAND_COLOURS = { 95: '#e0eceb', 80: '#bcd8d8', 50: '#8cbabd' } as const

/** Lines; each also has its own dashes, for who cannot tell the colours apart. */
export const LINE_COLOURS = ['#0d5c6b', '#c2571a', '#5b3f8c', '#4a7a1e'] as const
export const LINE_DASHES = ['', '7 4', '2 4', '10 3 2 3'] as const

export const PYRAMID_COLOURS = { men: '#6fa8ad', women: '#e3a35b', now: '#14242b', base: '#7a2f8c' } as const
export const PYRAMID_BASE_DASHES = '4 3'

const INK = '#14242b'
const PAPER = '#ffffff'

/** Of dark and white text the one that is read best on a colour. */
export function chooseInk(colour: string): string {
  return findContrast(colour, INK) >= findContrast(colour, PAPER) ? INK : PAPER
}

/** Contrast of two colours as WCAG 2 defines it, from 1 (none) to 21. */
export function findContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [findLuminance(one), findLuminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function findLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const level = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
