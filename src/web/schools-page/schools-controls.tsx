/** Which place, which number is too few, and in which year. */
import { SCHOOL_NORMS } from '#domain/school-norms.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { LEAST_CHANCES, NORM_PATHS, type SchoolChoice } from '#web/schools-page/school-choice.ts'

interface SchoolsControlsProps {
  choice: SchoolChoice
  /** The name of the place, once it is known. */
  name: string | undefined
  year: number
  years: readonly number[]
}

export function SchoolsControls({ choice, name, year, years }: SchoolsControlsProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  return (
    <>
      <PlaceSearch id="school-plaats" label={t.schools.place} onChoose={({ id }) => setState({ gebied: id, school: undefined })} />
      <p className="utrecht-paragraph td-actions">
        {choice.area === undefined ? t.schools.everywhere : <strong>{t.schools.chosen(name ?? choice.area)}</strong>}
        {choice.area !== undefined && (
          <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => setState({ gebied: undefined, school: undefined })}>
            {t.schools.otherPlace}
          </button>
        )}
      </p>
      <div className="td-controls td-controls--even">
        <SelectField label={t.schools.norm} value={NORM_PATHS[choice.norm]} options={SCHOOL_NORMS.map((norm) => ({ value: NORM_PATHS[norm], text: t.schools.norms[norm] }))} onChange={(norm) => setState({ norm })} />
        {choice.norm === 'own' && <NumberField label={t.schools.ownNumber} value={choice.pupils} unit={t.schools.pupilsUnit} whole onChange={(pupils) => setState({ aantal: pupils === undefined ? undefined : String(pupils) })} />}
        <SelectField label={t.schools.year} value={String(year)} options={years.map((own) => ({ value: String(own), text: String(own) }))} onChange={(own) => setState({ jaar: own })} />
        <SelectField
          label={t.schools.likely}
          value={String(choice.atLeast)}
          options={LEAST_CHANCES.map((percent) => ({ value: String(percent), text: percent === 0 ? t.schools.likelyAll : t.schools.likelyAbove(percent) }))}
          onChange={(percent) => setState({ kans: percent === '0' ? undefined : percent })}
        />
      </div>
    </>
  )
}
