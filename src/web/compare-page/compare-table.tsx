/** All figures of the places side by side, with a small bar under each. */
import { useState } from 'react'
import type { IndicatorAnswer, PlaceAnswer } from '#domain/answers/answers.ts'
import { THEMES, type Theme } from '#domain/indicator.ts'
import { useLanguage } from '#web/app/language.tsx'
import { pickKeyFigures } from '#web/format/key-figures.ts'
import { writeUnit } from '#web/format/indicator-name.ts'
import { LINE_COLOURS } from '#web/charts/chart-colours.ts'

interface CompareTableProps {
  places: readonly PlaceAnswer[]
  indicators: readonly IndicatorAnswer[]
}

export function CompareTable({ places, indicators }: CompareTableProps) {
  const shown = indicators.filter(({ id }) => places.some((place) => findFigure(place, id)?.here.value !== undefined))
  return THEMES.filter((theme) => shown.some((one) => one.theme === theme)).map((theme) => (
    <ThemeFigures key={theme} theme={theme} places={places} indicators={shown.filter((one) => one.theme === theme)} />
  ))
}

/** First what says most; everything of the theme when asked. On a phone rows are blocks; every role therefore stands in words, as on the place page. */
function ThemeFigures({ theme, places, indicators }: CompareTableProps & { theme: Theme }) {
  const { t } = useLanguage()
  const [all, setAll] = useState(false)
  const first = pickKeyFigures(indicators, ({ id }) => id)
  return (
    <div className="td-theme">
      <div className="utrecht-table-container td-scroll" role="region" aria-label={t.table.scroll(t.theme[theme])} tabIndex={0}>
        <ThemeTable theme={theme} places={places} indicators={all ? indicators : first} />
      </div>
      {indicators.length > first.length && (
        <button type="button" className="utrecht-button utrecht-button--subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.place.fewer(t.theme[theme]) : t.place.all(indicators.length, t.theme[theme])}
        </button>
      )}
    </div>
  )
}

function findFigure(place: PlaceAnswer, id: string): PlaceAnswer['figures'][number] | undefined {
  return place.figures.find(({ indicator }) => indicator === id)
}

function ThemeTable({ theme, places, indicators }: CompareTableProps & { theme: Theme }) {
  const { t, pick } = useLanguage()
  return (
    <table className="td-compare td-stacked" role="table">
      <caption className="td-figures__caption">{t.theme[theme]}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t.compare.topic}
          </th>
          {places.map((place) => (
            <th key={place.id} role="columnheader" scope="col" className="td-number">
              {place.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {indicators.map((indicator) => {
          const unit = writeUnit(indicator, pick)
          return (
            <tr key={indicator.id} role="row" className="td-stacked__row">
              <th role="rowheader" scope="row">
                {pick(indicator.name)}
                {unit !== '' && <span className="td-topic__unit"> ({unit})</span>}
              </th>
              {places.map((place, index) => (
                <CompareCell key={place.id} place={place} index={index} places={places} indicator={indicator} />
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface CompareCellProps {
  place: PlaceAnswer
  index: number
  places: readonly PlaceAnswer[]
  indicator: IndicatorAnswer
}

function CompareCell({ place, index, places, indicator }: CompareCellProps) {
  const { t, format } = useLanguage()
  const figure = findFigure(place, indicator.id)
  if (figure?.here.value === undefined) {
    return (
      <td role="cell" className="td-number" data-label={place.name}>
        <span className="td-missing">{t.missing[figure?.here.missing ?? 'notInTable']}</span>
      </td>
    )
  }
  const { value } = figure.here
  const largest = Math.max(...places.map((one) => Math.abs(findFigure(one, indicator.id)?.here.value ?? 0)))
  return (
    <td role="cell" className="td-number" data-label={place.name}>
      {format.value(value, indicator)}
      {figure.year !== place.year && <span className="td-topic__year"> {figure.year}</span>}
      {indicator.kind !== 'code' && (
        <span className="td-bar" aria-hidden="true">
          <span
            className={value < 0 ? 'td-bar__fill td-bar__fill--below' : 'td-bar__fill'}
            style={{ width: `${largest === 0 ? 0 : (Math.abs(value) / largest) * 100}%`, backgroundColor: LINE_COLOURS[index] }}
          />
        </span>
      )}
    </td>
  )
}
