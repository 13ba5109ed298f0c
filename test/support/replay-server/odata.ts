/** Answers as the two OData services of CBS give them: the v3 feed and v4, in pages with a link to the next. */
import type { Misbehaviour } from './faults.ts'
import { parseFilter } from './odata-filter.ts'
import type { ReplayData, ReplayTable } from './replay-data.ts'
import type { Answer } from './respond.ts'

export interface OdataPages {
  readonly v3RowsPerPage: number
  readonly v4RowsPerPage: number
}

type Row = Record<string, unknown>
type Changes = Misbehaviour['changes']

const V3_PATH = /^\/ODataFeed\/odata\/([^/]+)\/?([^/]*)$/i
const V4_PATH = /^\/odata\/v1\/CBS\/([^/]+)\/?([^/]*)$/i

const ATOM = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="text">TypedDataSet</title></feed>'

/** The answer of the feed or of v4, or undefined where the URL belongs to neither. */
export async function findOdataAnswer(url: URL, data: ReplayData, pages: OdataPages, changes: Changes): Promise<Answer | undefined> {
  const v3 = V3_PATH.exec(url.pathname)
  const v4 = V4_PATH.exec(url.pathname)
  const [, tableName = '', entity = ''] = v3 ?? v4 ?? []
  if (tableName === '') return undefined
  const table = await (v3 ? data.findV3(tableName) : data.findV4(tableName))
  if (table === undefined) return json(404, { error: `no table ${tableName}` })
  if (v3 && url.searchParams.get('$format') !== 'json') return { status: 200, body: Buffer.from(ATOM), contentType: 'application/atom+xml' }
  if (entity === '') return json(200, { value: [...table.entities.keys()].map((name) => ({ name, url: `${url.origin}${url.pathname}/${name}` })) })
  try {
    if (v3 && /^(Typed|Untyped)DataSet$/.test(entity)) return pageOf(table, url, pages.v3RowsPerPage, changes, 'v3')
    if (v4 && entity === 'Observations') return pageOf(table, url, pages.v4RowsPerPage, changes, 'v4')
  } catch (error) {
    if (error instanceof SyntaxError) return badQuery(error.message)
    throw error
  }
  const text = table.entities.get(entity)
  if (text === undefined) return json(404, { error: `no ${entity} in ${tableName}` })
  return { status: 200, body: Buffer.from(toOwnLinks(text, url)), contentType: 'application/json; charset=utf-8' }
}

/** Links of the live services, led back to this server. */
function toOwnLinks(text: string, url: URL): string {
  return text.replaceAll('https://datasets.cbs.nl', url.origin).replaceAll('http://opendata.cbs.nl', url.origin)
}

function json(status: number, value: unknown): Answer {
  return { status, body: Buffer.from(JSON.stringify(value)), contentType: 'application/json; charset=utf-8' }
}

function badQuery(message: string): Answer {
  return json(400, { 'odata.error': { code: '', message: { lang: 'en-US', value: `The query specified in the URI is not valid. ${message}` } } })
}

function pageOf(table: ReplayTable, url: URL, rowsPerPage: number, changes: Changes, version: 'v3' | 'v4'): Answer {
  const asked = url.searchParams
  const endless = changes.find((change) => change.kind === 'endless')
  const rows = selectRows(table.rows, asked, changes)
  const askedSkip = readCount(asked, '$skip') ?? 0
  const skip = endless?.how === 'new-pages' && rows.length > 0 ? askedSkip % rows.length : askedSkip
  const top = readCount(asked, '$top') ?? Infinity
  const page = rows.slice(skip, skip + Math.min(rowsPerPage, top))
  const more = skip + page.length < rows.length && top > rowsPerPage
  const next = endless === undefined ? (more ? askedSkip + page.length : undefined) : endlessSkip(endless.how, askedSkip, page.length, more)
  const [metadata, nextLink] = version === 'v3' ? ['odata.metadata', 'odata.nextLink'] : ['@odata.context', '@odata.nextLink']
  const head = `{"${metadata}":"${url.origin}${url.pathname}/$metadata","value":[\n`
  const tail = next === undefined ? '\n]}\n' : `\n],"${nextLink}":${JSON.stringify(linkTo(url, next, top - page.length))}}\n`
  return { status: 200, body: Buffer.from(head + page.join(',\n') + tail), contentType: 'application/json; charset=utf-8' }
}

function endlessSkip(how: 'same-page' | 'circle' | 'new-pages', skip: number, rows: number, more: boolean): number {
  if (how === 'same-page') return skip
  return how === 'circle' && !more ? 0 : skip + rows
}

/** As the live feed writes it: the query as it was asked, `$` and all, with the new `$skip` at the end. */
function linkTo(url: URL, skip: number, top: number): string {
  const kept = [...url.searchParams].filter(([name]) => name !== '$skip' && name !== '$top').map(([name, value]) => `${name}=${encodeURI(value)}`)
  const rest = Number.isFinite(top) ? [`$top=${top}`] : []
  return `${url.origin}${url.pathname}?${[...kept, ...rest, `$skip=${skip}`].join('&')}`
}

function readCount(asked: URLSearchParams, name: string): number | undefined {
  const text = asked.get(name)
  if (text === null) return undefined
  if (!/^\d+$/.test(text)) throw new SyntaxError(`${name} must be a count, not ${text}.`)
  return Number(text)
}

/** The rows as text; only taken apart where the query or a fault asks for it. */
function selectRows(rows: readonly string[], asked: URLSearchParams, changes: Changes): readonly string[] {
  const select = asked.get('$select')?.split(',').map((name) => name.trim())
  const filter = asked.has('$filter') ? parseFilter(asked.get('$filter') ?? '') : () => true
  const altering = changes.some((change) => change.kind === 'rename-column' || change.kind === 'change-type')
  if (select === undefined && !asked.has('$filter') && !altering) return rows
  const known = new Set(Object.keys(alter(JSON.parse(rows[0] ?? '{}') as Row, changes)))
  const unknown = select?.find((name) => !known.has(name))
  if (unknown !== undefined) throw new SyntaxError(`Could not find a property named '${unknown}' on type 'Cbs.OData.WebAPI.TypedDataSet'.`)
  const selected: string[] = []
  for (const text of rows) {
    const row = alter(JSON.parse(text) as Row, changes)
    if (filter(row)) selected.push(JSON.stringify(select === undefined ? row : Object.fromEntries(select.map((name) => [name, row[name]]))))
  }
  return selected
}

function alter(row: Row, changes: Changes): Row {
  let altered = row
  for (const change of changes) {
    if (change.kind === 'rename-column')
      altered = Object.fromEntries(Object.entries(altered).map(([name, value]) => [name === change.from ? change.to : name, value]))
    if (change.kind === 'change-type' && change.column in altered) altered[change.column] = change.change(altered[change.column])
  }
  return altered
}
