/** Giver and receiver both tell of a boundary change: one change is made of the two accounts, and differences are named. */
import type { AreaCode } from '#domain/area.ts'
import { ABROAD_CODE, type BoundaryChange } from '#domain/boundary-change.ts'
import type { Finding } from '#domain/finding.ts'

/** A finding that does not know yet which resource it is about; `row` is the code of the municipality. */
export type BoundaryRemark = Omit<Finding, 'resource'>

/** One side's account of a change: what the description of that municipality says. */
export interface SideOfChange extends BoundaryChange {
  readonly toldBy: AreaCode
  /** The heading says that the giver was dissolved (true), or only that something moved (false). */
  readonly giverEnds: boolean
}

const AMOUNTS = ['hectares', 'homes', 'inhabitants'] as const
const AMOUNT_NAMES = {
  hectares: { nl: 'hectare', en: 'hectares' },
  homes: { nl: 'woningen', en: 'homes' },
  inhabitants: { nl: 'inwoners', en: 'inhabitants' },
} as const

/**
 * One change for each date, giver and receiver. Where the accounts differ, that of the giver counts, because the
 * parts it gave away add up to the whole; what it leaves out is filled in by the receiver.
 */
export function mergeSides(
  sides: readonly SideOfChange[],
  knownCodes: ReadonlySet<AreaCode>,
): { changes: BoundaryChange[]; remarks: BoundaryRemark[] } {
  const endings = new Set(sides.filter(({ giverEnds }) => giverEnds).map(({ from, date }) => `${from} ${date}`))
  const groups = new Map<string, SideOfChange[]>()
  for (const side of sides) {
    const key = `${side.date} ${side.from} ${side.to}`
    groups.set(key, [...(groups.get(key) ?? []), side])
  }
  const changes: BoundaryChange[] = []
  const remarks: BoundaryRemark[] = []
  for (const group of [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, accounts]) => accounts)) {
    const given = addUp(group.filter(({ toldBy, from }) => toldBy === from))
    const received = addUp(group.filter(({ toldBy, to }) => toldBy === to))
    const main = given ?? received
    if (!main) continue
    const { toldBy: _, giverEnds: __, ...change } = { ...received, ...main }
    changes.push({ ...change, kind: endings.has(`${main.from} ${main.date}`) ? 'dissolved' : 'transfer' })
    remarks.push(...(given && received ? compare(given, received) : describeOneSided(main, given !== undefined, knownCodes)))
  }
  return { changes, remarks }
}

/** One account of several lines about the same change (a municipality that received by two decisions on one day). */
function addUp(accounts: readonly SideOfChange[]): SideOfChange | undefined {
  const [first, ...others] = accounts
  if (!first) return undefined
  return others.reduce((sum, next) => {
    const amounts = AMOUNTS.flatMap((amount) => {
      const parts = [sum[amount], next[amount]].filter((value) => value !== undefined)
      return parts.length === 0 ? [] : [[amount, parts.reduce((a, b) => a + b)] as const]
    })
    return { ...sum, ...Object.fromEntries(amounts) }
  }, first)
}

function compare(given: SideOfChange, received: SideOfChange): BoundaryRemark[] {
  const different = AMOUNTS.filter((amount) => given[amount] !== undefined && received[amount] !== undefined && given[amount] !== received[amount])
  if (different.length === 0) return []
  const tell = (language: 'nl' | 'en', side: SideOfChange): string =>
    different.map((amount) => `${side[amount]} ${AMOUNT_NAMES[amount][language]}`).join(', ')
  return [
    {
      severity: 'info',
      code: 'boundary-sides-disagree',
      row: given.from,
      field: different.join(', '),
      message: {
        nl: `Over de overgang van ${given.fromName} naar ${given.toName} op ${given.date} zegt de gever ${tell('nl', given)} en de ontvanger ${tell('nl', received)}. Wij houden de opgave van de gever aan.`,
        en: `About the move from ${given.fromName} to ${given.toName} on ${given.date} the giver says ${tell('en', given)} and the receiver ${tell('en', received)}. We use what the giver says.`,
      },
    },
  ]
}

/** A change that only one of the two tells of; not worth a word where the other side has no description to tell it in. */
function describeOneSided(change: SideOfChange, toldByGiver: boolean, knownCodes: ReadonlySet<AreaCode>): BoundaryRemark[] {
  const silent = toldByGiver ? change.to : change.from
  if (silent === ABROAD_CODE || !knownCodes.has(silent)) return []
  return [
    {
      severity: 'info',
      code: 'boundary-told-by-one-side',
      row: change.toldBy,
      message: {
        nl: `De overgang van ${change.fromName} naar ${change.toName} op ${change.date} staat alleen bij ${toldByGiver ? 'de gever' : 'de ontvanger'}. Wij nemen haar over.`,
        en: `The move from ${change.fromName} to ${change.toName} on ${change.date} is told by the ${toldByGiver ? 'giver' : 'receiver'} only. We use it.`,
      },
    },
  ]
}
