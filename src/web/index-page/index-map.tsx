/** The map of an index with its legend, and the area that is pointed at. */
import { useMemo, type ReactNode } from 'react'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import type { RankUncertaintyAnswer } from '#domain/rank-uncertainty.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useUrlState } from '#web/app/url.tsx'
import { writeSources } from '#web/format/sources.ts'
import { readCertainty } from '#web/index-page/certainty-rows.ts'
import { IndexCard } from '#web/index-page/index-card.tsx'
import type { IndexRow } from '#web/index-page/index-rows.ts'
import { ShapeNote } from '#web/map-page/map-notes.tsx'
import { MapPanel } from '#web/map-page/map-panel.tsx'
import { paintAreas } from '#web/map/area-paint.ts'
import { listLegend } from '#web/map/legend.ts'
import { Legend } from '#web/map/legend-view.tsx'

const SCORE_UNIT = { unit: { nl: '', en: '' }, decimals: 1 }

interface IndexMapProps {
  /** What the map shows: the index, or one dimension of it. */
  title: string
  scores: IndexScoresAnswer
  rows: readonly IndexRow[]
  status: StatusAnswer
  pointed: string | undefined
  onPoint: (code: string | undefined) => void
  /** How sure each rank is, where that was asked. */
  certainty?: RankUncertaintyAnswer | undefined
  /** Stands beside the map, under the legend. */
  children?: ReactNode
}

export function IndexMap({ title, scores, rows, status, pointed, onPoint, certainty, children }: IndexMapProps) {
  const { t, format, pick } = useLanguage()
  const chosen = useUrlState()['gebied']
  const painting = useMemo(() => paintAreas(rows), [rows])
  const places = useMemo(() => new Map(rows.map(({ code }, at) => [code, at])), [rows])
  const at = places.get(pointed ?? chosen ?? '') ?? -1
  const legend = listLegend(painting, SCORE_UNIT, format, t)
  const { level, year } = scores
  const shapes = status.levels.find((one) => one.level === level)
  const withoutShape = year === status.referenceYear && shapes?.withoutShape !== undefined ? { count: shapes.withoutShape, of: shapes.areas } : undefined
  return (
    <div className="td-map-page">
      <div className="td-map-page__map">
        <MapPanel
          subject={{ title, level, year }}
          hasShapes={shapes?.shapeYear !== undefined}
          painting={painting}
          legend={legend}
          pointed={pointed}
          chosen={chosen}
          source={writeSources(scores.source, pick)}
          onPoint={onPoint}
        >
          <IndexCard row={rows[at]} level={level} scores={scores} certainty={certainty && readCertainty(certainty, at)} />
        </MapPanel>
        {shapes?.shapeYear !== undefined && <ShapeNote year={year} shapeYear={shapes.shapeYear} withoutShape={withoutShape} />}
      </div>
      <div className="td-map-page__side">
        <Legend entries={legend} diverging={painting.classification.diverging} unit={`${t.index.score.toLocaleLowerCase()}, ${t.index.scoreLegend}`} />
        <p className="td-note">{t.index.rankedOf(format.number(scores.rankedCount), format.number(rows.length))}</p>
        {children}
      </div>
    </div>
  )
}
