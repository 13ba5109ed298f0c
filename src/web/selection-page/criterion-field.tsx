/** One criterion: what it is about, how it is compared, and where the threshold is. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import { nameBuiltIndex, nameIndex } from '#domain/index-names.ts'
import type { Criterion } from '#domain/selection-document.ts'
import { useLanguage } from '#web/app/language.tsx'
import { IndicatorField } from '#web/components/indicator-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { CRITERION_KINDS, makeCriterion, type SelectionLevel } from '#web/selection-page/selection-state.ts'

interface CriterionFieldProps {
  /** Number of it in its group, for its heading. */
  number: string
  criterion: Criterion
  level: SelectionLevel
  indicators: readonly IndicatorAnswer[]
  onChange: (criterion: Criterion) => void
  onRemove: (() => void) | undefined
}

export function CriterionField({ number, criterion, level, indicators, onChange, onRemove }: CriterionFieldProps) {
  const { t } = useLanguage()
  const indicator = 'indicator' in criterion ? criterion.indicator : 'population'
  const kinds = CRITERION_KINDS.filter((kind) => kind === criterion.kind || kind !== 'index' || level !== 'region')
  return (
    <fieldset className="td-criterion">
      <legend className="td-criterion__legend">{t.selection.criterion(number)}</legend>
      <SelectField
        label={t.selection.kind}
        value={criterion.kind}
        options={kinds.map((kind) => ({ value: kind, text: t.selection.kinds[kind] }))}
        onChange={(kind) => onChange(makeCriterion(kind as Criterion['kind'], indicator))}
      />
      <About criterion={criterion} level={level} indicators={indicators} onChange={onChange} />
      <div className="td-criterion__line">
        <SelectField
          label={t.selection.compare}
          value={criterion.compare}
          options={(['below', 'atMost', 'atLeast', 'above'] as const).map((compare) => ({ value: compare, text: t.selection.compares[compare] }))}
          onChange={(compare) => onChange({ ...criterion, compare: compare as Criterion['compare'] })}
        />
        <NumberField label={t.selection.threshold} value={criterion.threshold} unit={useUnit(criterion, indicators)} onChange={(threshold) => onChange({ ...criterion, threshold: threshold ?? 0 })} />
      </div>
      {onRemove && (
        <button type="button" className="utrecht-button utrecht-button--subtle td-criterion__remove" onClick={onRemove}>
          {t.selection.remove(number)}
        </button>
      )}
    </fieldset>
  )
}

function useUnit(criterion: Criterion, indicators: readonly IndicatorAnswer[]): string {
  const { pick } = useLanguage()
  if (criterion.kind === 'projected' || (criterion.kind === 'change' && criterion.measure === 'percent')) return '%'
  if (criterion.kind === 'index') return criterion.measure === 'worstShare' ? '%' : ''
  const unit = indicators.find(({ id }) => id === criterion.indicator)?.unit
  return unit === undefined ? '' : pick(unit)
}

type AboutProps = Pick<CriterionFieldProps, 'criterion' | 'level' | 'indicators' | 'onChange'>

function About({ criterion, level, indicators, onChange }: AboutProps) {
  const { t, pick } = useLanguage()
  if (criterion.kind === 'index') {
    const index = typeof criterion.index === 'string' ? nameBuiltIndex(criterion.index) : nameIndex(criterion.index)
    return (
      <>
        <p className="td-note">{t.selection.indexUsed(pick(index))}</p>
        <SelectField
          label={t.selection.measure}
          value={criterion.measure}
          options={(['worstShare', 'rank', 'score'] as const).map((measure) => ({ value: measure, text: t.selection.measures[measure] }))}
          onChange={(measure) => onChange({ ...criterion, measure: measure as typeof criterion.measure })}
        />
      </>
    )
  }
  const figureLevel = level === 'region' ? 'municipality' : level
  const isThere = ({ availability }: IndicatorAnswer) => availability.some((one) => one.level === figureLevel)
  const kept = indicators.filter((one) => criterion.kind !== 'projected' || one.id === 'population' || one.id === 'households' || one.id === criterion.indicator)
  return (
    <>
      <IndicatorField
        label={t.map.indicator}
        indicators={kept}
        value={criterion.indicator}
        onChange={(id) => onChange({ ...criterion, indicator: id })}
        mark={(one) => (isThere(one) ? undefined : `(${t.selection.noFigures})`)}
      />
      <Years criterion={criterion} years={indicators.find(({ id }) => id === criterion.indicator)?.availability.find((one) => one.level === figureLevel)?.years ?? []} onChange={onChange} />
    </>
  )
}

interface YearsProps {
  criterion: Exclude<Criterion, { kind: 'index' }>
  years: readonly number[]
  onChange: (criterion: Criterion) => void
}

function Years({ criterion, years, onChange }: YearsProps) {
  const { t } = useLanguage()
  const options = (empty: string, chosen: number | undefined) => [
    { value: '', text: empty },
    ...[...new Set([...years, ...(chosen === undefined ? [] : [chosen])])].sort((a, b) => b - a).map((year) => ({ value: String(year), text: String(year) })),
  ]
  const toYear = (text: string) => (text === '' ? undefined : Number(text))
  if (criterion.kind === 'figure') {
    return <SelectField label={t.map.year} value={String(criterion.year ?? '')} options={options(t.selection.newest, criterion.year)} onChange={(year) => onChange(strip({ ...criterion, year: toYear(year) }))} />
  }
  if (criterion.kind === 'projected') {
    return <NumberField label={t.selection.to} value={criterion.to} whole onChange={(to) => onChange({ ...criterion, to: to ?? criterion.to })} />
  }
  return (
    <div className="td-criterion__line">
      <SelectField label={t.selection.from} value={String(criterion.from ?? '')} options={options(t.selection.first, criterion.from)} onChange={(from) => onChange(strip({ ...criterion, from: toYear(from) }))} />
      <SelectField label={t.selection.to} value={String(criterion.to ?? '')} options={options(t.selection.newest, criterion.to)} onChange={(to) => onChange(strip({ ...criterion, to: toYear(to) }))} />
      <SelectField
        label={t.selection.measure}
        value={criterion.measure}
        options={(['percent', 'absolute'] as const).map((measure) => ({ value: measure, text: t.selection.changes[measure] }))}
        onChange={(measure) => onChange({ ...criterion, measure: measure as typeof criterion.measure })}
      />
    </div>
  )
}

/** Without fields that are undefined: the API refuses those. */
function strip(criterion: object): Criterion {
  return Object.fromEntries(Object.entries(criterion).filter(([, value]) => value !== undefined)) as Criterion
}
