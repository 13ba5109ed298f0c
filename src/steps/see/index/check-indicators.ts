/** Which indicators may be in an index, and whether they have figures. */
import type { AreaLevel } from '#domain/area.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { listIndexIndicators } from '#domain/index-indicators.ts'
import type { IndexDocument, IndexIndicator, IndexSketch } from '#domain/index-document.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator, hasFigures } from '#steps/see/catalogue.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'

/** An indicator of a document, as the catalogue has it. */
export interface PlacedColumn {
  readonly indicator: Indicator
  readonly entry: IndexIndicator
  /** Year of the figures. */
  readonly year: number
}

export interface IndicatorFaults {
  /** Indicators that no index can have: unknown, about origin, a class, or without a direction. */
  readonly refused: readonly Fault[]
  /** Indicators, or areas, that there are no figures of for that level and year. */
  readonly withoutFigures: readonly Fault[]
}

/** What is wrong with the indicators of a document, as far as it could be read. */
export function findIndicatorFaults(statistics: Statistics, document: IndexSketch): IndicatorFaults {
  const { level, year = statistics.referenceYear } = document
  const noAreas = level === undefined ? [] : describeNoAreas(statistics, level, year)
  const placed = listIndexIndicators(document).flatMap(({ entry, field }) => (entry.indicator === undefined ? [] : [{ entry: { ...entry, indicator: entry.indicator }, field }]))
  const faults = placed.map(({ entry, field }): { refused: Fault[]; withoutFigures: Fault[] } => {
    const indicator = findIndicator(statistics, entry.indicator)
    const refused = listFaults(indicator, entry, field)
    if (indicator === undefined || explainRefusal(indicator) !== undefined || level === undefined || noAreas.length > 0) return { refused, withoutFigures: [] }
    const own = entry.year ?? year
    return { refused, withoutFigures: hasFigures(statistics, indicator.id, level, own) ? [] : [describeEmpty(statistics, indicator, own, field, level)] }
  })
  return { refused: faults.flatMap(({ refused }) => refused), withoutFigures: [...noAreas, ...faults.flatMap(({ withoutFigures }) => withoutFigures)] }
}

/** The indicators of a document in which nothing is wrong, with their year. */
export function listColumns(statistics: Statistics, document: IndexDocument & { readonly year: number }): PlacedColumn[] {
  return listIndexIndicators(document).map(({ entry }) => ({ indicator: findIndicator(statistics, entry.indicator)!, entry, year: entry.year ?? document.year }))
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

function describeEmpty(statistics: Statistics, { id, name }: Indicator, year: number, field: string, level: AreaLevel): Fault {
  const years = statistics.listYears(id, level).filter((own) => hasFigures(statistics, id, level, own))
  const words = LEVEL_WORDS[level]
  const there = years.length > 0 ? { nl: `Wel van ${years.join(', ')}.`, en: `There are of ${years.join(', ')}.` } : { nl: 'Ook niet van andere jaren.', en: 'Nor of other years.' }
  return makeFault(
    `${field}.year`,
    `Van "${name.nl}" (${id}) zijn er geen cijfers van ${year} voor ${words.nl}. ${there.nl}`,
    `Of "${name.en}" (${id}) there are no figures of ${year} for ${words.en}. ${there.en}`,
  )
}

function describeNoAreas(statistics: Statistics, level: AreaLevel, year: number): Fault[] {
  const hasAreas = (own: number) => statistics.listPositions(level, own).length > 0
  if (statistics.years.includes(year) && hasAreas(year)) return []
  const years = statistics.years.filter(hasAreas).join(', ') || '–'
  const words = LEVEL_WORDS[level]
  return [makeFault('year', `Van ${year} zijn er geen ${words.nl}. Wel van: ${years}.`, `There are no ${words.en} of ${year}. There are of: ${years}.`)]
}
