/** Colours of the charts, apart from the chart functions so that a legend does not load the chart library. */

/** Age groups from young to old. */
export const AGE_COLOURS = ['#e9b44c', '#f3dfae', '#a9cfc4', '#4d9aa3', '#1d4f6b'] as const

/** Intervals around the first line, widest first. */
export const BAND_COLOURS = { 95: '#e0eceb', 80: '#bcd8d8', 50: '#8cbabd' } as const

/** Lines; each also has its own dashes, for who cannot tell the colours apart. */
export const LINE_COLOURS = ['#0d5c6b', '#c2571a', '#5b3f8c', '#4a7a1e'] as const
export const LINE_DASHES = ['', '7 4', '2 4', '10 3 2 3'] as const

export const PYRAMID_COLOURS = { men: '#6fa8ad', women: '#e3a35b', now: '#14242b', base: '#7a2f8c' } as const
export const PYRAMID_BASE_DASHES = '4 3'
