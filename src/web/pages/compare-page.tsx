/** Up to four places side by side. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import { ApiError } from '#web/api/client.ts'
import { indicatorsQuery, placeQuery } from '#web/api/queries.ts'
import { listUnused, writePart, type UnusedPart } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { readList } from '#web/app/search-state.ts'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { ChosenPlaces } from '#web/compare-page/chosen-places.tsx'
import { CompareTable } from '#web/compare-page/compare-table.tsx'
import { CompareTrend } from '#web/compare-page/compare-trend.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'

const MOST_PLACES = 4

export function ComparePage() {
  const { t } = useLanguage()
  const state = useUrlState()
  const asked = readList(state['plaatsen'])
  const ids = asked.slice(0, MOST_PLACES)
  const tooMany = asked.slice(MOST_PLACES).map((id): UnusedPart => ({ kind: 'leftOut', text: writePart('plaatsen', id) }))
  const setState = useSetUrlState()
  const answers = useQueries({ queries: ids.map((id) => placeQuery({ id })) })
  const indicators = useQuery(indicatorsQuery())
  const setIds = (list: readonly string[]): void => setState({ plaatsen: list.join(',') }, { replace: false })
  const places = answers.flatMap(({ data }) => data ?? [])
  return (
    <Page title={t.compare.title} lead={t.compare.lead}>
      <AddressNotice unused={[...listUnused(state, { plaatsen: 'any' }), ...tooMany]} />
      {ids.length < MOST_PLACES ? (
        <PlaceSearch id="vergelijk-zoek" label={t.compare.add} onChoose={(result) => setIds([...new Set([...ids, result.id])])} />
      ) : (
        <p className="td-note">{t.compare.full}</p>
      )}
      <ChosenPlaces ids={ids} places={places} onRemove={(id) => setIds(ids.filter((other) => other !== id))} />
      {answers.map(({ error, refetch }, index) =>
        error === null ? null : error instanceof ApiError && error.status === 404 ? (
          <Alert key={ids[index]} kind="warning" live>
            <p>{t.compare.notFound(ids[index] ?? '')}</p>
          </Alert>
        ) : (
          <LoadError key={ids[index]} error={error} onRetry={() => void refetch()} />
        ),
      )}
      {answers.some(({ isPending }) => isPending) && <Loading />}
      {ids.length === 1 && <p className="td-note">{t.compare.one}</p>}
      {ids.length === 0 && <p className="td-note">{t.compare.empty}</p>}
      {places.length > 0 && (
        <Answer query={indicators}>
          {(list) => <Comparison places={places} indicators={list.indicators} />}
        </Answer>
      )}
    </Page>
  )
}

function Comparison({ places, indicators }: { places: readonly PlaceAnswer[]; indicators: Parameters<typeof CompareTable>[0]['indicators'] }) {
  const { t } = useLanguage()
  return (
    <>
      <Section title={t.compare.trend} id="verloop">
        <CompareTrend places={places} />
      </Section>
      <Section title={t.compare.tableTitle} id="cijfers">
        <CompareTable places={places} indicators={indicators} />
      </Section>
    </>
  )
}
