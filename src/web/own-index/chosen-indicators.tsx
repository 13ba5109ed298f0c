/** The chosen indicators by part: the weight of each, which end is behind, and the weight of the part. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import { THEMES } from '#domain/indicator.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import type { ChooseIndicatorsProps } from '#web/own-index/choose-indicators.tsx'
import { getPart, type Pick } from '#web/own-index/own-index.ts'
import { WeightField } from '#web/own-index/weight-field.tsx'

export function ChosenIndicators({ index, indicators, choices, onChange }: ChooseIndicatorsProps) {
  const { t } = useLanguage()
  const years = new Map(choices.indicators.map(({ indicator, year }) => [indicator, year]))
  const chosen = index.picks.flatMap((pick) => {
    const indicator = indicators.find(({ id }) => id === pick.indicator)
    return indicator === undefined ? [] : [{ pick, indicator, part: getPart(pick.part, indicator) }]
  })
  const parts = THEMES.filter((theme) => chosen.some(({ part }) => part === theme))
  const change = (id: string, pick: Pick | undefined): void =>
    onChange({ picks: index.picks.flatMap((own) => (own.indicator !== id ? [own] : pick === undefined ? [] : [pick])) })
  return (
    <section className="td-own-index__chosen" aria-label={t.index.own.chosen}>
      <h2 className="utrecht-heading-3">{t.index.own.chosen}</h2>
      <p className="td-note" role="status">
        {t.index.own.chosenCount(chosen.length, chosen.filter(({ pick, indicator }) => pick.weight > 0 && years.has(indicator.id)).length)}
      </p>
      {parts.map((part) => (
        <fieldset key={part} className="td-own-index__group">
          <legend className="td-own-index__legend">{t.theme[part]}</legend>
          {parts.length > 1 && (
            <WeightField
              label={t.index.own.themeWeight(t.theme[part].toLocaleLowerCase())}
              showLabel
              value={index.themeWeights[part] ?? 1}
              onChange={(weight) => onChange({ themeWeights: { ...index.themeWeights, [part]: weight } })}
            />
          )}
          {chosen.filter((own) => own.part === part).map(({ pick, indicator }) => (
            <ChosenIndicator
              key={pick.indicator}
              pick={pick}
              indicator={indicator}
              note={years.has(indicator.id) ? t.index.own.from(years.get(indicator.id)!) : t.index.own.noFigures(t.levels[index.level])}
              onPick={(next) => change(pick.indicator, next)}
            />
          ))}
        </fieldset>
      ))}
    </section>
  )
}

interface ChosenIndicatorProps {
  pick: Pick
  indicator: IndicatorAnswer
  note: string
  onPick: (pick: Pick | undefined) => void
}

function ChosenIndicator({ pick, indicator, note, onPick }: ChosenIndicatorProps) {
  const { t, pick: say } = useLanguage()
  const { direction } = indicator
  const name = say(indicator.name)
  return (
    <div className="td-own-index__choice">
      <p className="td-own-index__name">
        <span>
          {name} <span className="td-own-index__year">({note})</span>
        </span>
        <button type="button" className="td-icon-button" aria-label={t.index.own.remove(name)} onClick={() => onPick(undefined)}>
          ×
        </button>
      </p>
      <div className="td-own-index__weight">
        <WeightField label={t.index.own.weight(name)} value={pick.weight} onChange={(weight) => onPick({ ...pick, weight })} />
        {direction === 'neutral' ? (
          <SelectField
            label={t.index.own.worseWhen(name)}
            value={pick.worse ?? 'high'}
            options={[{ value: 'high', text: t.index.own.worseHigh }, { value: 'low', text: t.index.own.worseLow }]}
            onChange={(worse) => onPick({ ...pick, worse: worse === 'low' ? 'low' : 'high' })}
          />
        ) : (
          <span className="td-own-index__worse">{direction === 'lowerIsBetter' ? t.index.own.worseHigh : t.index.own.worseLow}</span>
        )}
      </div>
    </div>
  )
}
