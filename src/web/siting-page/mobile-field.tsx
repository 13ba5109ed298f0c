/** A mobile service: whether there is one, how many days it is out, and how the wait counts. */
import { useLanguage } from '#web/app/language.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { USUAL_MOBILE, type MobileDraft } from '#web/siting-page/siting-state.ts'

export function MobileField({ mobile, onChange }: { mobile: MobileDraft | undefined; onChange: (mobile: MobileDraft | undefined) => void }) {
  const { t } = useLanguage()
  const text = t.siting.mobile
  const put = (key: 'vehicleDays' | 'daysPerStop' | 'waitingMinutes', value: number | undefined): void => onChange({ ...USUAL_MOBILE, ...mobile, [key]: value ?? USUAL_MOBILE[key] })
  const putCapacity = (value: number | undefined): void => {
    const { capacity: _, ...rest } = { ...USUAL_MOBILE, ...mobile }
    onChange(value === undefined ? rest : { ...rest, capacity: value })
  }
  return (
    <details className="td-details" open={mobile !== undefined}>
      <summary>{text.title}</summary>
      <p className="td-note">{text.hint}</p>
      <label className="td-check">
        <input type="checkbox" className="utrecht-checkbox utrecht-checkbox--html-input" checked={mobile !== undefined} onChange={(event) => onChange(event.target.checked ? { ...USUAL_MOBILE } : undefined)} />
        <span>{text.wanted}</span>
      </label>
      {mobile !== undefined && (
        <div className="td-criterion__line">
          <NumberField label={text.vehicleDays} value={mobile.vehicleDays} unit={text.days(mobile.vehicleDays)} onChange={(value) => put('vehicleDays', value)} />
          <NumberField label={text.daysPerStop} value={mobile.daysPerStop ?? USUAL_MOBILE.daysPerStop} unit={text.days(mobile.daysPerStop ?? USUAL_MOBILE.daysPerStop)} onChange={(value) => put('daysPerStop', value)} />
          <NumberField label={text.waiting} value={mobile.waitingMinutes ?? USUAL_MOBILE.waitingMinutes} unit={t.siting.minutesUnit(mobile.waitingMinutes ?? USUAL_MOBILE.waitingMinutes)} onChange={(value) => put('waitingMinutes', value)} />
          <NumberField label={text.capacity} value={mobile.capacity} whole onChange={putCapacity} />
        </div>
      )}
      <p className="td-note">{text.waitingHint}</p>
    </details>
  )
}
