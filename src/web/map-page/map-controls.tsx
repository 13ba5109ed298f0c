/** Choosing level, indicator and year. */
import type { IndicatorAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { findLevel, getLevelWord } from '#web/app/level-words.ts'
import { useSetUrlState } from '#web/app/url.tsx'
import { IndicatorField } from '#web/components/indicator-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import type { MapChoice } from '#web/map-page/map-choice.ts'

interface MapControlsProps {
  choice: MapChoice
  status: StatusAnswer
  indicators: readonly IndicatorAnswer[]
}

export function MapControls({ choice, status, indicators }: MapControlsProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const levels = status.levels.filter(({ level, areas }) => level !== 'country' && areas > 0)
  // A year that the new level or indicator does not have gives way to its last one.
  const keepYear = (years: readonly number[] | undefined): string | undefined => (years?.includes(choice.year) ? String(choice.year) : undefined)
  return (
    <div className="td-controls">
      <SelectField
        label={t.map.level}
        value={getLevelWord(choice.level)}
        options={levels.map(({ level }) => ({ value: getLevelWord(level), text: t.levels[level] }))}
        onChange={(word) => {
          const years = choice.indicator.availability.find(({ level }) => level === findLevel(word))?.years
          setState({ niveau: word, jaar: keepYear(years), gebied: undefined })
        }}
      />
      <IndicatorField
        label={t.map.indicator}
        indicators={indicators}
        value={choice.indicator.id}
        onChange={(id) => {
          const years = indicators.find((one) => one.id === id)?.availability.find(({ level }) => level === choice.level)?.years
          setState({ indicator: id, jaar: keepYear(years) })
        }}
        mark={({ availability }) => (availability.some(({ level }) => level === choice.level) ? undefined : `(${t.map.noneAt(t.levels[choice.level].toLocaleLowerCase())})`)}
      />
      <SelectField
        label={t.map.year}
        value={String(choice.year)}
        options={status.years.toReversed().map((year) => ({
          value: String(year),
          text: choice.yearsWithFigures.includes(year) ? String(year) : `${year} (${t.figure.missing})`,
        }))}
        onChange={(year) => setState({ jaar: year })}
      />
    </div>
  )
}
