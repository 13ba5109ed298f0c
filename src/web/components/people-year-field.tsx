/** Whose people: as counted, or those of a later year. */
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { SelectField } from '#web/components/select-field.tsx'

const YEARS = [2030, 2040, 2050] as const

/** `year` is undefined for the counted ones; `words` where the page shows more than these then. */
export function PeopleYearField({ year, countedYear, words }: { year: number | undefined; countedYear: number; words?: { readonly label: string; readonly none: string } }) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const years = [...new Set([...YEARS, ...(year === undefined ? [] : [year])])].sort((a, b) => a - b)
  return (
    <SelectField
      label={words?.label ?? t.reach.peopleOf}
      value={String(year ?? '')}
      options={[{ value: '', text: words?.none ?? t.reach.counted(countedYear) }, ...years.map((own) => ({ value: String(own), text: t.reach.projected(own) }))]}
      onChange={(own) => setState({ jaar: own === '' ? undefined : own })}
    />
  )
}
