/** What a criterion holds against its threshold: a figure for every place, or why there is none. */
import type { Figure } from '#domain/answers/shared.ts'
import type { Indicator } from '#domain/indicator.ts'
import { findMissingReason, getMissingCode } from '#domain/missing.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { evaluateParts } from '#steps/see/evaluate-parts.ts'
import { getFigure } from '#steps/see/figures.ts'
import type { Words } from '#domain/words.ts'
import { CHANGE_OVER_BREAK, joinWords } from '#steps/see/series-words.ts'
import type { SelectionPlaces } from '#steps/see/selection/selection-places.ts'
import { breaksWithin } from '#steps/see/year-parts.ts'

export interface CriterionColumn {
  /** NaN where missing. */
  readonly values: Float64Array
  /** A missing code by place, 0 where the figure is present. */
  readonly missing: Uint8Array
  /** Why it is missing, or how it came about, where more can be said than the reason. */
  readonly remarks: ReadonlyMap<number, Words>
  /** Resources that the figures come from. */
  readonly sources: readonly string[]
}

interface PlaceFigure extends Figure {
  readonly remark?: Words | undefined
}

/** One figure a place. */
export function fillColumn(count: number, sources: Iterable<string>, read: (place: number) => PlaceFigure): CriterionColumn {
  const values = new Float64Array(count).fill(NaN)
  const missing = new Uint8Array(count)
  const remarks = new Map<number, Words>()
  for (let place = 0; place < count; place++) {
    const { value, missing: reason, remark } = read(place)
    if (value !== undefined) values[place] = value
    else missing[place] = getMissingCode(reason ?? 'notInTable')
    if (remark !== undefined) remarks.set(place, remark)
  }
  return { values, missing, remarks, sources: [...new Set(sources)] }
}

/** The figure of that year, on the places of the selection. */
export function readFigures(statistics: Statistics, places: SelectionPlaces, indicator: Indicator, year: number): CriterionColumn {
  const { areas } = places
  const column = areas && statistics.findColumn(indicator.id, areas.level, year)
  const sources = column?.sources ?? listMunicipalSources(statistics, indicator, [year])
  if (areas && year === places.year) {
    return fillColumn(places.codes.length, sources, (place) => {
      const position = areas.positions[place]!
      const reason: MissingReason | undefined = column === undefined ? 'notInTable' : findMissingReason(column.missing[position]!)
      return reason === undefined ? { value: column!.values[position]! } : { missing: reason }
    })
  }
  return fillColumn(places.codes.length, sources, (place) => readFigure(statistics, places, place, indicator, year))
}

/** As a series has it: on the boundaries of today. */
function readFigure(statistics: Statistics, places: SelectionPlaces, place: number, indicator: Indicator, year: number): PlaceFigure {
  const obstacle = findObstacle(statistics, places, place, year, year)
  if (obstacle !== undefined) return obstacle
  const partsOf = places.getParts(place)
  const { value, missing } = evaluateParts(statistics, indicator, year, partsOf)
  return value === undefined ? { missing: missing ?? 'notInTable', remark: partsOf(year).remark } : { value, remark: partsOf(year).remark }
}

export interface Change {
  readonly from: number
  readonly to: number
  readonly measure: 'percent' | 'absolute'
}

/** The change between two years, on the places of the selection; missing as `noSuchArea` where the area changed in between. */
export function readChanges(statistics: Statistics, places: SelectionPlaces, indicator: Indicator, change: Change): CriterionColumn {
  const { from, to, measure } = change
  const sources = places.areas
    ? [from, to].flatMap((year) => statistics.findColumn(indicator.id, places.areas!.level, year)?.sources ?? [])
    : listMunicipalSources(statistics, indicator, [from, to])
  return fillColumn(places.codes.length, sources, (place) => {
    const obstacle = findObstacle(statistics, places, place, from, to)
    if (obstacle !== undefined) return obstacle
    const partsOf = places.getParts(place)
    const before = evaluateParts(statistics, indicator, from, partsOf)
    const after = evaluateParts(statistics, indicator, to, partsOf)
    const remark = partsOf(from).remark
    if (after.value === undefined || before.value === undefined) {
      return { missing: (after.value === undefined ? after.missing : before.missing) ?? 'notInTable', remark }
    }
    const difference = after.value - before.value
    if (measure === 'absolute') return { value: difference, remark }
    return before.value === 0 ? { missing: 'impossible', remark } : { value: (100 * difference) / Math.abs(before.value), remark }
  })
}

