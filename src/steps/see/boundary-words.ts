/** Municipal boundary changes in words. */
import type { AreaCode } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import { writeList } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'

/**
 * The changes in which one of these municipalities gave or received, oldest first; and, since the first year with figures,
 * what came to or left a municipality that later became part of it: the series is bridged over that too.
 */
export function describeBoundaryChanges(statistics: Statistics, codes: readonly AreaCode[]): PlaceAnswer['boundaryChanges'] {
  const recent = statistics.boundaryChanges.filter((change) => change.firstYear > (statistics.years[0] ?? 0))
  const former = findFormer(recent, codes)
  const viaFormer = recent.filter((change) => former.has(change.to) || (change.kind === 'transfer' && former.has(change.from)))
  return statistics.boundaryChanges
    .filter((change) => codes.includes(change.from) || codes.includes(change.to) || viaFormer.includes(change))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((change) => ({ date: change.date, text: { nl: writeDutch(change), en: writeEnglish(change) } }))
}

/** Municipalities that ended and went, whole or partly, to one of these, directly or by way of another. */
function findFormer(changes: readonly BoundaryChange[], codes: readonly AreaCode[]): Set<AreaCode> {
  const former = new Set<AreaCode>()
  const heirs = [...codes]
  for (const heir of heirs) {
    for (const { kind, from, to } of changes) {
      if (kind !== 'dissolved' || to !== heir || former.has(from) || codes.includes(from)) continue
      former.add(from)
      heirs.push(from)
    }
  }
  return former
}

function writeDutch(change: BoundaryChange): string {
  const { fromName, toName, date } = change
  const day = formatDate(date, 'nl-NL')
  const size = joinSizes(change, 'nl-NL', [['inwoner', 'inwoners'], ['woning', 'woningen'], ['hectare', 'hectare']], 'en')
  if (change.kind === 'dissolved') {
    return `Op ${day} is de gemeente ${fromName} opgeheven. ${size === '' ? 'Het gebied' : `Een gebied met ${size}`} ging naar de gemeente ${toName}.`
  }
  return `Op ${day} ging een deel van de gemeente ${fromName}${size === '' ? '' : ` (${size})`} naar de gemeente ${toName}.`
}

function writeEnglish(change: BoundaryChange): string {
  const { fromName, toName, date } = change
  const day = formatDate(date, 'en-GB')
  const size = joinSizes(change, 'en-GB', [['inhabitant', 'inhabitants'], ['home', 'homes'], ['hectare', 'hectares']], 'and')
  if (change.kind === 'dissolved') {
    return `On ${day} the municipality of ${fromName} was dissolved. ${size === '' ? 'Its area' : `An area with ${size}`} went to the municipality of ${toName}.`
  }
  return `On ${day} part of the municipality of ${fromName}${size === '' ? '' : ` (${size})`} went to the municipality of ${toName}.`
}

function joinSizes(change: BoundaryChange, locale: string, words: readonly (readonly [one: string, many: string])[], and: 'en' | 'and'): string {
  const amounts = [change.inhabitants, change.homes, change.hectares]
  const parts = amounts.flatMap((amount, at) => (amount === undefined ? [] : `${amount.toLocaleString(locale)} ${words[at]?.[amount === 1 ? 0 : 1]}`))
  return writeList(parts, and)
}

function formatDate(date: string, locale: string): string {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}
