/** From when a scenario can change people: the first year of a projection, which may be another than that of the figures. */
import type { StatusAnswer } from '#domain/answers/answers.ts'

/** Where nothing can be projected, the year of the figures. */
export const getJumpOff = ({ jumpOffYear, referenceYear }: Pick<StatusAnswer, 'jumpOffYear' | 'referenceYear'>): number => jumpOffYear ?? referenceYear
