/** The map of one indicator, with legend and the same figures in a table. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IndicatorListAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import { indicatorsQuery, statusQuery } from '#web/api/queries.ts'
import { listUnused } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { findLevel } from '#web/app/level-words.ts'
import { useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { writeName } from '#web/format/indicator-name.ts'
import { AreaCard } from '#web/map-page/area-card.tsx'
import { FiguresTable } from '#web/map-page/figures-table.tsx'
import { listLegend } from '#web/map/legend.ts'
import { Legend } from '#web/map/legend-view.tsx'
import { MapControls } from '#web/map-page/map-controls.tsx'
import { MapNotes } from '#web/map-page/map-notes.tsx'
import { MapPanel } from '#web/map-page/map-panel.tsx'
import { readMapChoice } from '#web/map-page/map-choice.ts'
import { useMapFigures } from '#web/map-page/use-map-figures.ts'

export function MapPage() {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  const indicators = useQuery(indicatorsQuery())
  return (
    <Page title={t.map.title} wide>
      <Answer query={status} tall>
        {(statusAnswer) => (
          <Answer query={indicators} tall>
            {(list) => <MapContent status={statusAnswer} list={list} />}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

function MapContent({ status, list }: { status: StatusAnswer; list: IndicatorListAnswer }) {
  const { t, format, pick } = useLanguage()
  const state = useUrlState()
  const choice = readMapChoice(state, status, list.indicators)
  const [pointed, setPointed] = useState<string>()
  const data = useMapFigures(choice)
  const { indicator, level, year } = choice
  const chosen = state['gebied']
  const legend = data.painting ? listLegend(data.painting, indicator, format, t) : []
  const shapes = status.levels.find((one) => one.level === level)
  const unused = listUnused(state, {
    niveau: { isTaken: findLevel(state['niveau']) === level, shown: t.levels[level].toLocaleLowerCase() },
    indicator: { isTaken: state['indicator'] === indicator.id, shown: pick(indicator.name).toLocaleLowerCase() },
    jaar: { isTaken: state['jaar'] === String(year), shown: String(year) },
    gebied: { isTaken: data.rowsByCode.size === 0 || data.rowsByCode.has(chosen ?? '') },
    namen: 'any',
  })
  return (
    <>
      <AddressNotice unused={unused} />
      <MapControls choice={choice} status={status} indicators={list.indicators} />
      <p className="td-print-only">
        {writeName(indicator, pick)}, {t.levels[level].toLocaleLowerCase()}, {year}
      </p>
      {data.error && <LoadError error={data.error} onRetry={data.retry} />}
      <div className="td-map-page">
        <div className="td-map-page__map">
          <MapPanel
            subject={{ title: pick(indicator.name), level, year }}
            hasShapes={shapes?.shapeYear !== undefined}
            painting={data.painting}
            legend={legend}
            pointed={pointed}
            chosen={chosen}
            source={shapes?.shapeYear === undefined ? data.source : `${data.source}; ${t.map.shapesOf(shapes.shapeYear)}`}
            onPoint={setPointed}
          >
            <AreaCard row={data.rowsByCode.get(pointed ?? chosen ?? '')} indicator={indicator} level={level} year={year} />
          </MapPanel>
          <MapNotes
            choice={choice}
            shapeYear={shapes?.shapeYear}
            withoutShape={year === status.referenceYear && shapes?.withoutShape !== undefined ? { count: shapes.withoutShape, of: shapes.areas } : undefined}
          />
        </div>
        <div className="td-map-page__side">
          {data.painting ? (
            <Legend entries={legend} diverging={data.painting.classification.diverging} unit={pick(indicator.unit)} />
          ) : (
            !data.error && <Loading />
          )}
          {data.rows && (
            <FiguresTable choice={choice} rows={data.rows} selected={pointed ?? chosen} onPoint={setPointed} source={data.source} />
          )}
        </div>
      </div>
    </>
  )
}
