/** Building a scenario step by step: what it does so far, what each step touches, and a form for the next. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { scenarioCheckQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { CloseForm, OpenForm } from '#web/scenario-editor/facility-forms.tsx'
import { MoveForm } from '#web/scenario-editor/move-form.tsx'
import { NormForm } from '#web/scenario-editor/norm-form.tsx'
import { PatchForm } from '#web/scenario-editor/patch-form.tsx'
import { HomesForm } from '#web/scenario-editor/homes-form.tsx'
import { SpeedForm } from '#web/scenario-editor/speed-form.tsx'
import { addStep, listSteps, removeStep, type NewStep, type ScenarioStep } from '#web/scenario-editor/scenario-steps.ts'
import { useStepWords } from '#web/scenario-editor/step-words.ts'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'

const FORMS = { patches: PatchForm, newHomes: HomesForm, closed: CloseForm, moved: MoveForm, opened: OpenForm, speeds: SpeedForm, norms: NormForm } as const
type FormKind = keyof typeof FORMS
const KINDS: readonly FormKind[] = ['newHomes', 'patches', 'closed', 'moved', 'opened', 'norms', 'speeds']

interface ScenarioEditorProps {
  scenario: ScenarioDocument
  onChange: (scenario: ScenarioDocument) => void
}

export function ScenarioEditor({ scenario, onChange }: ScenarioEditorProps) {
  const { t } = useLanguage()
  const [kind, setKind] = useState<FormKind>('newHomes')
  const [added, setAdded] = useState(0)
  const Form = FORMS[kind]
  const list = useRef<HTMLDivElement>(null)
  const awaited = useRef<{ readonly kind: FormKind; readonly count: number }>(undefined)
  const count = listSteps(scenario).length
  // The form begins anew, and its button with it: who works by keyboard goes on at the step that was added.
  const add = (step: NewStep): void => {
    list.current?.focus()
    awaited.current = { kind, count: count + 1 }
    onChange(addStep(scenario, step))
    setAdded(added + 1)
  }
  const remove = (step: ScenarioStep): void => {
    list.current?.focus()
    onChange(removeStep(scenario, step))
  }
  useEffect(() => {
    if (awaited.current?.count !== count) return
    const ofKind = list.current?.querySelectorAll<HTMLElement>(`[data-kind="${awaited.current.kind}"]`)
    awaited.current = undefined
    ofKind?.item(ofKind.length - 1).focus()
  }, [count])
  return (
    <div className="td-editor">
      <div ref={list} role="group" aria-label={t.scenarios.steps} tabIndex={-1}>
        <Steps scenario={scenario} onRemove={remove} />
      </div>
      <fieldset className="td-editor__add">
        <legend className="td-editor__legend">{t.scenarios.add}</legend>
        <SelectField label={t.scenarios.kind} value={kind} options={KINDS.map((value) => ({ value, text: t.scenarios.kinds[value] }))} onChange={(value) => setKind(value as FormKind)} />
        <p className="td-note">{t.scenarios.kindHints[kind]}</p>
        <Form key={`${kind}-${added}`} onAdd={add} />
      </fieldset>
    </div>
  )
}

function Steps({ scenario, onRemove }: { scenario: ScenarioDocument; onRemove: (step: ScenarioStep) => void }) {
  const { t } = useLanguage()
  const steps = listSteps(scenario)
  const describe = useStepWords(steps)
  if (steps.length === 0) return <p className="td-note">{t.scenarios.noSteps}</p>
  return (
    <>
      <ol className="td-editor__steps" aria-label={t.scenarios.steps}>
        {steps.map((step) => (
          <li key={`${step.kind}-${step.at}`} className="td-editor__step" data-kind={step.kind} tabIndex={-1}>
            <span>
              {describe(step)} <Touched scenario={scenario} step={step} />
            </span>
            <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => onRemove(step)} aria-label={t.scenarios.removeStep(describe(step))}>
              {t.scenarios.remove}
            </button>
          </li>
        ))}
      </ol>
      <CheckFaults scenario={scenario} />
    </>
  )
}

/** A document needs a name before the API looks at it; until it has one, any will do. */
const named = (scenario: ScenarioDocument, otherwise: string): ScenarioDocument => (scenario.name.trim() === '' ? { ...scenario, name: otherwise } : scenario)

function useCheck(scenario: ScenarioDocument) {
  const { t } = useLanguage()
  const { name: _name, description: _description, ...parts } = scenario
  // The name touches nothing: typing it asks nothing anew.
  return useQuery({ ...scenarioCheckQuery(named({ ...parts, name: '' }, t.scenarios.unnamed)), retry: false })
}

function Touched({ scenario, step }: { scenario: ScenarioDocument; step: ScenarioStep }) {
  const { t, format } = useLanguage()
  const { data, isPending } = useCheck(scenario)
  if (isPending) return <span className="td-note">{t.scenarios.checking}</span>
  const part = data?.parts.find((own) => own.part === step.kind && own.at === step.at)
  if (part === undefined || part.unit === 'norms') return null
  if (part.touched === 0) return <strong className="td-editor__idle">{t.scenarios.touchesNothing}</strong>
  return <span className="td-note">{part.unit === 'figures' ? t.scenarios.touchesFigures(format.number(part.touched)) : t.scenarios.touchesBuurten(part.touched, format.number(part.touched))}</span>
}

function CheckFaults({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useLanguage()
  const { error } = useCheck(scenario)
  return error ? <Faults title={t.scenarios.refused} faults={listFaults(error, t)} /> : null
}
