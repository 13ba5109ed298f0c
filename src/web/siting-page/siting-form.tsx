/** The choices of a siting question. */
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { getUsualCosts } from '#domain/siting-costs.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { SITING_TRAITS } from '#domain/siting-traits.ts'
import { useLanguage } from '#web/app/language.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { MODE_PATHS } from '#web/reach-page/reach-choice.ts'
import { AreaField } from '#web/siting-page/area-field.tsx'
import { FineField } from '#web/siting-page/fine-field.tsx'
import { NormSetField } from '#web/siting-page/norm-set-field.tsx'
import { MobileField } from '#web/siting-page/mobile-field.tsx'
import { COST_NAMES, GOAL_PATHS, PEOPLE_PATHS, type MobileDraft, type SitingDraft } from '#web/siting-page/siting-state.ts'

type Change = Partial<SitingDraft>
/** Years of the projection that are offered. */
const YEARS_AHEAD = 30
const listKeys = <Key extends string>(paths: Readonly<Record<Key, string>>) => Object.keys(paths) as Key[]

interface SitingFormProps {
  question: SitingDraft
  types: FacilityTypeListAnswer['facilityTypes']
  firstYear: number
  /** Without it only the first year can be asked. */
  canProject: boolean
  onChange: (question: SitingDraft) => void
}

export function SitingForm({ question, types, firstYear, canProject, onChange }: SitingFormProps) {
  const { t, pick } = useLanguage()
  const change = (own: Change): void => onChange({ ...question, ...own })
  const years = canProject ? Array.from({ length: YEARS_AHEAD + 1 }, (_, at) => firstYear + at) : [firstYear]
  return (
    <>
      <AreaField area={question.area} onChange={(area) => onChange({ ...question, area, forced: [], forbidden: [] })} />
      <div className="td-siting__choices">
        <SelectField
          label={t.siting.facility}
          value={question.facilityType}
          options={types.filter(({ count = 0 }) => count > 0).map(({ id, name }) => ({ value: id, text: pick(name) }))}
          onChange={(type) => changeFacility(question, type as SitingOrder['facilityType'], onChange)}
        />
        <div className="td-criterion__line">
          <SelectField label={t.siting.people} value={question.people ?? ''} options={listKeys(PEOPLE_PATHS).map((id) => ({ value: id, text: t.siting.peopleOptions[id] }))} onChange={(people) => change({ people: people as NonNullable<SitingOrder['people']> })} />
          <SelectField label={t.siting.year} value={String(question.year ?? firstYear)} options={years.map((year) => ({ value: String(year), text: String(year) }))} onChange={(year) => change({ year: Number(year) })} />
          <SelectField label={t.siting.mode} value={question.mode ?? ''} options={listKeys(MODE_PATHS).map((id) => ({ value: id, text: t.reach.modes[id] }))} onChange={(mode) => change({ mode: mode as NonNullable<SitingOrder['mode']> })} />
        </div>
        <SelectField label={t.siting.goal} value={question.goal ?? ''} options={listKeys(GOAL_PATHS).map((id) => ({ value: id, text: t.siting.goals[id] }))} onChange={(goal) => changeGoal(question, goal as NonNullable<SitingOrder['goal']>, onChange)} />
        <NormSetField question={question} onChange={onChange} />
      </div>
      <Bounds question={question} change={change} onChange={onChange} />
      <MobileField mobile={question.mobile} onChange={(mobile) => putMobile(question, mobile, onChange)} />
      <FineField question={question} onChange={onChange} />
      <Costs facilityType={question.facilityType} costs={question.costs ?? {}} onChange={(costs) => change({ costs })} />
    </>
  )
}

/** Norms, amounts and demands on sites are about the facility that was. */
function changeFacility({ normSet: _, costs: __, people, ...rest }: SitingDraft, facilityType: SitingOrder['facilityType'], onChange: (question: SitingDraft) => void): void {
  // Who counted as usual for the other type does not for this one; a choice of one's own stays.
  const isUsual = people === SITING_TRAITS[rest.facilityType].people
  onChange({ ...rest, ...(isUsual ? { people: SITING_TRAITS[facilityType].people } : people && { people }), facilityType, forced: [], forbidden: [] })
}

/** With the goal that counts sites, there is no number of them. */
function changeGoal(question: SitingDraft, goal: NonNullable<SitingOrder['goal']>, onChange: (question: SitingDraft) => void): void {
  const { openCount: _, ...rest } = question
  onChange(goal === 'setCovering' ? { ...rest, goal } : { ...question, goal })
}

function putMobile({ mobile: _, ...rest }: SitingDraft, mobile: MobileDraft | undefined, onChange: (question: SitingDraft) => void): void {
  onChange(mobile === undefined ? rest : { ...rest, mobile })
}

/** What restrains the plan. */
function Bounds({ question, change, onChange }: { question: SitingDraft; change: (own: Change) => void; onChange: (question: SitingDraft) => void }) {
  const { t } = useLanguage()
  const put = (key: 'openCount' | 'budget' | 'minimumSize' | 'newSites', value: number | undefined): void => {
    const { [key]: _, ...rest } = question
    onChange(value === undefined || value < 0 ? rest : { ...rest, [key]: value })
  }
  return (
    <div className="td-siting__bounds">
      <div className="td-criterion__line">
        {question.goal !== 'setCovering' && <NumberField label={t.siting.openCount} value={question.openCount} whole onChange={(value) => put('openCount', value)} />}
        <NumberField label={t.siting.norm} value={question.normMinutes} unit={t.siting.minutesUnit(question.normMinutes)} onChange={(value) => change({ normMinutes: value ?? 0 })} />
        <NumberField label={t.siting.newSites} value={question.newSites ?? 0} whole onChange={(value) => put('newSites', value)} />
        <NumberField label={t.siting.minimumSize} value={question.minimumSize} whole onChange={(value) => put('minimumSize', value)} />
        <NumberField label={t.siting.budget} value={question.budget} unit={t.siting.euros} onChange={(value) => put('budget', value)} />
      </div>
      <p className="td-note">
        {t.siting.minimumHint} {t.siting.newSitesHint}
      </p>
    </div>
  )
}

type Amounts = NonNullable<SitingDraft['costs']>

function Costs({ facilityType, costs, onChange }: { facilityType: SitingOrder['facilityType']; costs: Amounts; onChange: (costs: Amounts) => void }) {
  const { t } = useLanguage()
  const usual = getUsualCosts(facilityType)
  const put = (key: keyof Amounts, value: number | undefined): void => {
    const { [key]: _, ...rest } = costs
    onChange(value === undefined ? rest : { ...rest, [key]: value })
  }
  const units = { site: t.siting.euros, person: t.siting.euros, personKilometre: t.siting.euros, tripsPerYear: t.siting.trips, closing: t.siting.euros, opening: t.siting.euros, years: t.siting.years, mobileDay: t.siting.euros }
  return (
    <details className="td-details">
      <summary>{t.siting.costs}</summary>
      <p className="td-note">{usual.site === undefined ? t.siting.costsUnknownHint : t.siting.costsHint}</p>
      <div className="td-criterion__line">
        {listKeys(COST_NAMES).map((key) => (
          <NumberField key={key} label={t.siting.costNames[key]} value={costs[key] ?? usual[key]} unit={units[key]} onChange={(value) => put(key, value)} />
        ))}
      </div>
    </details>
  )
}
