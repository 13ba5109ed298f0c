/** A plan for sites as a scenario, so that every other question can be asked under it. */
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { ScenarioFacilities } from '#domain/scenario-facilities.ts'

/**
 * Sites that merge or close are closed with all their facilities; of one that moves the largest facility moves and the others close; a site that is new opens.
 * A scenario knows no stops of a mobile service: a site with one in its place is closed, and a stop in a village without one is left out.
 * Undefined where the plan changes nothing.
 */
export function planToScenario({ document, sites }: SitingRunAnswer, outcome: SitingOutcome, name: string): ScenarioDocument | undefined {
  const type = document.facilityType
  // The identifier decides; the name is for people.
  const mean = ({ id, name: own }: { id: string; name: string }) => ({ type, id, ...(own.trim() !== '' && { name: own.trim().slice(0, 120) }) })
  const closed: NonNullable<ScenarioFacilities['closed']> = []
  const moved: NonNullable<ScenarioFacilities['moved']> = []
  const opened: NonNullable<ScenarioFacilities['opened']> = []
  for (const { site, fate, movedFrom } of outcome.sites) {
    const { facilities, village, point } = sites[site]!
    const target = fate === 'moves' ? outcome.sites.find((own) => own.movedFrom === site) : undefined
    const [main, ...rest] = facilities
    if (fate === 'new' && movedFrom === undefined) opened.push({ type, name: village, point })
    if (fate === 'moves' && target !== undefined && main !== undefined) {
      moved.push({ ...mean(main), point: sites[target.site]!.point })
      closed.push(...rest.map(mean))
    } else if (fate === 'merges' || fate === 'closes' || fate === 'moves' || fate === 'mobile') closed.push(...facilities.map(mean))
  }
  if (closed.length + moved.length + opened.length === 0) return undefined
  return { format: 'topdorp-scenario/1', name: name.slice(0, 200), patches: [], facilities: { ...(closed.length > 0 && { closed }), ...(moved.length > 0 && { moved }), ...(opened.length > 0 && { opened }) } }
}
