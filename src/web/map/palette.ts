/**
 * Colours of the maps. Every step differs in lightness, so that they can be told apart with any kind of colour blindness
 * and in a black-and-white print. Diverging: brown below, green above (after ColorBrewer BrBG).
 */
const SEQUENTIAL: Readonly<Record<number, readonly string[]>> = {
  1: ['#3f9aa6'],
  2: ['#cfe6c4', '#1f6f8b'],
  3: ['#e3efc9', '#6db7ae', '#1d5f86'],
  4: ['#e9f2d0', '#9ed0b5', '#459fab', '#1d4f7d'],
  5: ['#edf4d6', '#b7dbba', '#6cb6ae', '#2f86a2', '#1c4374'],
  6: ['#eff5da', '#c5e2c0', '#87c5b0', '#4aa3ac', '#26739a', '#1b3c6d'],
  7: ['#f1f6de', '#cfe7c6', '#9fd1b6', '#68b4ae', '#3a90a6', '#226792', '#1a3667'],
}
/** From near zero outwards. */
const BELOW = ['#ead9b0', '#c89a4f', '#8c510a'] as const
const ABOVE = ['#c4e3dc', '#62b1a4', '#01665e'] as const

/** As many colours as asked (1 to 7), from low to high. */
export function getSequentialColours(count: number): readonly string[] {
  const colours = SEQUENTIAL[count]
  if (colours === undefined) throw new RangeError(`there are colours for 1 to 7 classes, not for ${count}`)
  return colours
}

/** Colours for `below` classes under zero and `above` classes from zero up (each 0 to 3), from low to high. */
export function getDivergingColours(below: number, above: number): readonly string[] {
  return [...spread(BELOW, below).toReversed(), ...spread(ABOVE, above)]
}

function spread(colours: readonly string[], count: number): readonly string[] {
  if (count === 1) return colours.slice(1, 2)
  return count === 2 ? [colours[0] as string, colours[2] as string] : colours.slice(0, count)
}

/** An area of which there is a shape but no row in the figures. */
export const EMPTY_COLOUR = '#f3f3f0'
/** Missing because the publisher hides it; drawn with hatching over it. */
export const HIDDEN_COLOUR = '#d3d6d8'
/** Missing for any other reason. */
export const MISSING_COLOUR = '#e4e5e3'
export const HATCH_COLOUR = '#8d959a'

/** Names on the map, and the light edge that keeps them readable on every colour. Width in pixels. */
export const MAP_NAMES = { ink: '#101c22', soft: '#33464e', halo: '#ffffff', haloWidth: 1.6 } as const
