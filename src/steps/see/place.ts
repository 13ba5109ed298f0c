/** All there is to know about one place in one year, beside the larger areas it lies in. */
import type { Area, AreaCode, AreaLevel } from '#domain/area.ts'
import type { PlaceAnswer, PlaceFigure } from '#domain/answers/answers.ts'
import type { Figure } from '#domain/answers/shared.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { hasFigures } from '#steps/see/catalogue.ts'
import { findExtent, findIndexedShapes } from '#steps/see/extent.ts'
import { listChildren, listParents, listVillages, refer } from '#steps/see/families.ts'
import { evaluateParts } from '#steps/see/evaluate-parts.ts'
import { getFigure, listColumnSources } from '#steps/see/figures.ts'
import { describeBoundaryChanges } from '#steps/see/boundary-words.ts'
import { listRemarks } from '#steps/see/remarks.ts'
import { showFigure } from '#steps/see/series.ts'
import type { DescribedFigure } from '#steps/see/remarks.ts'
import { getOwnVillage, getSubject, listSharedYears } from '#steps/see/subject.ts'
import type { Subject } from '#steps/see/subject.ts'
import { findParts } from '#steps/see/subject-parts.ts'
import type { PartsByYear } from '#steps/see/year-parts.ts'
import { SeeError } from '#steps/see/problems.ts'

const COMPARED_LEVELS: readonly AreaLevel[] = ['municipality', 'province', 'country']

/** An area or a village. Without `year`, the reference year or the last before it in which it exists. Throws SeeError as getSubject, and `noSuchYear`. */
export function getPlace(statistics: Statistics, id: string, year?: number): PlaceAnswer {
  return describeSubject(statistics, getSubject(statistics, id), year)
}

/** A village of one's own, put together from buurten. Throws SeeError as getOwnVillage, and `noSuchYear`. */
export function getOwnPlace(statistics: Statistics, members: readonly AreaCode[], name: string, year?: number): PlaceAnswer {
  return describeSubject(statistics, getOwnVillage(statistics, members, name), year)
}

function describeSubject(statistics: Statistics, subject: Subject, asked: number | undefined): PlaceAnswer {
  const years = listSharedYears(subject.areas)
  const year = asked ?? years.findLast((candidate) => candidate <= statistics.referenceYear) ?? years[0]
  if (year === undefined || !years.includes(year)) throw new SeeError('noSuchYear', String(asked))
  const codes = subject.areas.map((area) => area.code)
  const parents = listSharedParents(statistics, subject)
  const comparedWith = COMPARED_LEVELS.flatMap((level) => parents.find((parent) => parent.level === level) ?? [])
  const partsOf = findParts(statistics, subject.areas)
  const here = createReader(statistics, partsOf, subject.kind === 'ownVillage' ? undefined : { code: subject.areas[0].code, year })
  const elsewhere = comparedWith.map((area) => createReader(statistics, findParts(statistics, [area]), { code: area.code, year }))
  const answers = statistics.indicators.map((indicator) => describeFigure(statistics, subject, indicator, year, here, comparedWith, elsewhere))
  const bbox = findExtent(statistics, codes)
  return {
    id: subject.id,
    name: subject.name,
    year,
    years,
    ...describeKind(subject),
    ...findShapeYear(statistics, subject),
    members: subject.kind === 'ownVillage' ? subject.areas.map(refer) : [],
    parents: parents.map(refer),
    children: subject.kind === 'area' ? listChildren(statistics, subject.id, year).map(refer) : [],
    villages: subject.kind === 'area' ? listVillages(statistics, subject.areas[0]).map(({ id, name }) => ({ id, name })) : [],
    ...findPoint(subject),
    ...(bbox !== undefined && { bbox }),
    comparedWith: comparedWith.map(refer),
    figures: answers.map(({ figure }) => figure),
    boundaryChanges: describeBoundaryChanges(statistics, codes),
    remarks: listRemarks(statistics, subject, year, answers, partsOf),
  }
}

