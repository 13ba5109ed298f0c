/** Years that figures and shapes can be of. */
import type { DataPackage } from '#domain/data-package.ts'
import type { FindingSink } from '#domain/finding.ts'

/** CBS began in 1899; what it publishes by area begins later. */
const EARLIEST_YEAR = 1900

/** Whether figures can be of 1 January of that year: not before there were any, and at most one year ahead. */
export function isPlausibleYear(year: number): boolean {
  return Number.isInteger(year) && year >= EARLIEST_YEAR && year <= new Date().getFullYear() + 1
}

/** The package without the years that cannot be: such a resource counts as one whose year is not known. */
export function leaveOutImplausibleYears(dataPackage: DataPackage, findings: FindingSink): DataPackage {
  const resources = dataPackage.resources.map((resource) => {
    const { year, ...rest } = resource
    if (year === undefined || isPlausibleYear(year)) return resource
    findings.add({
      severity: 'warning',
      code: 'year-implausible',
      resource: resource.name,
      file: 'datapackage.json',
      field: 'year',
      message: {
        nl: `Het jaar ${year} kan niet kloppen. Dit bestand telt als een bestand zonder jaar. Verbeter het jaar in het datapakket.`,
        en: `The year ${year} cannot be right. This file counts as one without a year. Correct the year in the data package.`,
      },
    })
    return rest
  })
  return { ...dataPackage, resources }
}
