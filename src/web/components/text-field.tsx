import { useId } from 'react'

interface TextFieldProps {
  label: string
  value: string
  onChange: (text: string) => void
  placeholder?: string
  hint?: string
}

/** A labelled line of text. */
export function TextField({ label, value, onChange, placeholder, hint }: TextFieldProps) {
  const id = useId()
  return (
    <div className="td-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="utrecht-form-field-description" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        type="text"
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
