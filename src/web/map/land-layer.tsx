/** Plain land with the borders of municipalities, under dots and lines that tell the story. */
import { AreaLayer } from '#web/map/area-layer.tsx'
import { BoundaryLayer } from '#web/map/boundary-layer.tsx'

const NO_PAINTS = new Map<string, never>()

export function LandLayer() {
  return (
    <>
      <AreaLayer level="municipality" paints={NO_PAINTS} />
      <BoundaryLayer level="municipality" />
    </>
  )
}
