/** Sends an answer as a good web server does (ETag, Last-Modified, 304, Range, gzip), or as badly as the fault says. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Misbehaviour } from './faults.ts'

export interface Answer {
  readonly status: number
  readonly body: Buffer
  readonly contentType: string
  readonly lastModified?: Date
}

const HTML = '<!DOCTYPE html>\n<html lang="nl"><head><title>Onderhoud</title></head><body>Wij zijn zo terug.</body></html>'

/** Answers the request; the promise is settled when all is sent. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  misbehaviour: Misbehaviour,
  gzip: boolean,
): Promise<void> {
  if (misbehaviour.instead !== undefined) return respondInstead(request, response, misbehaviour.instead)
  const has = (kind: string): boolean => misbehaviour.changes.some((change) => change.kind === kind)
  const zipped = gzip && answer.body.length > 500 && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const body = zipped ? gzipSync(answer.body, { level: 1 }) : answer.body
  response.setHeader('Content-Type', answer.contentType)
  if (zipped) response.setHeader('Content-Encoding', 'gzip')
  const version = has('new-version') ? 'new' : ''
  const etag = `"${version}${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`
  const modified = new Date((answer.lastModified?.getTime() ?? 1_700_000_000_000) + (version ? 86_400_000 : 0)).toUTCString()
  const validators = answer.status === 200 && !has('no-validators')
  if (validators) {
    response.setHeader('ETag', etag)
    response.setHeader('Last-Modified', modified)
  }
  if (validators && isUnchanged(request, etag, modified)) return finish(response, 304)
  if (answer.status !== 200 || has('no-ranges')) return deliver(response, answer.status, body, misbehaviour)
  response.setHeader('Accept-Ranges', 'bytes')
  const start = findRangeStart(request, validators ? [etag, modified] : [])
  if (start === undefined) return deliver(response, 200, body, misbehaviour)
  if (start >= body.length) {
    response.setHeader('Content-Range', `bytes */${body.length}`)
    return finish(response, 416)
  }
  const most = misbehaviour.changes.find((change) => change.kind === 'short-ranges')?.bytes ?? Infinity
  const end = Math.min(body.length, start + most)
  response.setHeader('Content-Range', `bytes ${start}-${end - 1}/${body.length}`)
  return deliver(response, 206, body.subarray(start, end), misbehaviour)
}

function isUnchanged(request: IncomingMessage, etag: string, modified: string): boolean {
  const ifNoneMatch = request.headers['if-none-match']
  if (ifNoneMatch !== undefined) return ifNoneMatch === etag
  const since = request.headers['if-modified-since']
  return since !== undefined && Date.parse(since) >= Date.parse(modified)
}

/** Where the asked range starts; undefined where the whole must be sent. Only `bytes=N-` is understood. */
function findRangeStart(request: IncomingMessage, validators: readonly string[]): number | undefined {
  const start = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]
  if (start === undefined) return undefined
  const ifRange = request.headers['if-range']
  if (ifRange !== undefined && !validators.includes(String(ifRange))) return undefined
  return Number(start)
}

async function respondInstead(
  request: IncomingMessage,
  response: ServerResponse,
  fault: NonNullable<Misbehaviour['instead']>,
): Promise<void> {
  switch (fault.kind) {
    case 'status':
      for (const [name, value] of Object.entries(fault.headers ?? {})) response.setHeader(name, value)
      return finish(response, fault.status, fault.body ?? 'not now')
    case 'html':
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      return finish(response, 200, HTML)
    case 'redirect':
    case 'redirect-loop':
      response.setHeader('Location', fault.kind === 'redirect' ? fault.to : (request.url ?? '/'))
      return finish(response, fault.kind === 'redirect' ? (fault.status ?? 302) : 302)
    case 'reset':
      request.socket.resetAndDestroy()
      return
    case 'no-answer':
      await new Promise((resolve) => request.socket.once('close', resolve))
  }
}

async function deliver(response: ServerResponse, status: number, body: Buffer, misbehaviour: Misbehaviour): Promise<void> {
  const fault = misbehaviour.delivery
  const declared = fault?.kind === 'wrong-length' ? fault.contentLength : fault?.kind === 'unfinished' ? fault.bytes : body.length
  if (fault?.kind !== 'cut-chunked' && fault?.kind !== 'chunked') response.setHeader('Content-Length', declared)
  switch (fault?.kind) {
    case undefined:
    case 'wrong-length':
      return finish(response, status, body)
    case 'chunked':
      response.writeHead(status)
      await write(response, body)
      return finish(response)
    case 'unfinished':
      return finish(response, status, body.subarray(0, fault.bytes))
    case 'cut':
    case 'cut-chunked':
      response.writeHead(status)
      await write(response, body.subarray(0, fault.afterBytes))
      return void response.socket?.destroy()
    case 'stall':
      response.writeHead(status)
      await write(response, body.subarray(0, fault.afterBytes))
      return void (await new Promise((resolve) => response.once('close', resolve)))
    case 'slow':
      response.writeHead(status)
      for (let at = 0; at < body.length && !response.destroyed; at += fault.bytesPerChunk) {
        await write(response, body.subarray(at, at + fault.bytesPerChunk))
        await new Promise((resolve) => setTimeout(resolve, fault.everyMilliseconds))
      }
      return finish(response)
  }
}

function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve()
    response.once('close', resolve)
    response.write(bytes, () => {
      response.off('close', resolve)
      resolve()
    })
  })
}

function finish(response: ServerResponse, status = response.statusCode, body: Buffer | string = ''): Promise<void> {
  response.statusCode = status
  return new Promise((resolve) => {
    if (response.destroyed) return resolve()
    response.once('close', resolve)
    response.end(body, () => resolve())
  })
}
