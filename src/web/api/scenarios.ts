/** What the site asks and sends about scenarios. */
import { queryOptions } from '@tanstack/react-query'
import type { NormRunAnswer, NormSetListAnswer } from '#domain/answers/norm-answers.ts'
import type { NearbyFacilityListAnswer, ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { KeptScenarioAnswer, ScenarioCheckAnswer, ScenarioReceipt } from '#domain/answers/scenario-answers.ts'
import type { SchoolDetailScenarioAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import type { SupplyScenarioAnswer } from '#domain/answers/supply-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import type { FacilityType } from '#domain/facility.ts'
import type { NormSetDocument } from '#domain/norm-set.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { apiUrl, fetchJson, send, sendForJson } from '#web/api/client.ts'
import { schoolsValues, type SchoolsKey } from '#web/api/queries.ts'

export const facilitiesNearQuery = (id: string, facilityType: FacilityType) => {
  const url = apiUrl(`places/${encodeURIComponent(id)}/facilities`, { facilityType, limit: 15 })
  return queryOptions({ queryKey: [url], queryFn: ({ signal }) => fetchJson<NearbyFacilityListAnswer>(url, document.documentElement.lang, signal) })
}

export const scenarioCheckQuery = (scenario: ScenarioDocument) =>
  queryOptions({ queryKey: ['scenario-check', scenario], queryFn: ({ signal }) => sendForJson<ScenarioCheckAnswer>(apiUrl('scenario-checks'), scenario, signal) })

/** A reference is an identifier with a version: `ABCD….2`. A version never changes, so it is asked once. */
export const keptScenarioQuery = (reference: string) => {
  const [id = '', version = '1'] = reference.split('.')
  const url = apiUrl(`scenarios/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}`)
  return queryOptions({ queryKey: [url], queryFn: ({ signal }) => fetchJson<KeptScenarioAnswer>(url, document.documentElement.lang, signal) })
}

export interface ReachAsked {
  readonly facilityType: FacilityType
  readonly mode: 'car' | 'bicycle' | 'foot'
  readonly level: AreaLevel
  readonly within?: string | undefined
  readonly normMinutes: number
  readonly rank?: number
  /** Whose people, projected; as counted when left out. */
  readonly year?: number | undefined
}

export const reachRunUrl = (asked: ReachAsked, format?: string): string => apiUrl('reach-runs', { ...asked, format })
export const reachRunQuery = (asked: ReachAsked, scenario: ScenarioDocument) =>
  queryOptions({ queryKey: ['reach-run', asked, scenario], queryFn: ({ signal }) => sendForJson<ReachScenarioAnswer>(reachRunUrl(asked), scenario, signal) })

export const supplyRunQuery = (asked: Pick<ReachAsked, 'facilityType' | 'mode' | 'level'> & { readonly minutes: number }, scenario: ScenarioDocument) =>
  queryOptions({ queryKey: ['supply-run', asked, scenario], queryFn: ({ signal }) => sendForJson<SupplyScenarioAnswer>(apiUrl('reach-supply-runs', { ...asked }), scenario, signal) })

export const schoolRunUrl = (key: SchoolsKey, format?: string): string => apiUrl('school-runs', { ...schoolsValues(key), format })
export const schoolRunQuery = (key: SchoolsKey, scenario: ScenarioDocument) =>
  queryOptions({ queryKey: ['school-run', key, scenario], queryFn: ({ signal }) => sendForJson<SchoolScenarioAnswer>(schoolRunUrl(key), scenario, signal) })

export const schoolDetailRunQuery = (code: string, scenario: ScenarioDocument) =>
  queryOptions({ queryKey: ['school-detail-run', code, scenario], queryFn: ({ signal }) => sendForJson<SchoolDetailScenarioAnswer>(apiUrl(`school-runs/${encodeURIComponent(code)}`), scenario, signal) })

export const normSetsQuery = () => {
  // In the language of the page: the sources of norms are sentences.
  const { lang } = document.documentElement
  return queryOptions({ queryKey: ['norm-sets', lang], queryFn: ({ signal }) => fetchJson<NormSetListAnswer>(apiUrl('norm-sets'), lang, signal) })
}

export interface NormAsked {
  readonly level: AreaLevel
  readonly within: string | undefined
  /** As counted when left out. */
  readonly year: number | undefined
  readonly norms: NormSetDocument
  readonly scenario: ScenarioDocument | undefined
}

export const normRunUrl = ({ level, within, year }: NormAsked, format?: string): string => apiUrl('norm-runs', { level, within, year, format })
export const normRunQuery = (asked: NormAsked) =>
  queryOptions({ queryKey: ['norm-run', asked], queryFn: ({ signal }) => sendForJson<NormRunAnswer>(normRunUrl(asked), { norms: asked.norms, scenario: asked.scenario }, signal) })

export const keepScenario = (scenario: ScenarioDocument) => send<ScenarioReceipt>('POST', 'scenarios', scenario)
export const keepScenarioVersion = (id: string, secret: string, scenario: ScenarioDocument) => send<{ id: string; version: number }>('POST', `scenarios/${id}/versions`, { secret, document: scenario })
export const eraseScenario = (id: string, secret: string) => send<undefined>('POST', `scenarios/${id}/erasures`, { secret })
