/** Which columns of the tables at hand the indicators of the catalogue are bound to. */
import type { Indicator } from '#domain/indicator.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { WideTable } from '#steps/import/wide-tables.ts'

export interface BoundColumn {
  readonly indicator: Indicator
  readonly table: WideTable
  readonly column: string
  /** Order of preference: a smaller number wins where two tables have the same figure. */
  readonly preference: number
}

/**
 * Binds every indicator to the columns its catalogue entry names. A table that the catalogue does not know
 * (a newer year of a known series) is bound by column name without its number, where that is unambiguous.
 */
export function bindColumns(indicators: readonly Indicator[], wideTables: readonly WideTable[], findings: FindingSink): BoundColumn[] {
  const bound: BoundColumn[] = []
  const known = new Set(indicators.flatMap(({ columns }) => columns.map(({ table }) => table)))
  for (const table of wideTables) {
    if (!known.has(table.tableId)) {
      bound.push(...bindByName(indicators, table, findings))
      continue
    }
    const missing: string[] = []
    for (const indicator of indicators) {
      const named = indicator.columns.filter((source) => source.table === table.tableId)
      for (const column of new Set(named.map((source) => source.column))) {
        const preference = indicator.columns.findIndex((source) => source.table === table.tableId && source.column === column)
        if (table.columns.has(column)) bound.push({ indicator, table, column, preference })
        else missing.push(`${indicator.id} (${column})`)
      }
    }
    if (missing.length > 0) findings.add(describeAbsent(table, missing))
  }
  return bound
}

/** Columns bound by table, to know whether a row of it says anything. */
export function listBoundColumns(bound: readonly BoundColumn[]): Map<string, Set<string>> {
  const byTable = new Map<string, Set<string>>()
  for (const { table, column } of bound) {
    const columns = byTable.get(table.tableId) ?? new Set<string>()
    byTable.set(table.tableId, columns.add(column))
  }
  return byTable
}

function describeAbsent(table: WideTable, missing: readonly string[]): Parameters<FindingSink['add']>[0] {
  return {
    severity: 'info',
    code: 'column-not-in-file',
    resource: table.resource,
    count: missing.length,
    message: {
      nl: `Tabel ${table.tableId} heeft in dit bestand geen kolom voor: ${missing.join(', ')}. Die cijfers staan als "niet in de tabel".`,
      en: `Table ${table.tableId} has no column in this file for: ${missing.join(', ')}. Those figures show as "not in the table".`,
    },
  }
}

const stripNumber = (key: string): string => key.replace(/_\d+$/, '')

function bindByName(indicators: readonly Indicator[], table: WideTable, findings: FindingSink): BoundColumn[] {
  if (!table.listsAllAreas) return []
  const keysByName = groupBy([...table.columns.keys()], stripNumber)
  const indicatorsByName = new Map<string, Set<Indicator>>()
  for (const indicator of indicators) {
    for (const { column } of indicator.columns) {
      const name = stripNumber(column)
      indicatorsByName.set(name, (indicatorsByName.get(name) ?? new Set()).add(indicator))
    }
  }
  const bound: BoundColumn[] = []
  const unbound: string[] = []
  for (const [name, keys] of keysByName) {
    const candidates = [...(indicatorsByName.get(name) ?? [])]
    const [indicator] = candidates
    const [column] = keys
    if (keys.length === 1 && candidates.length === 1 && indicator && column) bound.push({ indicator, table, column, preference: 0 })
    else if (name !== 'ID') unbound.push(...keys)
  }
  findings.add({
    severity: 'warning',
    code: 'table-not-in-catalogue',
    resource: table.resource,
    count: unbound.length,
    message: {
      nl: `Tabel ${table.tableId} staat niet in de lijst van indicatoren. ${bound.length} kolommen zijn herkend aan hun naam. Niet herkend: ${unbound.join(', ')}.`,
      en: `Table ${table.tableId} is not in the indicator catalogue. ${bound.length} columns were recognised by name. Not recognised: ${unbound.join(', ')}.`,
    },
  })
  return bound
}

function groupBy(keys: readonly string[], getName: (key: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const key of keys) groups.set(getName(key), [...(groups.get(getName(key)) ?? []), key])
  return groups
}
