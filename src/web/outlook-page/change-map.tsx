/** The map of expected change with its legend, and the municipality that is pointed at. */
import { useMemo, type ReactNode } from 'react'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { ProjectedChangeAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink, useUrlState } from '#web/app/url.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { ShapeNote } from '#web/map-page/map-notes.tsx'
import { MapPanel } from '#web/map-page/map-panel.tsx'
import { AreaCardFrame, EmptyAreaCard } from '#web/map/area-card-frame.tsx'
import { paintAreas, type AreaRow } from '#web/map/area-paint.ts'
import { listLegend } from '#web/map/legend.ts'
import { Legend } from '#web/map/legend-view.tsx'

export interface ChangeRow extends AreaRow {
  readonly before: number | undefined
  readonly after: number | undefined
}

export function listChangeRows({ codes, names, before, after, changePercent }: ProjectedChangeAnswer): ChangeRow[] {
  return codes.map((code, at) => ({
    code,
    name: names[at] ?? code,
    municipality: '',
    value: changePercent[at] ?? undefined,
    missing: typeof changePercent[at] === 'number' ? undefined : 'noFigures',
    before: before[at] ?? undefined,
    after: after[at] ?? undefined,
  }))
}

interface ChangeMapProps {
  title: string
  change: ProjectedChangeAnswer
  rows: readonly ChangeRow[]
  status: StatusAnswer
  pointed: string | undefined
  onPoint: (code: string | undefined) => void
  /** Stands beside the map, under the legend. */
  children: ReactNode
}

const PERCENT = { unit: { nl: '%', en: '%' }, decimals: 1 }

export function ChangeMap({ title, change, rows, status, pointed, onPoint, children }: ChangeMapProps) {
  const { t, format } = useLanguage()
  const chosen = useUrlState()['gebied']
  const painting = useMemo(() => paintAreas(rows), [rows])
  const legend = listLegend(painting, PERCENT, format, t)
  const shapes = status.levels.find(({ level }) => level === change.level)
  return (
    <div className="td-map-page">
      <div className="td-map-page__map">
        <MapPanel
          subject={{ title, level: change.level, year: change.to }}
          hasShapes={shapes?.shapeYear !== undefined}
          painting={painting}
          legend={legend}
          pointed={pointed}
          chosen={chosen}
          source={useResourceLine(change.sources)}
          onPoint={onPoint}
        >
          <ChangeCard row={rows.find(({ code }) => code === (pointed ?? chosen))} change={change} />
        </MapPanel>
        {shapes?.shapeYear !== undefined && (
          <ShapeNote year={change.from} shapeYear={shapes.shapeYear} withoutShape={change.from === status.referenceYear && shapes.withoutShape !== undefined ? { count: shapes.withoutShape, of: shapes.areas } : undefined} />
        )}
      </div>
      <div className="td-map-page__side">
        <Legend entries={legend} diverging={painting.classification.diverging} unit={t.outlook.map.unit(change.from, change.to)} />
        <p className="td-note">
          {t.outlook.modelled} {t.outlook.map.falls(format.number(rows.filter(({ value }) => value !== undefined && value < 0).length), format.number(rows.length))}
        </p>
        {children}
      </div>
    </div>
  )
}

function ChangeCard({ row, change: { from, to } }: { row: ChangeRow | undefined; change: ProjectedChangeAnswer }) {
  const { t, format } = useLanguage()
  if (row === undefined) return <EmptyAreaCard hint={t.outlook.map.hint} />
  return (
    <AreaCardFrame
      code={row.code}
      name={row.name}
      about={t.level.municipality}
      figure={
        <>
          <span className="td-area-card__value">{row.value === undefined ? '–' : `${format.signed(row.value, 1)}%`}</span>
          {row.before !== undefined && row.after !== undefined && <span>{t.outlook.map.fromTo(format.number(row.before), from, format.number(row.after), to)}</span>}
        </>
      }
      links={
        <SiteLink to="/vooruitblik" search={{ plaats: row.code }}>
          {t.outlook.titleOf(row.name)}
        </SiteLink>
      }
    />
  )
}
