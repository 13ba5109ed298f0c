/** Under which scenario a page is shown: none, growth, shrink, one of the reader's own, or the one of a link. */
import { useLanguage } from '#web/app/language.tsx'
import type { UrlState } from '#web/app/search-state.ts'
import { SiteLink, useSetUrlState } from '#web/app/url.tsx'
import type { ChosenScenario } from '#web/chosen-scenario/chosen-scenario.ts'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'
import { SelectField } from '#web/components/select-field.tsx'
import { SCENARIO_ADDRESS } from '#web/outlook-page/scenarios.ts'
import { useOwnScenarios } from '#web/scenarios-page/own-scenarios.ts'

const SIDE = { kant: undefined }

/** `clears` is what else of the address does not go with another scenario. */
export function ScenarioPicker({ chosen, clears = SIDE }: { chosen: ChosenScenario; clears?: UrlState }) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const own = useOwnScenarios()
  const { value = '', kept, builtIn } = chosen
  const text = t.scenarios.picker
  const options = [
    { value: '', text: text.base },
    ...(['growth', 'shrink'] as const).map((id) => ({ value: SCENARIO_ADDRESS[id]!, text: t.outlook.scenarioNames[id] })),
    ...own.map(({ id, version, name }) => ({ value: `${id}.${version}`, text: name })),
  ]
  const isListed = options.some((option) => option.value === value)
  return (
    <section className="td-outlook-choice" aria-label={t.outlook.scenario}>
      <SelectField
        label={text.label}
        value={value}
        options={isListed ? options : [...options, { value, text: kept?.document.name ?? value }]}
        onChange={(next) => setState({ ...clears, scenario: next === '' ? undefined : next })}
      />
      {chosen.error && <Faults title={t.scenarios.notOpened} faults={listFaults(chosen.error, t)} />}
      {builtIn && <p className="td-note">{t.outlook.scenarioText[builtIn]} {chosen.ground && (chosen.ground.name === undefined ? text.everywhere : text.where(chosen.ground.name))}</p>}
      {kept && !kept.sameFigures && <p className="td-note">{t.scenarios.otherFigures}</p>}
      {builtIn === undefined && (
        <p className="td-actions">
          <SiteLink to="/scenarios" search={kept ? { bekijk: value } : {}}>{kept ? t.scenarios.onReach.all : text.make}</SiteLink>
        </p>
      )}
    </section>
  )
}
