/** The facilities of a type under a scenario. The lists of the base are read, never changed. */
import type { Facility, FacilityType } from '#domain/facility.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import type { ScenarioFacilities } from '#domain/scenario-facilities.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findFacilities } from '#steps/explore/reach/reach-ground.ts'
import { findMeantFacility, findMeantPoint, nameType } from '#steps/explore/scenario/find-facility.ts'

/** Nearer than this two of the same name are one. */
const SAME_PLACE_METRES = 50

export interface FacilityChange {
  readonly kind: 'closed' | 'moved' | 'opened'
  /** Position in its list of the document. */
  readonly at: number
  /** As it is in the base; undefined for one that opens. */
  readonly before: Facility | undefined
  /** As it is in the scenario; undefined for one that closes at all its addresses. */
  readonly after: Facility | undefined
}

/** What the document means, change by change, or everything that is wrong with it. */
export async function resolveFacilities(statistics: Statistics, facilities: ScenarioFacilities): Promise<{ readonly changes: readonly FacilityChange[]; readonly faults: readonly Fault[] }> {
  const lists = await readLists(statistics, facilities)
  const listOf = (type: FacilityType) => lists.get(type) ?? []
  const faults: Fault[] = []
  const changes: FacilityChange[] = []
  const add = (kind: 'closed' | 'moved', at: number, before: Facility | Fault, point?: Facility['point'] | Fault) => {
    const wrong = [before, point].filter((one): one is Fault => one !== undefined && 'message' in one)
    faults.push(...wrong)
    if (wrong.length === 0) changes.push({ kind, at, before: before as Facility, after: point && move(before as Facility, point as Facility['point']) })
  }
  for (const [at, { address, ...asked }] of (facilities.closed ?? []).entries()) {
    const field = `facilities.closed.${at}`
    const before = findMeantFacility(statistics, listOf(asked.type), asked, field)
    const after = address === undefined || 'message' in before ? undefined : closeAddress(before, address, `${field}.address`)
    if (after && 'message' in after) faults.push(after)
    else if (after) changes.push({ kind: 'closed', at, before: before as Facility, after })
    else add('closed', at, before)
  }
  for (const [at, asked] of (facilities.moved ?? []).entries()) {
    const field = `facilities.moved.${at}`
    const before = findMeantFacility(statistics, listOf(asked.type), asked, field)
    add('moved', at, before, findMeantPoint(statistics, asked, 'message' in before ? (asked.name ?? asked.id ?? '') : before.name, field))
  }
  for (const [at, { type, name, size, ...where }] of (facilities.opened ?? []).entries()) {
    const point = findMeantPoint(statistics, where, name, `facilities.opened.${at}`)
    if ('message' in point) faults.push(point)
    else if (listOf(type).length === 0) faults.push(makeFault(`facilities.opened.${at}.type`, `Het ingelezen pakket heeft geen tabel met ${nameType(type, 'nl')}, dus er is niets om mee te vergelijken.`, `The package that was imported has no table of ${nameType(type, 'en')}, so there is nothing to compare with.`))
    else changes.push({ kind: 'opened', at, before: undefined, after: { id: `scenario-${at + 1}`, name, type, point, ...(size !== undefined && { size }) } })
  }
  return { changes, faults: [...faults, ...listContradictions(changes, lists)] }
}

/** It goes on at its other addresses, with all that it has. */
function closeAddress({ furtherPoints = [], addresses = [], ...facility }: Facility, address: number, field: string): Facility | Fault {
  const points = [facility.point, ...furtherPoints]
  if (points.length === 1) return makeFault(field, `"${facility.name}" staat op één adres. Laat "address" weg om haar te sluiten.`, `"${facility.name}" stands at one address. Leave "address" out to close it.`)
  if (address > points.length) return makeFault(field, `"${facility.name}" staat op ${points.length} adressen, en adres ${address} is er niet bij.`, `"${facility.name}" stands at ${points.length} addresses, and address ${address} is none of them.`)
  const staysOpen = (_: unknown, at: number): boolean => at !== address - 1
  const [point, ...rest] = points.filter(staysOpen)
  return { ...facility, point: point!, ...(rest.length > 0 && { furtherPoints: rest }), addresses: addresses.filter(staysOpen) }
}

