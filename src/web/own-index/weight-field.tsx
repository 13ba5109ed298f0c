import { useId, useState } from 'react'
import { useLanguage } from '#web/app/language.tsx'

interface WeightFieldProps {
  /** What it is the weight of, for a screen reader; on the screen only with `showLabel`. */
  label: string
  showLabel?: boolean
  value: number
  onChange: (weight: number) => void
}

/** A number from 0 to 100. What is no such number stays in the box and changes nothing. */
export function WeightField({ label, showLabel = false, value, onChange }: WeightFieldProps) {
  const { t } = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  return (
    <div className="td-weight">
      <label className="utrecht-form-label" htmlFor={id}>
        {showLabel ? label : <><span aria-hidden="true">{t.index.own.weightShort}</span><span className="td-visually-hidden">{label}</span></>}
      </label>
      <input
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input td-weight__box"
        type="number"
        min="0"
        max="100"
        step="any"
        value={typed ?? String(value)}
        onChange={(event) => {
          setTyped(event.target.value)
          const weight = event.target.valueAsNumber
          if (weight >= 0 && weight <= 100) onChange(weight)
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  )
}
