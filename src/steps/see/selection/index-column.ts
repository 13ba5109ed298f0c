/** Scores and ranks of an index as what a criterion holds against its threshold. */
import { makeFault, placeFaults, type Fault } from '#domain/fault.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { nameIndex } from '#domain/index-names.ts'
import type { Criterion, PlacedCriterion } from '#domain/selection-document.ts'
import { MISSING_SCORE_REASONS } from '#engines/index/compute-index.ts'
import { getBuiltIndex, getIndexRun } from '#steps/see/index/built-in-indices.ts'
import { getIndexDocument } from '#steps/see/index/index-input.ts'
import { MISSING_SCORE_WORDS } from '#steps/see/index/index-words.ts'
import { runIndex, type IndexRun } from '#steps/see/index/run-index.ts'
import { SeeError } from '#steps/see/problems.ts'
import { fillColumn, type CriterionColumn } from '#steps/see/selection/criterion-column.ts'
import type { CriterionContext, ReadableCriterion } from '#steps/see/selection/resolved-criterion.ts'

type IndexCriterion = Criterion & { readonly kind: 'index' }

const MEASURES = {
  score: { nl: 'score', en: 'score', unit: '', decimals: 3 },
  rank: { nl: 'rang', en: 'rank', unit: '', decimals: 0 },
  worstShare: { nl: 'rang in procent van alle plaatsen', en: 'rank in percent of all places', unit: '%', decimals: 1 },
} as const

/** Computes the index on all areas of its level, and takes those of the selection. */
export function readIndex(context: CriterionContext, placed: PlacedCriterion, criterion: IndexCriterion): { readonly readable: ReadableCriterion } | { readonly faults: readonly Fault[] } {
  const { places } = context
  const found = findDocument(context, placed, criterion)
  if ('faults' in found) return found
  const { document } = found
  const named = nameIndex(document)
  const { nl, en, unit, decimals } = MEASURES[criterion.measure]
  return {
    readable: {
      ...placed,
      criterion,
      name: { nl: `Index "${named.nl}", ${places.year}: ${nl}`, en: `Index "${named.en}", ${places.year}: ${en}` },
      unit: { nl: unit, en: unit },
      decimals,
      years: [places.year],
      read: () => takePlaces(typeof criterion.index === 'string' ? getIndexRun(context.statistics, criterion.index, context.level) : runIndex(context.statistics, document), places.areas!.positions, criterion.measure),
    },
  }
}

/** The index that is meant, or what is wrong with it. */
function findDocument({ statistics, places, level }: CriterionContext, { field }: PlacedCriterion, { index }: IndexCriterion): { readonly document: IndexDocument } | { readonly faults: readonly Fault[] } {
  const at = `${field}.index`
  if (places.areas === undefined) {
    return { faults: [makeFault(at, 'Een index is er niet voor regio’s. Kies een ander niveau, zoals gemeenten.', 'There is no index for regions. Choose another level, such as municipalities.')] }
  }
  try {
    const isOwn = typeof index !== 'string'
    const document: IndexDocument = isOwn ? getIndexDocument(statistics, { ...index, year: index.year ?? places.year }) : getBuiltIndex(statistics, index, level).document
    if (document.level !== level) return { faults: [makeFault(`${at}.level`, `De index is van niveau "${document.level}", de selectie van "${level}". Maak ze gelijk.`, `The index is of level "${document.level}", the selection of "${level}". Make them the same.`)] }
    if (document.year !== places.year) return { faults: [makeFault(at, `De index is van ${document.year}, de selectie van ${places.year}. Maak ze gelijk.`, `The index is of ${document.year}, the selection of ${places.year}. Make them the same.`)] }
    return { document }
  } catch (error) {
    if (!(error instanceof SeeError)) throw error
    const own = error.problem === 'unknownIndex' ? [makeFault('', `Er is geen index "${error.subject}". Zie /v1/indices.`, `There is no index "${error.subject}". See /v1/indices.`)] : error.faults
    return { faults: placeFaults(own, at) }
  }
}

function takePlaces(run: IndexRun, positions: Int32Array, measure: IndexCriterion['measure']): CriterionColumn {
  const rows = new Map(Array.from(run.positions, (position, row) => [position, row]))
  return fillColumn(positions.length, run.indicators.flatMap(({ sources }) => sources), (place) => {
    const row = rows.get(positions[place]!)
    if (row === undefined) return { missing: 'noSuchArea' }
    const reason = MISSING_SCORE_REASONS[run.missingCodes[row]!]!
    if (reason !== 'scored') return { missing: 'partsMissing', remark: MISSING_SCORE_WORDS[reason] }
    const rank = run.ranks[row]!
    return { value: measure === 'score' ? run.scores[row]! : measure === 'rank' ? rank : (100 * rank) / run.rankedCount }
  })
}
