/** Which norms the page holds against an area, as they stand in the URL. */
import type { Norm } from '#domain/norm.ts'
import type { NormSetDocument } from '#domain/norm-set.ts'
import { isAreaCode } from '#domain/area.ts'
import { listUnused, writePart, type UnusedPart } from '#web/app/address-check.ts'
import type { UrlState } from '#web/app/search-state.ts'
import { FACILITY_PATHS, MODE_PATHS } from '#web/reach-page/reach-choice.ts'

const MOST_NORMS = 40

const facilityOf = new Map(Object.entries(FACILITY_PATHS).map(([id, path]) => [path, id as Norm['facilityType']]))
const modeOf = new Map(Object.entries(MODE_PATHS).map(([id, path]) => [path, id as NonNullable<Norm['mode']>]))

/** Norms of one's own: `basisschool:fiets:15:60`, minutes and size, with commas between them. */
export function writeNorms(norms: readonly Norm[]): string {
  return norms.map(({ facilityType, mode = 'car', mostMinutes, leastSize }) => [FACILITY_PATHS[facilityType], MODE_PATHS[mode], mostMinutes ?? '', leastSize ?? ''].join(':')).join(',')
}

/** What is no norm is left out, and named. */
export function readNorms(text: string): { readonly norms: Norm[]; readonly leftOut: readonly string[] } {
  const parts = text.split(',').filter((part) => part !== '')
  const read = parts.map((part) => ({ part, norm: readNorm(part) }))
  const norms = read.flatMap(({ norm }) => norm ?? [])
  return { norms: norms.slice(0, MOST_NORMS), leftOut: [...read.filter(({ norm }) => norm === undefined).map(({ part }) => part), ...norms.slice(MOST_NORMS).map((norm) => writeNorms([norm]))] }
}

function readNorm(part: string): Norm | undefined {
  const [facility = '', mode = '', minutes = '', size = ''] = part.split(':')
  const [facilityType, ownMode] = [facilityOf.get(facility), modeOf.get(mode)]
  if (facilityType === undefined || ownMode === undefined) return undefined
  const [mostMinutes, leastSize] = [readAmount(minutes, 600), readAmount(size, 1e6)]
  return { facilityType, mode: ownMode, ...(mostMinutes !== undefined && { mostMinutes }), ...(leastSize !== undefined && { leastSize }) }
}

function readAmount(text: string, most: number): number | undefined {
  const amount = Number(text)
  return text !== '' && amount >= 0 && amount <= most ? amount : undefined
}

export interface NormChoice {
  readonly id: string
  readonly document: NormSetDocument
  /** Norms of the address that could not be read. */
  readonly leftOut: readonly string[]
}

/** `sets` are those that come along, the first of which is shown when nobody chose. */
export function readNormChoice(state: UrlState, sets: readonly { readonly id: string; readonly document: NormSetDocument }[], ownName: string): NormChoice | undefined {
  const own = state['eigen']
  if (own !== undefined) {
    const { norms, leftOut } = readNorms(own)
    return { id: 'eigen', document: { format: 'topdorp-norms/1', name: ownName, norms }, leftOut }
  }
  const set = sets.find(({ id }) => id === state['normen']) ?? sets[0]
  return set && { ...set, leftOut: [] }
}

/** A norm that says nothing is not asked: somebody is still filling it in. */
export function findAskable(document: NormSetDocument): NormSetDocument | undefined {
  const norms = document.norms.filter(({ mostMinutes, leastSize }) => mostMinutes !== undefined || leastSize !== undefined)
  return norms.length === 0 ? undefined : { ...document, norms }
}

/** What in the address was not used. `setName` is the set that is shown. */
export function listUnusedOfNorms(state: UrlState, { id, leftOut }: NormChoice, { setName, country, year }: { readonly setName: string; readonly country: string; readonly year: number | undefined }): UnusedPart[] {
  const parts = listUnused(state, {
    gebied: { isTaken: isAreaCode(state['gebied'] ?? ''), shown: country.toLocaleLowerCase() },
    normen: { isTaken: state['normen'] === id, shown: setName },
    jaar: { isTaken: state['jaar'] === String(year) },
    eigen: 'any',
    scenario: 'any',
  })
  return [...parts, ...leftOut.map((text): UnusedPart => ({ kind: 'leftOut', text: writePart('eigen', text) }))]
}
