/** The map of a selection: yes, no, unknown, and the shrinking regions of 2016 as lines. Loaded apart, because the map library is large. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SelectionResult } from '#domain/answers/selection-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { statusQuery } from '#web/api/queries.ts'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { AreaLayer } from '#web/map/area-layer.tsx'
import { BoundaryLayer } from '#web/map/boundary-layer.tsx'
import { HighlightLayer } from '#web/map/highlight-layer.tsx'
import { MapView } from '#web/map/map-view.tsx'
import { NameLayer } from '#web/map/name-layer.tsx'
import { useExtent } from '#web/map/use-extent.ts'
import { REGION_LINE_COLOURS, paintVerdicts } from '#web/selection-page/verdict-colours.ts'

interface SelectionMapProps {
  label: string
  /** Level of the shapes: municipalities for regions. */
  level: AreaLevel
  isRegions: boolean
  result: SelectionResult
  pointed: string | undefined
  onPoint: (code: string | undefined) => void
}

export function SelectionMap({ label, level, isRegions, result, pointed, onPoint }: SelectionMapProps) {
  const setState = useSetUrlState()
  const chosen = useUrlState()['gebied']
  const levels = useQuery(statusQuery()).data?.levels
  const bounds = useExtent()
  const paints = useMemo(() => paintVerdicts(result, isRegions), [result, isRegions])
  const regions = useMemo(() => REGION_KINDS.map((kind) => ({ kind, codes: listMunicipalities(result, kind) })), [result])
  const hasShapes = (own: AreaLevel) => levels?.some((one) => one.level === own && one.shapeYear !== undefined) === true
  if (bounds === undefined) return <Loading tall />
  return (
    <MapView key={level} bounds={bounds} label={label}>
      <AreaLayer level={level} paints={paints} onPoint={onPoint} onChoose={(code) => setState({ gebied: code })} />
      {hasShapes('province') && level !== 'province' && <BoundaryLayer level="province" />}
      {hasShapes('municipality') && regions.map(({ kind, codes }) => codes.length > 0 && <HighlightLayer key={kind} name={kind} level="municipality" codes={codes} colour={REGION_LINE_COLOURS[kind]} thin />)}
      <HighlightLayer name="chosen" level={level} codes={chosen === undefined ? [] : [chosen]} />
      <HighlightLayer name="pointed" level={level} codes={pointed === undefined ? [] : [pointed]} />
      <NameLayer kinds={level === 'municipality' ? ['province', 'municipality'] : ['province', 'place']} />
    </MapView>
  )
}

/** Shrinking regions last, so that their lines are on top. */
const REGION_KINDS = ['anticipating', 'shrinking'] as const

/** Municipalities of which at least half lies in regions of that kind. */
function listMunicipalities({ comparison }: SelectionResult, kind: (typeof REGION_KINDS)[number]): string[] {
  const shares = new Map<string, number>()
  for (const { municipalities } of (comparison?.regions ?? []).filter((region) => region.kind === kind)) for (const { code, share } of municipalities) shares.set(code, (shares.get(code) ?? 0) + share)
  return [...shares].flatMap(([code, share]) => (share >= 0.5 ? [code] : []))
}
