/** The norms of a set, each of which can be changed; a set that comes along becomes one of one's own. */
import type { Norm } from '#domain/norm.ts'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'

type Mode = NonNullable<Norm['mode']>
const MODES: readonly Mode[] = ['car', 'bicycle', 'foot']

interface NormEditorProps {
  norms: readonly Norm[]
  types: FacilityTypeListAnswer['facilityTypes']
  onChange: (norms: readonly Norm[]) => void
}

export function NormEditor({ norms, types, onChange }: NormEditorProps) {
  const { t, pick } = useLanguage()
  const change = (at: number, part: Partial<Norm>): void => onChange(norms.map((norm, own) => (own === at ? { ...norm, ...part } : norm)))
  const name = (id: Norm['facilityType']): string => {
    const type = types.find((own) => own.id === id)
    return type ? pick(type.name) : id
  }
  const unused = types.filter(({ id }) => !norms.some(({ facilityType }) => facilityType === id))
  const text = t.norms
  return (
    <fieldset className="td-editor__add">
      <legend className="td-editor__legend">{text.edit}</legend>
      <p className="td-note">{text.editNote}</p>
      {norms.map((norm, at) => (
        <fieldset key={at} className="td-norm">
          <legend className="td-norm__name">{name(norm.facilityType)}</legend>
          <div className="td-editor__row">
            <NumberField label={text.mostMinutes} value={norm.mostMinutes} onChange={(mostMinutes) => change(at, { mostMinutes: readAmount(mostMinutes, 600) })} />
            {/* A norm of size alone is met or not, however people come. */}
            {(norm.mostMinutes !== undefined || norm.leastSize === undefined) && <SelectField label={t.reach.mode} value={norm.mode ?? 'car'} options={MODES.map((mode) => ({ value: mode, text: t.reach.modes[mode] }))} onChange={(mode) => change(at, { mode: mode as Mode })} />}
            <NumberField label={text.leastSize} value={norm.leastSize} whole onChange={(leastSize) => change(at, { leastSize: readAmount(leastSize, 1e6) })} />
            <button type="button" className="utrecht-button utrecht-button--secondary-action" aria-label={text.removeOf(name(norm.facilityType))} onClick={() => onChange(norms.filter((_, own) => own !== at))}>
              {t.scenarios.remove}
            </button>
          </div>
        </fieldset>
      ))}
      {unused.length > 0 && <SelectField label={text.add} value="" options={[{ value: '', text: text.addChoose }, ...unused.map(({ id }) => ({ value: id, text: name(id) }))]} onChange={(id) => id !== '' && onChange([...norms, { facilityType: id as Norm['facilityType'], mode: 'bicycle', mostMinutes: 15 }])} />}
    </fieldset>
  )
}

const readAmount = (amount: number | undefined, most: number): number | undefined => (amount !== undefined && amount >= 0 && amount <= most ? amount : undefined)
