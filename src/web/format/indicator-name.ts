/** How an indicator is called with its unit. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import { isShortUnit } from '#web/format/format.ts'

type Named = Pick<IndicatorAnswer, 'name' | 'unit'>
type PickText = (text: { readonly nl: string; readonly en: string }) => string

/** The unit to show behind the name in a table, such as 'duizend euro'; empty where it stands behind each figure ('%', 'km') or in the name. */
export function writeUnit(indicator: Named, pick: PickText): string {
  return isShortUnit(pick(indicator.unit)) ? '' : findUnit(indicator, pick)
}

/** The name with its unit between brackets where that adds something, for where figures stand bare. */
export function writeName(indicator: Named, pick: PickText): string {
  const unit = findUnit(indicator, pick)
  return unit === '' ? pick(indicator.name) : `${pick(indicator.name)} (${unit})`
}

function findUnit({ name, unit }: Named, pick: PickText): string {
  const text = pick(unit)
  return text === '%' || pick(name).toLocaleLowerCase().includes(text.toLocaleLowerCase()) ? '' : text
}
