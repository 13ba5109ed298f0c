/** Which indicators may be in an index, and whether they have figures. */
import type { AreaLevel } from '#domain/area.ts'
import { listIndexIndicators } from '#domain/index-document.ts'
import type { IndexDocument, IndexIndicator } from '#domain/index-document.ts'
import type { Indicator } from '#domain/indicator.ts'
import { makeFault, type Fault } from '#domain/read-index-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator, hasFigures } from '#steps/see/catalogue.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import { SeeError } from '#steps/see/problems.ts'

/** An indicator of a document, as the catalogue has it. */
export interface PlacedColumn {
  readonly indicator: Indicator
  readonly entry: IndexIndicator
  /** Year of the figures. */
  readonly year: number
}

/** The indicators of a document with their year. Throws SeeError `indexIndicatorRefused` or `indexWithoutFigures`, which name them all. */
export function checkIndicators(statistics: Statistics, document: IndexDocument & { readonly year: number }): PlacedColumn[] {
  const placed = listIndexIndicators(document)
  const refused = placed.flatMap(({ entry, field }) => listFaults(findIndicator(statistics, entry.indicator), entry, field))
  if (refused.length > 0) throw new SeeError('indexIndicatorRefused', '', refused)
  const columns = placed.map(({ entry, field }) => ({ indicator: findIndicator(statistics, entry.indicator)!, entry, year: entry.year ?? document.year, field }))
  const empty = columns.filter(({ indicator, year }) => !hasFigures(statistics, indicator.id, document.level, year))
  if (empty.length > 0) throw new SeeError('indexWithoutFigures', '', empty.map((column) => describeEmpty(statistics, column, document.level)))
  return columns
}

/** Why an indicator cannot be in an index, where that holds for every index; undefined where it can. */
export function explainRefusal({ id, name, kind, protectedCharacteristic }: Indicator): Fault['message'] | undefined {
  if (protectedCharacteristic) {
    return {
      nl: `"${name.nl}" (${id}) gaat over herkomst. Zulke kenmerken horen niet in een index. Haal het weg.`,
      en: `"${name.en}" (${id}) is about origin. Such characteristics do not belong in an index. Take it out.`,
    }
  }
  if (kind !== 'code') return undefined
  return {
    nl: `"${name.nl}" (${id}) is een soort of klasse. Daar valt niet mee te rekenen. Haal het weg.`,
    en: `"${name.en}" (${id}) is a class, with which nothing can be computed. Take it out.`,
  }
}

function listFaults(indicator: Indicator | undefined, entry: IndexIndicator, field: string): Fault[] {
  if (indicator === undefined) {
    return [makeFault(`${field}.indicator`, `Er is geen cijfer met de naam "${entry.indicator}".`, `There is no indicator named "${entry.indicator}".`)]
  }
  const { id, name, direction } = indicator
  const refusal = explainRefusal(indicator)
  if (refusal !== undefined) return [{ field: `${field}.indicator`, message: refusal }]
  if (direction === 'neutral' && entry.direction === undefined) {
    return [makeFault(
      `${field}.direction`,
      `Bij "${name.nl}" (${id}) staat niet vast of meer beter is. Geef "direction" op: higherIsBetter of lowerIsBetter.`,
      `For "${name.en}" (${id}) it is not settled whether more is better. Give "direction": higherIsBetter or lowerIsBetter.`,
    )]
  }
  if (direction === 'neutral' || entry.direction === undefined || entry.direction === direction) return []
  return [makeFault(
    `${field}.direction`,
    `Bij "${name.nl}" (${id}) staat de richting vast: ${direction}. Haal "direction" weg.`,
    `For "${name.en}" (${id}) the direction is settled: ${direction}. Take "direction" out.`,
  )]
}

function describeEmpty(statistics: Statistics, { indicator, year, field }: PlacedColumn & { readonly field: string }, level: AreaLevel): Fault {
  const years = statistics.listYears(indicator.id, level).filter((own) => hasFigures(statistics, indicator.id, level, own))
  const words = LEVEL_WORDS[level]
  const there = years.length > 0 ? { nl: `Wel van ${years.join(', ')}.`, en: `There are of ${years.join(', ')}.` } : { nl: 'Ook niet van andere jaren.', en: 'Nor of other years.' }
  return makeFault(
    `${field}.year`,
    `Van "${indicator.name.nl}" (${indicator.id}) zijn er geen cijfers van ${year} voor ${words.nl}. ${there.nl}`,
    `Of "${indicator.name.en}" (${indicator.id}) there are no figures of ${year} for ${words.en}. ${there.en}`,
  )
}
