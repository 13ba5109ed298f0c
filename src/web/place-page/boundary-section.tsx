/** Boundary changes and other things one must know, in words. */
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Section } from '#web/components/page.tsx'

export function BoundarySection({ place }: { place: PlaceAnswer }) {
  const { t, pick, format } = useLanguage()
  return (
    <>
      <Section title={t.place.boundaries} id="grenzen">
        {place.boundaryChanges.length === 0 ? (
          <p className="utrecht-paragraph">{t.place.noBoundaries}</p>
        ) : (
          <ul className="utrecht-unordered-list td-list">
            {place.boundaryChanges.map((change) => (
              <li key={`${change.date} ${change.text.nl}`} className="utrecht-unordered-list__item">
                <strong>{format.date(change.date)}</strong>: {pick(change.text)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {place.remarks.length > 0 && (
        <Section title={t.place.remarks} id="opmerkingen">
          <ul className="utrecht-unordered-list td-list">
            {place.remarks.map((remark) => (
              <li key={remark.nl} className="utrecht-unordered-list__item">
                {pick(remark)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
