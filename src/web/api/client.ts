/** The one way in which the site talks to the API. */
import type { Problem } from '#domain/answers/shared.ts'
import { nameAreas } from '#domain/area-names.ts'
import { compareBuild } from '#web/api/site-build.ts'

/** A refusal of the API (problem+json), or no answer at all (status 0). */
export class ApiError extends Error {
  readonly status: number
  readonly problem: Problem | undefined
  constructor(status: number, message: string, problem?: Problem) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.problem = problem
  }
}

/** A path of the API with its query; parameters that are undefined or empty are left out. */
export function apiUrl(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): string {
  const parameters = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`)
  return `/v1/${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`
}

/** Fetches JSON. Throws ApiError when the API refuses or cannot be reached. */
export async function fetchJson<Answer>(url: string, language: string, signal?: AbortSignal): Promise<Answer> {
  return readJson<Answer>(await askApi(url, language, signal && { signal }), language)
}

/** Sends a document, or has something taken away. Throws ApiError when the API refuses or cannot be reached. */
export async function send<Answer>(method: 'POST' | 'DELETE', path: string, content?: object): Promise<Answer> {
  const body = content && { body: JSON.stringify(content), headers: { 'content-type': 'application/json' } }
  const language = document.documentElement.lang
  return readJson<Answer>(await askApi(apiUrl(path), language, { method, ...body }), language)
}

/** Sends a document in the language of the page. Throws ApiError when the API refuses it or cannot be reached. */
export async function sendForJson<Answer>(url: string, content: unknown, signal?: AbortSignal): Promise<Answer> {
  const language = document.documentElement.lang
  return readJson<Answer>(await sendDocument(url, content, language, signal), language)
}

/** Sends a document; the answer may be a file. Throws ApiError when the API refuses it or cannot be reached. */
export function sendDocument(url: string, document: unknown, language: string, signal?: AbortSignal): Promise<Response> {
  return askApi(url, language, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(document), ...(signal && { signal }) })
}

/** Stops a job. That it is gone already is fine. */
export async function stopJob(path: string): Promise<void> {
  await fetch(path, { method: 'DELETE' }).catch(() => undefined)
}

async function askApi(url: string, language: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { ...init, headers: { accept: 'application/json', 'accept-language': language, ...(headers as Record<string, string> | undefined) } })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiError(0, `no answer from ${url}`)
  }
  compareBuild(response)
  if (response.ok) return response
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  throw new ApiError(response.status, problem?.detail ?? `${url} answered ${response.status}`, problem)
}

/** With areas called as in the language of the page: the API gives them the name of their publisher. */
async function readJson<Answer>(response: Response, language: string): Promise<Answer> {
  if (response.status === 204) return undefined as Answer
  return nameAreas((await response.json()) as Answer, language === 'en' ? 'en' : 'nl')
}
