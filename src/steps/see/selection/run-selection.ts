/** A selection document carried out on the figures at hand. Method: docs/methods/selection.md. */
import type { SelectionCriterionAnswer, SelectionResult, SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import { findMissingReason, type MissingReason } from '#domain/missing.ts'
import { listCriteria, replaceCriteria, type SelectionDocument } from '#domain/selection-document.ts'
import type { Words } from '#domain/words.ts'
import { evaluateTree, listParents, type SelectionTree } from '#engines/selection/selection-tree.ts'
import { findSmallestChanges } from '#engines/selection/smallest-change.ts'
import { measureSpread } from '#engines/selection/spread.ts'
import { NO, UNKNOWN, YES, decide, measureMargins } from '#engines/selection/verdict.ts'
import { askWhatIf } from '#engines/selection/what-if.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { compareWithRegions } from '#steps/see/selection/compare-regions.ts'
import { readInhabitants } from '#steps/see/selection/criterion-column.ts'
import { findProjections, type Projections } from '#steps/see/selection/projections.ts'
import { getSelectionDocument } from '#steps/see/selection/check-selection.ts'
import { resolveCriteria } from '#steps/see/selection/resolve-criteria.ts'
import type { ResolvedCriterion } from '#steps/see/selection/resolved-criterion.ts'
import { listPlaces, type SelectionPlaces } from '#steps/see/selection/selection-places.ts'
import { countOf, measureSensitivity } from '#steps/see/selection/sensitivity.ts'
import { flattenGroups } from '#steps/see/selection/tree-of-document.ts'

const VERDICTS = ['no', 'unknown', 'yes'] as const

/**
 * Which places meet the criteria, which do not, and of which that is unknown; how close each was, and what a small move of each threshold
 * changes. Waits, without a result, where a projection is needed that is not there.
 * Throws as `getSelectionDocument`.
 */
export function runSelection(statistics: Statistics, given: SelectionDocument, projections: Projections | undefined = findProjections(statistics)): SelectionRunAnswer {
  const document = getSelectionDocument(statistics, given)
  const places = listPlaces(statistics, document)
  const { resolved, waiting } = resolveCriteria(statistics, document, places, projections)
  const filled = new Map([...resolved, ...waiting].map(({ field, criterion }) => [field, criterion]))
  const fields = listCriteria(document.where).map(({ field }) => field)
  const head = {
    document: { ...document, year: places.year, where: replaceCriteria(document.where, (criterion, at) => filled.get(fields[at]!) ?? criterion), statisticsVersion: statistics.version },
    version: statistics.version,
    level: document.level,
    year: places.year,
  }
  if (waiting.length > 0) return { ...head, status: 'waiting', waiting: waiting.map(({ field, name, reason }) => ({ field, name, reason })) }
  return { ...head, status: 'done', waiting: [], result: select(statistics, places, flattenGroups(document.where), resolved) }
}

function select(statistics: Statistics, places: SelectionPlaces, tree: SelectionTree, criteria: readonly ResolvedCriterion[]): SelectionResult {
  const count = places.codes.length
  const verdicts = criteria.map(({ column, criterion }) => decide(column.values, criterion.compare, criterion.threshold))
  const columns = evaluateTree(tree, verdicts, count)
  const whole = columns.at(-1)!
  const spreads = criteria.map(({ column }) => measureSpread(column.values))
  const distances = criteria.map(({ column, criterion }, at) => measureMargins(column.values, criterion.compare, criterion.threshold).map((margin) => Math.abs(margin) / spreads[at]!))
  const changes = findSmallestChanges(tree, verdicts, distances, count)
  const inhabitants = readInhabitants(statistics, places).values
  const comparison = compareWithRegions(statistics, places, whole, inhabitants)
  const texts = new TextList()
  return {
    counts: countAll(whole),
    inhabitants: { yes: sumOf(inhabitants, whole, YES), no: sumOf(inhabitants, whole, NO), unknown: sumOf(inhabitants, whole, UNKNOWN) },
    places: {
      codes: [...places.codes],
      names: [...places.names],
      municipalities: places.municipalities.map((code) => (code === '' ? '' : (statistics.findArea(code)?.name ?? code))),
      inhabitants: toNullable(inhabitants),
      verdicts: Array.from(whole, (verdict) => VERDICTS[verdict]!),
      distances: toNullable(changes.distances),
      changing: places.codes.map((_, place) => [...changes.criteria.subarray(changes.starts[place], changes.starts[place + 1])]),
    },
    criteria: criteria.map((own, at) => describeCriterion(own, verdicts[at]!, spreads[at]!, measureSensitivity(whole, askWhatIf(tree, columns, at, count), own.column.values, own.criterion, spreads[at]!), texts)),
    unknown: listUnknown(tree, columns, criteria, texts),
    texts: texts.listed,
    ...(comparison && { comparison }),
    source: listSources(statistics, criteria),
  }
}

function describeCriterion({ field, criterion, name, unit, decimals, years, column }: ResolvedCriterion, verdicts: Uint8Array, spread: number, sensitivity: SelectionCriterionAnswer['sensitivity'], texts: TextList): SelectionCriterionAnswer {
  const missing: Partial<Record<MissingReason, number[]>> = {}
  column.missing.forEach((code, place) => {
    const reason = findMissingReason(code)
    if (reason !== undefined) (missing[reason] ??= []).push(place)
  })
  return {
    field,
    kind: criterion.kind,
    name,
    unit,
    decimals,
    years: [...years],
    compare: criterion.compare,
    threshold: criterion.threshold,
    counts: countAll(verdicts),
    values: toNullable(column.values),
    missing,
    remarks: [...column.remarks].map(([place, words]) => ({ place, text: texts.add(words) })),
    ...(!Number.isNaN(spread) && { spread }),
    sources: [...column.sources],
    sensitivity,
  }
}

/** Of each place that is unknown, the missing figures that could matter: all groups around them are unknown too. */
function listUnknown(tree: SelectionTree, columns: readonly Uint8Array[], criteria: readonly ResolvedCriterion[], texts: TextList): SelectionResult['unknown'] {
  const parents = listParents(tree)
  const matters = (node: number, place: number): boolean => columns[node]![place] === UNKNOWN && (parents[node] === -1 || matters(tree.leaves + parents[node]!, place))
  const whole = columns.at(-1)!
  return Array.from(whole.keys()).flatMap((place) => {
    if (whole[place] !== UNKNOWN) return []
    const missing = criteria.flatMap(({ column }, criterion) => {
      if (!matters(criterion, place)) return []
      const words = column.remarks.get(place)
      return [{ criterion, reason: findMissingReason(column.missing[place]!) ?? 'notInTable', ...(words && { text: texts.add(words) }) }]
    })
    return [{ place, missing }]
  })
}

/** Texts, each once. */
class TextList {
  readonly listed: Words[] = []
  readonly #positions = new Map<string, number>()

  /** Where the text stands in the list. */
  add(words: Words): number {
    const known = this.#positions.get(words.nl)
    if (known !== undefined) return known
    this.#positions.set(words.nl, this.listed.length)
    this.listed.push({ ...words })
    return this.listed.length - 1
  }
}

function listSources(statistics: Statistics, criteria: readonly ResolvedCriterion[]): SelectionResult['source'] {
  const used = new Set(criteria.flatMap(({ column }) => column.sources))
  return statistics.sources
    .filter(({ resource }) => used.has(resource))
    .map(({ resource, title, publisher, licence, retrievedAt }) => ({ resource, title, publisher, licence, retrievedAt }))
}

function countAll(verdicts: Uint8Array): SelectionResult['counts'] {
  return { yes: countOf(verdicts, YES), no: countOf(verdicts, NO), unknown: countOf(verdicts, UNKNOWN) }
}

function sumOf(values: Float64Array, verdicts: Uint8Array, wanted: number): number {
  return values.reduce((sum, value, at) => (verdicts[at] === wanted && !Number.isNaN(value) ? sum + value : sum), 0)
}

function toNullable(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value))
}
