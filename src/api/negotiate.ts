/** Choosing what the reader asked for: language, format, compression. */
import { ApiError } from '#api/errors.ts'
import type { Language } from '#api/errors.ts'

/** The values of an Accept header, most wanted first; those with quality 0 are left out. */
function listWanted(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [value = '', ...options] = part.trim().toLowerCase().split(/\s*;\s*/)
      const quality = Number(options.find((option) => option.startsWith('q='))?.slice(2) ?? 1)
      return { value, quality: Number.isNaN(quality) ? 0 : quality }
    })
    .filter(({ value, quality }) => value !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ value }) => value)
}

/** Dutch, unless English is wanted more. */
export function chooseLanguage(header: string | undefined): Language {
  const first = listWanted(header ?? '')
    .map((tag) => tag.split('-')[0])
    .find((language) => language === 'nl' || language === 'en')
  return first === 'en' ? 'en' : 'nl'
}

/** The most wanted of the media types offered; the first where anything will do, or nothing is offered. Throws ApiError `notAcceptable`. */
export function chooseMediaType(header: string | undefined, offered: readonly string[]): string {
  const [usual = 'application/json'] = offered
  if (header === undefined || header.trim() === '' || offered.length === 0) return usual
  for (const wanted of listWanted(header)) {
    const found = offered.find((type) => suits(type, wanted))
    if (found !== undefined) return found
  }
  throw new ApiError('notAcceptable', offered.join(', '))
}

function suits(type: string, wanted: string): boolean {
  const bare = type.split(';')[0] ?? type
  return wanted === '*/*' || wanted === bare || (wanted.endsWith('/*') && bare.startsWith(wanted.slice(0, -1)))
}

export type Encoding = 'br' | 'gzip' | 'identity'

export function chooseEncoding(header: string | undefined): Encoding {
  const wanted = listWanted(header ?? '')
  if (wanted.includes('br')) return 'br'
  return wanted.includes('gzip') || wanted.includes('*') ? 'gzip' : 'identity'
}
