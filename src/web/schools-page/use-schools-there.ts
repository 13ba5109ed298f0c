/** Whether the package has what a forecast of schools needs: asked before the forecast is, so that nothing is asked for that is not there. */
import { useQuery } from '@tanstack/react-query'
import { facilityTypesQuery, statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'

export interface SchoolsThere {
  /** Undefined while that is not known. */
  readonly isThere: boolean | undefined
  /** What is lacking, in words. */
  readonly lacking: string | undefined
}

export function useSchoolsThere(): SchoolsThere {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  const types = useQuery(facilityTypesQuery())
  if (status.data === undefined || types.data === undefined) return { isThere: undefined, lacking: undefined }
  const count = types.data.facilityTypes.find(({ id }) => id === 'primarySchool')?.count ?? 0
  if (count === 0) return { isThere: false, lacking: t.schools.lackingSchools }
  const tables = status.data.missingForProjection
  return tables.length > 0 ? { isThere: false, lacking: t.outlook.lacking(tables.join(', ')) } : { isThere: true, lacking: undefined }
}
