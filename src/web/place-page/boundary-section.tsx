/** Boundary changes and other things one must know, in words. */
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Section } from '#web/components/page.tsx'

/** The newest change first: it is what the figures are about. */
export function BoundarySection({ place }: { place: PlaceAnswer }) {
  const { t, pick } = useLanguage()
  return (
    <>
      <Section title={t.place.boundaries} id="grenzen">
        {place.boundaryChanges.length === 0 ? (
          <p className="utrecht-paragraph">{t.place.noBoundaries}</p>
        ) : (
          <ul className="utrecht-unordered-list td-list">
            {place.boundaryChanges.toReversed().map((change) => (
              <li key={`${change.date} ${change.text.nl}`} className="utrecht-unordered-list__item">
                {pick(change.text)}
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
