/** A plan for sites as a scenario, so that every other question can be asked under it. */
import type { SitingOutcome, SitingRunAnswer, SitingSiteAnswer } from '#domain/answers/siting-answers.ts'
import type { FacilityType } from '#domain/facility.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { OpenedFacility, ScenarioFacilities } from '#domain/scenario-facilities.ts'

type SiteFacility = SitingSiteAnswer['facilities'][number]

/** What a plan does with facilities as it found them: with those of its scenario. */
interface PlanChanges {
  readonly closed: readonly SiteFacility[]
  readonly moved: readonly (SiteFacility & { readonly point: [number, number] })[]
  readonly opened: readonly OpenedFacility[]
}

/**
 * All that the scenario of the question changes, and what the plan changes after it.
 * Undefined where the plan changes nothing.
 */
export function planToScenario({ document, sites }: SitingRunAnswer, outcome: SitingOutcome, { name, description }: Pick<ScenarioDocument, 'name' | 'description'>): ScenarioDocument | undefined {
  const { facilityType, scenario } = document
  const changes = listChanges(sites, outcome, facilityType)
  if (changes.closed.length + changes.moved.length + changes.opened.length === 0) return undefined
  const facilities = addChanges(scenario?.facilities ?? {}, changes, facilityType)
  const { name: _, description: _own, facilities: _before, ...others } = scenario ?? { name, patches: [] }
  return { ...others, format: 'topdorp-scenario/1', name, ...(description !== undefined && { description }), ...(Object.keys(facilities).length > 0 && { facilities }) }
}

/**
 * Sites that merge or close are closed with all their facilities; of one that moves the largest facility moves and the others close; a site that is new opens.
 * A scenario knows no stops of a mobile service: a site with one in its place is closed, and a stop in a village without one is left out.
 */
function listChanges(sites: SitingRunAnswer['sites'], outcome: SitingOutcome, type: FacilityType): PlanChanges {
  const changes = { closed: [] as SiteFacility[], moved: [] as PlanChanges['moved'][number][], opened: [] as OpenedFacility[] }
  for (const { site, fate, movedFrom } of outcome.sites) {
    const { facilities, village, point } = sites[site]!
    const target = fate === 'moves' ? outcome.sites.find((own) => own.movedFrom === site) : undefined
    const [main, ...rest] = facilities
    if (fate === 'new' && movedFrom === undefined) changes.opened.push({ type, name: village, point })
    if (fate === 'moves' && target !== undefined && main !== undefined) {
      changes.moved.push({ ...main, point: sites[target.site]!.point })
      changes.closed.push(...rest)
    } else if (fate === 'merges' || fate === 'closes' || fate === 'moves' || fate === 'mobile') changes.closed.push(...facilities)
  }
  return changes
}

/** What the plan says of a facility goes in place of what the scenario did with it: what opens in the scenario and closes in the plan is not there. */
function addChanges(before: ScenarioFacilities, { closed, moved, opened }: PlanChanges, type: FacilityType): ScenarioFacilities {
  const touched = [...closed, ...moved].flatMap(({ scenarioStep }) => scenarioStep ?? [])
  const listLeft = <Entry>(list: keyof ScenarioFacilities, entries: readonly Entry[] = []): Entry[] => entries.filter((_, at) => !touched.some((step) => step.list === list && step.at === at))
  const isOfBase = ({ scenarioStep }: SiteFacility): boolean => scenarioStep?.list !== 'opened'
  // The identifier decides; the name is for people.
  const mean = ({ id, name }: SiteFacility) => ({ type, id, ...(name.trim() !== '' && { name: name.trim().slice(0, 120) }) })
  const openElsewhere = moved.flatMap(({ scenarioStep, point }): OpenedFacility[] => {
    const entry = scenarioStep?.list === 'opened' ? before.opened?.[scenarioStep.at] : undefined
    if (entry === undefined) return []
    const { place: _, ...rest } = entry
    return [{ ...rest, point }]
  })
  const after = {
    closed: [...listLeft('closed', before.closed), ...closed.filter(isOfBase).map(mean)],
    moved: [...listLeft('moved', before.moved), ...moved.filter(isOfBase).map((own) => ({ ...mean(own), point: own.point }))],
    opened: [...listLeft('opened', before.opened), ...openElsewhere, ...opened],
  }
  return Object.fromEntries(Object.entries(after).filter(([, list]) => list.length > 0))
}
