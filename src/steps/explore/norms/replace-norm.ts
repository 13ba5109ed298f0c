/** A norm under a scenario. */
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { Norm } from '#domain/norm.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'

/** The norm of the scenario for the same facility and mode, where it has one. */
export function replaceNorm(norm: Norm, scenario: ScenarioDocument | undefined): Norm {
  const own = scenario?.norms?.find(({ facilityType, mode = USUAL_MODE }) => facilityType === norm.facilityType && mode === (norm.mode ?? USUAL_MODE))
  return own ? { basis: 'own', ...own } : norm
}
