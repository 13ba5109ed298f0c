/** The map of regions, by wijk, with the borders of an official division over it. Loaded apart, because the map library is large. */
import { useMemo } from 'react'
import type { AreaListAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { useSetUrlState } from '#web/app/url.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { AreaLayer } from '#web/map/area-layer.tsx'
import { BoundaryLayer } from '#web/map/boundary-layer.tsx'
import { MapView } from '#web/map/map-view.tsx'
import { NameLayer } from '#web/map/name-layer.tsx'
import { useExtent } from '#web/map/use-extent.ts'
import { paintRegions } from '#web/regions-page/region-colours.ts'

interface RegionsMapProps {
  label: string
  answer: DailyRegionsAnswer
  districts: AreaListAnswer
  status: StatusAnswer
  borders: AreaLevel | undefined
  /** Position of the region that is pointed at or chosen. */
  chosen: number | undefined
  onPoint: (region: number | undefined) => void
}

export function RegionsMap({ label, answer, districts, status, borders, chosen, onPoint }: RegionsMapProps) {
  const setState = useSetUrlState()
  const bounds = useExtent()
  const paints = useMemo(() => paintRegions(districts, answer, chosen), [districts, answer, chosen])
  const find = (code: string | undefined) => {
    const at = code === undefined ? -1 : districts.codes.indexOf(code)
    return at < 0 ? undefined : answer.regionOfDistrict[at]
  }
  const hasShapes = borders !== undefined && status.levels.some(({ level, shapeYear }) => level === borders && shapeYear !== undefined)
  if (bounds === undefined) return <Loading tall />
  return (
    <MapView bounds={bounds} label={label}>
      <AreaLayer level="district" paints={paints} onPoint={(code) => onPoint(find(code))} onChoose={(code) => setState({ regio: answer.regions[find(code) ?? -1]?.id })} />
      {hasShapes && <BoundaryLayer key={borders} level={borders} colour="#7a1f1f" width={1.4} />}
      <NameLayer kinds={['municipality']} />
    </MapView>
  )
}
