/** Fields of a form with a hint and what is wrong with them. */
import type { ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'

interface FieldProps {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  children: (described: { 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}

/** Label, hint and error around a field; the error comes before the field, where it is read first. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-fout`].filter(Boolean).join(' ')
  return (
    <div className={error === undefined ? 'td-field td-form__field' : 'td-field td-form__field td-form__field--wrong'}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="utrecht-form-field-description" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="td-form__error" id={`${id}-fout`}>
          {error}
        </p>
      )}
      {children({ ...(describedBy !== '' && { 'aria-describedby': describedBy }), ...(error !== undefined && { 'aria-invalid': true }) })}
    </div>
  )
}

interface TextProps extends Omit<FieldProps, 'children'> {
  value: string
  most: number
  onChange: (text: string) => void
}

export function LineField({ value, most, onChange, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(described) => (
        <input
          id={field.id}
          className="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          autoComplete="off"
          maxLength={most}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...described}
        />
      )}
    </Field>
  )
}

/** Several lines. Longer text than allowed can be typed, so that nothing that is pasted is cut off; the count says so. */
export function TextAreaField({ value, most, rows = 6, onChange, ...field }: TextProps & { rows?: number }) {
  const { t, format } = useLanguage()
  const used = value.trim().length
  return (
    <>
      <Field {...field}>
        {(described) => (
          <textarea id={field.id} className="utrecht-textarea utrecht-textarea--html-textarea" rows={rows} value={value} onChange={(event) => onChange(event.target.value)} {...described} />
        )}
      </Field>
      <p className={used > most ? 'td-form__count td-form__count--over' : 'td-form__count'}>{t.signals.form.counter(format.number(used), format.number(most))}</p>
    </>
  )
}
