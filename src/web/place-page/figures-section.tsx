/** All figures of a place beside the areas it lies in, by theme. */
import { useState } from 'react'
import type { IndicatorAnswer, PlaceAnswer, PlaceFigure } from '#domain/answers/answers.ts'
import { THEMES, type Theme } from '#domain/indicator.ts'
import { placeUrl, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Section } from '#web/components/page.tsx'
import { pickKeyFigures } from '#web/format/key-figures.ts'
import { FigureRow } from '#web/place-page/figure-row.tsx'

interface FiguresSectionProps {
  place: PlaceAnswer
  placeKey: PlaceKey
  indicators: readonly IndicatorAnswer[]
}

export function FiguresSection({ place, placeKey, indicators }: FiguresSectionProps) {
  const { t } = useLanguage()
  return (
    <Section title={t.place.keyFigures} id="cijfers">
      <p className="utrecht-paragraph">
        {t.place.keyFiguresLead} {place.comparedWith.length > 0 && <span className="td-strip-note">{t.place.positionNote}</span>}
      </p>
      <DownloadLinks title={t.place.downloads} url={(format) => placeUrl(placeKey, '', { year: place.year, format })} />
      {place.figures.length === 0 && <p className="utrecht-paragraph">{t.place.noFigures}</p>}
      {THEMES.filter((theme) => place.figures.some((figure) => figure.theme === theme)).map((theme) => (
        <ThemeFigures key={theme} theme={theme} place={place} figures={place.figures.filter((figure) => figure.theme === theme)} indicators={indicators} />
      ))}
    </Section>
  )
}

/**
 * First what says most and is there, else what is there of the larger areas around; then, when asked, everything of the theme, with what is missing and why.
 */
function ThemeFigures({ figures, ...rest }: ThemeTableProps) {
  const { t } = useLanguage()
  const [all, setAll] = useState(false)
  const present = figures.filter((figure) => figure.here.value !== undefined)
  const around = present.length > 0 ? [] : figures.filter(({ elsewhere }) => elsewhere.some(({ value }) => value !== undefined))
  const first = pickKeyFigures(present.length > 0 ? present : around, ({ indicator }) => indicator)
  const shown = all ? figures : first
  return (
    <div className="td-theme">
      {shown.length > 0 ? <ThemeTable figures={shown} {...rest} /> : <NoFigures theme={rest.theme} />}
      {around.length > 0 && <p className="td-note">{t.place.onlyAround}</p>}
      {figures.length > first.length && (
        <button type="button" className="utrecht-button utrecht-button--subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.place.fewer(t.theme[rest.theme]) : t.place.all(figures.length, t.theme[rest.theme])}
        </button>
      )}
    </div>
  )
}

function NoFigures({ theme }: { theme: Theme }) {
  const { t } = useLanguage()
  return (
    <>
      <p className="td-figures__caption">{t.theme[theme]}</p>
      <p className="utrecht-paragraph">{t.place.noThemeFigures}</p>
    </>
  )
}

interface ThemeTableProps {
  theme: Theme
  place: PlaceAnswer
  figures: readonly PlaceFigure[]
  indicators: readonly IndicatorAnswer[]
}

/** Every role stands in words: at 320 pixels the style sheet shows rows as blocks, which would otherwise take the table from screen readers. */
function ThemeTable({ theme, place, figures, indicators }: ThemeTableProps) {
  const { t } = useLanguage()
  return (
    <table className="td-figures td-stacked" role="table">
      <caption className="td-figures__caption">{t.theme[theme]}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t.place.topic}
          </th>
          <th role="columnheader" scope="col" className="td-number">
            {place.name}
          </th>
          {place.comparedWith.map((area) => (
            <th key={area.code} role="columnheader" scope="col" className="td-number">
              {area.name}
            </th>
          ))}
          {place.comparedWith.length > 0 && (
            <th role="columnheader" scope="col" title={t.place.positionNote}>
              {t.place.position}
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {figures.map((figure) => {
          const indicator = indicators.find(({ id }) => id === figure.indicator)
          return indicator && <FigureRow key={figure.indicator} figure={figure} indicator={indicator} place={place} />
        })}
      </tbody>
    </table>
  )
}
