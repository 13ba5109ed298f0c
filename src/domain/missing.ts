/**
 * Why a figure is not there. Every missing value in the statistics carries one of these;
 * the number is what is stored beside the column, 0 meaning that the figure is present.
 */
export const MISSING_REASONS = [
  'present',
  /** The publisher hides it: too few people, homes or answers to publish. */
  'suppressed',
  /** It cannot exist: the average household where nobody lives. */
  'impossible',
  /** The table has the column, but this edition of it holds no value for any area of this level and year. */
  'notInEdition',
  /** The table of this year does not have the column, or the package does not hold it. */
  'notInTable',
  /** The row of this area is missing from the table. */
  'rowMissing',
  /** The area did not exist in that year, or has no comparable predecessor. */
  'noSuchArea',
  /** A sum or mean that needs parts which are themselves missing beyond the allowed share. */
  'partsMissing',
  /** Not defined for this level, such as a code that cannot be averaged. */
  'notForLevel',
  /** The file held a value that could not be read or cannot be true; the finding names it. */
  'refused',
  /** The counts it is computed from were rounded apart and contradict each other: a part larger than its whole. */
  'roundingConflict',
] as const

export type MissingReason = Exclude<(typeof MISSING_REASONS)[number], 'present'>

/** The stored number of a reason, 1 and up. */
export function getMissingCode(reason: MissingReason): number {
  return MISSING_REASONS.indexOf(reason)
}

/** The reason a stored number stands for, undefined for 0 (present). Throws on a number that stands for nothing. */
export function findMissingReason(code: number): MissingReason | undefined {
  const reason = MISSING_REASONS[code]
  if (reason === undefined) throw new RangeError(`no missing-reason has number ${code}`)
  return reason === 'present' ? undefined : reason
}

/** Why a whole has no figure: the one reason that all its parts share, `partsMissing` otherwise. */
export function explainWhole(reasons: readonly (MissingReason | undefined)[]): MissingReason {
  const [first] = reasons
  return first !== undefined && reasons.every((reason) => reason === first) ? first : 'partsMissing'
}
