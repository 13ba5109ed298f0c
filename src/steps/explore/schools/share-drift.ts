/** How much the pupils of a school drift from those of all schools, measured on two moments. */
import { Z80 } from '#steps/explore/error-sizes.ts'
import type { SchoolTable } from '#steps/explore/schools/read-schools.ts'

/** With fewer schools nothing is said. */
const FEWEST_SCHOOLS = 30
const SCHOOL_YEARS = 8

/**
 * The standard deviation, in a year, of the logarithm of a school's pupils beside all pupils, above what chance in who starts gives. From the two newest
 * tables that have pupils; undefined where there are none. Local growth is in it, so that it is rather too large than too small.
 */
export function measureShareDrift(tables: readonly SchoolTable[]): number | undefined {
  const [first, last] = tables.filter(({ schools }) => schools.some(({ pupils }) => pupils !== undefined && pupils > 0)).slice(-2)
  if (first === undefined || last === undefined) return undefined
  const years = toYears(last.moment) - toYears(first.moment)
  const before = new Map(first.schools.map(({ code, pupils }) => [code, pupils ?? 0]))
  const pairs = last.schools.flatMap(({ code, pupils = 0 }) => ((before.get(code) ?? 0) > 0 && pupils > 0 ? [[before.get(code)!, pupils] as const] : []))
  if (years <= 0 || pairs.length < FEWEST_SCHOOLS) return undefined
  const all = Math.log(pairs.reduce((sum, [, after]) => sum + after, 0) / pairs.reduce((sum, [own]) => sum + own, 0))
  const sizes = pairs.map(([own, after]) => Math.abs(Math.log(after / own) - all)).sort((a, b) => a - b)
  const spread = (sizes[Math.floor(0.8 * sizes.length)]! / Z80) ** 2
  const chance = pairs.reduce((sum, [own]) => sum + Math.min(1, years / SCHOOL_YEARS) / own, 0) / pairs.length
  return Math.sqrt(Math.max(0, spread - chance) / years)
}

const toYears = (moment: string): number => Number(moment.slice(0, 4)) + (Number(moment.slice(5)) - 1) / 12
