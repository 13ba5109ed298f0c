import { useLanguage } from '#web/app/language.tsx'
import type { UnusedPart } from '#web/app/address-check.ts'
import { Alert } from '#web/components/alert.tsx'

/** Says what in the address of the page was not used, and what is shown instead. Nothing where all of it was. */
export function AddressNotice({ unused }: { unused: readonly UnusedPart[] }) {
  const { t } = useLanguage()
  if (unused.length === 0) return null
  return (
    <Alert kind="warning" title={t.address.title} live>
      <ul className="utrecht-unordered-list td-list">
        {unused.map((part) => (
          <li key={part.text} className="utrecht-unordered-list__item">
            {part.kind === 'replaced' ? t.address.replaced(part.text, part.shown) : t.address[part.kind](part.text)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
