/** Resources in pages: local pages that the data package lists, or a service whose answers link to the next one. */
import type { Resource } from '#domain/data-package.ts'
import type { FileProvider } from '#domain/reader.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { readJson } from '#sources/shared/read-json.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

/** More pages than any table of a publisher has; beyond it the service leads round in circles. */
export const MOST_PAGES = 1000

export interface Page {
  readonly document: unknown
  readonly location: string
  /** The page was reached by a link of the page before it. */
  readonly isFollowed: boolean
}

/** Whether a location in a data package is on the web. */
export function isUrl(location: string): boolean {
  return /^https?:\/\//i.test(location)
}

/**
 * Pages one by one: all that are listed, or from one URL on as `findNextLink` says.
 * A link on the last listed page becomes a finding; a chain of links without end throws SourceError.
 */
export async function* readPages(
  path: Resource['path'],
  files: FileProvider,
  problems: Problems,
  findNextLink: (document: unknown) => string | undefined,
): AsyncGenerator<Page> {
  const listed = typeof path === 'string' ? [path] : path
  const [first = ''] = listed
  if (listed.length === 1 && isUrl(first)) yield* followPages(first, files, problems, findNextLink)
  else yield* listPages(listed, files, problems, findNextLink)
}

async function* listPages(
  listed: readonly string[],
  files: FileProvider,
  problems: Problems,
  findNextLink: (document: unknown) => string | undefined,
): AsyncGenerator<Page> {
  for (const [index, location] of listed.entries()) {
    const document = await readJson(await files.obtain(location), problems)
    if (index === listed.length - 1 && findNextLink(document) !== undefined) problems.note(describeIncomplete(location, listed.length))
    yield { document, location, isFollowed: false }
  }
}

function describeIncomplete(file: string, pages: number): Parameters<Problems['note']>[0] {
  return {
    code: 'incomplete',
    file,
    message: {
      nl: `Na de laatste pagina (${pages}) die het datapakket noemt, komt er nog een. Die is niet gelezen: voeg hem toe aan het datapakket.`,
      en: `After the last page (${pages}) that the data package lists there is another one. It was not read: add it to the data package.`,
    },
  }
}

async function* followPages(
  first: string,
  files: FileProvider,
  problems: Problems,
  findNextLink: (document: unknown) => string | undefined,
): AsyncGenerator<Page> {
  const seen = new Set<string>()
  let next: string | undefined = first
  while (next !== undefined) {
    const location: string = next
    seen.add(location)
    if (seen.size > MOST_PAGES)
      throw createFailure('pages-endless', first, { nl: `meer dan ${MOST_PAGES} pagina's`, en: `more than ${MOST_PAGES} pages` })
    const document = await readJson(await files.obtain(location), problems)
    yield { document, location, isFollowed: location !== first }
    const link = findNextLink(document)
    next = link === undefined ? undefined : resolveNextLink(link, location)
    if (next !== undefined && seen.has(next)) throw createFailure('pages-endless', location, next)
  }
}

/** The address of the next page, at the scheme and host that were asked: CBS links to http where https is asked. */
export function resolveNextLink(link: string, asked: string): string {
  const next = URL.parse(link, asked)
  if (next === null) throw createFailure('shape-of-file', asked, link.slice(0, 100))
  const { protocol, hostname, port } = new URL(asked)
  next.protocol = protocol
  next.hostname = hostname
  next.port = port
  next.username = ''
  next.password = ''
  return next.href
}

/** Defence against a service that gives the same rows for ever under ever new links. */
export class SeenRows {
  readonly #seen = new Set<unknown>()

  /** Remembers the ids of a page. Throws SourceError when a followed page brings none that is new. */
  expectNew(page: Page, ids: Iterable<unknown>): void {
    const before = this.#seen.size
    for (const id of ids) this.#seen.add(id)
    if (page.isFollowed && this.#seen.size === before)
      throw createFailure('pages-endless', page.location, { nl: 'een pagina zonder nieuwe rijen', en: 'a page without new rows' })
  }
}
