/** Tables that ought to give figures of areas and do not, and tables that both say what a year was like. */
import { INDICATORS } from '#domain/indicators/index.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import type { WideTable } from '#steps/import/wide-tables.ts'

/** A finding for every table of CBS, or of the catalogue, that did not become a wide one, and for every year with two tables. */
export function reportTablesLeftOut(resources: readonly ReadResource[], wideTables: readonly WideTable[], findings: FindingSink): void {
  const wide = new Set(wideTables.map(({ resource }) => resource))
  const known = new Set(INDICATORS.flatMap(({ columns }) => columns.map(({ table }) => table)))
  for (const { resource, result } of resources) {
    const isExpected = resource.reader.startsWith('cbs-odata') || known.has(resource.table ?? resource.name)
    if (!isExpected || wide.has(resource.name) || (resource.country ?? 'NL') !== 'NL') continue
    findings.add({
      severity: 'warning',
      code: 'table-without-areas',
      resource: resource.name,
      file: [resource.path].flat()[0] ?? resource.name,
      count: result.table.rowCount,
      message: {
        nl: 'Uit deze tabel komen geen cijfers: er is geen kolom met gebiedscodes (zoals GM0014) gevonden, of het jaar is niet bekend. Zet het jaar in het datapakket, en controleer de kolommen.',
        en: 'No figures come from this table: no column with area codes (such as GM0014) was found, or its year is not known. Put the year in the data package, and check the columns.',
      },
    })
  }
  reportYearsTwice(wideTables, findings)
}

function reportYearsTwice(wideTables: readonly WideTable[], findings: FindingSink): void {
  const byYear = new Map<number, string>()
  for (const { resource, years, listsAllAreas, file } of wideTables) {
    const [year] = years
    if (!listsAllAreas || year === undefined) continue
    const first = byYear.get(year)
    if (first === undefined) {
      byYear.set(year, resource)
      continue
    }
    findings.add({
      severity: 'warning',
      code: 'year-twice',
      resource,
      ...(file ? { file } : {}),
      field: 'year',
      message: {
        nl: `Ook "${first}" gaat over heel ${year}. Waar de twee verschillen, staat dat bij de kolom. Controleer het jaar in het datapakket.`,
        en: `"${first}" is about all of ${year} too. Where the two differ is said with the column. Check the year in the data package.`,
      },
    })
  }
}
