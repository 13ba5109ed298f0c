/** A server on the hand-made statistics, asked without a network. */
import { createServer } from '#api/server.ts'
import type { ServerDeps } from '#api/server.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { CROWDED_AND_CHEAP, makeIndexDocument } from '../support/index-documents.ts'
import { leaveSignal } from '#steps/see/signals/leave-signal.ts'
import { decide } from '#steps/see/signals/moderate.ts'
import { inviteModerator } from '#steps/see/signals/sign-in.ts'
import type { Records } from '#records/records.ts'
import { openTemporaryRecords } from '../support/temporary-records.ts'
import { LARGE_PLACES } from '../support/selection-documents.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'

export interface TestServer {
  readonly app: Awaited<ReturnType<typeof createServer>>
  readonly logged: string[]
  readonly records: Records
  /** The published signal that the examples are about. */
  readonly left: LeftSignal
  /** Puts other statistics in place, as an import does. */
  swap(statistics: Statistics): void
}

export async function startTestServer(deps: Partial<ServerDeps> = {}): Promise<TestServer> {
  let statistics = makeTestStatistics()
  const logged: string[] = []
  const records = await openTemporaryRecords()
  const app = await createServer({ getStatistics: () => statistics, records, log: (line) => logged.push(line), ...deps })
  app.addHook('onClose', () => records.close())
  const left = await leaveExample(records)
  return {
    app,
    records,
    left,
    logged,
    swap(next) {
      statistics = next
    },
  }
}

/** What the signals below are called: they follow from the form, as the key is given. */
const FORM = { placeId: 'GN101', basic: 'school', text: 'De basisschool dreigt te sluiten.', key: 'b7f9c1de-55f5-4d6e-9c3a-2f4d1a0c9e11' } as const

interface LeftSignal {
  readonly id: string
  readonly code: string
}

async function leaveExample(records: Records): Promise<LeftSignal> {
  const now = new Date('2026-02-01T12:00:00Z')
  const receipt = await leaveSignal(records.database, makeTestStatistics(), FORM, now)
  await decide(records, receipt.id, { kind: 'publish' }, { who: 'Els', now })
  return receipt
}

