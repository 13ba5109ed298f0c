/** What in the address of an own index was not used, with what is shown instead. */
import { listUnused, writePart, type UnusedPart } from '#web/app/address-check.ts'
import type { UrlState } from '#web/app/search-state.ts'
import type { Format } from '#web/format/format.ts'
import type { Messages } from '#web/messages/nl/index.ts'
import { PARAMETERS, type OwnIndex, type Refused } from '#web/own-index/own-index.ts'

export function listUnusedChoices(state: UrlState, index: OwnIndex, refused: readonly Refused[], t: Messages, format: Format): UnusedPart[] {
  const own = t.index.own
  const shown: Readonly<Record<string, string>> = {
    niveau: t.levels[index.level],
    schaal: own.normalisations[index.normalisation],
    onderdeelschaal: own.dimensionScales[index.dimensionScale],
    optellen: own.aggregations[index.aggregation],
    uitschieters: own.outlierChoices[index.outliers],
    minimum: `${format.number(100 * index.minimumShare)}%`,
  }
  const unknownNames = listUnused(state, Object.fromEntries(PARAMETERS.map((name) => [name, 'any'])))
  const refusals = refused.map(({ name, text }): UnusedPart => {
    const part = writePart(name, text)
    const instead = shown[name]
    return instead === undefined ? { kind: 'leftOut', text: part } : { kind: 'replaced', text: part, shown: instead.toLocaleLowerCase() }
  })
  return [...refusals, ...unknownNames]
}
