/** A package of two municipalities, small enough to know every figure of, that a test can spoil in one place. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export type Row = Record<string, unknown>
export type RawResource = Record<string, unknown> & { name: string }

/** What a test may change before it is written. */
export interface TinyPackage {
  readonly resources: RawResource[]
  /** Rows of the table of 2024. */
  readonly rows: Row[]
  readonly names: { Key: string; Title: string }[]
  readonly shapes: { type: string; properties: Row; geometry: unknown }[]
  /** Lines of the list of villages, cell by cell, and of the list of postcodes. */
  readonly places: string[][]
  readonly postcodes: string[]
  /** Whole files by path, in place of what the lists above would give. */
  readonly files: Map<string, string | Buffer>
}

export const POPULATION = 'AantalInwoners_5'
export const HOUSEHOLDS = 'HuishoudensTotaal_29'
export const OWNED = 'Koopwoningen_47'

/** Code, inhabitants and name. A neighbourhood has half as many households as inhabitants; 60 per cent of the homes is owned. */
const AREAS: readonly [code: string, inhabitants: number, name: string][] = [
  ['NL00', 1000, 'Nederland'],
  ['GM9101', 600, 'Noorderveen'],
  ['WK910100', 600, 'Wijk 00'],
  ['BU91010000', 400, 'Krimpsterterp'],
  ['BU91010001', 200, 'Groeisterwoude'],
  ['GM9102', 400, 'Zuiderveen'],
  ['WK910200', 400, 'Wijk 00'],
  ['BU91020000', 300, 'Annahuis'],
  ['BU91020001', 100, 'Buitengebied'],
]

function makeSquare(code: string, west: number): TinyPackage['shapes'][number] {
  const ring = [[west, 53], [west + 0.1, 53], [west + 0.1, 53.1], [west, 53.1], [west, 53]]
  return { type: 'Feature', properties: { statcode: code, statnaam: code }, geometry: { type: 'Polygon', coordinates: [ring] } }
}

function makePlace(id: number, name: string, longitude: number): string[] {
  return [`${id}`, name, name, '', '53.05', `${longitude}`, 'P', 'PPL', 'NL', '', '', '', '', '', '100', '', '1', 'Europe/Amsterdam', '2024-01-01']
}

export const describeTable = (rest: Partial<RawResource> = {}): RawResource => ({
  name: 'kwb-2024',
  path: 'kwb.json',
  reader: 'cbs-odata-v3',
  table: '85984NED',
  year: 2024,
  names: 'WijkenEnBuurten.json',
  ...rest,
})

function create(): TinyPackage {
  return {
    resources: [
      describeTable(),
      { name: 'gemeenten', path: 'gemeenten.geojson', reader: 'geojson-areas', level: 'municipality', year: 2024, code: 'statcode', label: 'statnaam' },
      { name: 'places', path: 'places.txt', reader: 'geonames' },
      { name: 'postcodes', path: 'postcodes.csv', reader: 'csv' },
    ],
    rows: AREAS.map(([code, inhabitants], ID) => ({ ID, WijkenEnBuurten: code, [POPULATION]: inhabitants, [HOUSEHOLDS]: inhabitants / 2, [OWNED]: 60 })),
    names: AREAS.map(([Key, , Title]) => ({ Key, Title })),
    shapes: [makeSquare('GM9101', 6), makeSquare('GM9102', 6.1)],
    places: [makePlace(1, 'Krimpsterterp', 6.05), makePlace(2, 'Annahuis', 6.15)],
    postcodes: ['9468;Krimpsterterp;9101', '9469;Annahuis;9102'],
    files: new Map(),
  }
}

export interface WrittenPackage {
  readonly location: string
  /** Where to import it to. */
  readonly home: string
}

/** Writes the package as the test changes it, to a folder that is gone after the test. */
export async function writeTinyPackage(change: (tiny: TinyPackage) => void = () => {}): Promise<WrittenPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'topdorp-tiny-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const tiny = create()
  change(tiny)
  const contents = new Map<string, string | Buffer>([
    ['datapackage.json', JSON.stringify({ name: 'tiny', title: 'Klein', resources: tiny.resources })],
    ['kwb.json', JSON.stringify({ value: tiny.rows })],
    ['WijkenEnBuurten.json', JSON.stringify({ value: tiny.names })],
    ['gemeenten.geojson', JSON.stringify({ type: 'FeatureCollection', features: tiny.shapes })],
    ['places.txt', tiny.places.map((cells) => `${cells.join('\t')}\n`).join('')],
    ['postcodes.csv', ['postcode;plaats;gemeente', ...tiny.postcodes, ''].join('\n')],
    ...tiny.files,
  ])
  for (const [path, content] of contents) {
    await mkdir(dirname(join(folder, 'package', path)), { recursive: true })
    await writeFile(join(folder, 'package', path), content)
  }
  return { location: join(folder, 'package', 'datapackage.json'), home: join(folder, 'home') }
}
