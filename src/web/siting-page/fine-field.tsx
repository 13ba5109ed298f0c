/** Choices that most questions leave as they are: room at a site, who goes where, what is one site, and how different plans must be. */
import type { SitingOrder } from '#domain/siting-document.ts'
import { useLanguage } from '#web/app/language.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { USUAL_ALTERNATIVES, USUAL_TOGETHER, type SitingDraft } from '#web/siting-page/siting-state.ts'

type Alternatives = NonNullable<SitingOrder['alternatives']>

export function FineField({ question, onChange }: { question: SitingDraft; onChange: (question: SitingDraft) => void }) {
  const { t } = useLanguage()
  const text = t.siting.fine
  const putCapacity = (capacity: number | undefined): void => {
    const { capacity: _, ...rest } = question
    onChange(capacity === undefined || capacity < 0 ? rest : { ...rest, capacity })
  }
  const putAlternative = (key: keyof Alternatives, value: number | undefined): void => onChange({ ...question, alternatives: { ...question.alternatives, [key]: value ?? USUAL_ALTERNATIVES[key] } })
  const assignment = question.assignment ?? 'nearest'
  return (
    <details className="td-details">
      <summary>{text.title}</summary>
      <div className="td-criterion__line">
        <NumberField label={text.capacity} value={question.capacity} whole onChange={putCapacity} />
        <SelectField label={text.assignment} value={assignment} options={(['nearest', 'planned'] as const).map((value) => ({ value, text: text.assignments[value] }))} onChange={(value) => onChange({ ...question, assignment: value as typeof assignment })} />
        <NumberField label={text.together} value={question.togetherMetres ?? USUAL_TOGETHER} unit={text.metres} whole onChange={(value) => onChange({ ...question, togetherMetres: value ?? USUAL_TOGETHER })} />
      </div>
      <div className="td-criterion__line">
        <NumberField label={text.count} value={question.alternatives?.count ?? USUAL_ALTERNATIVES.count} whole onChange={(value) => putAlternative('count', value)} />
        <NumberField label={text.worse} value={question.alternatives?.worsePercent ?? USUAL_ALTERNATIVES.worsePercent} unit="%" onChange={(value) => putAlternative('worsePercent', value)} />
        <NumberField label={text.different} value={question.alternatives?.leastPercent ?? USUAL_ALTERNATIVES.leastPercent} unit="%" onChange={(value) => putAlternative('leastPercent', value)} />
      </div>
      <p className="td-note">{text.hint}</p>
    </details>
  )
}