function describeKind(subject: Subject): Pick<PlaceAnswer, 'kind' | 'level' | 'figuresOf' | 'locatedBy'> {
  if (subject.kind === 'ownVillage') return { kind: 'ownVillage' }
  const [area] = subject.areas
  if (subject.kind === 'area') return { kind: 'area', level: area.level }
  return { kind: 'village', level: area.level, figuresOf: refer(area), locatedBy: subject.place.locatedBy }
}

function findShapeYear(statistics: Statistics, subject: Subject): Pick<PlaceAnswer, 'shapeYear'> {
  if (subject.kind === 'village') {
    const { shapeYear } = subject.place
    return shapeYear === undefined ? {} : { shapeYear }
  }
  const level = subject.areas[0]?.level
  const shapeYear = level && findIndexedShapes(statistics, level)?.year
  return shapeYear === undefined ? {} : { shapeYear }
}

function findPoint(subject: Subject): Pick<PlaceAnswer, 'point'> {
  const point = subject.kind === 'village' ? subject.place.point : subject.areas.length === 1 ? subject.areas[0]?.point : undefined
  return point === undefined ? {} : { point: [...point] }
}

/** Larger areas that all parts lie in; for a village the area whose figures are shown is not one of them. */
function listSharedParents(statistics: Statistics, subject: Subject): Area[] {
  const [first, ...others] = subject.areas
  if (first === undefined) return []
  return listParents(statistics, first).filter((parent) => others.every((area) => area.parents[parent.level] === parent.code))
}

function describeFigure(
  statistics: Statistics,
  subject: Subject,
  indicator: Indicator,
  year: number,
  readHere: FigureReader,
  comparedWith: readonly Area[],
  readElsewhere: readonly FigureReader[],
): DescribedFigure {
  const level = subject.areas[0]?.level ?? 'neighbourhood'
  const figureYear = pickYear(statistics, indicator.id, [level, ...comparedWith.map((area) => area.level)], year)
  const { figure: here, without } = readHere(indicator, figureYear)
  const others = readElsewhere.map((read) => read(indicator, figureYear).figure)
  const levels = [level, ...comparedWith.filter((_area, at) => others[at]?.value !== undefined).map((area) => area.level)]
  const figure: PlaceFigure = {
    indicator: indicator.id,
    theme: indicator.theme,
    year: figureYear,
    here,
    elsewhere: others,
    sources: [...new Set(levels.flatMap((one) => listColumnSources(statistics, indicator, one, figureYear).map((source) => source.resource)))],
  }
  return { figure, without }
}

/** A figure, and the inhabited parts of an own village that it leaves out. */
type FigureReader = (indicator: Indicator, year: number) => { readonly figure: Figure; readonly without: readonly AreaCode[] }

/**
 * Reads figures as the series has them: those of earlier years on the boundaries of today.
 * In the year of the page an area has the figures published for it.
 */
function createReader(statistics: Statistics, partsOf: PartsByYear, published: { readonly code: AreaCode; readonly year: number } | undefined): FigureReader {
  return (indicator, year) => {
    if (published?.year === year) return { figure: getFigure(statistics, indicator.id, published.code, year), without: [] }
    const whole = evaluateParts(statistics, indicator, year, partsOf)
    const { value, missing } = showFigure(indicator, partsOf(year), whole)
    return { figure: value === undefined ? { missing } : { value }, without: whole.without }
  }
}

/**
 * The newest year up to `year` with figures for the first of the levels that has any: that of the place itself, then of the larger areas around it.
 * Without any, the newest column of the place, so that its reason is shown.
 */
function pickYear(statistics: Statistics, indicator: string, levels: readonly AreaLevel[], year: number): number {
  const list = (level: AreaLevel): number[] => statistics.listYears(indicator, level).filter((candidate) => candidate <= year)
  for (const level of levels) {
    const newest = list(level).findLast((candidate) => hasFigures(statistics, indicator, level, candidate))
    if (newest !== undefined) return newest
  }
  return levels.flatMap((level) => list(level).at(-1) ?? [])[0] ?? year
}
