import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'

/** Everything that is wrong with a document. */
export function Faults({ faults, title }: { faults: readonly string[]; title?: string }) {
  const { t } = useLanguage()
  return (
    <Alert kind="error" title={title ?? t.selection.refused} live>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Alert>
  )
}
