/** How an indicator is called with its unit. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'

type Named = Pick<IndicatorAnswer, 'name' | 'unit'>
type PickText = (text: { readonly nl: string; readonly en: string }) => string

/**
 * The unit to show behind the name, such as '× 1.000 euro'; empty where the name says it already ('Inwoners')
 * or where it stands behind each figure ('%').
 */
export function writeUnit({ name, unit }: Named, pick: PickText): string {
  const text = pick(unit)
  if (text === '%' || pick(name).toLocaleLowerCase().includes(text.toLocaleLowerCase())) return ''
  return text
}

/** The name with its unit between brackets where that adds something. */
export function writeName(indicator: Named, pick: PickText): string {
  const unit = writeUnit(indicator, pick)
  return unit === '' ? pick(indicator.name) : `${pick(indicator.name)} (${unit})`
}
