/** What came of the scenario in the address: which one it is, or why the page goes without. */
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink, useUrlState } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'
import type { OpenedScenario } from '#web/outlook-page/opened-scenario.ts'

export function OpenedNotice({ opened: { document, kept, isUnreadable, error } }: { opened: OpenedScenario }) {
  const { t } = useLanguage()
  const reference = useUrlState()['eigen']
  if (error !== null) return <Faults title={t.scenarios.notOpened} faults={[...listFaults(error, t), t.outlook.compare.without]} />
  if (isUnreadable) {
    return (
      <Alert kind="warning">
        <p>{t.outlook.compare.unreadable}</p>
      </Alert>
    )
  }
  if (document === undefined) return null
  return (
    <p className="td-note">
      {t.outlook.compare.inAddress(document.name)} {kept && <SiteLink to="/scenarios" search={{ bekijk: reference }}>{t.scenarios.onReach.all}</SiteLink>} {kept && !kept.sameFigures && t.scenarios.otherFigures}
    </p>
  )
}
