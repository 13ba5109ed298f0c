/** Statistics as large as the country, of made-up numbers: 14,574 neighbourhoods with shapes, names and columns. Seeded. */
import type { Area, AreaLevel } from '#domain/area.ts'
import { getMissingCode } from '#domain/missing.ts'
import type { FigureColumn, ShapeSet, Statistics } from '#statistics/statistics.ts'
import { makeTestStatistics } from '../test/support/test-statistics.ts'
import type { Polygon } from 'geojson'

export const NEIGHBOURHOODS = 14_574
const COLUMNS = 122
const CORNERS = 40
const YEAR = 2024
const SYLLABLES = ['ter', 'oos', 'wold', 'veen', 'dorp', 'hui', 'zen', 'gro', 'nin', 'ster', 'wou', 'de', 'krim', 'ps', 'aan', 'meer']

function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A wobbly round shape, about as many corners as a simplified buurt has. */
function makeShape(column: number, row: number, random: () => number): Polygon {
  const [x, y] = [3.4 + column * 0.028, 50.8 + row * 0.022]
  const ring = Array.from({ length: CORNERS }, (_, at) => {
    const angle = (2 * Math.PI * at) / CORNERS
    const radius = 0.01 * (1 + 0.3 * random())
    return [x + radius * Math.cos(angle) * 1.6, y + radius * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] }
}

function makeColumn(random: () => number): FigureColumn {
  const missing = new Uint8Array(NEIGHBOURHOODS)
  const values = Float64Array.from({ length: NEIGHBOURHOODS }, (_, at) => {
    if (random() > 0.08) return Math.round(10 ** (1 + 3 * random())) / 10
    missing[at] = getMissingCode('suppressed')
    return NaN
  })
  return { values, missing }
}

/** The statistics, with `COLUMNS` indicators named column0, column1 … for neighbourhoods in 2024. */
export function makeSyntheticStatistics(seed = 1): Statistics {
  const random = makeRandom(seed)
  const name = () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const small = makeTestStatistics()
  const areas: Area[] = Array.from({ length: NEIGHBOURHOODS }, (_, at) => ({
    code: `BU${String(10_000_000 + at * 97).padStart(8, '0')}`,
    level: 'neighbourhood',
    name: name(),
    years: [YEAR],
    parents: { country: 'NL00', province: 'PV20', municipality: 'GM9001' },
  }))
  const places = Array.from({ length: 7000 }, (_, at) => ({
    id: `GN${at}`,
    name: name(),
    point: [6, 53] as const,
    municipality: 'GM9001',
    area: areas[at]?.code ?? '',
    locatedBy: 'neighbourhoodShape' as const,
    population: Math.round(10 ** (1 + 4 * random())),
  }))
  const postcodes = Array.from({ length: 4070 }, (_, at) => ({ pc4: String(1000 + at), placeName: places[at]?.name ?? '', municipality: 'GM9001' }))
  const indicators = Array.from({ length: COLUMNS }, (_, at) => ({ ...small.indicators[0], id: `column${at}` }) as Statistics['indicators'][number])
  const columns = new Map(indicators.map(({ id }) => [id, makeColumn(random)]))
  const positions = Int32Array.from(areas, (_, at) => at)
  const byCode = new Map(areas.map((area, at) => [area.code, at]))
  const shapes: ShapeSet = {
    level: 'neighbourhood',
    year: YEAR,
    source: 'made up',
    licence: 'CC0-1.0',
    codes: areas.map(({ code }) => code),
    names: areas.map((area) => area.name),
    geometries: areas.map((_, at) => makeShape(at % 135, Math.floor(at / 135), random)),
  }
  const own = <T>(level: AreaLevel, mine: T, other: () => T) => (level === 'neighbourhood' ? mine : other())
  return {
    ...small,
    indicators,
    listAreas: (level) => own(level, areas, () => small.listAreas(level)),
    findArea: (code) => areas[byCode.get(code) ?? -1] ?? small.findArea(code),
    getPosition: (code) => byCode.get(code) ?? small.getPosition(code),
    listPositions: (level, year) => own(level, year === YEAR ? positions : new Int32Array(0), () => small.listPositions(level, year)),
    findColumn: (indicator, level, year) => (level === 'neighbourhood' && year === YEAR ? columns.get(indicator) : undefined),
    listYears: (indicator, level) => (level === 'neighbourhood' && columns.has(indicator) ? [YEAR] : []),
    findShapes: (level) => (level === 'neighbourhood' ? shapes : undefined),
    listPlaces: () => places,
    listPostcodes: () => postcodes,
  }
}
