/**
 * A web server on 127.0.0.1 for tests. It replays recorded answers in the way the live services give them:
 *   /ODataFeed/odata/<table>/TypedDataSet?$format=json&$select=…&$skip=…   and WijkenEnBuurten, DataProperties   (CBS v3 feed)
 *   /odata/v1/CBS/<table>/Observations?$filter=…   and <Dimension>Codes, Dimensions, MeasureCodes, Properties    (CBS v4)
 *   /files/<path in the folder with recorded data>, and whatever is given as `files`
 * and it misbehaves on demand: see faults.ts. Without recorded data it serves a small made-up province.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { createFaultScript, type Fault, type Misbehaviour } from './faults.ts'
import { createGeneratedData } from './generated-data.ts'
import { findOdataAnswer } from './odata.ts'
import { createRecordedData } from './replay-data.ts'
import { respond, type Answer } from './respond.ts'

export interface ReplayServerOptions {
  /** Folder with recorded data; a small made-up province without it. */
  readonly sharedData?: string
  /** Files by path on the server, such as `/table.json`. Can be changed while it runs through `files`. */
  readonly files?: Readonly<Record<string, string | Buffer>>
  readonly v3RowsPerPage?: number
  readonly v4RowsPerPage?: number
  /** Compress where the client accepts it. */
  readonly gzip?: boolean
  /** Milliseconds each answer waits, so that requests overlap. */
  readonly delayMilliseconds?: number
}

export interface LoggedRequest {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** 0 where the connection was cut before an answer. */
  readonly status: number
  /** Bytes of body that the server handed to the connection. */
  readonly bytes: number
}

export interface ReplayServer {
  readonly origin: string
  readonly files: Map<string, string | Buffer>
  readonly requests: readonly LoggedRequest[]
  /** Most requests under way at one moment, and most connections open at one moment. */
  readonly maxConcurrentRequests: number
  readonly maxConnections: number
  /** Lets requests go wrong; see FaultScript.add. */
  misbehave(where: string | RegExp, fault: Fault, times?: number): void
  /** Ends all misbehaviour and forgets the requests and the maxima so far. */
  reset(): void
  stop(): Promise<void>
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.topojson': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Starts the server on a free port. Stop it at the end of the test. */
export async function startReplayServer(options: ReplayServerOptions = {}): Promise<ReplayServer> {
  const data = options.sharedData === undefined ? createGeneratedData() : await createRecordedData(options.sharedData)
  const pages = { v3RowsPerPage: options.v3RowsPerPage ?? 10_000, v4RowsPerPage: options.v4RowsPerPage ?? 100_000 }
  const files = new Map(Object.entries(options.files ?? {}))
  const script = createFaultScript()
  const requests: LoggedRequest[] = []
  const counts = { requests: 0, maxRequests: 0, connections: 0, maxConnections: 0 }

  const answer = async (url: URL, changes: Misbehaviour['changes']): Promise<Answer> => {
    const found = (await findOdataAnswer(url, data, pages, changes)) ?? (await findFileAnswer(url, files, options.sharedData))
    return changeText(found ?? { status: 404, body: Buffer.from('not here'), contentType: 'text/plain' }, changes)
  }
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const finish = log(requests, url, request, response)
    counts.maxRequests = Math.max(counts.maxRequests, ++counts.requests)
    try {
      const misbehaviour = script.take(url)
      if (options.delayMilliseconds !== undefined) await new Promise((resolve) => setTimeout(resolve, options.delayMilliseconds))
      const found = misbehaviour.instead === undefined ? await answer(url, misbehaviour.changes) : EMPTY
      await respond(request, response, found, misbehaviour, options.gzip ?? false)
    } finally {
      counts.requests--
      finish()
    }
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  server.on('connection', (socket) => {
    counts.maxConnections = Math.max(counts.maxConnections, ++counts.connections)
    socket.once('close', () => counts.connections--)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    requests,
    get maxConcurrentRequests() {
      return counts.maxRequests
    },
    get maxConnections() {
      return counts.maxConnections
    },
    misbehave: script.add,
    reset() {
      script.clear()
      requests.length = 0
      Object.assign(counts, { maxRequests: counts.requests, maxConnections: counts.connections })
    },
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** An address on this machine where nothing listens: connections are refused. */
export async function findRefusingOrigin(): Promise<string> {
  const server = await startReplayServer()
  await server.stop()
  return server.origin
}

const EMPTY: Answer = { status: 200, body: Buffer.alloc(0), contentType: 'text/plain' }

/** Logs a request as soon as it is there; what was sent is counted until the returned function is called. */
function log(requests: LoggedRequest[], url: URL, request: IncomingMessage, response: ServerResponse): () => void {
  const before = request.socket.bytesWritten
  const count = (): number => Math.max(0, request.socket.bytesWritten - before - (response.headersSent ? Buffer.byteLength(headOf(response)) : 0))
  let sent: number | undefined
  requests.push({
    path: url.pathname + url.search,
    headers: request.headers,
    get status() {
      return response.headersSent ? response.statusCode : 0
    },
    get bytes() {
      return sent ?? count()
    },
  })
  return () => void (sent = count())
}

/** The head of the answer as Node sent it, to take off from the bytes of the connection. */
function headOf(response: ServerResponse): string {
  return (response as ServerResponse & { readonly _header: string | null })._header ?? ''
}

async function findFileAnswer(url: URL, files: ReadonlyMap<string, string | Buffer>, folder: string | undefined): Promise<Answer | undefined> {
  const name = decodeURIComponent(url.pathname)
  const contentType = CONTENT_TYPES[path.extname(name)] ?? 'application/octet-stream'
  const given = files.get(name)
  if (given !== undefined) return { status: 200, body: Buffer.from(given), contentType }
  if (folder === undefined || !name.startsWith('/files/')) return undefined
  const file = path.join(folder, path.normalize(name.slice('/files'.length)))
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? { status: 200, body: await readFile(file), contentType, lastModified: found.mtime } : undefined
}

function changeText(answer: Answer, changes: Misbehaviour['changes']): Answer {
  const altering = changes.filter((change) => change.kind === 'change-text')
  if (altering.length === 0) return answer
  return { ...answer, body: Buffer.from(altering.reduce((text, { change }) => change(text), answer.body.toString('utf8'))) }
}
