/** The places figures are about, from country to buurt, and the codes CBS gives them. */

/** Every level of area, from large to small. The Dutch names are in the glossary. */
export const AREA_LEVELS = [
  'country',
  'landsdeel',
  'province',
  'corop',
  'municipality',
  'district',
  'neighbourhood',
] as const

export type AreaLevel = (typeof AREA_LEVELS)[number]

/** An area code as this project writes it: no padding, country always `NL00`. */
export type AreaCode = string

export interface Area {
  readonly code: AreaCode
  readonly level: AreaLevel
  /** Name in the most recent year in which the area exists. */
  readonly name: string
  /** Names in the years in which it was called otherwise; a year that is not here has `name`. */
  readonly namesByYear?: Readonly<Record<number, string>>
  /** Years (1 January) for which the area exists in the figures, ascending. */
  readonly years: readonly number[]
  /** The areas that contain it, by level; a level is absent where it is not known. */
  readonly parents: Readonly<Partial<Record<AreaLevel, AreaCode>>>
  /** Representative point [longitude, latitude] in WGS84 degrees, absent where no shape is known. */
  readonly point?: readonly [number, number]
}

/** What the area was called in that year. */
export function getNameIn(area: Area, year: number): string {
  return area.namesByYear?.[year] ?? area.name
}

/** Positions, ascending, of the areas that exist in that year. */
export function listPositionsIn(areas: readonly Area[], year: number): Int32Array {
  return Int32Array.from(areas.flatMap((area, position) => (area.years.includes(year) ? [position] : [])))
}

const LEVEL_OF_PREFIX: Readonly<Record<string, AreaLevel>> = {
  NL: 'country',
  LD: 'landsdeel',
  PV: 'province',
  CR: 'corop',
  GM: 'municipality',
  WK: 'district',
  BU: 'neighbourhood',
}

/** Amsterdam numbers its districts with letters since 2022: WK0363AA, BU0363AA01. */
const CODE_PATTERN = /^(NL\d\d|LD\d\d|PV\d\d|CR\d\d|GM\d{4}|WK\d{4}[A-Z\d]{2}|BU\d{4}[A-Z\d]{2}\d{2})$/

/** The country code; CBS writes `NL00` in the KWB tables and `NL01` in the regional ones. */
export const COUNTRY_CODE: AreaCode = 'NL00'

/**
 * The code without the padding that CBS feeds add, with one spelling for the country.
 * Returns undefined for anything that is not an area code.
 */
export function findAreaCode(raw: string): AreaCode | undefined {
  const code = raw.trim()
  if (!CODE_PATTERN.test(code)) return undefined
  return code.startsWith('NL') ? COUNTRY_CODE : code
}

/** The level an area code belongs to. Throws on text that is not an area code. */
export function getAreaLevel(code: AreaCode): AreaLevel {
  const level = LEVEL_OF_PREFIX[code.slice(0, 2)]
  if (level === undefined || !CODE_PATTERN.test(code)) throw new RangeError(`"${code}" is not an area code`)
  return level
}

export const isAreaCode = (code: string): boolean => CODE_PATTERN.test(code)

/** The municipality that a district or neighbourhood code carries inside it. */
export function getMunicipalityCode(code: AreaCode): AreaCode {
  return `GM${code.slice(2, 6)}`
}

/** The district that a neighbourhood code carries inside it. */
export function getDistrictCode(code: AreaCode): AreaCode {
  return `WK${code.slice(2, 8)}`
}

/** Provinces of each landsdeel (NUTS 1). Source: CBS, landsdelen; unchanged since 1986. */
export const PROVINCES_OF_LANDSDEEL: Readonly<Record<AreaCode, readonly AreaCode[]>> = {
  LD01: ['PV20', 'PV21', 'PV22'],
  LD02: ['PV23', 'PV24', 'PV25'],
  LD03: ['PV26', 'PV27', 'PV28', 'PV29'],
  LD04: ['PV30', 'PV31'],
}
