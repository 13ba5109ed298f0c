/** What is expected of a place: people, households, and how many older people to those of working age. */
import { useQuery } from '@tanstack/react-query'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { ApiError } from '#web/api/client.ts'
import { projectionQuery, statusQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { LoadError, Loading } from '#web/components/page-states.tsx'
import { FanFigure, MeasureSentence } from '#web/outlook-page/fan-figure.tsx'
import { listMeasures } from '#web/outlook-page/measures.ts'
import { SmallAreaTestNote } from '#web/outlook-page/small-area-test-note.tsx'
import { OutlookLacking } from '#web/outlook-page/outlook-lacking.tsx'
import { OWN_VILLAGE_PATH } from '#web/place-page/place-choice.ts'
import { chooseYear } from '#web/outlook-page/outlook-years.ts'

export function OutlookSection({ placeKey }: { placeKey: PlaceKey }) {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  if (status.data === undefined) return null
  return (
    <Section title={t.outlook.title} id="vooruitblik">
      {status.data.missingForProjection.length > 0 ? <OutlookLacking status={status.data} /> : <Outlook placeKey={placeKey} />}
    </Section>
  )
}

function Outlook({ placeKey }: { placeKey: PlaceKey }) {
  const { t } = useLanguage()
  const projection = useQuery(projectionQuery(placeKey))
  if (projection.data) return <OutlookFigures placeKey={placeKey} projection={projection.data} />
  if (projection.error instanceof ApiError && projection.error.status === 404) return <p className="utrecht-paragraph">{projection.error.problem?.detail}</p>
  if (projection.error) return <LoadError error={projection.error} onRetry={() => void projection.refetch()} />
  return (
    <>
      <Loading />
      <p className="td-note">{t.outlook.slow}</p>
    </>
  )
}

function OutlookFigures({ placeKey, projection }: { placeKey: PlaceKey; projection: ProjectionAnswer }) {
  const { t, format } = useLanguage()
  const { years, indicators } = projection
  const year = chooseYear({}, years)
  const write = (value: number | undefined): string => format.number(value ?? NaN)
  return (
    <>
      <p className="utrecht-paragraph">
        <strong>{t.outlook.modelled}</strong> {projection.level === 'smallArea' && t.outlook.share}
      </p>
      <SmallAreaTestNote projection={projection} />
      {listMeasures(projection)
        .filter(({ id }) => id === 'population' || id === 'households')
        .map((measure) => (
          <div key={measure.id}>
            <MeasureSentence projection={projection} measure={measure} year={year} />
            <FanFigure projection={projection} measure={measure} />
          </div>
        ))}
      <p className="td-note">{t.outlook.likely}</p>
      <p className="utrecht-paragraph">{t.outlook.pressure(write(indicators.greyPressure[0]), write(indicators.greyPressure[years.indexOf(year)]), year)}</p>
      <p className="td-actions">
        <SiteLink to="/vooruitblik" search={placeKey.members ? { plaats: OWN_VILLAGE_PATH, buurten: placeKey.members.join(','), naam: placeKey.name } : { plaats: placeKey.id }}>
          {t.outlook.whole}
        </SiteLink>
      </p>
    </>
  )
}
