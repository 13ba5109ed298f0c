/** Buttons that save the map as it is in view. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useState } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import type { AreaPaint } from '#web/map/area-paint.ts'
import type { LegendEntry } from '#web/map/legend.ts'
import { createMapPng } from '#web/map/picture-png.ts'
import { createMapSvg } from '#web/map/picture-svg.ts'
import { saveFile, toFileName } from '#web/map/picture.ts'
import type { MapSubject } from '#web/map-page/map-panel.tsx'

interface MapPicturesProps {
  map: MapLibreMap | undefined
  subject: MapSubject
  paints: ReadonlyMap<string, AreaPaint>
  legend: readonly LegendEntry[]
  source: string
}

export function MapPictures({ map, subject, paints, legend, source }: MapPicturesProps) {
  const { t } = useLanguage()
  const [failed, setFailed] = useState(false)
  const { level, title, year } = subject
  const text = {
    title,
    subtitle: `${t.levels[level]}, ${year}`,
    legend,
    source: `${t.map.source}: ${source} · ${t.site.name}`,
  }
  const name = toFileName(`${text.title} ${text.subtitle}`)
  const save = async (kind: 'png' | 'svg'): Promise<void> => {
    if (map === undefined) return
    const blob = kind === 'png' ? await createMapPng(map.getCanvas(), text) : createMapSvg(map, level, paints, text)
    saveFile(blob, `${name}.${kind}`)
  }
  return (
    <>
      {(['png', 'svg'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="utrecht-button utrecht-button--subtle"
          disabled={map === undefined}
          onClick={() => save(kind).catch(() => setFailed(true))}
        >
          {t.download[kind]}
        </button>
      ))}
      <button type="button" className="utrecht-button utrecht-button--subtle" onClick={() => print()}>
        {t.download.print}
      </button>
      {failed && <p role="alert">{t.download.failed}</p>}
    </>
  )
}
