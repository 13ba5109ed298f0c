/** The one way in which the site talks to the API. */
import type { Problem } from '#domain/answers/shared.ts'

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
  let response: Response
  try {
    response = await fetch(url, { headers: { accept: 'application/json', 'accept-language': language }, ...(signal && { signal }) })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, `no answer from ${url}`)
  }
  if (response.ok) return (await response.json()) as Answer
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  throw new ApiError(response.status, problem?.detail ?? `${url} answered ${response.status}`, problem)
}
