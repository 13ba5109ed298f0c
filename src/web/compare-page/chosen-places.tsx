/** The places that are compared, each to be taken away. */
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { LINE_COLOURS } from '#web/charts/chart-colours.ts'

interface ChosenPlacesProps {
  ids: readonly string[]
  places: readonly PlaceAnswer[]
  onRemove: (id: string) => void
}

export function ChosenPlaces({ ids, places, onRemove }: ChosenPlacesProps) {
  const { t } = useLanguage()
  if (ids.length === 0) return null
  return (
    <ul className="td-chosen" aria-label={t.compare.chosen}>
      {ids.map((id, index) => {
        const place = places.find((one) => one.id === id)
        const name = place?.name ?? id
        const municipality = place?.parents.find(({ level }) => level === 'municipality')
        return (
          <li key={id} className="td-chosen__item" style={{ borderTopColor: LINE_COLOURS[index] }}>
            <span className="td-chosen__text">
              <SiteLink to={placePath(id)}>{name}</SiteLink>
              {place && (
                <span className="td-chosen__kind">
                  {place.kind === 'area' && place.level !== undefined ? t.level[place.level] : t.resultKind.village}
                  {municipality && municipality.code !== id && `, ${municipality.name}`}
                </span>
              )}
            </span>
            <button type="button" className="td-icon-button" aria-label={t.compare.remove(name)} onClick={() => onRemove(id)}>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
