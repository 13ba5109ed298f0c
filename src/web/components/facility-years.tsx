/** Of which year the facilities are that a page is about: a list may be older than the figures beside it. */
import { useQuery } from '@tanstack/react-query'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { facilityTypesQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'

export function FacilityYears({ of }: { of: readonly FacilityTypeListAnswer['facilityTypes'][number]['id'][] }) {
  const { t, pick } = useLanguage()
  const types = useQuery(facilityTypesQuery()).data?.facilityTypes ?? []
  const years = types.flatMap(({ id, name, source }) => (of.includes(id) && source?.dataYear !== undefined ? [`${pick(name).toLocaleLowerCase()} ${source.dataYear}`] : []))
  return years.length === 0 ? null : <p className="td-note">{t.distances.facilityYears(years.join(', '))}</p>
}
