import { useLanguage } from '#web/app/language.tsx'
import { ProsePage } from '#web/components/prose-page.tsx'

export function AccessibilityPage() {
  const { t } = useLanguage()
  return <ProsePage text={t.prose.accessibility} />
}
