/** Projected change as what a criterion holds against its threshold. */
import type { AreaLevel } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import { findMissingReason } from '#domain/missing.ts'
import type { Criterion, PlacedCriterion } from '#domain/selection-document.ts'
import { fillColumn, type CriterionColumn } from '#steps/see/selection/criterion-column.ts'
import type { ProjectedColumn } from '#steps/see/selection/projections.ts'
import type { CriterionContext, ReadableCriterion, WaitingCriterion } from '#steps/see/selection/resolved-criterion.ts'

/** Change in percent of the first year, or waiting where the projection does not have it. A region is the sum of its municipalities. */
export function readProjected(context: CriterionContext, placed: PlacedCriterion, criterion: Criterion & { kind: 'projected' }, indicator: Indicator): { readonly readable: ReadableCriterion } | { readonly waiting: WaitingCriterion } {
  const { places, level, projections } = context
  const from = criterion.from ?? places.year
  const { to } = criterion
  const { name } = indicator
  const words = {
    ...placed,
    criterion: { ...criterion, from },
    name: { nl: `Verwachte verandering van "${name.nl}", ${from}–${to}`, en: `Projected change of "${name.en}", ${from}–${to}` },
    unit: { nl: '%', en: '%' },
    decimals: 1,
    years: [from, to],
  }
  const projected = projections?.findProjectedColumn(indicator.id, level, from, to)
  if (projected !== undefined) return { readable: { ...words, read: () => (places.areas ? readAreas(projected, places.areas.positions) : readRegions(context, projected)) } }
  return {
    waiting: {
      ...words,
      reason: {
        nl: `Wacht op een prognose: die van "${name.nl}" tot ${to} is er nog niet in Topdorp. Zonder prognose zeggen we niet welke plaatsen dit zijn.`,
        en: `Waiting for a projection: that of "${name.en}" to ${to} is not in Topdorp yet. Without it we do not say which places these are.`,
      },
    },
  }
}

function readAreas(projected: ProjectedColumn, positions: Int32Array): CriterionColumn {
  return fillColumn(positions.length, projected.sources, (place) => {
    const position = positions[place]!
    const reason = findMissingReason(projected.missing[position]!)
    return reason === undefined ? divide(projected.from[position]!, projected.to[position]!) : { missing: reason }
  })
}

/** Parts of the municipalities of the year of the selection: their shares of both counts are added up. */
function readRegions({ statistics, places }: CriterionContext, projected: ProjectedColumn): CriterionColumn {
  const level: AreaLevel = 'municipality'
  const positions = new Map(statistics.listAreas(level).map(({ code }, at) => [code, at]))
  return fillColumn(places.codes.length, projected.sources, (place) => {
    const { parts, remark } = places.getParts(place)(places.year)
    if (parts === undefined) return { missing: 'noSuchArea', remark }
    let [from, to] = [0, 0]
    for (const { code, share } of parts) {
      const position = positions.get(code)
      if (position === undefined || projected.missing[position] !== 0) return { missing: 'partsMissing', remark }
      from += share * projected.from[position]!
      to += share * projected.to[position]!
    }
    return { ...divide(from, to), remark }
  })
}

function divide(from: number, to: number): { readonly value: number } | { readonly missing: 'impossible' } {
  return from === 0 ? { missing: 'impossible' } : { value: (100 * (to - from)) / from }
}