/** With all its addresses: it stands at one place then, which may be in another town. */
function move({ furtherPoints: _, addresses: _old, town: _town, ...rest }: Facility, point: Facility['point']): Facility {
  return { ...rest, point }
}

/** The list of a type with the changes made; the list itself where none is about it. */
export function changeFacilities(list: readonly Facility[], type: FacilityType, changes: readonly FacilityChange[]): readonly Facility[] {
  const own = changes.filter(({ before, after }) => (before ?? after)!.type === type)
  if (own.length === 0) return list
  const replaced = new Map(own.flatMap(({ before, after }) => (before ? [[before, after] as const] : [])))
  const kept = list.flatMap((facility) => (replaced.has(facility) ? (replaced.get(facility) ?? []) : [facility]))
  return [...kept, ...own.flatMap(({ kind, after }) => (kind === 'opened' && after ? [after] : []))]
}

async function readLists(statistics: Statistics, { closed = [], moved = [], opened = [] }: ScenarioFacilities): Promise<ReadonlyMap<FacilityType, readonly Facility[]>> {
  const types = [...new Set([...closed, ...moved, ...opened].map(({ type }) => type))]
  const entries = await Promise.all(
    types.map(async (type) => {
      const list = await findFacilities(statistics, type)
      return [type, 'reason' in list ? [] : list.facilities] as const
    }),
  )
  return new Map(entries)
}

function listContradictions(changes: readonly FacilityChange[], lists: ReadonlyMap<FacilityType, readonly Facility[]>): Fault[] {
  const faults: Fault[] = []
  const first = new Map<Facility, FacilityChange>()
  for (const change of changes) {
    const { kind, at, before, after } = change
    const field = `facilities.${kind}.${at}`
    if (before !== undefined) {
      const earlier = first.get(before)
      if (earlier !== undefined) faults.push(describeTwice(field, before, earlier.kind, kind))
      first.set(before, earlier ?? change)
      continue
    }
    const same = after && findSame(after, changes.filter((one) => one.kind === 'opened' && one.at < at).map((one) => one.after!))
    if (same) faults.push(makeFault(field, `"${after.name}" gaat twee keer open op dezelfde plek.`, `"${after.name}" opens twice at the same place.`))
    const there = after && findSame(after, (lists.get(after.type) ?? []).filter((facility) => !changes.some((one) => one.before === facility)))
    if (there) faults.push(makeFault(field, `"${there.name}" staat er al (nummer ${there.id}). Sluit of verplaats die eerst, of geef de nieuwe een andere naam.`, `"${there.name}" is there already (${there.id}). Close or move that one first, or give the new one another name.`))
  }
  return faults
}

const findSame = ({ name, type, point }: Facility, others: readonly Facility[]): Facility | undefined =>
  others.find((one) => one.type === type && one.name.toLocaleLowerCase('nl') === name.toLocaleLowerCase('nl') && [one.point, ...(one.furtherPoints ?? [])].some((own) => measureMetres(own, point) < SAME_PLACE_METRES))

const DONE = { closed: { nl: 'sluit', en: 'closes' }, moved: { nl: 'verhuist', en: 'moves' }, opened: { nl: 'opent', en: 'opens' } } as const

function describeTwice(field: string, { name, id }: Facility, first: FacilityChange['kind'], second: FacilityChange['kind']): Fault {
  if (first === second) return makeFault(field, `"${name}" (${id}) ${DONE[first].nl} twee keer. Laat er één staan.`, `"${name}" (${id}) ${DONE[first].en} twice. Keep one.`)
  return makeFault(field, `"${name}" (${id}) ${DONE[first].nl} en ${DONE[second].nl}. Dat kan niet allebei.`, `"${name}" (${id}) ${DONE[first].en} and ${DONE[second].en}. It cannot do both.`)
}
