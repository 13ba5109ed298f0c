/** Criteria together: all, one, or at least so many of them must be met. */
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import { readDailyRegionCode } from '#domain/daily-region-code.ts'
import { USUAL_REGIONS } from '#domain/region-counts.ts'
import type { SelectionGroup } from '#domain/selection-document.ts'
import { dailyRegionsQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { CriterionField } from '#web/selection-page/criterion-field.tsx'
import { makeCriterion, type SelectionLevel, type SelectionPart } from '#web/selection-page/selection-state.ts'

/** Groups within groups that the page lets one make; a document may have more. */
const MOST_LAYERS = 3

interface GroupFieldProps {
  group: SelectionGroup
  /** '' for the whole, '2.' for the second part of it. */
  path: string
  layer: number
  level: SelectionLevel
  indicators: readonly IndicatorAnswer[]
  onChange: (group: SelectionGroup) => void
  onRemove?: () => void
}

export function GroupField({ group, path, layer, level, indicators, onChange, onRemove }: GroupFieldProps) {
  const { t } = useLanguage()
  const { meet, of } = group
  const set = (parts: readonly SelectionPart[]): void => onChange({ ...group, meet: typeof meet === 'number' ? Math.max(1, Math.min(meet, parts.length)) : meet, of: parts })
  const replace = (at: number, part: SelectionPart): void => set(of.with(at, part))
  const remove = (at: number): void => set(of.toSpliced(at, 1))
  const first = indicators[0]?.id ?? 'population'
  const meetOptions = [
    { value: 'all', text: t.selection.meetAll },
    { value: 'any', text: t.selection.meetAny },
    ...of.map((_, at) => ({ value: String(at + 1), text: t.selection.meetCount(at + 1, of.length) })).slice(1, -1),
    ...(typeof meet === 'number' && (meet === 1 || meet >= of.length) ? [{ value: String(meet), text: t.selection.meetCount(meet, of.length) }] : []),
  ]
  return (
    <div className={layer === 1 ? 'td-group' : 'td-group td-group--inner'} role="group" aria-label={path === '' ? t.selection.criteria : t.selection.group(path.slice(0, -1))}>
      {of.length > 1 || typeof meet === 'number' ? (
        <SelectField label={t.selection.meet} value={String(meet)} options={meetOptions} onChange={(value) => onChange({ ...group, meet: value === 'all' || value === 'any' ? value : Number(value) })} />
      ) : null}
      {of.map((part, at) =>
        part.kind === 'group' ? (
          <GroupField key={at} group={part} path={`${path}${at + 1}.`} layer={layer + 1} level={level} indicators={indicators} onChange={(own) => replace(at, own)} onRemove={() => remove(at)} />
        ) : (
          <CriterionField key={at} number={`${path}${at + 1}`} criterion={part} level={level} indicators={indicators} onChange={(own) => replace(at, own)} onRemove={of.length > 1 ? () => remove(at) : undefined} />
        ),
      )}
      <p className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => set([...of, makeCriterion('figure', first)])}>
          {t.selection.add}
        </button>
        {layer < MOST_LAYERS && (
          <button type="button" className="utrecht-button utrecht-button--subtle" onClick={() => set([...of, { kind: 'group', meet: 'any', of: [makeCriterion('figure', first), makeCriterion('change', 'population')] }])}>
            {t.selection.addGroup}
          </button>
        )}
        {onRemove && (
          <button type="button" className="utrecht-button utrecht-button--subtle" onClick={onRemove}>
            {t.selection.removeGroup(path.slice(0, -1))}
          </button>
        )}
      </p>
    </div>
  )
}

/** A box to choose a province in, or the whole country. */
export function WithinField({ value, provinces, onChange }: { value: string | undefined; provinces: readonly { readonly code: string; readonly name: string }[]; onChange: (code: string | undefined) => void }) {
  const { t } = useLanguage()
  const id = useId()
  const region = value === undefined ? undefined : readDailyRegionCode(value)
  const regions = useQuery({ ...dailyRegionsQuery(region?.count ?? USUAL_REGIONS), enabled: region !== undefined }).data
  const name = regions?.regions.find(({ id: own }) => own === region?.id)?.name ?? value
  const isOther = value !== undefined && !provinces.some(({ code }) => code === value)
  return (
    <div className="td-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {t.selection.within}
      </label>
      <select id={id} className="utrecht-select utrecht-select--html-select" value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}>
        <option value="">{t.selection.everywhere}</option>
        {isOther && <option value={value}>{name}</option>}
        {provinces.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <p className="td-note">
        {region && t.selection.dailyRegion} <SiteLink to="/leefregios">{t.selection.chooseDailyRegion}</SiteLink>
      </p>
    </div>
  )
}
