/** What the pages of the site ask of a server, a line each: the heavy ones for their first time, and a walk past everything that is kept. */
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { WatchedServer } from './server.ts'

export interface Question {
  readonly name: string
  /** Gives, where there is something to tell of the answer, what that is. */
  readonly put: (server: Pick<WatchedServer, 'ask'>) => Promise<string | void>
}

const get = (name: string, path: string): Question => ({ name, put: async ({ ask }) => void (await ask(path)) })

/** Starts a job and follows it as the site does. */
async function followJob(ask: WatchedServer['ask'], path: string, order: object): Promise<string> {
  let job = JSON.parse(await ask(path, order)) as JobAnswer
  while (job.status === 'running' || job.status === 'waiting') {
    await wait(700)
    job = JSON.parse(await ask(`/v1/jobs/${job.id}`)) as JobAnswer
  }
  if (job.result === undefined) throw new Error(`${path}: ${job.status} ${job.failure?.nl ?? ''}`)
  return ask(job.result)
}

const job = (name: string, path: string, order: object): Question => ({ name, put: async ({ ask }) => void (await followJob(ask, path, order)) })

function seekPlans(name: string, changes: Partial<SitingOrder> & Pick<SitingOrder, 'area'>): Question {
  const order: SitingOrder = { format: 'topdorp-siting/1', name, facilityType: 'primarySchool', year: 2040, ...changes }
  return {
    name,
    async put({ ask }) {
      const { plans, places, sites } = JSON.parse(await followJob(ask, '/v1/siting-runs', order)) as { plans: { openSites: number; gapPercent: number }[]; places: unknown[]; sites: unknown[] }
      return `${places.length} buurten, ${sites.length} sites, ${plans[0]?.openSites} open, gap ${plans[0]?.gapPercent.toFixed(2)} percent`
    },
  }
}

/** By the document that the server gives for it. */
function runDocument(name: string, documentPath: string, wrap: (document: unknown) => { readonly path: string; readonly order: object; readonly isJob?: boolean }): Question {
  return {
    name,
    async put({ ask }) {
      const { path, order, isJob } = wrap(JSON.parse(await ask(documentPath)))
      await (isJob ? followJob(ask, path, order) : ask(path, order))
    },
  }
}

const REACH = '/v1/reach?facilityType=primarySchool&level=municipality'
const NORMS = runDocument('norms, provinces', '/v1/norm-sets', (answer) => {
  const [set] = (answer as { normSets: { document: unknown }[] }).normSets
  return { path: '/v1/norm-runs?level=province', order: { norms: set?.document } }
})
const DRAWS = runDocument('10,000 draws of an index, buurten', '/v1/indices/basis-op-orde/document?level=neighbourhood', (document) => ({ path: '/v1/rank-uncertainty-runs', order: { draws: 10_000, document }, isJob: true }))
const growth = { name: 'growth', patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2060 }, change: { multiplyBy: 1.1 } }] }

/** Each asked of a server that was asked nothing else yet. */
export const FIRST_QUESTIONS: readonly Question[] = [
  get('reach by car', `${REACH}&mode=car`),
  get('reach by bicycle', `${REACH}&mode=bicycle`),
  get('reach on foot', `${REACH}&mode=foot`),
  get('within 15 minutes', '/v1/reach-supplies?facilityType=primarySchool&level=municipality&mode=car'),
  get('reach in 2040, one municipality', `${REACH}&mode=car&year=2040&within=GM1680`),
  get('reach in 2040, all buurten', `${REACH}&mode=car&year=2040`),
  get('schools', '/v1/schools?norm=municipal'),
  get('history of schools', '/v1/school-back-test'),
  NORMS,
  seekPlans('plan of a municipality', { area: { codes: ['GM1680'] }, openCount: 8 }),
  get('regions of daily life', '/v1/daily-regions?count=45'),
  get('outlooks of regions', '/v1/region-outlooks'),
  get('outlook of a municipality', '/v1/projections/GM1680'),
  get('outlook of a buurt', '/v1/projections/BU16800000'),
  get('map of the outlook', '/v1/projected-changes/population?to=2040'),
  get('back-test of projections', '/v1/back-test'),
  get('place page, reach', '/v1/places/BU16800000/reach'),
  get('scores of an index, buurten', '/v1/indices/basis-op-orde/scores?level=neighbourhood'),
  get('index held against another', '/v1/indices/basis-op-orde/validation'),
]

/** Runs that take long also when all is prepared. */
export const LONG_RUNS: readonly Question[] = [
  seekPlans('plan of Drenthe', { area: { codes: ['PV22'] }, openCount: 100 }),
  seekPlans('plan of Drenthe, under a scenario', { area: { codes: ['PV22'] }, openCount: 100, scenario: growth as NonNullable<SitingOrder['scenario']> }),
  job('1,000 trajectories of a province', '/v1/projections/PV22/draw-runs', { draws: 1000 }),
  DRAWS,
]

/** Everything whose preparation a server keeps, in the order of the menu. */
export const WALK: readonly Question[] = [
  get('map of buurten', '/v1/figures?indicator=shareAge65Plus&level=neighbourhood&year=2024'),
  get('place page', '/v1/places/GM1680'),
  ...FIRST_QUESTIONS,
  seekPlans('plan under a scenario', { area: { codes: ['GM1680'] }, openCount: 8, scenario: growth as NonNullable<SitingOrder['scenario']> }),
  ...LONG_RUNS.slice(2),
]
