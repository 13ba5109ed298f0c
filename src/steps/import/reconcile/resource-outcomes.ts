/** What became of every resource: used for figures, areas, shapes or places, or only kept. */
import { findAreaCode, type AreaCode } from '#domain/area.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { ResourceLine } from '#domain/report.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'

/** The lines with `used` for the resources that are in any of the sets; the ones only kept are named in a finding. */
export function markUsed(lines: readonly ResourceLine[], used: readonly ReadonlySet<string>[], findings: FindingSink): ResourceLine[] {
  const marked = lines.map((line): ResourceLine =>
    line.outcome === 'kept' && used.some((names) => names.has(line.resource)) ? { ...line, outcome: 'used' } : line,
  )
  const kept = marked.filter(({ outcome }) => outcome === 'kept').map(({ resource }) => resource)
  if (kept.length > 0) {
    findings.add({
      severity: 'info',
      code: 'resources-only-kept',
      resource: kept.join(', '),
      count: kept.length,
      message: {
        nl: 'Deze bestanden zijn gelezen en bewaard, maar er komen nog geen cijfers, gebieden of plaatsen uit.',
        en: 'These files were read and kept, but no figures, areas or places come from them yet.',
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
