/** The drawing: loaded apart from the page, because the map library is large. */
import { lazy, Suspense, type ReactNode } from 'react'
import type { AreaLevel } from '#domain/area.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import { ErrorBoundary } from '#web/components/error-boundary.tsx'
import { Loading } from '#web/components/page-states.tsx'
import type { Painting } from '#web/map/area-paint.ts'
import type { LegendEntry } from '#web/map/legend.ts'

const FiguresMap = lazy(async () => ({ default: (await import('#web/map-page/figures-map.tsx')).FiguresMap }))

/** What the map is about, for its name and its pictures. */
export interface MapSubject {
  readonly title: string
  readonly level: AreaLevel
  readonly year: number
}

export interface MapPanelProps {
  subject: MapSubject
  hasShapes: boolean
  painting: Painting | undefined
  legend: readonly LegendEntry[]
  pointed: string | undefined
  chosen: string | undefined
  source: string
  onPoint: (code: string | undefined) => void
  /** Stands right under the map. */
  children: ReactNode
}

export function MapPanel(props: MapPanelProps) {
  const { t } = useLanguage()
  if (!props.hasShapes) {
    return (
      <Alert kind="info">
        <p>{t.map.noShapes}</p>
      </Alert>
    )
  }
  const failed = (
    <Alert kind="warning">
      <p>{t.map.failed}</p>
    </Alert>
  )
  return (
    <ErrorBoundary fallback={failed}>
      <Suspense fallback={<Loading tall />}>
        <FiguresMap {...props} />
      </Suspense>
    </ErrorBoundary>
  )
}
