/** A figure of a criterion with, below it, on which side of the threshold it is and how far. */
import type { SelectionCriterionAnswer } from '#domain/answers/selection-answers.ts'
import { meetsThreshold } from '#domain/threshold.ts'
import { useLanguage } from '#web/app/language.tsx'
import type { Messages } from '#web/messages/nl/index.ts'
import type { Format } from '#web/format/format.ts'

export function ThresholdCell({ criterion, value }: { criterion: SelectionCriterionAnswer; value: number }) {
  const { t, format } = useLanguage()
  const isMet = meetsThreshold(value, criterion)
  return (
    <>
      <strong className="td-side__value">{format.value(value, criterion)}</strong>
      <span className={isMet ? 'td-side td-side--met' : 'td-side'}>
        <span aria-hidden="true">{isMet ? '✓' : '✗'} </span>
        <span className="td-visually-hidden">{isMet ? t.selection.met : t.selection.notMet}: </span>
        {describeSide(value, criterion, t, format)}
      </span>
    </>
  )
}

/** "0,4 procentpunt onder de grens"; in words where the digits of the figure do not show the difference. */
function describeSide(value: number, { threshold, unit, decimals }: SelectionCriterionAnswer, t: Messages, format: Format): string {
  const { sides } = t.selection
  if (value === threshold) return sides.on
  const amount = Math.abs(value - threshold)
  if (Number(amount.toFixed(decimals)) === 0) return value < threshold ? sides.justUnder : sides.justAbove
  const text = unit.nl === '%' ? `${format.number(amount, decimals)} ${t.selection.points}` : format.value(amount, { unit, decimals })
  return value < threshold ? sides.under(text) : sides.above(text)
}

/** With the digits that it was given, so that −12.5 is not written as −13 or −12.50; two more where it was computed. */
export function writeThreshold(threshold: number, { unit, decimals }: Pick<SelectionCriterionAnswer, 'unit' | 'decimals'>, format: Format): string {
  const own = String(threshold).split('.')[1]?.length ?? 0
  return format.value(threshold, { unit, decimals: Math.min(own, Math.max(decimals, 2)) })
}
