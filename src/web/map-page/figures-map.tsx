/** The map of figures: areas in colour, borders of provinces, what is pointed at and chosen, and pictures of it. */
import { useQuery } from '@tanstack/react-query'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useState } from 'react'
import { statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { AreaLayer } from '#web/map/area-layer.tsx'
import { BoundaryLayer } from '#web/map/boundary-layer.tsx'
import { toBounds } from '#web/map/create-map.ts'
import { HighlightLayer } from '#web/map/highlight-layer.tsx'
import { NameLayer } from '#web/map/name-layer.tsx'
import { useExtent } from '#web/map/use-extent.ts'
import { MapView } from '#web/map/map-view.tsx'
import { MapPictures } from '#web/map-page/map-pictures.tsx'
import type { MapPanelProps } from '#web/map-page/map-panel.tsx'

const NOTHING_PAINTED = new Map<string, never>()

export function FiguresMap({ subject, painting, legend, pointed, chosen, source, onPoint, children }: MapPanelProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const showsNames = useUrlState()['namen'] !== 'uit'
  const [map, setMap] = useState<MapLibreMap>()
  const levels = useQuery(statusQuery()).data?.levels
  const { level, title, year } = subject
  const bounds = useExtent()
  const paints = painting?.paints ?? NOTHING_PAINTED
  const hasProvinces = levels?.some((one) => one.level === 'province' && one.shapeYear !== undefined)
  if (bounds === undefined) return <Loading tall />
  return (
    <>
      <MapView key={level} bounds={bounds} label={t.map.label(title, t.levels[level], year)} onMap={setMap}>
        <AreaLayer level={level} paints={paints} onPoint={onPoint} onChoose={(code) => setState({ gebied: code })} />
        {hasProvinces && level !== 'province' && <BoundaryLayer level="province" />}
        <HighlightLayer name="chosen" level={level} codes={chosen === undefined ? [] : [chosen]} colour="#b3261e" />
        <HighlightLayer name="pointed" level={level} codes={pointed === undefined ? [] : [pointed]} />
        {showsNames && <NameLayer kinds={level === 'municipality' ? ['province', 'municipality'] : ['province', 'place']} />}
      </MapView>
      {children}
      <div className="td-map__foot">
        <button
          type="button"
          className="utrecht-button utrecht-button--subtle"
          onClick={() => map?.fitBounds(toBounds(bounds), { padding: 16 })}
        >
          {t.map.reset}
        </button>
        <button type="button" className="utrecht-button utrecht-button--subtle" onClick={() => setState({ namen: showsNames ? 'uit' : undefined })}>
          {showsNames ? t.map.hideNames : t.map.showNames}
        </button>
        <MapPictures map={map} subject={subject} paints={paints} legend={legend} source={source} />
      </div>
      <p className="td-note td-note--keyboard">{t.map.keyboard}</p>
    </>
  )
}
