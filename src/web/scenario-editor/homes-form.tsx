/** New homes in a municipality. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { placeQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useJumpOff } from '#web/chosen-scenario/use-jump-off.ts'
import { NumberField } from '#web/components/number-field.tsx'
import { AddButton, ChosenPlace, type Chosen, type StepFormProps } from '#web/scenario-editor/form-parts.tsx'

/** Assumptions that one can change, and said so on the page. */
const USUAL = { homes: 10, years: 5, peoplePerHome: 2.2, percentFromElsewhere: 50 } as const

export function HomesForm({ onAdd }: StepFormProps) {
  const { t } = useLanguage()
  const first = useJumpOff() + 1
  const [place, setPlace] = useState<Chosen>()
  const [homes, setHomes] = useState<number | undefined>(USUAL.homes)
  const [from, setFrom] = useState<number>()
  const [to, setTo] = useState<number>()
  const [people, setPeople] = useState<number | undefined>(USUAL.peoplePerHome)
  const [percent, setPercent] = useState<number | undefined>(USUAL.percentFromElsewhere)
  const found = useQuery({ ...placeQuery({ id: place?.id ?? '' }), enabled: place !== undefined }).data
  const municipality = found && (found.level === 'municipality' ? found.id : found.parents.find(({ level }) => level === 'municipality')?.code)
  const within = found && (found.level === 'district' || found.level === 'neighbourhood') ? found : undefined
  const years = { from: from ?? first, to: to ?? (from ?? first) + USUAL.years - 1 }
  const text = t.scenarios.homes
  const add = (): void => {
    if (municipality === undefined || homes === undefined) return
    onAdd({ kind: 'newHomes', step: { municipality, ...(within && { within: within.id }), years, homesPerYear: homes, peoplePerHome: people ?? USUAL.peoplePerHome, shareFromElsewhere: (percent ?? USUAL.percentFromElsewhere) / 100 } })
  }
  return (
    <>
      <ChosenPlace id="scenario-woningen-plaats" label={text.place} chosen={place} onChoose={setPlace} />
      {found !== undefined && <p className="td-note">{municipality === undefined ? text.noMunicipality : within ? text.within(within.name) : text.municipality}</p>}
      <div className="td-editor__row">
        <NumberField label={text.perYear} value={homes} whole onChange={setHomes} />
        <NumberField label={text.from} value={years.from} whole onChange={setFrom} />
        <NumberField label={text.to} value={years.to} whole onChange={setTo} />
        <NumberField label={text.people} value={people} onChange={setPeople} />
        <NumberField label={text.elsewhere} value={percent} unit="%" onChange={setPercent} />
      </div>
      <AddButton disabled={municipality === undefined || homes === undefined || homes === 0} onAdd={add} hint={text.first} />
    </>
  )
}