/** Why figures of those years cannot be put on the place as it is in the year of the selection. */
function findObstacle(statistics: Statistics, places: SelectionPlaces, place: number, from: number, to: number): PlaceFigure | undefined {
  const partsOf = places.getParts(place)
  const first = Math.min(from, to, places.year)
  const last = Math.max(from, to, places.year)
  if (breaksWithin(partsOf, first, last)) {
    const words = from === to ? describeFigureOverBreak(from, places.year) : CHANGE_OVER_BREAK
    return { missing: 'noSuchArea', remark: joinWords([words, ...listBreaks(partsOf, first, last)]) }
  }
  // Series are on the boundaries of today. An area that has others by now cannot be followed from its own year.
  const now = partsOf(places.year)
  const isItself = places.areas === undefined || (now.parts?.length === 1 && now.parts[0]!.code === places.codes[place] && now.parts[0]!.share === 1)
  return isItself ? undefined : { missing: 'noSuchArea', remark: describeOtherBoundary(statistics, places, place) }
}

function describeFigureOverBreak(year: number, placesYear: number): Words {
  return {
    nl: `Tussen ${year} en ${placesYear} is het gebied veranderd. Het cijfer van ${year} is dan niet van dezelfde plek.`,
    en: `The area changed between ${year} and ${placesYear}. The figure of ${year} is then not of the same place.`,
  }
}

function listBreaks(partsOf: ReturnType<SelectionPlaces['getParts']>, first: number, last: number): (Words | undefined)[] {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return years.filter((year) => partsOf(year).breakBefore || partsOf(year).parts === undefined).map((year) => partsOf(year).remark)
}

function describeOtherBoundary(statistics: Statistics, places: SelectionPlaces, place: number): Words {
  const name = places.names[place]!
  return {
    nl: `${name} heeft in ${statistics.referenceYear} andere grenzen dan in ${places.year}. Cijfers van andere jaren zijn niet op de grenzen van ${places.year} te brengen.`,
    en: `${name} has other boundaries in ${statistics.referenceYear} than in ${places.year}. Figures of other years cannot be brought to the boundaries of ${places.year}.`,
  }
}

/** Where the figures of a region come from: those of municipalities. */
function listMunicipalSources(statistics: Statistics, { id, formula }: Indicator, years: readonly number[]): string[] {
  const terms = formula === undefined ? [id] : formula.kind === 'change' ? [formula.of] : formula.kind === 'sum' ? formula.terms : [...formula.numerator, ...formula.denominator]
  return years.flatMap((year) => terms.flatMap((term) => statistics.findColumn(term, 'municipality', year)?.sources ?? []))
}

/** The inhabitants of every place in the year of the selection. */
export function readInhabitants(statistics: Statistics, places: SelectionPlaces): CriterionColumn {
  const { areas } = places
  return fillColumn(places.codes.length, [], (place) =>
    areas ? getFigure(statistics, 'population', places.codes[place]!, places.year) : evaluateMunicipal(statistics, places, place),
  )
}

function evaluateMunicipal(statistics: Statistics, places: SelectionPlaces, place: number): Figure {
  const indicator = statistics.indicators.find(({ id }) => id === 'population')
  if (indicator === undefined) return { missing: 'notInTable' }
  const { value, missing } = evaluateParts(statistics, indicator, places.year, places.getParts(place))
  return value === undefined ? { missing: missing ?? 'notInTable' } : { value }
}
