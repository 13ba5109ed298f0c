/** Primary schools in later years: map, table, one school, and how well this can be told. */
import { useQuery } from '@tanstack/react-query'
import type { SchoolListAnswer } from '#domain/answers/school-answers.ts'
import { ApiError } from '#web/api/client.ts'
import { schoolsQuery, schoolsUrl, sourcesQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { LoadError, Loading } from '#web/components/page-states.tsx'
import { readSchoolChoice, type SchoolChoice } from '#web/schools-page/school-choice.ts'
import { SchoolDetail } from '#web/schools-page/school-detail.tsx'
import { SchoolHistory } from '#web/schools-page/school-history.tsx'
import { listUnusedOfSchools } from '#web/schools-page/schools-address.ts'
import { SchoolsControls } from '#web/schools-page/schools-controls.tsx'
import { SchoolsMap } from '#web/schools-page/schools-map.tsx'
import { useSchoolsThere } from '#web/schools-page/use-schools-there.ts'
import { SchoolsTable } from '#web/schools-page/schools-table.tsx'

export function SchoolsPage() {
  const { t } = useLanguage()
  const choice = readSchoolChoice(useUrlState())
  const { isThere, lacking } = useSchoolsThere()
  const schools = useQuery({ ...schoolsQuery(choice), enabled: isThere === true })
  return (
    <Page title={t.schools.title} lead={t.schools.lead} wide>
      {lacking !== undefined && (
        <Alert kind="info">
          <p>{lacking}</p>
        </Alert>
      )}
      {isThere !== false && <SchoolsState choice={choice} answer={schools.data} error={schools.error} onRetry={() => void schools.refetch()} />}
    </Page>
  )
}

function SchoolsState({ choice, answer, error, onRetry }: { choice: SchoolChoice; answer: SchoolListAnswer | undefined; error: unknown; onRetry: () => void }) {
  const { t } = useLanguage()
  const state = useUrlState()
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Alert kind="info">
        <p>{error.problem?.detail}</p>
      </Alert>
    )
  }
  if (error) return <LoadError error={error} onRetry={onRetry} />
  if (answer === undefined) {
    return (
      <>
        <Loading tall />
        <p className="td-note">{t.schools.slow}</p>
      </>
    )
  }
  return (
    <>
      <AddressNotice unused={listUnusedOfSchools(state, choice, answer.year, t)} />
      <SchoolsControls choice={choice} name={answer.area?.name} year={answer.year} years={answer.years} />
      <SchoolsContent choice={choice} answer={answer} />
      <SchoolHistory moments={answer.moments} />
    </>
  )
}

function SchoolsContent({ choice, answer }: { choice: SchoolChoice; answer: SchoolListAnswer }) {
  const { t, format, pick } = useLanguage()
  const publisher = useQuery(sourcesQuery()).data?.sources.find(({ resource }) => resource === answer.sources[0])?.publisher
  const { total, year } = answer
  const number = (value: number) => format.number(value)
  if (total.schools === 0) return <p className="utrecht-paragraph">{t.schools.none}</p>
  return (
    <>
      <p className="utrecht-paragraph" aria-live="polite">
        <strong>{t.schools.summary(number(total.schools), number(total.belowNow), number(total.expectedBelow), year)}</strong> {t.schools.summaryPupils(number(total.pupils), number(total.expected), year)}{' '}
        {total.justOpened > 0 && `${total.justOpened === 1 ? t.schools.newOne : t.schools.newOnes(number(total.justOpened))} `}
        {total.withoutPupils > 0 && t.schools.withoutCount(number(total.withoutPupils))}
      </p>
      <p className="utrecht-paragraph">{t.schools.notClosed}</p>
      {choice.school !== undefined && <SchoolDetail code={choice.school} year={year} />}
      {answer.schools.length === 0 ? <p className="utrecht-paragraph">{t.schools.noneShown}</p> : <SchoolsMap answer={answer} chosen={choice.school} />}
      {answer.schools.length > 0 && <SchoolsTable answer={answer} chosen={choice.school} />}
      <DownloadLinks url={(format_) => schoolsUrl(choice, format_)} />
      <Section title={t.schools.notes} id="uitleg">
        <ul className="utrecht-unordered-list">
          {answer.remarks.map((remark) => (
            <li key={remark.en} className="utrecht-unordered-list__item">
              {pick(remark)}
            </li>
          ))}
        </ul>
        <p className="td-note">{t.schools.source(publisher ?? '', format.month(answer.moment))}</p>
      </Section>
    </>
  )
}
