/** The map of travel times or of people beyond the norm, with legend and the area that is pointed at. */
import { useMemo, type ReactNode } from 'react'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { SupplyAnswer } from '#domain/answers/supply-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useUrlState } from '#web/app/url.tsx'
import { ShapeNote } from '#web/map-page/map-notes.tsx'
import { MapPanel } from '#web/map-page/map-panel.tsx'
import { AreaCardFrame, EmptyAreaCard } from '#web/map/area-card-frame.tsx'
import { paintAreas } from '#web/map/area-paint.ts'
import { listLegend } from '#web/map/legend.ts'
import { Legend } from '#web/map/legend-view.tsx'
import type { ReachChoice, Shown } from '#web/reach-page/reach-choice.ts'
import type { ReachRow } from '#web/reach-page/reach-rows.ts'

const UNITS = {
  minuten: { unit: { nl: 'minuten', en: 'minutes' }, decimals: 1 },
  deel: { unit: { nl: '%', en: '%' }, decimals: 1 },
  aantal: { unit: { nl: 'inwoners', en: 'inhabitants' }, decimals: 0 },
  keuze: { unit: { nl: 'plekken', en: 'locations' }, decimals: 1 },
  plekken: { unit: { nl: 'per duizend', en: 'per thousand' }, decimals: 1 },
} as const satisfies Readonly<Record<Shown, unknown>>
const OF_LOCATIONS = { unit: { nl: 'per honderdduizend', en: 'per hundred thousand' }, decimals: 2 } as const

interface ReachMapProps {
  title: string
  choice: ReachChoice
  year: number
  rows: readonly ReachRow[]
  /** What places are, where these are shown. */
  measure: SupplyAnswer['measure'] | undefined
  status: StatusAnswer
  source: string
  pointed: string | undefined
  onPoint: (code: string | undefined) => void
  /** Stands beside the map, under the legend. */
  children: ReactNode
}

export function ReachMap({ title, choice, year, rows, measure, status, source, pointed, onPoint, children }: ReachMapProps) {
  const { t, format, pick } = useLanguage()
  const chosen = useUrlState()['gebied']
  const painting = useMemo(() => paintAreas(rows), [rows])
  const unit = choice.shown === 'plekken' && measure === 'location' ? OF_LOCATIONS : UNITS[choice.shown]
  const legend = listLegend(painting, unit, format, t)
  const shapes = status.levels.find((one) => one.level === choice.level)
  const withoutShape = shapes?.withoutShape === undefined ? undefined : { count: shapes.withoutShape, of: shapes.areas }
  return (
    <div className="td-map-page">
      <div className="td-map-page__map">
        <MapPanel
          subject={{ title, level: choice.level, year }}
          hasShapes={shapes?.shapeYear !== undefined}
          painting={painting}
          legend={legend}
          pointed={pointed}
          chosen={chosen}
          source={source}
          onPoint={onPoint}
        >
          <ReachCard row={rows.find(({ code }) => code === (pointed ?? chosen))} />
        </MapPanel>
        {shapes?.shapeYear !== undefined && <ShapeNote year={year} shapeYear={shapes.shapeYear} withoutShape={withoutShape} />}
      </div>
      <div className="td-map-page__side">
        <Legend entries={legend} diverging={painting.classification.diverging} unit={pick(unit.unit)} />
        {children}
      </div>
    </div>
  )
}

function ReachCard({ row }: { row: ReachRow | undefined }) {
  const { t, format } = useLanguage()
  const describeBeyond = ({ beyond, inhabitants, timeUnknown }: ReachRow) => {
    if (inhabitants === 0) return t.reach.cardNone
    return inhabitants === timeUnknown ? t.reach.cardTimeUnknown : t.reach.cardBeyond(format.number(beyond), format.number(inhabitants - timeUnknown))
  }
  if (row === undefined) return <EmptyAreaCard hint={t.reach.hint} />
  return (
    <AreaCardFrame
      code={row.code}
      name={row.name}
      about={row.municipality}
      figure={
        <>
          <span className="td-area-card__value">{row.minutes === undefined ? '–' : t.reach.cardMinutes(format.number(row.minutes, 1))}</span>
          <span>{describeBeyond(row)}</span>
        </>
      }
      links={
        <SiteLink to={placePath(row.code)}>
          {t.map.toPlace} {row.name}
        </SiteLink>
      }
    />
  )
}
