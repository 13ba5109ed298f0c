/** The pages that can be seen under a scenario, each with what is compared of the place, year and facility. */
import { useQuery } from '@tanstack/react-query'
import type { KeptScenarioAnswer } from '#domain/answers/scenario-answers.ts'
import { isAreaCode } from '#domain/area.ts'
import { changesPeople } from '#domain/changes-people.ts'
import { placeQuery, statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink, useUrlState } from '#web/app/url.tsx'
import { findScenarioArea } from '#web/chosen-scenario/scenario-area.ts'
import { SCENARIO_ADDRESS } from '#web/outlook-page/scenarios.ts'
import { referTo } from '#web/scenarios-page/own-scenarios.ts'

export function ScenarioLinks({ scenario }: { scenario: KeptScenarioAnswer }) {
  const { t } = useLanguage()
  const { plaats, jaar, voorziening, manier, norm } = useUrlState()
  const status = useQuery(statusQuery()).data
  const place = useQuery({ ...placeQuery({ id: plaats ?? '' }), enabled: plaats !== undefined }).data
  const { document } = scenario
  const reference = referTo(scenario)
  const area = place && findScenarioArea(place).code
  const gebied = area !== undefined && isAreaCode(area) ? area : undefined
  // The table of travel times is one of municipalities.
  const listed = gebied?.startsWith('GM') ? gebied : undefined
  const closesSchools = (document.facilities?.closed ?? []).some(({ type }) => type === 'primarySchool')
  return (
    <>
      <SiteLink to="/bereik" search={{ scenario: reference, gebied: listed, jaar, voorziening, manier, norm }}>
        {t.scenarios.toReach}
      </SiteLink>
      <SiteLink to="/bereik/normen" search={{ scenario: reference, gebied, jaar }}>
        {t.scenarios.toNorms}
      </SiteLink>
      {(changesPeople(document) || closesSchools) && (
        <SiteLink to="/scholen" search={{ scenario: reference, gebied }}>
          {t.scenarios.toSchools}
        </SiteLink>
      )}
      {changesPeople(document) && (
        <SiteLink to="/vooruitblik" search={{ eigen: reference, scenario: SCENARIO_ADDRESS.own, plaats }}>
          {t.scenarios.toOutlook}
        </SiteLink>
      )}
      {status?.missingForProjection.length === 0 && (
        <SiteLink to="/plan" search={{ scenario: reference, gebied, jaar, voorziening, manier }}>
          {t.scenarios.toPlan}
        </SiteLink>
      )}
    </>
  )
}
