/** The drawing: loaded apart from the page, because the map library is large. */
import { lazy, Suspense, type ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import { ErrorBoundary } from '#web/components/error-boundary.tsx'
import { Loading } from '#web/components/page-states.tsx'
import type { Painting } from '#web/map/area-paint.ts'
import type { LegendEntry } from '#web/map/legend.ts'
import type { MapChoice } from '#web/map-page/map-choice.ts'

const FiguresMap = lazy(async () => ({ default: (await import('#web/map-page/figures-map.tsx')).FiguresMap }))

export interface MapPanelProps {
  choice: MapChoice
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
