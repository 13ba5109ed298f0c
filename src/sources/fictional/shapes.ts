/** The areas of the last year as GeoJSON. Larger areas are the outlines of the same cells, so that nothing overlaps and no gap is left. */
import type { Files } from '#sources/fictional/kwb-tables.ts'
import { traceOutline } from '#sources/fictional/outline.ts'
import { COROPS, getDistrictCodeIn, getMunicipality, getNeighbourhoodCodeIn, LAST_YEAR, PROVINCE, type World } from '#sources/fictional/world.ts'

export const SHAPE_FILES = {
  neighbourhood: `geo/buurten-${LAST_YEAR}.geojson`,
  district: `geo/wijken-${LAST_YEAR}.geojson`,
  municipality: `geo/gemeenten-${LAST_YEAR}.geojson`,
  corop: 'geo/corop.geojson',
  province: `geo/provincies-${LAST_YEAR}.geojson`,
} as const

interface Part {
  readonly code: string
  readonly name: string
  readonly cells: readonly number[]
}

export function writeShapes(world: World, files: Files): void {
  const municipalityOf = (territory: number): { code: string; name: string; corop: number } => getMunicipality(world, territory, LAST_YEAR)
  const parts = (identify: (index: number) => { code: string; name: string }): Part[] =>
    world.neighbourhoods.map(({ cells }, index) => ({ ...identify(index), cells }))
  const at = (index: number): World['neighbourhoods'][number] => {
    const found = world.neighbourhoods[index]
    if (!found) throw new RangeError(`no neighbourhood ${index}`)
    return found
  }
  const write = (file: string, all: readonly Part[]): void => {
    files.set(file, formatCollection(world, all))
  }
  write(SHAPE_FILES.neighbourhood, parts((index) => ({ code: getNeighbourhoodCodeIn(world, at(index), LAST_YEAR), name: at(index).name })))
  write(
    SHAPE_FILES.district,
    parts((index) => ({ code: getDistrictCodeIn(world, at(index).district, LAST_YEAR), name: world.districts[at(index).district]?.name ?? '' })),
  )
  write(SHAPE_FILES.municipality, parts((index) => municipalityOf(at(index).territory)))
  write(SHAPE_FILES.corop, parts((index) => COROPS[municipalityOf(at(index).territory).corop] ?? COROPS[0]))
  write(SHAPE_FILES.province, parts(() => PROVINCE))
}

/** One feature a code, ordered by code. */
function formatCollection({ land: { grid } }: World, parts: readonly Part[]): string {
  const byCode = new Map<string, { name: string; cells: number[] }>()
  for (const { code, name, cells } of parts) {
    const known = byCode.get(code)
    if (known) known.cells.push(...cells)
    else byCode.set(code, { name, cells: [...cells] })
  }
  const features = [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { name, cells }]) => JSON.stringify({ type: 'Feature', properties: { code, name }, geometry: traceOutline(grid, cells) }))
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`
}
