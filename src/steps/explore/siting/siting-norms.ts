/** The norms that the plans of a siting question are held against, and whether each plan meets them. */
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { makeFault } from '#domain/fault.ts'
import { listNormFaults, USUAL_MODE } from '#domain/norm-faults.ts'
import type { SitingDocument } from '#domain/siting-document.ts'
import { NORM_SETS, writeNormSet } from '#steps/explore/norms/built-in-norm-sets.ts'
import { replaceNorm } from '#steps/explore/norms/replace-norm.ts'
import type { SitingSite } from '#steps/explore/siting/siting-sites.ts'
import { SeeError } from '#steps/see/problems.ts'

type SitingNorms = NonNullable<SitingRunAnswer['norms']>

/** Those for the facility of the question, with those of its scenario in their place; undefined where it names none. Throws SeeError `sitingInvalid` for a set that is not there or not right. */
export function findSitingNorms({ normSet, facilityType, scenario }: SitingDocument): SitingNorms | undefined {
  if (normSet === undefined) return undefined
  if (typeof normSet !== 'string') {
    const faults = listNormFaults(normSet.norms)
    if (faults.length > 0) throw new SeeError('sitingInvalid', '', faults.map((fault) => ({ ...fault, field: `normSet.${fault.field}` })))
    return { name: { nl: normSet.name, en: normSet.name }, norms: listOwn(normSet.norms, facilityType, scenario) }
  }
  const set = NORM_SETS.find(({ id }) => id === normSet)
  if (set === undefined) {
    const known = NORM_SETS.map(({ id }) => id).join(', ')
    throw new SeeError('sitingInvalid', '', [makeFault('normSet', `Er zijn geen normen met de naam "${normSet.slice(0, 60)}". Wel: ${known}. Of geef een eigen lijst.`, `There are no norms called "${normSet.slice(0, 60)}". There are: ${known}. Or give a list of your own.`)])
  }
  return { name: set.name, norms: listOwn(writeNormSet(set, 'nl').norms, facilityType, scenario) }
}

const listOwn = (norms: Exclude<NonNullable<SitingDocument['normSet']>, string>['norms'], facilityType: SitingDocument['facilityType'], scenario: SitingDocument['scenario']): SitingNorms['norms'] =>
  norms.map((norm) => replaceNorm(norm, scenario)).flatMap(({ facilityType: own, mode = USUAL_MODE, mostMinutes, leastSize }) => (own === facilityType ? [{ mode, ...(mostMinutes !== undefined && { mostMinutes }), ...(leastSize !== undefined && { leastSize }) }] : []))

/** A size is held against the people for whom an open site of the area is the nearest: in a later year nothing else is known. */
export function measureNorms({ norms }: SitingNorms, { mode }: SitingDocument, sites: readonly SitingSite[], outcome: Pick<SitingOutcome, 'trips' | 'unserved'> & { readonly sites: readonly Pick<SitingOutcome['sites'][number], 'site' | 'fate' | 'people'>[] }): SitingOutcome['norms'] {
  const isFixed = ({ fate }: (typeof outcome.sites)[number]) => fate === 'keeps' || fate === 'new'
  return norms.map((norm) => ({
    beyond: norm.mostMinutes === undefined || norm.mode !== mode ? null : outcome.unserved + outcome.trips.reduce((sum, { minutes, people }) => sum + (minutes > norm.mostMinutes! ? people : 0), 0),
    tooSmall: norm.leastSize === undefined ? null : outcome.sites.filter((own) => isFixed(own) && sites[own.site]!.kind !== 'outside' && own.people < norm.leastSize! * (1 - 1e-9)).map(({ site }) => site),
  }))
}
