/**
 * A limit that counts sites, such as new ones, inside the Lagrangean bound: it becomes a price that the sites it counts pay to open. At the price at which the cheapest
 * sites just keep to the limit, the bound is as high as with the limit itself.
 */
import type { Frame } from '#engines/siting/frame.ts'
import { FREE, OPEN } from '#engines/siting/median/site-states.ts'
import type { ColumnLimit } from '#engines/siting/median/limit-rule.ts'

/**
 * The first limit of the problem that counts columns (an amount of 0 or 1 each) and that a plan of exactly `openCount` can always keep to: every plan of fewer can then be
 * filled up, so that a bound on those of `openCount` holds for all.
 */
export function findQuota({ problem, sites, locked }: Frame, openCount: number): ColumnLimit | undefined {
  for (const limit of problem.limits ?? []) {
    const amounts = Float64Array.from(sites, (site) => limit.amounts[site]!)
    const most = Math.floor(limit.most)
    const counted = amounts.reduce((sum, amount) => sum + amount, 0)
    const mustOpen = amounts.reduce((sum, amount, column) => sum + amount * locked[column]!, 0)
    if (amounts.every((amount) => amount === 0 || amount === 1) && counted > most && mustOpen <= most && sites.length - counted + most >= openCount) return { amounts, most }
  }
  return undefined
}

/** What the columns that the quota counts must pay, 0 where they keep to it by themselves; Infinity where the states leave no plan. */
export function priceQuota({ amounts, most }: ColumnLimit, states: Uint8Array, openCount: number, worths: Float64Array): number {
  let [left, wanted] = [most, openCount]
  for (let column = 0; column < states.length; column++) {
    if (states[column] !== OPEN) continue
    left -= amounts[column]!
    wanted--
  }
  const listWorths = (amount: number) => worths.filter((_, column) => states[column] === FREE && amounts[column] === amount).sort()
  const [inside, outside] = [listWorths(1), listWorths(0)]
  const others = wanted - left
  if (left < 0 || others > outside.length) return Infinity
  if (others <= 0 || left >= inside.length) return 0
  const least = outside[others - 1]! - inside[left]!
  if (least <= 0) return 0
  const highest = left > 0 && others < outside.length ? outside[others]! - inside[left - 1]! : Infinity
  return highest === Infinity ? 2 * least : (least + highest) / 2
}
