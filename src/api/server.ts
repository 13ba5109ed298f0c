/** The HTTP server: the routes of the API and the built site. */
import type { Records } from '#records/records.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { SenderLimits } from '#steps/see/signals/limit-senders.ts'
import { Background } from '#steps/background/background.ts'
import { JobQueue } from '#steps/jobs/job-queue.ts'
import { prepareIndices } from '#steps/see/index/prepare-indices.ts'
import { prepare } from '#steps/see/prepare.ts'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { ApiError } from '#api/errors.ts'
import { sendProblem } from '#api/problem.ts'
import { Router } from '#api/router.ts'
import { addCatalogueRoutes } from '#api/routes/catalogue.ts'
import { addDocumentRoutes } from '#api/routes/documents.ts'
import { addFigureRoutes } from '#api/routes/figures.ts'
import { addIndexRoutes } from '#api/routes/indices.ts'
import { addJobRoutes } from '#api/routes/jobs.ts'
import { addProjectionDrawRoutes } from '#api/routes/projection-draws.ts'
import { addOgcRoutes } from '#api/routes/ogc.ts'
import { addModerationRoutes } from '#api/routes/moderation.ts'
import { addPlaceRoutes } from '#api/routes/places.ts'
import { addPrivacyRoutes } from '#api/routes/privacy.ts'
import { addProjectionRoutes } from '#api/routes/projections.ts'
import { addScenarioChecks, addScenarioRoutes } from '#api/routes/scenarios.ts'
import { addSignalRoutes } from '#api/routes/signals.ts'
import { addDailyRegionRoutes } from '#api/routes/daily-regions.ts'
import { addNormRoutes } from '#api/routes/norms.ts'
import { addReachRoutes } from '#api/routes/reach.ts'
import { addSitingRoutes } from '#api/routes/siting.ts'
import { addSchoolRoutes } from '#api/routes/schools.ts'
import { addSelectionRoutes } from '#api/routes/selections.ts'
import { addTileRoutes } from '#api/routes/tiles.ts'
import { addRateLimit, addSecurityHeaders, writeSecurityTxt } from '#api/security.ts'
import { addMethodTexts, addSite, answerUnknown, findBuiltSite } from '#api/site.ts'

export interface ServerDeps {
  /** Asked anew for every request, so that an import can put new statistics in their place. */
  readonly getStatistics: () => Statistics
  /** What people enter; without it there are no signals. */
  readonly records?: Records
  /** Version of the program, part of every ETag. */
  readonly programVersion?: string
  /** Folder of the built site; without it only the API is served. */
  readonly siteFolder?: string
  /** Where unexpected failures are written. */
  readonly log?: (line: string) => void
  /** For each address that is not this machine; 0 is no limit. */
  readonly requestsPerMinute?: number
  /** Signals that may be left, in place of the usual numbers. */
  readonly senderLimits?: SenderLimits
  /** Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy?: boolean
  /** Who runs this installation and how to reach them, in a line. */
  readonly operator?: string
  /** Where to report a vulnerability: a `mailto:` or `https:` address. */
  readonly securityContact?: string
}

const REQUESTS_PER_MINUTE = 3000

/** Time to send a whole request in: whoever is slower holds up others. */
const REQUEST_TIMEOUT_MS = 60_000

/** Makes the server; it listens only after `listen`. */
export async function createServer(deps: ServerDeps): Promise<FastifyInstance> {
  const { app, router, background } = await createFrame(deps)
  addCatalogueRoutes(router)
  addFigureRoutes(router)
  addPlaceRoutes(router)
  addTileRoutes(router)
  addIndexRoutes(router)
  addSelectionRoutes(router)
  const jobs = new JobQueue()
  addJobRoutes(router, jobs, deps.log ?? console.error)
  addProjectionDrawRoutes(router, jobs, deps.log ?? console.error)
  app.addHook('onClose', async () => jobs.close())
  addDailyRegionRoutes(router)
  addReachRoutes(router)
  addNormRoutes(router)
  addSitingRoutes(router, jobs, deps.log ?? console.error)
  addSchoolRoutes(router)
  addProjectionRoutes(router)
  addScenarioChecks(router)
  addOgcRoutes(router)
  if (deps.records !== undefined) {
    addSignalRoutes(router, deps.records, deps.senderLimits)
    addScenarioRoutes(router, deps.records, deps.senderLimits)
    addPrivacyRoutes(router, deps.operator)
    addModerationRoutes(router, deps.records)
  }
  addDocumentRoutes(router, () => router.listed)
  router.finish()

  app.get('/.well-known/security.txt', (request, reply) => {
    if (deps.securityContact === undefined) throw new ApiError('noSecurityContact')
    return reply.type('text/plain; charset=utf-8').send(writeSecurityTxt(deps.securityContact, `${request.protocol}://${request.host}`))
  })
  const site = findBuiltSite(deps.siteFolder, deps.programVersion ?? 'dev')
  if (site !== undefined) {
    await addSite(app, site)
    await addMethodTexts(app)
  }
  app.addHook('onListen', async () => void setImmediate(() => {
    prepare(deps.getStatistics())
    // A server that closes meanwhile needs no tiles.
    background.warm(deps.getStatistics()).catch(() => undefined).then(() => prepareIndices(deps.getStatistics())).catch((error: unknown) => (deps.log ?? console.error)(String(error)))
  }))
  app.setNotFoundHandler((request, reply) => answerUnknown(request, reply, site))
  return app
}

/** A server without routes yet: what protects it, how it fails, and what makes routes of endpoints. */
export async function createFrame(deps: ServerDeps): Promise<{ readonly app: FastifyInstance; readonly router: Router; readonly background: Background }> {
  const log = deps.log ?? ((line: string) => console.error(line))
  const app = Fastify({
    trustProxy: deps.trustProxy ?? false,
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply, log),
  })
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, log))
  addSecurityHeaders(app)
  const requestsPerMinute = deps.requestsPerMinute ?? REQUESTS_PER_MINUTE
  if (requestsPerMinute > 0) await addRateLimit(app, requestsPerMinute)
  const background = new Background()
  app.addHook('onClose', () => background.close())
  return { app, background, router: new Router(app, { getStatistics: deps.getStatistics, programVersion: deps.programVersion ?? 'dev', background }) }
}
