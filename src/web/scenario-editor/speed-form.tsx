/** Travelling faster or slower. */
import { useState } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { AddButton, type StepFormProps } from '#web/scenario-editor/form-parts.tsx'

export type Mode = 'car' | 'bicycle' | 'foot'
export const MODES: readonly Mode[] = ['car', 'bicycle', 'foot']
const ROADS = ['all', 'motorway', 'provincial', 'other'] as const
const [LEAST, MOST] = [-90, 900]

export function SpeedForm({ onAdd }: StepFormProps) {
  const { t } = useLanguage()
  const [mode, setMode] = useState<Mode>('bicycle')
  const [percent, setPercent] = useState<number | undefined>(20)
  const [roads, setRoads] = useState<(typeof ROADS)[number]>('all')
  const isRight = percent !== undefined && percent !== 0 && percent >= LEAST && percent <= MOST
  return (
    <>
      <SelectField label={t.reach.mode} value={mode} options={MODES.map((value) => ({ value, text: t.reach.modes[value] }))} onChange={(value) => setMode(value as Mode)} />
      {mode === 'car' && <SelectField label={t.scenarios.speed.roads} value={roads} options={ROADS.map((value) => ({ value, text: t.scenarios.speed.roadNames[value] }))} onChange={(value) => setRoads(value as typeof roads)} />}
      <NumberField label={t.scenarios.speed.percent} value={percent} unit="%" onChange={setPercent} />
      <AddButton disabled={!isRight} onAdd={() => isRight && onAdd({ kind: 'speeds', step: { mode, factor: (100 + percent) / 100, ...(mode === 'car' && roads !== 'all' && { roads }) } })} hint={t.scenarios.speed.first(LEAST, MOST)} />
    </>
  )
}
