/** What of a projection can be changed on the page, and a change as people put it. */
import type { ScenarioDocument } from '#domain/scenario-document.ts'

type Patch = ScenarioDocument['patches'][number]

/** As in the schema of the document, those that people ask for first. */
export const PATCH_FIGURES = ['internalOutRates', 'arrivalWeights', 'immigrationCounts', 'emigrationRates', 'netMigrationCounts', 'fertilityRates', 'survivalRatios', 'population', 'headshipRates'] as const satisfies readonly Patch['figure'][]

export const CHANGE_KINDS = ['percent', 'add', 'setTo'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export function makeChange(kind: ChangeKind, amount: number): Patch['change'] {
  if (kind === 'add') return { add: amount }
  // No less than nothing is left: a hundred percent fewer.
  return kind === 'setTo' ? { setTo: amount } : { multiplyBy: Math.max(0, Number((1 + amount / 100).toFixed(6))) }
}

export function readChange(change: Patch['change']): readonly [ChangeKind, number] {
  if ('add' in change) return ['add', change.add]
  return 'setTo' in change ? ['setTo', change.setTo] : ['percent', Number((100 * (change.multiplyBy - 1)).toFixed(4))]
}
