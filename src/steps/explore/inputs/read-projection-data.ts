/** Reads the tables of a projection from the imported statistics, and says which are lacking. */
import type { Finding } from '#domain/finding.ts'
import type { Table } from '#domain/table.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { assumeBoysPerGirl, assumeMaternalAges } from '#steps/explore/inputs/assumed-births.ts'
import { NEEDED_TABLES, PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { createBridgeFigures, type BridgeFigures } from '#steps/explore/inputs/bridge-figures.ts'
import { AGE_COUNT, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { readGroupQuarters } from '#steps/explore/inputs/read-group-quarters.ts'
import { readDynamics } from '#steps/explore/inputs/read-dynamics.ts'
import { readBoysPerGirl, readMaternalAges, readNationalDeaths, readNationalPopulation } from '#steps/explore/inputs/read-national.ts'
import { assumeNationalAges, POSTCODE_YEAR, readPostcodeAges } from '#steps/explore/inputs/read-postcodes.ts'

type TableName = (typeof PROJECTION_TABLES)[number]

const AGE_GROUPS = ['age0to14', 'age15to24', 'age25to44', 'age45to64', 'age65Plus'] as const
const HOUSEHOLD_KINDS = ['onePersonHouseholds', 'householdsWithoutChildren', 'householdsWithChildren'] as const

/** The data, or the names of the tables that the package lacks. */
export async function readProjectionData(statistics: Statistics): Promise<ProjectionData | { readonly missingTables: readonly string[] }> {
  const tables = new Map<TableName, Table>()
  for (const name of PROJECTION_TABLES) {
    const table = await statistics.readTable(name)
    if (table !== undefined) tables.set(name, table)
  }
  const missingTables = NEEDED_TABLES.filter((name) => !tables.has(name))
  if (missingTables.length > 0) return { missingTables }
  return build(statistics, tables)
}

function build(statistics: Statistics, tables: ReadonlyMap<TableName, Table>): ProjectionData {
  const getTable = (name: (typeof NEEDED_TABLES)[number]): Table => tables.get(name)!
  const findings: Finding[] = []
  const all = statistics.listAreas('municipality')
  const areas = Array.from(statistics.listPositions('municipality', statistics.referenceYear), (position) => all[position]!)
  const codes = areas.map(({ code }) => code)
  const bridge = createBridgeFigures(statistics, codes)
  const { sexes, changes } = readDynamics(getTable('population-dynamics'), bridge)
  const nationalPopulation = readNationalPopulation(getTable('population-single-age'), sexes, findings)
  const nationalAges = nationalPopulation.get(POSTCODE_YEAR) ?? new Float64Array(2 * AGE_COUNT).fill(1)
  const [ages, municipalities] = [tables.get('population-pc4'), tables.get('pc4-gemeente')]
  const postcodes = ages && municipalities ? readPostcodeAges(statistics, { ages, municipalities }, nationalAges, bridge, findings) : assumeNationalAges(codes.length, nationalAges, findings)
  return {
    codes,
    names: areas.map(({ name }) => name),
    regions: numberRegions(areas.map(({ parents, code }) => parents.corop ?? parents.province ?? code)),
    sexes,
    changes,
    ageGroups: readColumns(statistics, AGE_GROUPS, bridge),
    households: readColumns(statistics, HOUSEHOLD_KINDS, bridge),
    groupQuarters: readGroupQuarters(statistics, bridge),
    nationalPopulation,
    nationalDeaths: readNationalDeaths(getTable('deaths-single-age')),
    maternalAges: readOr(tables.get('un-percentasfr-5'), readMaternalAges, () => assumeMaternalAges(findings)),
    boysPerGirl: readOr(tables.get('un-sexratio'), readBoysPerGirl, () => assumeBoysPerGirl(findings)),
    postcodeAges: new Map([[POSTCODE_YEAR, postcodes]]),
    findings,
  }
}

const readOr = <Read>(table: Table | undefined, read: (table: Table) => Read, assume: () => Read): Read => (table === undefined ? assume() : read(table))

function numberRegions(names: readonly string[]): Int32Array {
  const numbers = new Map<string, number>()
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size)
  return Int32Array.from(names, (name) => numbers.get(name)!)
}

/** A block of one figure an indicator for each municipality, for the years in which all of them have a column. */
function readColumns(statistics: Statistics, indicators: readonly string[], bridge: BridgeFigures): Map<number, Float64Array> {
  const blocks = new Map<number, Float64Array>()
  const all = statistics.listAreas('municipality')
  for (const year of statistics.listYears(indicators[0]!, 'municipality')) {
    const columns = indicators.map((id) => statistics.findColumn(id, 'municipality', year)?.values)
    if (columns.some((values) => values === undefined)) continue
    const positions = statistics.listPositions('municipality', year)
    const bridged = columns.map((values) => bridge(year, new Map(Array.from(positions, (at) => [all[at]!.code, values![at]!]))))
    if (bridged.some((figures) => figures.some(Number.isNaN))) continue
    blocks.set(year, Float64Array.from({ length: bridged[0]!.length * indicators.length }, (_, at) => bridged[at % indicators.length]![Math.floor(at / indicators.length)]!))
  }
  return blocks
}
