/** Choosing a named set of norms: its time and size become demands of the question, and every plan is held against it. */
import { useQuery } from '@tanstack/react-query'
import type { NormSetListAnswer } from '#domain/answers/norm-answers.ts'
import { normSetsQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import type { SitingDraft } from '#web/siting-page/siting-state.ts'

type NormSet = NormSetListAnswer['normSets'][number]

/** The question with the demands of the set for its facility; how people travel is that of the norm with a time. */
function demandNorms(question: SitingDraft, set: NormSet): SitingDraft {
  const norms = set.document.norms.filter(({ facilityType }) => facilityType === question.facilityType)
  const timed = norms.find(({ mostMinutes }) => mostMinutes !== undefined)
  const sized = norms.find(({ leastSize }) => leastSize !== undefined)
  const { minimumSize: _, ...rest } = question
  return {
    ...rest,
    normSet: set.id,
    ...(timed && { normMinutes: timed.mostMinutes!, mode: timed.mode ?? 'car' }),
    ...(sized && { minimumSize: sized.leastSize! }),
  }
}

export function NormSetField({ question, onChange }: { question: SitingDraft; onChange: (question: SitingDraft) => void }) {
  const { t, pick, format } = useLanguage()
  const text = t.siting.norms
  const sets = useQuery(normSetsQuery()).data?.normSets.filter(({ document }) => document.norms.some(({ facilityType }) => facilityType === question.facilityType)) ?? []
  const chosen = sets.find(({ id }) => id === question.normSet)
  const own = typeof question.normSet === 'object' ? question.normSet : undefined
  const change = (id: string): void => {
    const set = sets.find((one) => one.id === id)
    const { normSet: _, ...rest } = question
    onChange(set ? demandNorms(rest, set) : rest)
  }
  const options = [{ value: '', text: text.none }, ...sets.map(({ id, name }) => ({ value: id, text: pick(name) })), ...(own ? [{ value: 'eigen', text: own.name }] : [])]
  return (
    <div>
      <SelectField label={text.label} value={own ? 'eigen' : (chosen?.id ?? '')} options={options} onChange={change} />
      <p className="td-note">
        {chosen
          ? chosen.document.norms
              .filter(({ facilityType }) => facilityType === question.facilityType)
              .flatMap(({ mode = 'car', mostMinutes, leastSize }) => [
                ...(mostMinutes === undefined ? [] : [text.time(format.number(mostMinutes, Number.isInteger(mostMinutes) ? 0 : 1), t.reach.modes[mode].toLocaleLowerCase())]),
                ...(leastSize === undefined ? [] : [text.size(format.number(leastSize))]),
              ])
              .join(' ')
          : text.hint}{' '}
        {chosen && text.demand} <SiteLink to="/bereik/normen">{text.about}</SiteLink>
      </p>
    </div>
  )
}
