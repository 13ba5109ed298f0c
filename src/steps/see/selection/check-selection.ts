/** From anything to a selection that can be carried out on the figures at hand, or all that stands in its way. */
import { readDailyRegionCode } from '#domain/daily-region-code.ts'
import { joinFaults, limitFaults } from '#domain/describe-issue.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { readSelectionDocument } from '#domain/read-selection-document.ts'
import { listCriteria, type SelectionDocument, type SelectionFrame } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { SeeError } from '#steps/see/problems.ts'
import { findCriteriaFaults } from '#steps/see/selection/resolve-criteria.ts'
import { findDailyRegion } from '#steps/see/selection/daily-region.ts'
import { checkDailyRegion, listPlaces, type SelectionPlaces } from '#steps/see/selection/selection-places.ts'

/**
 * The document that was given, checked; no figure is read yet. Throws SeeError with everything that is wrong at once: `selectionInvalid` for
 * its form, else `selectionRefused`; `unknownArea` or `noSuchYear` where that alone is wrong.
 */
export function getSelectionDocument(statistics: Statistics, raw: unknown): SelectionDocument {
  const read = readSelectionDocument(raw)
  const form = 'faults' in read ? read.faults : []
  const sketch = 'faults' in read ? read.sketch : { ...read.document, criteria: listCriteria(read.document.where) }
  const { places, refusal } = findPlaces(statistics, sketch)
  const inCriteria = findCriteriaFaults(statistics, sketch.criteria, sketch.level ?? 'municipality', places)
  if (refusal !== undefined && form.length === 0 && inCriteria.length === 0) throw refusal
  const faults = joinFaults(form, [...(refusal === undefined ? [] : describeRefusal(refusal)), ...inCriteria])
  if ('document' in read && faults.length === 0) return read.document
  throw new SeeError(form.length > 0 ? 'selectionInvalid' : 'selectionRefused', '', limitFaults(faults))
}

/** Neither where the level cannot be read. */
function findPlaces(statistics: Statistics, { level, year, within }: SelectionFrame): { readonly places?: SelectionPlaces; readonly refusal?: SeeError } {
  if (level === undefined) return {}
  try {
    if (within !== undefined && readDailyRegionCode(within) !== undefined && findDailyRegion(statistics, within) === undefined) {
      // It is made only once a selection is carried out; the criteria can be checked on all places.
      checkDailyRegion(statistics, level, year ?? statistics.referenceYear)
      return { places: listPlaces(statistics, { level, year }) }
    }
    return { places: listPlaces(statistics, { level, year, within }) }
  } catch (error) {
    if (error instanceof SeeError) return { refusal: error }
    throw error
  }
}

function describeRefusal({ problem, subject, faults }: SeeError): readonly Fault[] {
  if (problem === 'unknownArea') return [makeFault('within', `Er is geen gebied met code ${subject}.`, `There is no area with code ${subject}.`)]
  if (problem === 'noSuchYear') return [makeFault('year', `Er zijn geen cijfers van ${subject}.`, `There are no figures of ${subject}.`)]
  return faults
}
