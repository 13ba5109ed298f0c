/** Births, deaths and moves of municipalities by year, from the table of population dynamics (CBS 37259eng). */
import { findAreaCode, type AreaCode } from '#domain/area.ts'
import { findNumbers, findTexts, type Table } from '#domain/table.ts'
import type { BridgeFigures } from '#steps/explore/inputs/bridge-figures.ts'
import type { ProjectionData, YearOfChange } from '#steps/explore/inputs/projection-data.ts'

const COLUMNS = {
  population: 'PopulationOn1January_1',
  births: 'LiveBornChildren_3',
  deaths: 'Deaths_5',
  immigration: 'DueToImmigration_10',
  arrivals: 'DueToIntermunicipalMoves_11',
  emigration: 'DueToEmigrationIncludingAdministr_14',
  corrections: 'NetAdministrativeCorrections_15',
  departures: 'DueToIntermunicipalMoves_16',
  populationAfter: 'PopulationOn31December_20',
} as const

const SEX_CODES = { both: 'T001038', men: '3000', women: '4000' } as const

type ColumnName = keyof typeof COLUMNS
type ByMunicipality = Map<AreaCode, number>

/** Throws a RangeError where the table lacks a column. */
export function readDynamics(table: Table, bridge: BridgeFigures): Pick<ProjectionData, 'sexes' | 'changes'> {
  const read = createCellReader(table)
  const sexes = new Map<number, Float64Array>()
  const changes = new Map<number, YearOfChange>()
  const addSexes = (moment: number, bridgeYear: number, column: ColumnName, year: number) => {
    const women = bridge(bridgeYear, read(year, 'women', column))
    const men = bridge(bridgeYear, read(year, 'men', column))
    sexes.set(moment, Float64Array.from({ length: 2 * women.length }, (_, at) => (at % 2 === 0 ? women : men)[at >> 1]!))
  }
  for (const year of read.years) {
    const take = (column: ColumnName) => bridge(year, read(year, 'both', column))
    // The published emigration leaves the corrections out; where they are on balance people found back, those came in.
    const [corrections, immigration] = [take('corrections'), take('immigration')]
    const left = take('emigration').map((emigration, at) => emigration - corrections[at]!)
    changes.set(year, {
      births: take('births'),
      deaths: take('deaths'),
      immigration: immigration.map((came, at) => came + Math.max(0, -left[at]!)),
      emigration: left.map((people) => Math.max(0, people)),
      arrivals: take('arrivals'),
      departures: take('departures'),
    })
    addSexes(year, year, 'population', year)
  }
  const last = Math.max(...read.years)
  addSexes(last + 1, last, 'populationAfter', last)
  return { sexes, changes }
}

function createCellReader(table: Table) {
  const regions = findTexts(table, 'Regions')
  const periods = findTexts(table, 'Periods')
  const sexOfRow = findSexes(table)
  if (regions === undefined || periods === undefined || sexOfRow === undefined) throw new RangeError('population dynamics: a column Sex, Regions or Periods is missing')
  const rows = new Map<string, number[]>()
  for (let row = 0; row < table.rowCount; row++) {
    const key = `${periods[row]?.slice(0, 4)} ${sexOfRow[row]}`
    const known = rows.get(key)
    if (known === undefined) rows.set(key, [row])
    else known.push(row)
  }
  const read = (year: number, sex: keyof typeof SEX_CODES, column: ColumnName): ByMunicipality => {
    const values = findNumbers(table, COLUMNS[column])
    if (values === undefined) throw new RangeError(`population dynamics: column ${COLUMNS[column]} is missing`)
    const found: ByMunicipality = new Map()
    for (const row of rows.get(`${year} ${SEX_CODES[sex]}`) ?? []) {
      const code = findAreaCode(regions[row] ?? '')
      if (code?.startsWith('GM') && !Number.isNaN(values[row]!)) found.set(code, values[row]!)
    }
    return found
  }
  return Object.assign(read, { years: listYears(periods) })
}

const listYears = (periods: readonly (string | null)[]): number[] => [...new Set(periods.map((period) => Number(period?.slice(0, 4) || NaN)))].filter(Number.isInteger).sort((a, b) => a - b)

/** The day after the last year of the table: the first of which only the population is known. Undefined where it has no years. */
export function findYearAfter(table: Table): number | undefined {
  const last = listYears(findTexts(table, 'Periods') ?? []).at(-1)
  return last === undefined ? undefined : last + 1
}

/** A reader may take codes such as 3000 for numbers. */
function findSexes(table: Table): readonly string[] | undefined {
  const texts = findTexts(table, 'Sex')
  if (texts !== undefined) return texts.map((text) => text?.trim() ?? '')
  const numbers = findNumbers(table, 'Sex')
  return numbers && Array.from(numbers, String)
}
