/** A facility that moves: which one, and to where. */
import { useState } from 'react'
import type { FacilityType } from '#domain/facility.ts'
import { useLanguage } from '#web/app/language.tsx'
import { TypeField, WhichFacility, type ChosenFacility } from '#web/scenario-editor/facility-forms.tsx'
import { AddButton, ChosenPlace, findLocal, type Chosen, type StepFormProps } from '#web/scenario-editor/form-parts.tsx'

export function MoveForm({ onAdd }: StepFormProps) {
  const { t } = useLanguage()
  const text = t.scenarios.move
  const [type, setType] = useState<FacilityType>('primarySchool')
  const [facility, setFacility] = useState<ChosenFacility>()
  const [chosen, setChosen] = useState<Chosen>()
  const place = findLocal(chosen)
  const add = (): void => {
    if (facility !== undefined && place !== undefined) onAdd({ kind: 'moved', step: { type, ...facility, place: place.id } })
  }
  return (
    <>
      <TypeField value={type} onChange={setType} />
      <WhichFacility id="scenario-verhuist-plaats" key={type} type={type} which={text.which} onChoose={setFacility} />
      <ChosenPlace id="scenario-verhuist-naar" label={text.to} chosen={chosen} isLocal onChoose={setChosen} />
      <AddButton disabled={facility === undefined || place === undefined} onAdd={add} hint={text.first} />
    </>
  )
}
