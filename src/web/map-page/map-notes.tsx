/** What the reader must know before trusting the map: other year of the shapes, or no figures at all. */
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import type { MapChoice } from '#web/map-page/map-choice.ts'

export function MapNotes({ choice, shapeYear }: { choice: MapChoice; shapeYear: number | undefined }) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const { year, yearsWithFigures } = choice
  const nearest = yearsWithFigures.at(-1)
  return (
    <>
      {!yearsWithFigures.includes(year) && (
        <Alert kind="info" live>
          <p>
            {t.map.allMissing}{' '}
            {nearest !== undefined && (
              <button type="button" className="utrecht-link-button utrecht-link-button--html-button" onClick={() => setState({ jaar: String(nearest) })}>
                {t.map.tryYear(nearest)}
              </button>
            )}
          </p>
        </Alert>
      )}
      {shapeYear !== undefined && shapeYear !== year && <p className="td-note">{t.map.shapeYear(shapeYear, year)}</p>}
    </>
  )
}
