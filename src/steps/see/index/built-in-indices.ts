/** The indices that Topdorp comes with. There is one; its runs are kept as long as the figures. */
import type { IndexAnswer, IndexListAnswer } from '#domain/answers/index-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { nameBuiltIndex } from '#domain/index-names.ts'
import { remember } from '#domain/remember.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { BASIS_OP_ORDE, BASIS_OP_ORDE_LEVELS, makeBasisOpOrde, type BuiltIndex } from '#steps/see/index/basis-op-orde.ts'
import { listTrendSteps, makeEarlierDocument } from '#steps/see/index/index-trend.ts'
import { lookUpIndexInput } from '#steps/see/index/index-input.ts'
import { runIndex, type IndexRun } from '#steps/see/index/run-index.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'
import { nextTurn } from '#steps/shared/turns.ts'

const EXPLANATION = {
  nl: 'Waar blijven de basisvoorzieningen achter: school, werk, inkomen, zorg en gezondheid, wonen, veiligheid en samenleven. Rang 1 heeft de grootste achterstand.',
  en: 'Where the basics lag behind: school, work, income, care and health, housing, safety and community. Rank 1 lags furthest behind.',
}

export function listIndices(statistics: Statistics): IndexListAnswer {
  return { indices: [getIndex(statistics, BASIS_OP_ORDE)] }
}

/** What an index is, by level. Throws SeeError `unknownIndex`. */
export function getIndex(statistics: Statistics, id: string): IndexAnswer {
  checkId(id)
  const levels = BASIS_OP_ORDE_LEVELS.flatMap((level) => {
    const built = getBuilt(statistics)(level)
    return built === undefined ? [] : [{ level, year: built.document.year, ...built, withoutFigures: [...built.withoutFigures], leftOut: [...built.leftOut], trend: listTrendSteps(statistics, built.document) }]
  })
  return { id, name: nameBuiltIndex(id), explanation: EXPLANATION, levels }
}

/** The document of an index. Throws SeeError `unknownIndex`, or `indexWithoutFigures` for a level it does not have. */
export function getBuiltIndex(statistics: Statistics, id: string, level: AreaLevel): BuiltIndex {
  checkId(id)
  const built = getBuilt(statistics)(level)
  if (built !== undefined) return built
  const levels = BASIS_OP_ORDE_LEVELS.filter((own) => getBuilt(statistics)(own) !== undefined).join(', ') || '–'
  const message = { nl: `Deze index is er niet voor "${level}", wel voor: ${levels}.`, en: `This index is not there for "${level}", but for: ${levels}.` }
  throw new SeeError('indexWithoutFigures', level, [{ field: 'level', message }])
}

/**
 * The scores of an index, now or on figures of so many years earlier; computed once.
 * Throws as `getBuiltIndex`, and SeeError `indexWithoutFigures` for a number of years that nothing can be compared over.
 */
export function getIndexRun(statistics: Statistics, id: string, level: AreaLevel, yearsBack = 0): IndexRun {
  const { document } = getBuiltIndex(statistics, id, level)
  const steps = yearsBack === 0 ? [] : listTrendSteps(statistics, document).map((step) => step.yearsBack)
  if (yearsBack === 0 || steps.includes(yearsBack)) return getRun(statistics)(level, yearsBack)
  const list = steps.join(', ') || '–'
  const message = { nl: `Van ${yearsBack} jaar eerder heeft deze index geen cijfers. Wel van: ${list}.`, en: `This index has no figures of ${yearsBack} years earlier. It has of: ${list}.` }
  throw new SeeError('indexWithoutFigures', String(yearsBack), [{ field: 'yearsBack', message }])
}

const getBuilt = memoize((statistics: Statistics) =>
  remember((level: AreaLevel) => (BASIS_OP_ORDE_LEVELS.some((own) => own === level) ? makeBasisOpOrde(statistics, level) : undefined)),
)

/** The same, with others answered in between. */
export async function prepareIndexRun(statistics: Statistics, id: string, level: AreaLevel, yearsBack: number): Promise<IndexRun> {
  checkId(id)
  await lookUpIndexInput(statistics, makeDocument(statistics, level, yearsBack))
  await nextTurn()
  return getIndexRun(statistics, id, level, yearsBack)
}

const getRun = memoize((statistics: Statistics) => remember((level: AreaLevel, yearsBack: number): IndexRun => runIndex(statistics, makeDocument(statistics, level, yearsBack))))

function makeDocument(statistics: Statistics, level: AreaLevel, yearsBack: number): BuiltIndex['document'] {
  const { document } = getBuiltIndex(statistics, BASIS_OP_ORDE, level)
  return yearsBack === 0 ? document : makeEarlierDocument(statistics, document, yearsBack)
}

function checkId(id: string): void {
  if (id !== BASIS_OP_ORDE) throw new SeeError('unknownIndex', id)
}
