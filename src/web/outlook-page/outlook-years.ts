/** Which year of a projection one looks at. */
import { readYear, type UrlState } from '#web/app/search-state.ts'

/** The year that the definitions of shrinking regions look at. */
const USUAL_YEAR = 2040

export function chooseYear(state: UrlState, years: readonly number[]): number {
  const asked = readYear(state['jaar'])
  if (asked !== undefined && years.includes(asked)) return asked
  return years.includes(USUAL_YEAR) ? USUAL_YEAR : (years.at(-1) ?? 0)
}

/** The first year and every tenth after it. */
export const listTenths = (years: readonly number[]): number[] => years.filter((_, at) => at % 10 === 0)
