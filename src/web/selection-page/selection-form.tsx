/** The form of a selection: an example to start from, what is selected and where, and the criteria. */
import { useQuery } from '@tanstack/react-query'
import type { IndicatorAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { SelectionAnswer } from '#domain/answers/selection-answers.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import { areasQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { GroupField, WithinField } from '#web/selection-page/group-field.tsx'
import { findSelectionLevel, getSelectionLevelWord, startFrom } from '#web/selection-page/selection-state.ts'

interface SelectionFormProps {
  document: SelectionDocument
  status: StatusAnswer
  indicators: readonly IndicatorAnswer[]
  selections: readonly SelectionAnswer[]
  onChange: (document: SelectionDocument) => void
}

export function SelectionForm({ document, status, indicators, selections, onChange }: SelectionFormProps) {
  const { t } = useLanguage()
  const year = document.year ?? status.referenceYear
  const provinces = useQuery(areasQuery('province', status.referenceYear)).data
  const levels = status.levels.filter(({ level, areas }) => level !== 'country' && areas > 1)
  const { within: _within, ...elsewhere } = document
  return (
    <>
      <StartField selections={selections} />
      <TextField label={t.selection.name} value={document.name} onChange={(name) => onChange({ ...document, name: name === '' ? t.selection.defaultName : name.slice(0, 200) })} />
      <SelectField
        label={t.selection.level}
        value={getSelectionLevelWord(document.level)}
        options={[...levels.map(({ level }) => ({ value: getSelectionLevelWord(level), text: t.levels[level] })), { value: getSelectionLevelWord('region'), text: t.selection.levelRegion }]}
        onChange={(word) => onChange({ ...document, level: findSelectionLevel(word) ?? document.level })}
      />
      <div className="td-criterion__line">
        <WithinField
          value={document.within}
          provinces={(provinces?.codes ?? []).map((code, at) => ({ code, name: provinces?.names[at] ?? code }))}
          onChange={(code) => onChange(code === undefined ? elsewhere : { ...document, within: code })}
        />
        <SelectField
          label={t.selection.year}
          value={String(year)}
          options={[...new Set([...status.years, year])].sort((a, b) => b - a).map((one) => ({ value: String(one), text: String(one) }))}
          onChange={(text) => onChange({ ...document, year: Number(text) })}
        />
      </div>
      <h2 className="utrecht-heading-3">{t.selection.form}</h2>
      <GroupField group={document.where} path="" layer={1} level={document.level} indicators={indicators} onChange={(where) => onChange({ ...document, where })} />
    </>
  )
}

/** The selections that come along, with where their criteria come from. */
function StartField({ selections }: Pick<SelectionFormProps, 'selections'>) {
  const { t, pick } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const chosen = selections.find(({ id }) => id === state['selectie'])
  return (
    <div>
      <SelectField
        label={t.selection.start}
        value={chosen?.id ?? ''}
        options={[
          { value: '', text: t.selection.startNone },
          ...selections.map(({ id, name, waiting }) => ({ value: id, text: waiting ? `${pick(name)} (${t.selection.startWaiting})` : pick(name) })),
        ]}
        onChange={(id) => {
          if (id !== '') setState(startFrom(id))
        }}
      />
      {chosen && (
        <p className="td-note">
          {pick(chosen.explanation)} {t.selection.startSource}: {pick(chosen.source)}
        </p>
      )}
    </div>
  )
}
