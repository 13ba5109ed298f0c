/** Another norm for a facility: how long people may travel, and how small a site may be. */
import { useState } from 'react'
import type { FacilityType } from '#domain/facility.ts'
import { useLanguage } from '#web/app/language.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { TypeField } from '#web/scenario-editor/facility-forms.tsx'
import { AddButton, type StepFormProps } from '#web/scenario-editor/form-parts.tsx'
import { MODES, type Mode } from '#web/scenario-editor/speed-form.tsx'

const [MOST_MINUTES, MOST_SIZE] = [600, 1e6]
const isWithin = (value: number | undefined, most: number): boolean => value === undefined || (value >= 0 && value <= most)

export function NormForm({ onAdd }: StepFormProps) {
  const { t } = useLanguage()
  const text = t.scenarios.norm
  const [facilityType, setType] = useState<FacilityType>('primarySchool')
  const [mode, setMode] = useState<Mode>('bicycle')
  const [minutes, setMinutes] = useState<number>()
  const [size, setSize] = useState<number>()
  const isRight = (minutes !== undefined || size !== undefined) && isWithin(minutes, MOST_MINUTES) && isWithin(size, MOST_SIZE)
  const add = (): void => {
    if (isRight) onAdd({ kind: 'norms', step: { facilityType, ...(minutes !== undefined && { mode, mostMinutes: minutes }), ...(size !== undefined && { leastSize: size }) } })
  }
  return (
    <>
      <TypeField value={facilityType} onChange={setType} />
      <div className="td-editor__row">
        <NumberField label={text.minutes} value={minutes} unit={t.siting.minutesUnit(minutes)} onChange={setMinutes} />
        {(minutes !== undefined || size === undefined) && <SelectField label={t.reach.mode} value={mode} options={MODES.map((value) => ({ value, text: t.reach.modes[value] }))} onChange={(value) => setMode(value as Mode)} />}
        <NumberField label={text.size} value={size} whole onChange={setSize} />
      </div>
      <AddButton disabled={!isRight} onAdd={add} hint={text.first} />
    </>
  )
}
