/** What became of every resource: used and for what, or only kept. */
import { findAreaCode, type AreaCode } from '#domain/area.ts'
import type { FindingSink } from '#domain/finding.ts'
import { RESOURCE_USES, type ResourceLine, type ResourceUse } from '#domain/report.ts'
import { listLaterUses } from '#steps/import/reconcile/later-uses.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'

/** Names of the resources by what they are used for. */
export type UsedResources = Readonly<Partial<Record<ResourceUse, ReadonlySet<string>>>>

/** The lines with what each resource is used for: in this import (`used`), or by a page that reads its table. The ones only kept are named in a finding. */
export function markUsed(lines: readonly ResourceLine[], resources: readonly ReadResource[], used: UsedResources, findings: FindingSink): ResourceLine[] {
  const read = new Map(resources.map(({ resource, files }) => [resource.name, { resource: resource.name, locations: files.map(({ location }) => location) }]))
  const marked = lines.map((line): ResourceLine => {
    const table = read.get(line.resource)
    if (line.outcome !== 'kept' || table === undefined) return line
    const later = listLaterUses(table)
    const usedFor = RESOURCE_USES.filter((use) => later.includes(use) || used[use]?.has(line.resource))
    return usedFor.length > 0 ? { ...line, outcome: 'used', usedFor } : line
  })
  const kept = marked.filter(({ outcome }) => outcome === 'kept').map(({ resource }) => resource)
  if (kept.length > 0) {
    findings.add({
      severity: 'info',
      code: 'resources-only-kept',
      resource: kept.join(', '),
      count: kept.length,
      message: {
        nl: 'Deze bestanden zijn gelezen en bewaard, maar nergens in Topdorp wordt er al iets mee gemaakt.',
        en: 'These files were read and kept, but nothing in Topdorp is made from them yet.',
      },
    })
  }
  return marked
}

/** Resources whose code lists name an area of the register. */
export function listNamingResources(resources: readonly ReadResource[], positions: ReadonlyMap<AreaCode, number>): Set<string> {
  const naming = resources.filter(({ result }) =>
    [...result.codes].some(
      ([dimension, entries]) =>
        dimension !== 'Topics' && dimension !== 'Measures' && entries.some(({ code }) => positions.has(findAreaCode(code) ?? '')),
    ),
  )
  return new Set(naming.map(({ resource }) => resource.name))
}
