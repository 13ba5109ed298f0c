import { useId, useState } from 'react'

interface NumberFieldProps {
  label: string
  value: number | undefined
  /** Behind the box, such as %. */
  unit?: string
  placeholder?: string
  /** Whole numbers only. */
  whole?: boolean
  onChange: (value: number | undefined) => void
}

/** A number. What is no number stays in the box and changes nothing; an empty box is undefined. */
export function NumberField({ label, value, unit = '', placeholder, whole = false, onChange }: NumberFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string>()
  return (
    <div className="td-field td-number-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      <span className="td-number-field__pair">
        <input
          id={id}
          className="utrecht-textbox utrecht-textbox--html-input"
          type="number"
          step={whole ? 1 : 'any'}
          value={typed ?? (value === undefined ? '' : String(value))}
          placeholder={placeholder}
          {...(unit !== '' && { 'aria-describedby': `${id}-unit` })}
          onChange={(event) => {
            setTyped(event.target.value)
            const number = event.target.valueAsNumber
            if (event.target.value === '' && !event.target.validity.badInput) onChange(undefined)
            else if (Number.isFinite(number)) onChange(number)
          }}
          onBlur={() => setTyped(undefined)}
        />
        {unit !== '' && <span id={`${id}-unit`}>{unit}</span>}
      </span>
    </div>
  )
}
