/** The figures of the village that was drawn, and the address to share it by. */
import { useQuery } from '@tanstack/react-query'
import type { IndicatorAnswer, PlaceAnswer } from '#domain/answers/answers.ts'
import { indicatorsQuery, placeQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { CopyAddress } from '#web/components/copy-address.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { useDelayed } from '#web/components/use-delayed.ts'
import { FiguresSection } from '#web/place-page/figures-section.tsx'
import { OWN_VILLAGE_PATH } from '#web/place-page/place-choice.ts'

export function OwnVillageResult({ codes, name }: { codes: readonly string[]; name: string | undefined }) {
  const { t } = useLanguage()
  const askedName = useDelayed(name, 400)
  const key: PlaceKey = { id: 'own', members: codes, name: askedName ?? t.own.defaultName }
  const place = useQuery({ ...placeQuery(key), enabled: codes.length > 0, placeholderData: (former: PlaceAnswer | undefined) => former })
  const indicators = useQuery(indicatorsQuery())
  if (codes.length === 0) return <p className="td-note">{t.own.none}</p>
  return (
    <Answer query={place}>
      {(answer) => (
        <Answer query={indicators}>
          {(list) => <Result place={answer} placeKey={key} indicators={list.indicators} codes={codes} name={name} />}
        </Answer>
      )}
    </Answer>
  )
}

interface ResultProps {
  place: PlaceAnswer
  placeKey: PlaceKey
  indicators: readonly IndicatorAnswer[]
  codes: readonly string[]
  name: string | undefined
}

function Result({ place, placeKey, indicators, codes, name }: ResultProps) {
  const { t } = useLanguage()
  return (
    <>
      <p className="td-actions">
        <SiteLink
          to={placePath(OWN_VILLAGE_PATH)}
          search={{ buurten: codes.join(','), naam: name ?? '' }}
          className="utrecht-button utrecht-button--primary-action utrecht-button-link"
        >
          {t.own.toPlace}
        </SiteLink>
      </p>
      <Section title={t.own.share} id="delen">
        <p className="utrecht-paragraph">{t.own.shareText}</p>
        <CopyAddress />
      </Section>
      <FiguresSection place={place} placeKey={placeKey} indicators={indicators} />
    </>
  )
}
