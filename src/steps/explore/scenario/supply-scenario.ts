/** How much there is within reach in a scenario beside the base: with the facilities and speeds of the scenario, for the people who were counted. */
import type { SupplyAnswer, SupplyScenarioAnswer } from '#domain/answers/supply-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getSupplyColumn, measureSupplyColumn, type SupplyQuestion } from '#steps/explore/reach/supply-column.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import type { FacilityChange } from '#steps/explore/scenario/apply-facilities.ts'
import { applySpeeds } from '#steps/explore/scenario/apply-speeds.ts'
import { findNearestUnder, resolveScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { describeUnusedParts } from '#steps/explore/scenario/unused-parts.ts'

/** Throws SeeError `scenarioRefused`, `noFacilities` or `unknownArea`. */
export async function getSupplyUnderScenario(statistics: Statistics, question: SupplyQuestion, document: ScenarioDocument): Promise<SupplyScenarioAnswer> {
  const resolved = await resolveScenario(statistics, document)
  const { facilityType, minutes } = question
  const { facilities, nearest } = await findNearestUnder(statistics, resolved, facilityType, question.mode)
  const { overall, mode, ground } = await applySpeeds(statistics, getTravelMode(question.mode), document.speeds ?? [])
  const base = await getSupplyColumn(statistics, question)
  // Who goes so many times as fast gets as far as so many times the minutes.
  const answer = await measureSupplyColumn(statistics, question, { facilityType, facilities, mode, ground, minutes: minutes * overall, nearestMinutes: nearest.minutes })
  const isSame = (['within', 'shareWithAny', 'perThousand'] as const).every((key) => answer[key].every((own, at) => own === base[key][at]))
  return {
    ...answer,
    base,
    scenario: { name: document.name, remarks: [...(isSame ? [describeSame(document)] : []), ...describeSizeless(answer, resolved.changes), ...describeUnusedParts(document, 'supply')] },
  }
}

const describeSame = ({ name }: ScenarioDocument): Words => ({
  nl: `Scenario “${name}” verandert hier niets aan hoeveel er binnen bereik is.`,
  en: `Scenario “${name}” changes nothing here in how much is within reach.`,
})

/** What opens without a size has no places to give. */
function describeSizeless({ facilityType, measure }: SupplyAnswer, changes: readonly FacilityChange[]): Words[] {
  const names = changes.flatMap(({ kind, after }) => (kind === 'opened' && after?.type === facilityType && after.size === undefined && measure === 'size' ? [after.name] : [])).join(', ')
  return names === '' ? [] : [{ nl: `Het scenario zegt niet hoe groot deze zijn, dus zij hebben hier geen plekken: ${names}.`, en: `The scenario does not say how large these are, so they have no places here: ${names}.` }]
}
