/** Adding and taking out indicators, theme by theme. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import type { IndexChoicesAnswer } from '#domain/answers/index-answers.ts'
import { THEMES } from '#domain/indicator.ts'
import { useLanguage } from '#web/app/language.tsx'
import type { OwnIndex, Pick } from '#web/own-index/own-index.ts'

export interface ChooseIndicatorsProps {
  index: OwnIndex
  indicators: readonly IndicatorAnswer[]
  choices: IndexChoicesAnswer
  onChange: (change: Partial<OwnIndex>) => void
}

export function ChooseIndicators({ index, indicators, choices, onChange }: ChooseIndicatorsProps) {
  const { t, pick: say } = useLanguage()
  const years = new Map(choices.indicators.map(({ indicator, year }) => [indicator, year]))
  const isChosen = (id: string): boolean => index.picks.some(({ indicator }) => indicator === id)
  const toggle = ({ id, direction }: IndicatorAnswer): void => {
    const first: Pick = { indicator: id, weight: 1, ...(direction === 'neutral' && { worse: 'high' }) }
    onChange({ picks: isChosen(id) ? index.picks.filter(({ indicator }) => indicator !== id) : [...index.picks, first] })
  }
  return (
    <section className="td-own-index__choose" aria-label={t.index.own.choose}>
      <h2 className="utrecht-heading-3">{t.index.own.choose}</h2>
      {THEMES.map((theme) => {
        const ofTheme = indicators.filter((one) => one.theme === theme && years.has(one.id))
        if (ofTheme.length === 0) return null
        return (
          <details key={theme} className="td-details">
            <summary>{t.index.own.group(t.theme[theme], ofTheme.filter(({ id }) => isChosen(id)).length, ofTheme.length)}</summary>
            <fieldset className="td-own-index__group">
              <legend className="td-visually-hidden">{t.theme[theme]}</legend>
              {ofTheme.map((indicator) => (
                <label key={indicator.id} className="td-check">
                  <input type="checkbox" checked={isChosen(indicator.id)} onChange={() => toggle(indicator)} />
                  <span>
                    {say(indicator.name)} <span className="td-own-index__year">({t.index.own.from(years.get(indicator.id)!)})</span>
                  </span>
                </label>
              ))}
            </fieldset>
          </details>
        )
      })}
    </section>
  )
}
