/** The steps of a scenario as people see them: one line for each thing that changes, in any part of the document. */
import type { FacilityType } from '#domain/facility.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'

type Facilities = NonNullable<ScenarioDocument['facilities']>

export type ScenarioStep =
  | { readonly kind: 'patches'; readonly at: number; readonly step: ScenarioDocument['patches'][number] }
  | { readonly kind: 'newHomes'; readonly at: number; readonly step: NonNullable<ScenarioDocument['newHomes']>[number] }
  | { readonly kind: 'closed'; readonly at: number; readonly step: NonNullable<Facilities['closed']>[number] }
  | { readonly kind: 'moved'; readonly at: number; readonly step: NonNullable<Facilities['moved']>[number] }
  | { readonly kind: 'opened'; readonly at: number; readonly step: NonNullable<Facilities['opened']>[number] }
  | { readonly kind: 'speeds'; readonly at: number; readonly step: NonNullable<ScenarioDocument['speeds']>[number] }
  | { readonly kind: 'norms'; readonly at: number; readonly step: NonNullable<ScenarioDocument['norms']>[number] }

/** A step without its place in the list. */
export type NewStep = { [Kind in ScenarioStep['kind']]: Omit<Extract<ScenarioStep, { kind: Kind }>, 'at'> }[ScenarioStep['kind']]

export const EMPTY_SCENARIO: ScenarioDocument = { format: 'topdorp-scenario/1', name: '', patches: [] }

export function listSteps({ patches = [], newHomes = [], facilities = {}, speeds = [], norms = [] }: ScenarioDocument): ScenarioStep[] {
  return [
    ...newHomes.map((step, at) => ({ kind: 'newHomes' as const, at, step })),
    ...(facilities.closed ?? []).map((step, at) => ({ kind: 'closed' as const, at, step })),
    ...(facilities.moved ?? []).map((step, at) => ({ kind: 'moved' as const, at, step })),
    ...(facilities.opened ?? []).map((step, at) => ({ kind: 'opened' as const, at, step })),
    ...speeds.map((step, at) => ({ kind: 'speeds' as const, at, step })),
    ...norms.map((step, at) => ({ kind: 'norms' as const, at, step })),
    ...patches.map((step, at) => ({ kind: 'patches' as const, at, step })),
  ]
}

export function addStep(document: ScenarioDocument, { kind, step }: NewStep): ScenarioDocument {
  return changeList(document, kind, (list) => [...list, step])
}

export function removeStep(document: ScenarioDocument, { kind, at }: ScenarioStep): ScenarioDocument {
  return changeList(document, kind, (list) => list.filter((_, position) => position !== at))
}

function changeList(document: ScenarioDocument, kind: ScenarioStep['kind'], change: (list: readonly unknown[]) => unknown[]): ScenarioDocument {
  if (kind !== 'closed' && kind !== 'moved' && kind !== 'opened') return { ...document, [kind]: change(document[kind] ?? []) }
  return { ...document, facilities: { ...document.facilities, [kind]: change(document.facilities?.[kind] ?? []) } }
}

/** Codes of the areas and places that steps name. */
export function listPlaceIds(steps: readonly ScenarioStep[]): string[] {
  const ids = steps.flatMap(({ kind, step }) => {
    switch (kind) {
      case 'newHomes':
        return [step.municipality, ...(step.within === undefined ? [] : [step.within])]
      case 'closed':
        return step.id === undefined && step.municipality !== undefined ? [step.municipality] : []
      case 'moved':
        return [...(step.id === undefined && step.municipality !== undefined ? [step.municipality] : []), ...(step.place === undefined ? [] : [step.place])]
      case 'opened':
        return step.place === undefined ? [] : [step.place]
      case 'patches':
        return step.areas ?? []
      default:
        return []
    }
  })
  return [...new Set(ids)]
}

/** Facilities that steps name by their identifier. */
export function listFacilityIds(steps: readonly ScenarioStep[]): { readonly type: FacilityType; readonly id: string }[] {
  return steps.flatMap(({ kind, step }) => ((kind === 'closed' || kind === 'moved') && step.id !== undefined ? [{ type: step.type, id: step.id }] : []))
}
