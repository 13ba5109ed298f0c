/** The Parquet columns of each file of a version, and back. */
import type { Area, AreaLevel } from '#domain/area.ts'
import { AREA_LEVELS } from '#domain/area.ts'
import type { Place, Postcode } from '#domain/place.ts'
import type { Column } from '#domain/table.ts'
import type { FigureBlock } from '#statistics/contents.ts'
import { toNumbers, toTexts, type ParquetContent, type StoredColumn } from '#statistics/parquet.ts'
import type { FigureColumn } from '#statistics/statistics.ts'

type StoredColumns = ReadonlyMap<string, ArrayLike<unknown>>

const PARENT_LEVELS = AREA_LEVELS.filter((level) => level !== 'neighbourhood')

const text = (name: string, values: readonly (string | null)[]): Column => ({ name, kind: 'text', values })
const number = (name: string, values: readonly number[]): Column => ({ name, kind: 'number', values: Float64Array.from(values) })

export function encodeAreas(areas: ReadonlyMap<AreaLevel, readonly Area[]>): StoredColumn[] {
  const all = [...areas.values()].flat()
  return [
    text('code', all.map((area) => area.code)),
    text('level', all.map((area) => area.level)),
    text('name', all.map((area) => area.name)),
    text('years', all.map((area) => area.years.join(' '))),
    text('namesByYear', all.map((area) => (area.namesByYear ? JSON.stringify(area.namesByYear) : null))),
    ...PARENT_LEVELS.map((level) => text(level, all.map((area) => area.parents[level] ?? null))),
    number('longitude', all.map((area) => area.point?.[0] ?? NaN)),
    number('latitude', all.map((area) => area.point?.[1] ?? NaN)),
  ]
}

export function decodeAreas(columns: StoredColumns): Map<AreaLevel, Area[]> {
  const texts = (name: string): (string | null)[] => toTexts(getColumn(columns, name))
  const [codes, levels, names, years, namesByYear] = ['code', 'level', 'name', 'years', 'namesByYear'].map(texts)
  const parents = PARENT_LEVELS.map((level) => [level, texts(level)] as const)
  const longitudes = toNumbers(getColumn(columns, 'longitude'))
  const latitudes = toNumbers(getColumn(columns, 'latitude'))
  const areas = new Map<AreaLevel, Area[]>(AREA_LEVELS.map((level) => [level, []]))
  codes?.forEach((code, row) => {
    const level = levels?.[row] as AreaLevel
    const otherNames = namesByYear?.[row]
    areas.get(level)?.push({
      code: code ?? '',
      level,
      name: names?.[row] ?? '',
      years: (years?.[row] ?? '').split(' ').filter(Boolean).map(Number),
      parents: Object.fromEntries(parents.flatMap(([parent, values]) => (values[row] ? [[parent, values[row]]] : []))),
      ...(Number.isNaN(longitudes[row]) ? {} : { point: [longitudes[row] ?? 0, latitudes[row] ?? 0] as const }),
      ...(otherNames ? { namesByYear: JSON.parse(otherNames) as Record<number, string> } : {}),
    })
  })
  return areas
}

/** Name of the note, in a file of figures, that says which resources each column comes from. */
const SOURCES_NOTE = 'topdorp.sources'

export function describeSources(block: FigureBlock): Record<string, string> {
  return { [SOURCES_NOTE]: JSON.stringify(Object.fromEntries([...block].map(([indicator, { sources }]) => [indicator, sources ?? []]))) }
}

/** Only the areas that exist in the year are written; `<indicator>.missing` says why a figure is not there. */
export function encodeFigures(areas: readonly Area[], positions: Int32Array, block: FigureBlock): StoredColumn[] {
  const columns: StoredColumn[] = [text('code', Array.from(positions, (position) => areas[position]?.code ?? null))]
  for (const [indicator, { values, missing }] of block) {
    columns.push({ name: indicator, kind: 'number', values: Float64Array.from(positions, (position) => values[position] ?? NaN) })
    const codes = Uint8Array.from(positions, (position) => missing[position] ?? 0)
    if (codes.some((code) => code > 0)) columns.push({ name: `${indicator}.missing`, kind: 'code', values: codes })
  }
  return columns
}

