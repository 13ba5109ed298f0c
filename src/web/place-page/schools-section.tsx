/** The primary school of a place: how many pupils it has, and what may become of it. */
import { useQuery } from '@tanstack/react-query'
import type { ListedSchool } from '#domain/answers/school-answers.ts'
import { schoolsQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { LoadError, Loading } from '#web/components/page-states.tsx'
import { findBand, readSchoolChoice } from '#web/schools-page/school-choice.ts'
import { useSchoolsThere } from '#web/schools-page/use-schools-there.ts'

export function SchoolsSection({ id }: { id: string }) {
  const { t } = useLanguage()
  const { isThere } = useSchoolsThere()
  const schools = useQuery({ ...schoolsQuery(readSchoolChoice({ gebied: id })), enabled: isThere === true })
  const { data, error } = schools
  // What a package lacks is said on the page about schools, not on every place.
  if (isThere !== true) return null
  return (
    <Section title={t.schools.section.title} id="scholen">
      {error ? <LoadError error={error} onRetry={() => void schools.refetch()} /> : data === undefined && <Loading />}
      {data && (data.schools.length === 0 ? <p className="utrecht-paragraph">{t.schools.section.none}</p> : <SchoolList schools={data.schools} year={data.year} />)}
      {data && data.schools.length > 0 && <p className="td-note">{t.schools.notClosed}</p>}
      <p className="td-actions">
        <SiteLink to="/scholen" search={{ gebied: id }}>
          {t.schools.section.more}
        </SiteLink>
      </p>
    </Section>
  )
}

function SchoolList({ schools, year }: { schools: readonly ListedSchool[]; year: number }) {
  const { t, format } = useLanguage()
  const { section, bandWords } = t.schools
  const describe = ({ name, pupils, expected, chance, justOpened }: ListedSchool): string => {
    if (justOpened && pupils !== null) return section.justOpened(name, format.number(pupils))
    return pupils === null || expected === null ? section.unknown(name) : section.sentence(name, format.number(pupils), format.number(expected), year, bandWords[findBand(chance)])
  }
  return (
    <ul className="utrecht-unordered-list">
      {schools.map((school) => (
        <li key={school.code} className="utrecht-unordered-list__item">
          {describe(school)}
        </li>
      ))}
    </ul>
  )
}
