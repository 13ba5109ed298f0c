/** To the places by an index of one's own, which goes along in the address. */
import type { IndexDocument } from '#domain/index-document.ts'
import { useLanguage } from '#web/app/language.tsx'
import { writeUrlState } from '#web/app/search-state.ts'
import { SiteLink } from '#web/app/url.tsx'
import { selectByIndex, writeSelection } from '#web/selection-page/selection-state.ts'

/** Characters; servers refuse headers of more than some 16 thousand. */
const LONGEST_ADDRESS = 12_000

export function ToSelection({ index }: { index: IndexDocument }) {
  const { t } = useLanguage()
  const search = writeSelection(selectByIndex(index))
  if (writeUrlState(search).length > LONGEST_ADDRESS) return <p className="td-note">{t.index.own.selectTooLong}</p>
  return (
    <p>
      <SiteLink to="/selectie" search={search}>
        {t.index.own.select}
      </SiteLink>
    </p>
  )
}
