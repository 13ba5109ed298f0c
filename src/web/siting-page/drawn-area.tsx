/** An area of one's own: corners at places by name, or on the map with mouse or keyboard, with a list of them. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { placeQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import type { Corner } from '#web/siting-page/siting-state.ts'

const DrawMap = lazy(async () => ({ default: (await import('#web/siting-page/draw-map.tsx')).DrawMap }))

interface DrawnAreaProps {
  corners: readonly Corner[]
  onChange: (corners: readonly Corner[]) => void
}

/** As in the address, so that a corner is the same after a reload. */
const keyOf = ([x, y]: Corner): string => `${x.toFixed(4)} ${y.toFixed(4)}`

export function DrawnArea({ corners, onChange }: DrawnAreaProps) {
  const { t, format } = useLanguage()
  // Names of places that corners were set at; of others there are only degrees.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const nameCorner = (corner: Corner): string => names.get(keyOf(corner)) ?? t.siting.degrees(format.number(corner[1], 3), format.number(corner[0], 3))
  return (
    <>
      <p className="td-note">{t.siting.drawHint}</p>
      <CornerSearch
        onCorner={(corner, name) => {
          setNames(new Map([...names, [keyOf(corner), name]]))
          onChange([...corners, corner])
        }}
      />
      <p className="td-note">{t.siting.drawKeys}</p>
      <Suspense fallback={<Loading tall />}>
        <DrawMap corners={corners} onCorner={(corner) => onChange([...corners, corner])} />
      </Suspense>
      <p role="status">
        {t.siting.corners(corners.length)} {corners.length > 0 && t.siting.lastCorner(nameCorner(corners.at(-1)!))} {corners.length > 0 && corners.length < 3 && t.siting.cornersLeft(3 - corners.length)}
      </p>
      {corners.length > 0 && (
        <>
          <ol className="td-siting__areas" aria-label={t.siting.cornerList}>
            {corners.map((corner, at) => (
              // Corners keep their order; two may be at one place.
              <li key={`${at}-${keyOf(corner)}`} className="td-siting__area">
                {at + 1}. {nameCorner(corner)}
                <button type="button" className="td-icon-button" aria-label={t.siting.removeArea(`${at + 1}. ${nameCorner(corner)}`)} onClick={() => onChange(corners.filter((_, own) => own !== at))}>
                  ×
                </button>
              </li>
            ))}
          </ol>
          <p className="td-actions">
            <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => onChange([])}>
              {t.siting.removeCorners}
            </button>
          </p>
        </>
      )}
    </>
  )
}

function CornerSearch({ onCorner }: { onCorner: (corner: Corner, name: string) => void }) {
  const { t } = useLanguage()
  const [id, setId] = useState<string>()
  const place = useQuery({ ...placeQuery({ id: id ?? '' }), enabled: id !== undefined }).data
  const isUnknown = place !== undefined && place.point === undefined
  useEffect(() => {
    if (place?.point === undefined) return
    setId(undefined)
    onCorner(place.point, place.name)
  }, [place, onCorner])
  return (
    <>
      <PlaceSearch id="plan-hoek" label={t.siting.cornerAt} onChoose={(result) => setId(result.id)} />
      {isUnknown && <p role="status">{t.siting.noPoint(place.name)}</p>}
    </>
  )
}
