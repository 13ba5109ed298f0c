import { BASICS, type Basic } from '#domain/signal.ts'
import { useLanguage } from '#web/app/language.tsx'

interface BasicFieldProps {
  value: Basic | undefined
  error: string | undefined
  onChange: (basic: Basic) => void
}

/** What a signal is about. */
export function BasicField({ value, error, onChange }: BasicFieldProps) {
  const { t } = useLanguage()
  return (
    <fieldset className={error === undefined ? 'td-form__choices' : 'td-form__choices td-form__field--wrong'} {...(error !== undefined && { 'aria-describedby': 'onderwerp-fout' })}>
      <legend className="utrecht-form-label">{t.signals.form.basic}</legend>
      {error !== undefined && (
        <p className="td-form__error" id="onderwerp-fout">
          {error}
        </p>
      )}
      {BASICS.map((basic, index) => (
        <label key={basic} className="td-check">
          <input id={index === 0 ? 'onderwerp' : `onderwerp-${basic}`} type="radio" name="onderwerp" value={basic} checked={value === basic} onChange={() => onChange(basic)} />
          <span>
            {t.theme[basic]} <span className="td-form__soft">({t.signals.basicHint[basic]})</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
