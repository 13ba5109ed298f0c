/** The neighbourhoods of a municipality, to click on. */
import { useMemo, useState } from 'react'
import type { AreaListAnswer, PlaceAnswer } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { AreaLayer } from '#web/map/area-layer.tsx'
import type { AreaPaint } from '#web/map/area-paint.ts'
import { NETHERLANDS_BOUNDS } from '#web/map/bounds.ts'
import { HighlightLayer } from '#web/map/highlight-layer.tsx'
import { NameLayer } from '#web/map/name-layer.tsx'
import { MapView } from '#web/map/map-view.tsx'

interface NeighbourhoodMapProps {
  municipality: PlaceAnswer
  areas: AreaListAnswer
  codes: readonly string[]
  onToggle: (code: string) => void
}

const CHOSEN: AreaPaint = { colour: '#2f86a2', hatched: false }
const TO_CHOOSE: AreaPaint = { colour: '#d9e7d3', hatched: false }

export function NeighbourhoodMap({ municipality, areas, codes, onToggle }: NeighbourhoodMapProps) {
  const { t } = useLanguage()
  const [pointed, setPointed] = useState<string>()
  const paints = useMemo(() => new Map(areas.codes.map((code) => [code, codes.includes(code) ? CHOSEN : TO_CHOOSE])), [areas, codes.join()])
  const name = pointed === undefined ? undefined : areas.names[areas.codes.indexOf(pointed)]
  return (
    <>
      <MapView bounds={municipality.bbox ?? NETHERLANDS_BOUNDS} label={t.own.mapLabel(municipality.name)}>
        <AreaLayer
          level="neighbourhood"
          paints={paints}
          onPoint={setPointed}
          onChoose={(code) => {
            if (areas.codes.includes(code)) onToggle(code)
          }}
        />
        <HighlightLayer name="pointed" level="neighbourhood" codes={pointed === undefined || name === undefined ? [] : [pointed]} />
        <NameLayer kinds={['place']} />
      </MapView>
      <p className="td-own__pointed">{name ?? ' '}</p>
    </>
  )
}
