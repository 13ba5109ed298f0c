/** Whether what came in can be what was asked: no page for people, and JSON that begins and ends. */
import { open } from 'node:fs/promises'
import { AttemptError } from '#sources/http/failures.ts'

const JSON_TYPE = /^[\w.]+\/(?:[\w.+-]+\+)?json\b/i
const JSON_PATH = /\.(?:json|geojson|topojson)$/i
const HTML_PATH = /\.x?html?$/i

/** Whether an address asks for JSON, by its extension or its query (`$format=json`, `f=json`). */
export function asksForJson(url: string): boolean {
  const { pathname, searchParams } = new URL(url)
  if (JSON_PATH.test(pathname)) return true
  return ['$format', 'format', 'f', 'outputFormat'].some((name) => /\bjson\b/i.test(searchParams.get(name) ?? ''))
}

/** Throws AttemptError when a downloaded file is a page for people, or JSON that is something else or does not end. */
export async function checkContent(file: string, url: string, contentType: string): Promise<void> {
  const { start, end } = await readEnds(file)
  const isHtml = /^(?:text\/html|application\/xhtml)/i.test(contentType) || /^<(?:!doctype html|html)\b/i.test(start)
  if (isHtml && !HTML_PATH.test(new URL(url).pathname))
    throw new AttemptError({
      kind: 'html',
      happened: { nl: 'stuurde een webpagina (HTML) in plaats van gegevens', en: 'sent a web page (HTML) instead of data' },
      retry: false,
      discard: true,
    })
  if (!asksForJson(url) && !JSON_TYPE.test(contentType)) return
  const opening = start[0]
  if (opening !== '{' && opening !== '[') throw notJson(start)
  if (end.at(-1) !== (opening === '{' ? '}' : ']'))
    throw new AttemptError({
      kind: 'incomplete',
      happened: { nl: 'stuurde JSON die halverwege ophoudt', en: 'sent JSON that stops half-way' },
      retry: true,
      discard: true,
    })
}

function notJson(start: string): AttemptError {
  const found = start.slice(0, 40)
  return new AttemptError({
    kind: start === '' ? 'incomplete' : 'notJson',
    happened:
      start === ''
        ? { nl: 'stuurde een leeg antwoord', en: 'sent an empty answer' }
        : { nl: `stuurde iets anders dan JSON (het begint met “${found}”)`, en: `sent something other than JSON (it begins with “${found}”)` },
    retry: start === '',
    discard: true,
  })
}

/** The first and last characters, without the white space and byte order mark around them. */
async function readEnds(file: string): Promise<{ start: string; end: string }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const first = await handle.read(Buffer.alloc(512), 0, 512, 0)
    const last = await handle.read(Buffer.alloc(512), 0, 512, Math.max(0, size - 512))
    const text = (read: typeof first): string => read.buffer.toString('utf8', 0, read.bytesRead).replace(/^\uFEFF/, '').trim()
    return { start: text(first), end: text(last) }
  } finally {
    await handle.close()
  }
}
