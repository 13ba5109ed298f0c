/** Why there is no projection: which tables the data package lacks. */
import type { StatusAnswer } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'

export function OutlookLacking({ status: { missingForProjection } }: { status: StatusAnswer }) {
  const { t } = useLanguage()
  return (
    <Alert kind="info" title={t.outlook.lackingTitle}>
      <p>{t.outlook.lacking(missingForProjection.join(', '))}</p>
    </Alert>
  )
}