/** Puts the figures back in the order of all areas of the level; areas of other years get the reason `noSuchArea`. */
export function decodeFigures({ columns, notes }: ParquetContent, positions: Int32Array, areaCount: number, absent: number): Map<string, FigureColumn> {
  const sources = JSON.parse(notes[SOURCES_NOTE] ?? '{}') as Record<string, string[]>
  const block = new Map<string, FigureColumn>()
  for (const [name, stored] of columns) {
    if (name === 'code' || name.endsWith('.missing')) continue
    // Shared memory: other threads read them without a copy.
    const values = new Float64Array(new SharedArrayBuffer(8 * areaCount)).fill(NaN)
    const missing = new Uint8Array(new SharedArrayBuffer(areaCount)).fill(absent)
    const codes = columns.get(`${name}.missing`)
    for (let row = 0; row < positions.length; row++) {
      const position = positions[row] ?? 0
      const value = stored[row]
      values[position] = typeof value === 'number' ? value : NaN
      missing[position] = codes ? Number(codes[row]) : 0
    }
    block.set(name, { values, missing, sources: sources[name] ?? [] })
  }
  return block
}

export function encodePlaces(places: readonly Place[]): StoredColumn[] {
  return [
    text('id', places.map((place) => place.id)),
    text('name', places.map((place) => place.name)),
    number('longitude', places.map((place) => place.point[0])),
    number('latitude', places.map((place) => place.point[1])),
    text('municipality', places.map((place) => place.municipality)),
    text('area', places.map((place) => place.area)),
    text('locatedBy', places.map((place) => place.locatedBy)),
    number('shapeYear', places.map((place) => place.shapeYear ?? NaN)),
    number('population', places.map((place) => place.population ?? NaN)),
  ]
}

export function decodePlaces(columns: StoredColumns): Place[] {
  const texts = (name: string): (string | null)[] => toTexts(getColumn(columns, name))
  const numbers = (name: string): Float64Array => toNumbers(getColumn(columns, name))
  const [ids, names, municipalities, areas, locatedBy] = ['id', 'name', 'municipality', 'area', 'locatedBy'].map(texts)
  const [longitudes, latitudes, shapeYears, populations] = ['longitude', 'latitude', 'shapeYear', 'population'].map(numbers)
  return (ids ?? []).map((id, row) => ({
    id: id ?? '',
    name: names?.[row] ?? '',
    point: [longitudes?.[row] ?? NaN, latitudes?.[row] ?? NaN] as const,
    municipality: municipalities?.[row] ?? '',
    area: areas?.[row] ?? '',
    locatedBy: locatedBy?.[row] as Place['locatedBy'],
    ...optional('shapeYear', shapeYears?.[row]),
    ...optional('population', populations?.[row]),
  }))
}

export function encodePostcodes(postcodes: readonly Postcode[]): StoredColumn[] {
  return [
    text('pc4', postcodes.map((postcode) => postcode.pc4)),
    text('placeName', postcodes.map((postcode) => postcode.placeName)),
    text('municipality', postcodes.map((postcode) => postcode.municipality)),
  ]
}

export function decodePostcodes(columns: StoredColumns): Postcode[] {
  const [pc4, placeNames, municipalities] = ['pc4', 'placeName', 'municipality'].map((name) => toTexts(getColumn(columns, name)))
  return (pc4 ?? []).map((code, row) => ({ pc4: code ?? '', placeName: placeNames?.[row] ?? '', municipality: municipalities?.[row] ?? '' }))
}

export function getColumn(columns: StoredColumns, name: string): ArrayLike<unknown> {
  const column = columns.get(name)
  if (column === undefined) throw new Error(`the file has no column "${name}"`)
  return column
}

function optional<Key extends string>(key: Key, value: number | undefined): { [K in Key]?: number } {
  return value === undefined || Number.isNaN(value) ? {} : ({ [key]: value } as { [K in Key]?: number })
}
