/** A change of the people of a projection: what changes, by how much, for whom, where and when. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { SCENARIO_FIGURE_NAMES } from '#domain/scenario-figure-names.ts'
import { placeQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useJumpOff } from '#web/chosen-scenario/use-jump-off.ts'
import { NumberField } from '#web/components/number-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { AddButton, ChosenPlace, type Chosen, type StepFormProps } from '#web/scenario-editor/form-parts.tsx'
import { CHANGE_KINDS, makeChange, PATCH_FIGURES, type ChangeKind } from '#web/scenario-editor/patch-choices.ts'

type Patch = ScenarioDocument['patches'][number]
const SEXES = ['all', 'women', 'men'] as const
const HOUSEHOLDS = ['all', 'onePerson', 'withoutChildren', 'withChildren'] as const
const [OLDEST, YEARS] = [100, 5]

export function PatchForm({ onAdd }: StepFormProps) {
  const { t, pick } = useLanguage()
  const text = t.scenarios.patch
  const first = useJumpOff()
  const [figure, setFigure] = useState<Patch['figure']>('internalOutRates')
  const [kind, setKind] = useState<ChangeKind>('percent')
  const [amount, setAmount] = useState<number>()
  const [place, setPlace] = useState<Chosen>()
  const [sex, setSex] = useState<(typeof SEXES)[number]>('all')
  const [household, setHousehold] = useState<(typeof HOUSEHOLDS)[number]>('all')
  const [ages, setAges] = useState<{ from?: number; to?: number }>({})
  const [years, setYears] = useState<{ from?: number; to?: number }>({})
  const found = useQuery({ ...placeQuery({ id: place?.id ?? '' }), enabled: place !== undefined }).data
  // A village is no area of its own: what is known of it is its municipality.
  const area = found && (found.kind === 'area' ? found.id : found.parents.find(({ level }) => level === 'municipality')?.code)
  const span = { from: years.from ?? first, to: years.to ?? (years.from ?? first) + YEARS - 1 }
  const isRight = amount !== undefined && amount !== 0 && span.from <= span.to && (place === undefined || area !== undefined)
  const add = (): void => {
    if (!isRight) return
    const hasAges = ages.from !== undefined || ages.to !== undefined
    onAdd({
      kind: 'patches',
      step: {
        figure, years: span, change: makeChange(kind, amount),
        ...(area !== undefined && { areas: [area] }),
        ...(figure === 'headshipRates' && household !== 'all' && { household }),
        ...(figure !== 'fertilityRates' && sex !== 'all' && { sexes: [sex] }),
        ...(hasAges && { ages: { from: ages.from ?? 0, to: ages.to ?? OLDEST } }),
      },
    })
  }
  return (
    <>
      <SelectField label={text.figure} value={figure} options={PATCH_FIGURES.map((value) => ({ value, text: pick(SCENARIO_FIGURE_NAMES[value]) }))} onChange={(value) => setFigure(value as Patch['figure'])} />
      <p className="td-note">{text.about[figure]}</p>
      <div className="td-editor__row">
        <SelectField label={text.change} value={kind} options={CHANGE_KINDS.map((value) => ({ value, text: text.changes[value] }))} onChange={(value) => setKind(value as ChangeKind)} />
        <NumberField label={text.amount} value={amount} unit={kind === 'percent' ? '%' : ''} onChange={setAmount} />
      </div>
      <ChosenPlace id="scenario-mensen-plaats" label={text.place} chosen={place} onChoose={setPlace} />
      <p className="td-note">{found !== undefined && found.kind !== 'area' ? text.wholeMunicipality : text.placeHint}</p>
      <div className="td-editor__row">
        {figure === 'headshipRates' && <SelectField label={text.household} value={household} options={HOUSEHOLDS.map((value) => ({ value, text: text.households[value] }))} onChange={(value) => setHousehold(value as typeof household)} />}
        {figure !== 'fertilityRates' && <SelectField label={text.sex} value={sex} options={SEXES.map((value) => ({ value, text: text.sexes[value] }))} onChange={(value) => setSex(value as typeof sex)} />}
        <NumberField label={text.ageFrom} value={ages.from} whole onChange={(value) => setAges({ ...ages, ...withOut('from', value) })} />
        <NumberField label={text.ageTo} value={ages.to} whole onChange={(value) => setAges({ ...ages, ...withOut('to', value) })} />
        <NumberField label={text.from} value={span.from} whole onChange={(value) => setYears({ ...years, ...withOut('from', value) })} />
        <NumberField label={text.to} value={span.to} whole onChange={(value) => setYears({ ...years, ...withOut('to', value) })} />
      </div>
      <AddButton disabled={!isRight} onAdd={add} hint={text.first} />
    </>
  )
}

const withOut = (key: 'from' | 'to', value: number | undefined): { from?: number; to?: number } => ({ [key]: value })
