import { useLanguage } from '#web/app/language.tsx'
import { ProsePage } from '#web/components/prose-page.tsx'

export function PrivacyPage() {
  const { t } = useLanguage()
  return <ProsePage text={t.signals.privacyPage} />
}
