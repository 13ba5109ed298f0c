/** One figure beside that of larger areas, with its explanation and source to open. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { describeLicence } from '#domain/licence.ts'
import type { IndicatorAnswer, PlaceAnswer, PlaceFigure } from '#domain/answers/answers.ts'
import type { Figure } from '#domain/answers/shared.ts'
import { sourcesQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { writeUnit } from '#web/format/indicator-name.ts'
import { PositionStrip } from '#web/place-page/position-strip.tsx'

interface FigureRowProps {
  figure: PlaceFigure
  indicator: IndicatorAnswer
  place: PlaceAnswer
}

export function FigureRow({ figure, indicator, place }: FigureRowProps) {
  const { pick } = useLanguage()
  const [open, setOpen] = useState(false)
  const id = useId()
  const unit = writeUnit(indicator, pick)
  const columns = place.comparedWith.length
  return (
    <>
      <tr role="row" className={open ? 'td-stacked__row td-figures__row--open' : 'td-stacked__row'}>
        <th role="rowheader" scope="row">
          <button type="button" className="td-topic" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            <span className="td-topic__mark" aria-hidden="true" />
            <span>
              {pick(indicator.name)}
              {unit !== '' && <span className="td-topic__unit"> ({unit})</span>}
              {figure.year !== place.year && <span className="td-topic__year"> {figure.year}</span>}
            </span>
          </button>
        </th>
        <FigureCell figure={figure.here} indicator={indicator} label={place.name} main />
        {figure.elsewhere.map((one, index) => (
          <FigureCell key={place.comparedWith[index]?.code ?? index} figure={one} indicator={indicator} label={place.comparedWith[index]?.name ?? ''} />
        ))}
        {columns > 0 && (
          <td role="cell" className="td-figures__strip">
            {indicator.kind === 'rate' && <PositionStrip here={figure.here.value} elsewhere={figure.elsewhere.map(({ value }) => value)} />}
          </td>
        )}
      </tr>
      <tr role="row" id={id} hidden={!open} className="td-figures__more">
        <td role="cell" colSpan={columns > 0 ? columns + 3 : 2}>
          {open && <FigureOrigin figure={figure} indicator={indicator} />}
        </td>
      </tr>
    </>
  )
}

function FigureCell({ figure, indicator, label, main = false }: { figure: Figure; indicator: IndicatorAnswer; label: string; main?: boolean }) {
  const { t, format } = useLanguage()
  return (
    <td role="cell" className={main ? 'td-number td-number--main' : 'td-number'} data-label={label}>
      {figure.missing === undefined ? format.figure(figure, indicator) : <span className="td-missing">{t.missing[figure.missing]}</span>}
    </td>
  )
}

function FigureOrigin({ figure, indicator }: { figure: PlaceFigure; indicator: IndicatorAnswer }) {
  const { t, format, pick } = useLanguage()
  const sources = useQuery(sourcesQuery()).data?.sources.filter(({ resource }) => figure.sources.includes(resource)) ?? []
  const column = indicator.columns.find(({ year }) => year === figure.year)
  return (
    <div className="td-origin">
      <p>{pick(indicator.explanation)}</p>
      <dl>
        {indicator.formula && (
          <div>
            <dt>{t.figure.formula}</dt>
            <dd>{pick(indicator.formula)}</dd>
          </div>
        )}
        {figure.here.missing && (
          <div>
            <dt>{t.figure.missing}</dt>
            <dd>{t.missingExplanation[figure.here.missing]}</dd>
          </div>
        )}
        <div>
          <dt>{t.figure.source}</dt>
          <dd>
            {sources.map((source) => `${source.publisher}, ${pick(source.title)}, ${t.figure.retrieved} ${format.date(source.retrievedAt)}`).join('; ')}
            {column && ` (${column.table}, ${t.figure.column.toLowerCase()} ${column.column})`}
          </dd>
        </div>
        <div>
          <dt>{t.figure.year}</dt>
          <dd>{figure.year}</dd>
        </div>
        <div>
          <dt>{t.figure.licence}</dt>
          <dd>{pick(describeLicence(indicator.licence))}</dd>
        </div>
      </dl>
    </div>
  )
}
