/** Reads the municipal boundary changes out of the words in which CBS describes each municipality. */
import type { AreaCode } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { mergeSides, type BoundaryRemark, type SideOfChange } from '#domain/merge-boundary-changes.ts'
import type { CodeEntry } from '#domain/table.ts'

export interface ParsedBoundaryChanges {
  /** Every change once, by date, giver and receiver. */
  readonly changes: readonly BoundaryChange[]
  readonly remarks: readonly BoundaryRemark[]
  /** Lines that were not understood, by municipality. */
  readonly notUnderstood: readonly { readonly code: AreaCode; readonly text: string }[]
}

/** Under which heading a line stands. */
interface Heading {
  readonly date: string
  readonly direction: 'received' | 'given' | 'renamed' | 'none'
  readonly giverEnds: boolean
}

const HEADING = /^(Opgeheven|Ontstaan|Gemeentelijke herindeling|Grenswijziging|Wijziging|Naamswijziging|Provinciale wijziging) per (\d\d)-(\d\d)-(\d{4})(.*)$/
const PARTNER = /^(?:[-–] )(.+) \((GM\d{4})\),?$/
const RENAMED = /^(oude|nieuwe) naam: (.+) \((GM\d{4})\),?$/
const AMOUNTS = /^\.\.\. (?:([\d.]+(?:,\d+)?) hectare)?(?: ?(?:met )?(\d+) woning(?:en)?)?(?: ?(?:met |en )?(\d+) inwoners?)?$/
/** Lines that say nothing about boundaries: when the municipality began, a province, a full stop. */
const NOT_A_CHANGE = /^(|\.|Begindatum .+|- overgegaan van provincie .+ naar provincie .+)$/

/**
 * The boundary changes in the code list of the region dimension. Only municipalities (`GM…`) are read:
 * the descriptions of larger regions repeat theirs. Changes of the border with another country are kept,
 * with `GM0998` on the foreign side.
 */
export function parseBoundaryChanges(codes: readonly CodeEntry[]): ParsedBoundaryChanges {
  const sides: SideOfChange[] = []
  const notUnderstood: { code: AreaCode; text: string }[] = []
  for (const entry of codes) {
    if (!/^GM\d{4}$/.test(entry.code.trim()) || !entry.description) continue
    const own = { code: entry.code.trim(), name: entry.title.trim().replace(/ \(gemeente\)$/, '') }
    const parsed = parseDescription(own, entry.description)
    sides.push(...parsed.sides)
    notUnderstood.push(...parsed.notUnderstood.map((text) => ({ code: own.code, text })))
  }
  const merged = mergeSides(sides, new Set(codes.map(({ code }) => code.trim())))
  return {
    changes: merged.changes,
    remarks: [...merged.remarks, ...describeNotUnderstood(notUnderstood)],
    notUnderstood,
  }
}

interface Named {
  readonly code: AreaCode
  readonly name: string
}

function parseDescription(own: Named, description: string): { sides: SideOfChange[]; notUnderstood: string[] } {
  const sides: SideOfChange[] = []
  const notUnderstood: string[] = []
  let heading: Heading | undefined
  let partner: Named | undefined
  /** A partner of whom the amounts were not found. */
  const giveUp = (): void => {
    if (partner) notUnderstood.push(`${partner.name} (${partner.code})`)
    partner = undefined
  }
  for (const line of description.split(/\r?\n/).map((text) => text.trim())) {
    const newHeading = parseHeading(line)
    if (newHeading) {
      giveUp()
      heading = newHeading
      continue
    }
    if (NOT_A_CHANGE.test(line)) continue
    const renamed = RENAMED.exec(line)
    const named = PARTNER.exec(line)
    const amounts = AMOUNTS.exec(line)
    if (renamed && heading?.direction === 'renamed') {
      sides.push(createRenaming(own, heading, renamed))
    } else if (named?.[1] && named[2] && heading) {
      giveUp()
      partner = { name: named[1], code: named[2] }
    } else if (amounts && line.length > 3 && heading && partner) {
      const side = createSide(own, partner, heading, amounts)
      if (side) sides.push(side)
      partner = undefined
    } else notUnderstood.push(line)
  }
  giveUp()
  return { sides, notUnderstood }
}

function parseHeading(line: string): Heading | undefined {
  const match = HEADING.exec(line)
  if (!match) return undefined
  const [, word = '', day = '', month = '', year = '', rest = ''] = match
  const direction = /ontvangen van|uit:/.test(rest)
    ? 'received'
    : /overgegaan naar/.test(rest)
      ? 'given'
      : word === 'Naamswijziging'
        ? 'renamed'
        : 'none'
  return { date: `${year}-${month}-${day}`, direction, giverEnds: word === 'Opgeheven' }
}

/** The part of the change that one line tells; undefined for the part of a municipality that stays in itself. */
function createSide(own: Named, partner: Named, heading: Heading, amounts: RegExpExecArray): SideOfChange | undefined {
  if (partner.code === own.code || heading.direction === 'none' || heading.direction === 'renamed') return undefined
  const [from, to] = heading.direction === 'given' ? [own, partner] : [partner, own]
  const [, hectares, homes, inhabitants] = amounts
  return {
    date: heading.date,
    firstYear: getFirstYear(heading.date),
    kind: heading.giverEnds ? 'dissolved' : 'transfer',
    from: from.code,
    fromName: from.name,
    to: to.code,
    toName: to.name,
    ...(hectares === undefined ? {} : { hectares: Number(hectares.replaceAll('.', '').replace(',', '.')) }),
    ...(homes === undefined ? {} : { homes: Number(homes) }),
    ...(inhabitants === undefined ? {} : { inhabitants: Number(inhabitants) }),
    toldBy: own.code,
    giverEnds: heading.giverEnds,
  }
}

function createRenaming(own: Named, heading: Heading, [, which, name = '', code = '']: RegExpExecArray): SideOfChange {
  const [from, to] = which === 'oude' ? [{ name, code }, own] : [own, { name, code }]
  return {
    date: heading.date,
    firstYear: getFirstYear(heading.date),
    kind: 'dissolved',
    renamed: true,
    from: from.code,
    fromName: from.name,
    to: to.code,
    toName: to.name,
    toldBy: own.code,
    giverEnds: true,
  }
}

/** The year of 1 January on or after the date: figures of 1 January 2022 do not know a change of 24 March 2022. */
function getFirstYear(date: string): number {
  const year = Number(date.slice(0, 4))
  return date.endsWith('-01-01') ? year : year + 1
}

/** One remark for each municipality with text that was not understood. */
function describeNotUnderstood(lines: ParsedBoundaryChanges['notUnderstood']): BoundaryRemark[] {
  const byCode = new Map<AreaCode, string[]>()
  for (const { code, text } of lines) byCode.set(code, [...(byCode.get(code) ?? []), text])
  return [...byCode].map(([code, texts]) => ({
    severity: 'warning',
    code: 'boundary-text-not-understood',
    row: code,
    field: 'Description',
    count: texts.length,
    message: {
      nl: `In de beschrijving van ${code} zijn ${texts.length} regels over de gemeentegrens niet begrepen: "${texts.slice(0, 3).join('", "')}".`,
      en: `In the description of ${code}, ${texts.length} lines about the boundary were not understood: "${texts.slice(0, 3).join('", "')}".`,
    },
  }))
}
