/** Choosing an indicator: a list grouped by theme, with a box that narrows it. */
import { useId, useState } from 'react'
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import { THEMES } from '#domain/indicator.ts'
import { useLanguage } from '#web/app/language.tsx'

interface IndicatorFieldProps {
  label: string
  indicators: readonly IndicatorAnswer[]
  value: string
  onChange: (id: string) => void
  /** What stands behind the name of a topic, such as that it has no figures here. */
  mark?: (indicator: IndicatorAnswer) => string | undefined
}

export function IndicatorField({ label, indicators, value, onChange, mark }: IndicatorFieldProps) {
  const { t, pick } = useLanguage()
  const id = useId()
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLocaleLowerCase()
  const kept = indicators.filter((one) => one.id === value || pick(one.name).toLocaleLowerCase().includes(wanted))
  return (
    <div className="td-field td-indicator-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      <div className="td-indicator-field__pair">
        <input
          className="utrecht-textbox utrecht-textbox--html-input td-indicator-field__filter"
          type="search"
          aria-label={t.map.indicatorSearch}
          placeholder={t.map.indicatorSearch}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <select id={id} className="utrecht-select utrecht-select--html-select" value={value} onChange={(event) => onChange(event.target.value)}>
          {THEMES.map((theme) => {
            const ofTheme = kept.filter((one) => one.theme === theme)
            if (ofTheme.length === 0) return null
            return (
              <optgroup key={theme} label={t.theme[theme]}>
                {ofTheme.map((one) => (
                  <option key={one.id} value={one.id}>
                    {[pick(one.name), mark?.(one)].filter(Boolean).join(' ')}
                  </option>
                ))}
              </optgroup>
            )
          })}
        </select>
      </div>
      <span className="td-visually-hidden" role="status">
        {wanted !== '' && (kept.length <= 1 ? t.map.indicatorNone : t.search.count(kept.length))}
      </span>
    </div>
  )
}
