/** The facilities of a siting question: as they are, or with what its scenario closes, moves and opens. */
import type { SitingDocument } from '#domain/siting-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { changeFacilities, type FacilityChange } from '#steps/explore/scenario/apply-facilities.ts'
import { nameType } from '#steps/explore/scenario/find-facility.ts'
import { resolveScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { describeEmptyScenario, describeUnusedParts } from '#steps/explore/scenario/unused-parts.ts'
import type { SitingSite } from '#steps/explore/siting/siting-sites.ts'

type SitingFacilities = Awaited<ReturnType<typeof getFacilities>> & {
  /** The same sites, with the step of the scenario by which a facility stands there. */
  readonly markSteps: (sites: readonly SitingSite[]) => readonly SitingSite[]
  /** What of the scenario changes no plan. */
  readonly idle: readonly Words[]
}

/** Throws SeeError `noFacilities` or `scenarioRefused`. */
export async function getSitingFacilities(statistics: Statistics, { facilityType, scenario, normSet }: SitingDocument): Promise<SitingFacilities> {
  const base = await getFacilities(statistics, facilityType)
  if (scenario === undefined) return { ...base, markSteps: (sites) => sites, idle: [] }
  const { changes } = await resolveScenario(statistics, scenario)
  const own = changes.filter(({ before, after }) => (before ?? after)!.type === facilityType)
  return {
    ...base,
    facilities: changeFacilities(base.facilities, facilityType, own),
    markSteps: (sites) => markSteps(sites, own),
    idle: [...describeEmptyScenario(scenario), ...(changes.length > 0 && own.length === 0 ? [aboutOthers(nameType(facilityType, 'nl'), nameType(facilityType, 'en'))] : []), ...(normSet === undefined ? describeUnusedParts(scenario, 'siting') : [])],
  }
}

function markSteps(sites: readonly SitingSite[], changes: readonly FacilityChange[]): SitingSite[] {
  const stepOf = new Map(changes.flatMap(({ kind, at, after }) => (after ? [[after.id, { list: kind, at }] as const] : [])))
  return sites.map((site) => ({ ...site, facilities: site.facilities.map((facility) => ({ ...facility, ...(stepOf.has(facility.id) && { scenarioStep: stepOf.get(facility.id)! }) })) }))
}

const aboutOthers = (nl: string, en: string): Words => ({
  nl: `Wat het scenario sluit, verhuist of opent, is geen ${nl}. Dat verandert deze plannen niet.`,
  en: `What the scenario closes, moves or opens is no ${en}. It does not change these plans.`,
})
