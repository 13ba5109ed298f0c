/** Municipal boundary changes in words. */
import type { AreaCode } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import type { Statistics } from '#statistics/statistics.ts'

/** The changes in which one of these municipalities gave or received, oldest first. */
export function describeBoundaryChanges(statistics: Statistics, codes: readonly AreaCode[]): PlaceAnswer['boundaryChanges'] {
  return statistics.boundaryChanges
    .filter((change) => codes.includes(change.from) || codes.includes(change.to))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((change) => ({ date: change.date, text: { nl: writeDutch(change), en: writeEnglish(change) } }))
}

function writeDutch(change: BoundaryChange): string {
  const { fromName, toName, date } = change
  const day = formatDate(date, 'nl-NL')
  const size = joinSizes(change, 'nl-NL', ['inwoners', 'woningen', 'hectare'], 'en')
  if (change.kind === 'dissolved') {
    return `Op ${day} is de gemeente ${fromName} opgeheven. ${size === '' ? 'Het gebied' : `Een gebied met ${size}`} ging naar de gemeente ${toName}.`
  }
  return `Op ${day} ging een deel van de gemeente ${fromName}${size === '' ? '' : ` (${size})`} naar de gemeente ${toName}.`
}

function writeEnglish(change: BoundaryChange): string {
  const { fromName, toName, date } = change
  const day = formatDate(date, 'en-GB')
  const size = joinSizes(change, 'en-GB', ['inhabitants', 'homes', 'hectares'], 'and')
  if (change.kind === 'dissolved') {
    return `On ${day} the municipality of ${fromName} was dissolved. ${size === '' ? 'Its area' : `An area with ${size}`} went to the municipality of ${toName}.`
  }
  return `On ${day} part of the municipality of ${fromName}${size === '' ? '' : ` (${size})`} went to the municipality of ${toName}.`
}

function joinSizes(change: BoundaryChange, locale: string, words: readonly [string, string, string], and: string): string {
  const amounts = [change.inhabitants, change.homes, change.hectares]
  const parts = amounts.flatMap((amount, at) => (amount === undefined ? [] : `${amount.toLocaleString(locale)} ${words[at]}`))
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
}

function formatDate(date: string, locale: string): string {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}
