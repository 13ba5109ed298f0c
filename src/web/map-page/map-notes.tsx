/** What the reader must know before trusting the map: other year of the shapes, or no figures at all. */
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import type { MapChoice } from '#web/map-page/map-choice.ts'

interface MapNotesProps {
  choice: MapChoice
  shapeYear: number | undefined
  /** How many of how many areas the map cannot draw, where that is known. */
  withoutShape?: { count: number; of: number } | undefined
}

export function MapNotes({ choice, shapeYear, withoutShape }: MapNotesProps) {
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
      {shapeYear !== undefined && <ShapeNote year={year} shapeYear={shapeYear} withoutShape={withoutShape} />}
    </>
  )
}

/** From which year the shapes are, and what is not drawn because of that. */
export function ShapeNote({ year, shapeYear, withoutShape }: { year: number; shapeYear: number; withoutShape?: { count: number; of: number } | undefined }) {
  const { t, format } = useLanguage()
  const parts = [
    shapeYear === year ? '' : t.map.shapeYear(shapeYear, year),
    withoutShape === undefined ? (shapeYear === year ? '' : t.map.shapesUnknown) : '',
    withoutShape !== undefined && withoutShape.count > 0 ? t.map.shapesMissing(format.number(withoutShape.count), format.number(withoutShape.of)) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : <p className="td-note">{parts.join(' ')}</p>
}
