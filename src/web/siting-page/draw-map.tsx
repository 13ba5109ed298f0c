/** The map that an area is drawn on. */
import { useLanguage } from '#web/app/language.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { CornerLayer } from '#web/map/corner-layer.tsx'
import { LandLayer } from '#web/map/land-layer.tsx'
import { MapView } from '#web/map/map-view.tsx'
import { NameLayer } from '#web/map/name-layer.tsx'
import { useExtent } from '#web/map/use-extent.ts'
import type { Corner } from '#web/siting-page/siting-state.ts'

export function DrawMap({ corners, onCorner }: { corners: readonly Corner[]; onCorner: (corner: Corner) => void }) {
  const { t } = useLanguage()
  const bounds = useExtent()
  if (bounds === undefined) return <Loading tall />
  return (
    <MapView bounds={bounds} label={t.siting.drawMap}>
      <LandLayer />
      <CornerLayer corners={corners} onCorner={onCorner} />
      <NameLayer kinds={['province', 'place']} />
    </MapView>
  )
}
