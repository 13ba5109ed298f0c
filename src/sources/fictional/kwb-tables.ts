/** 'Kerncijfers wijken en buurten' as the OData v3 feed of CBS serves it: rows and names, one page a year. */
import { getAreaLevel, type AreaLevel } from '#domain/area.ts'
import { publishFigure, KWB_TABLES, type KwbTable } from '#sources/fictional/kwb-columns.ts'
import { addUp, type Count, type Quantities } from '#sources/fictional/quantities.ts'
import { COUNTRY_NAME, getDistrictCodeIn, getMunicipality, getNeighbourhoodCodeIn, listMunicipalities, type World } from '#sources/fictional/world.ts'

/** File contents by path within the package. */
export type Files = Map<string, string>

/** Rows left out by year and level (counted from one), as happens in real deliveries: they show what a missing row looks like. */
const MISSING_ROWS: Readonly<Record<number, Readonly<Partial<Record<AreaLevel, readonly number[]>>>>> = {
  2021: { district: [12], neighbourhood: [5, 46, 190] },
  2023: { neighbourhood: [61, 233] },
}

interface AreaRow {
  readonly code: string
  readonly name: string
  readonly municipality: string
  readonly sums: Quantities
  /** Postcode of most addresses; only for neighbourhoods. */
  readonly pc4?: string
  /** Whether figures that can be hidden are hidden here. */
  readonly isSuppressed?: boolean
}

export function writeKwbTables(world: World, counts: Count, files: Files): void {
  for (const table of KWB_TABLES) {
    const rows = leaveOut(listAreas(world, counts, table.year), table.year)
    const folder = `cbs/odata-v3/${table.table}`
    files.set(`${folder}/TypedDataSet-1.json`, formatPage(table, 'TypedDataSet', rows.map(({ row, id }) => formatRow(table, id, row))))
    files.set(`${folder}/WijkenEnBuurten.json`, formatPage(table, 'WijkenEnBuurten', rows.map(({ row }) => formatName(table, row))))
  }
}

/** Rows with their id; those that are left out leave a gap in the ids. */
function leaveOut(rows: readonly AreaRow[], year: number): { row: AreaRow; id: number }[] {
  const seen = new Map<AreaLevel, number>()
  return rows.flatMap((row, id) => {
    const level = getAreaLevel(row.code)
    const place = (seen.get(level) ?? 0) + 1
    seen.set(level, place)
    return MISSING_ROWS[year]?.[level]?.includes(place) ? [] : [{ row, id }]
  })
}

/** The country, then each municipality with its districts and their neighbourhoods. */
function listAreas(world: World, counts: Count, year: number): AreaRow[] {
  const quantities = counts.byYear[counts.years.indexOf(year)] ?? []
  const neighbourhoods = world.neighbourhoods.map((neighbourhood, index): AreaRow & { district: number } => ({
    code: getNeighbourhoodCodeIn(world, neighbourhood, year),
    name: neighbourhood.name,
    municipality: getMunicipality(world, neighbourhood.territory, year).name,
    sums: quantities[index] ?? addUp([]),
    pc4: world.villages[neighbourhood.village]?.pc4 ?? '',
    isSuppressed: neighbourhood.kind === 'business' || index % 71 === 5,
    district: neighbourhood.district,
  }))
  const rows: AreaRow[] = [{ code: 'NL00', name: COUNTRY_NAME, municipality: COUNTRY_NAME, sums: addUp(quantities) }]
  for (const municipality of listMunicipalities(world, year)) {
    const members = neighbourhoods.filter((row) => row.municipality === municipality.name)
    rows.push({ code: municipality.code, name: municipality.name, municipality: municipality.name, sums: addUp(members.map(({ sums }) => sums)) })
    const districts = [...new Set(members.map(({ district }) => district))]
    for (const district of districts.sort((a, b) => (getDistrictCodeIn(world, a, year) < getDistrictCodeIn(world, b, year) ? -1 : 1))) {
      const parts = members.filter((row) => row.district === district).sort((a, b) => (a.code < b.code ? -1 : 1))
      const code = getDistrictCodeIn(world, district, year)
      const name = `Wijk ${code.slice(6)} ${world.districts[district]?.name ?? ''}`
      rows.push({ code, name, municipality: municipality.name, sums: addUp(parts.map(({ sums }) => sums)) }, ...parts)
    }
  }
  return rows
}

const KINDS: Readonly<Partial<Record<AreaLevel, string>>> = { country: 'Land', municipality: 'Gemeente', district: 'Wijk', neighbourhood: 'Buurt' }
/** Columns hidden where `isSuppressed`. */
const HIDEABLE = /^(GemiddeldeWOZWaarde|Koopwoningen|HuurwoningenTotaal|GemiddeldInkomen|HuishOnder|PersonenautoSPerHuishouden)/

function formatRow(table: KwbTable, id: number, row: AreaRow): Record<string, string | number | null> {
  const level = getAreaLevel(row.code)
  const cells: Record<string, string | number | null> = { ID: id, WijkenEnBuurten: padCode(table, row.code) }
  for (const key of table.keys) {
    const hidden = row.isSuppressed === true && HIDEABLE.test(key)
    cells[key] = hidden ? null : (formatText(key, row, level) ?? publishFigure(table, key, row.sums, level))
  }
  return cells
}

/** The columns that hold text, padded as the feed pads them; undefined for the others. */
function formatText(key: string, row: AreaRow, level: AreaLevel): string | number | null | undefined {
  switch (key) {
    case 'Gemeentenaam_1':
      return row.municipality.padEnd(40)
    case 'SoortRegio_2':
      return (KINDS[level] ?? '').padEnd(10)
    case 'Codering_3':
      return row.code.padEnd(10)
    case 'IndelingswijzigingWijkenEnBuurten_4':
      return level === 'country' || level === 'municipality' ? '.' : '1'
    case 'MeestVoorkomendePostcode_113':
      return (row.pc4 ?? '.').padStart(10)
    case 'Dekkingspercentage_114':
      return row.pc4 === undefined ? null : 1
    default:
      return undefined
  }
}

/** The names of 2020 carry descriptions, those of later years do not: so it is in the files of CBS that this follows. */
function formatName(table: KwbTable, row: AreaRow): Record<string, string | null> {
  if (table.year > 2020) return { Key: row.code, Title: row.name, Municipality: row.municipality }
  const level = getAreaLevel(row.code)
  const kind = KINDS[level] ?? ''
  const isCountry = level === 'country'
  return {
    Key: row.code.padEnd(10),
    Title: row.name,
    Description: isCountry ? null : `${kind} '${row.name}' (${row.code})${level === 'municipality' ? '' : ` in de gemeente '${row.municipality}'.`}`,
    Municipality: isCountry ? '' : `GM${row.code.slice(2, 6)}`,
    DetailRegionCode: isCountry ? '' : row.code,
  }
}

function padCode({ year }: KwbTable, code: string): string {
  return year === 2020 ? code.padEnd(10) : code
}

/** One page without `odata.nextLink`: the feed has 10,000 rows a page. */
function formatPage({ table }: KwbTable, entity: string, rows: readonly object[]): string {
  const metadata = `https://verzonnen.invalid/ODataFeed/OData/${table}/$metadata#Cbs.OData.WebAPI.${entity}`
  return `{"odata.metadata":${JSON.stringify(metadata)},"value":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`
}
