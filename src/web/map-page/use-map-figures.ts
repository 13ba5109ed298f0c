/** The figures of the map: one column from the API, joined with the list of areas, which stays when only the indicator changes. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { areasQuery, figuresQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { writeSources } from '#web/format/sources.ts'
import { joinFigures, paintAreas, type AreaRow, type Painting } from '#web/map/area-paint.ts'
import type { MapChoice } from '#web/map-page/map-choice.ts'

export interface MapFigures {
  readonly rows: readonly AreaRow[] | undefined
  readonly rowsByCode: ReadonlyMap<string, AreaRow>
  readonly painting: Painting | undefined
  /** Titles of the sources, as one line. */
  readonly source: string
  readonly error: unknown
  readonly retry: () => void
}

export function useMapFigures({ level, indicator, year }: MapChoice): MapFigures {
  const { pick } = useLanguage()
  const areas = useQuery(areasQuery(level, year))
  const figures = useQuery(figuresQuery(indicator.id, level, year))
  const rows = useMemo(() => (areas.data && figures.data ? joinFigures(areas.data, figures.data) : undefined), [areas.data, figures.data])
  const painting = useMemo(() => (rows ? paintAreas(rows) : undefined), [rows])
  const rowsByCode = useMemo(() => new Map(rows?.map((row) => [row.code, row])), [rows])
  return {
    rows,
    rowsByCode,
    painting,
    source: writeSources(figures.data?.source ?? [], pick),
    error: areas.error ?? figures.error,
    retry: () => {
      void areas.refetch()
      void figures.refetch()
    },
  }
}