/** The cookie of a moderator who signed in. */
export async function signInModerator({ app, records }: TestServer, name = 'Els'): Promise<string> {
  const { token } = await inviteModerator(records.database, name, { who: 'test', now: new Date() })
  const answer = await app.inject({ method: 'POST', url: '/v1/sessions', payload: { token } })
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

/** A request that works for every endpoint, by its path in the OpenAPI document. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  '/v1': '/v1',
  '/v1/openapi.json': '/v1/openapi.json',
  '/v1/status': '/v1/status',
  '/v1/indicators': '/v1/indicators',
  '/v1/indicators/{id}': '/v1/indicators/share65Plus',
  '/v1/areas': '/v1/areas?level=neighbourhood&year=2023&within=GM9001',
  '/v1/areas/{code}/geometry': '/v1/areas/BU90010000/geometry',
  '/v1/figures': '/v1/figures?indicator=population&level=neighbourhood&year=2023',
  '/v1/search': '/v1/search?q=krimp&limit=5',
  '/v1/places/{id}': '/v1/places/GN101?year=2023',
  '/v1/places/{id}/series': '/v1/places/GM9001/series?indicator=population,meanHomeValue',
  '/v1/places/{id}/signals': '/v1/places/GN101/signals',
  '/v1/privacy': '/v1/privacy',
  '/v1/signal-counts': '/v1/signal-counts?level=village',
  '/v1/signals': '/v1/signals?basic=school',
  '/v1/signals/{id}': '/v1/signals/SEMQ7SXFFF5',
  '/v1/sources': '/v1/sources',
  '/v1/import-report': '/v1/import-report',
  '/v1/index-indicators': '/v1/index-indicators?level=municipality',
  '/v1/indices': '/v1/indices',
  '/v1/indices/{id}': '/v1/indices/basis-op-orde',
  '/v1/indices/{id}/document': '/v1/indices/basis-op-orde/document?level=municipality',
  '/v1/indices/{id}/scores': '/v1/indices/basis-op-orde/scores?level=neighbourhood&within=GM9001',
  '/v1/indices/{id}/validation': '/v1/indices/basis-op-orde/validation',
  '/v1/indices/{id}/places/{placeId}': '/v1/indices/basis-op-orde/places/GN101',
  '/v1/projections/{id}': '/v1/projections/BU90010000?years=5',
  '/v1/projected-changes/{measure}': '/v1/projected-changes/population?to=2030',
  '/v1/back-test': '/v1/back-test',
  '/v1/region-outlooks': '/v1/region-outlooks',
  '/v1/name-tiles/{z}/{x}/{y}': '/v1/name-tiles/6/33/20',
  '/v1/selections': '/v1/selections',
  '/v1/selections/{id}': '/v1/selections/krimpregio',
  '/v1/facility-types': '/v1/facility-types',
  '/v1/distance-comparisons': '/v1/distance-comparisons',
  '/v1/daily-regions': '/v1/daily-regions?count=30',
  '/v1/norm-sets': '/v1/norm-sets',
  '/v1/reach-supplies': '/v1/reach-supplies?facilityType=primarySchool&level=neighbourhood&mode=foot',
  '/v1/reach': '/v1/reach?facilityType=primarySchool&level=neighbourhood',
  '/v1/facilities/{id}': '/v1/facilities/01AA00?facilityType=primarySchool',
  '/v1/places/{id}/facilities': '/v1/places/GN102/facilities?facilityType=primarySchool',
  '/v1/places/{id}/reach': '/v1/places/GN101/reach',
  '/v1/schools': '/v1/schools?area=GM9001&norm=small',
  '/v1/schools/{code}': '/v1/schools/01AA00',
  '/v1/school-back-test': '/v1/school-back-test',
  '/v1/regions': '/v1/regions',
  '/v1/regions/{id}': '/v1/regions/eemsdelta',
  '/v1/tiles/{level}/{z}/{x}/{y}': '/v1/tiles/neighbourhood/6/33/20',
  '/v1/ogc': '/v1/ogc',
  '/v1/ogc/conformance': '/v1/ogc/conformance',
  '/v1/ogc/collections': '/v1/ogc/collections',
  '/v1/ogc/collections/{collectionId}': '/v1/ogc/collections/neighbourhoods',
  '/v1/ogc/collections/{collectionId}/items': '/v1/ogc/collections/neighbourhoods/items?limit=2&municipality=GM9001',
  '/v1/ogc/collections/{collectionId}/items/{featureId}': '/v1/ogc/collections/places/items/GN101',
}

/** The same for every endpoint that is not a GET, by its method and path. */
export const ORDERS: Readonly<Record<string, { readonly url: string; readonly body?: unknown }>> = {
  'POST /v1/siting-runs': { url: '/v1/siting-runs', body: { format: 'topdorp-siting/1', name: 'Scholen', facilityType: 'primarySchool', area: { codes: ['GM9001'] }, people: 'all', openCount: 1 } },
  'POST /v1/rank-uncertainty-runs': { url: '/v1/rank-uncertainty-runs', body: { document: makeIndexDocument(CROWDED_AND_CHEAP), draws: 200 } },
  'POST /v1/projections/{id}/draw-runs': { url: '/v1/projections/GM9001/draw-runs', body: { draws: 20, years: 3 } },
  'POST /v1/projection-runs/{id}': { url: '/v1/projection-runs/GM9001?years=5', body: { name: 'Minder vertrek', patches: [{ figure: 'internalOutRates', years: { from: 2024, to: 2030 }, ages: { from: 18, to: 29 }, change: { multiplyBy: 0.5 } }] } },
  'POST /v1/norm-runs': { url: '/v1/norm-runs?level=neighbourhood&within=PV20', body: { norms: { name: 'Proef', norms: [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 10, leastSize: 50 }] } } },
  'POST /v1/scenario-checks': { url: '/v1/scenario-checks', body: { name: 'School dicht', facilities: { closed: [{ type: 'primarySchool', id: '01AA00' }] } } },
  'POST /v1/school-runs': { url: '/v1/school-runs?norm=national', body: { name: 'Leeg' } },
  'POST /v1/school-runs/{code}': { url: '/v1/school-runs/01AA00', body: { name: 'School dicht', facilities: { closed: [{ type: 'primarySchool', id: '01AA00' }] } } },
  'POST /v1/reach-runs': { url: '/v1/reach-runs?facilityType=primarySchool&level=neighbourhood&mode=bicycle', body: { name: 'Tweede school', facilities: { opened: [{ type: 'primarySchool', name: 'De Wierde', place: 'BU90020100' }] } } },
  'POST /v1/reach-supply-runs': { url: '/v1/reach-supply-runs?facilityType=primarySchool&level=neighbourhood&mode=bicycle', body: { name: 'Tweede school', facilities: { opened: [{ type: 'primarySchool', name: 'De Wierde', place: 'BU90020100' }] } } },
  'POST /v1/index-runs': { url: '/v1/index-runs', body: makeIndexDocument(CROWDED_AND_CHEAP) },
  'POST /v1/selection-runs': { url: '/v1/selection-runs', body: LARGE_PLACES },
}

/** Endpoints that have tests of their own: those that write, and those for our own pages. */
export const OWN_PAGES: readonly string[] = [
  'POST /v1/signals',
  '/v1/receipts/{code}',
  'DELETE /v1/receipts/{code}/contact',
  'POST /v1/sessions',
  '/v1/sessions/current',
  'DELETE /v1/sessions/current',
  '/v1/moderation/signals',
  '/v1/moderation/signals/{id}',
  '/v1/moderation/signals/{id}/contact',
  'POST /v1/moderation/signals/{id}/decisions',
  'POST /v1/scenarios',
  'POST /v1/scenarios/{id}/versions',
  'POST /v1/scenarios/{id}/erasures',
  '/v1/scenarios/{id}',
  '/v1/scenarios/{id}/versions/{version}',
]

/** Addresses that exist only after something was done; `jobs.test.ts` does it. */
export const AFTERWARDS: readonly string[] = ['/v1/jobs/{id}', 'DELETE /v1/jobs/{id}', '/v1/rank-uncertainty-runs/{id}', '/v1/siting-runs/{id}', '/v1/projection-draw-runs/{id}']
