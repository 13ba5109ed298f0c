import { useQuery } from '@tanstack/react-query'
import { placeQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'

interface PlaceChoiceProps {
  id: string | undefined
  error: string | undefined
}

/** The place that a signal is about: it stands in the address, so that a page of a place can lead here. */
export function PlaceChoiceField({ id, error }: PlaceChoiceProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const place = useQuery({ ...placeQuery({ id: id ?? '' }), enabled: id !== undefined }).data
  if (id !== undefined) {
    return (
      <div className="td-form__place">
        <p className="utrecht-form-label">{t.signals.form.place}</p>
        {error !== undefined && <p className="td-form__error">{error}</p>}
        <p className="td-form__chosen">
          <strong>{place?.name ?? id}</strong>
          <button id="plaats" type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => setState({ plaats: undefined })}>
            {t.signals.form.otherPlace}
          </button>
        </p>
      </div>
    )
  }
  return (
    <div className={error === undefined ? 'td-form__place' : 'td-form__place td-form__field--wrong'}>
      {error !== undefined && <p className="td-form__error">{error}</p>}
      <PlaceSearch id="plaats" label={t.signals.form.place} onChoose={(result) => setState({ plaats: result.id })} />
    </div>
  )
}
