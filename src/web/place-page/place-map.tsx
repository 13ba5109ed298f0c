/** The small map of the place page: the place among its neighbours. */
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, useGoTo } from '#web/app/url.tsx'
import { AreaLayer } from '#web/map/area-layer.tsx'
import type { Bounds } from '#web/map/bounds.ts'
import { HighlightLayer } from '#web/map/highlight-layer.tsx'
import { NameLayer } from '#web/map/name-layer.tsx'
import { MapView } from '#web/map/map-view.tsx'
import { useExtent } from '#web/map/use-extent.ts'
import { PointLayer } from '#web/map/point-layer.tsx'

const NOTHING_PAINTED = new Map<string, never>()

export function PlaceMap({ place }: { place: PlaceAnswer }) {
  const { t } = useLanguage()
  const goTo = useGoTo()
  const extent = useExtent()
  const levels = useQuery(statusQuery()).data?.levels.filter((one) => one.shapeYear !== undefined).map((one) => one.level) ?? []
  const areas = place.members.length > 0 && place.kind === 'ownVillage' ? place.members : [place.figuresOf ?? { code: place.id, level: place.level }]
  const level = areas[0]?.level
  const drawn = level !== undefined && levels.includes(level) ? level : levels.includes('municipality') ? 'municipality' : levels[0]
  if (place.bbox === undefined && place.point === undefined) return <p className="td-note">{t.place.noMap}</p>
  if (drawn === undefined || extent === undefined) return null
  return (
    <MapView key={drawn} bounds={getBounds(place, extent)} label={t.place.mapLabel(place.name)}>
      <AreaLayer level={drawn} paints={NOTHING_PAINTED} onChoose={(code) => goTo(placePath(code))} />
      {drawn === level && <HighlightLayer name="place" level={level as AreaLevel} codes={areas.map(({ code }) => code)} colour="#0d4f5c" fill="#6cb6ae" />}
      <NameLayer kinds={['province', 'place']} raised={place.kind === 'village'} />
      {place.point && place.kind === 'village' && <PointLayer point={place.point} />}
    </MapView>
  )
}

/** Around the place with room for its neighbours. */
function getBounds({ bbox, point, level }: PlaceAnswer, extent: Bounds): Bounds {
  if (bbox !== undefined) {
    const [west, south, east, north] = bbox
    const room = level === 'country' ? 0 : 0.5
    const width = Math.max(east - west, 0.02) * room
    const height = Math.max(north - south, 0.012) * room
    return [west - width, south - height, east + width, north + height]
  }
  if (point === undefined) return extent
  return [point[0] - 0.12, point[1] - 0.07, point[0] + 0.12, point[1] + 0.07]
}
