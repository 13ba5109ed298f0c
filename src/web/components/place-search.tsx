/** Search box with suggestions: the combobox pattern of WAI-ARIA, with a list that opens while typing. */
import { useId } from 'react'
import type { SearchResult } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SearchResults } from '#web/components/search-results.tsx'
import { usePlaceCombobox, type PlaceCombobox } from '#web/components/use-place-combobox.ts'

/** Characters; the API refuses more. */
const LONGEST_QUERY = 100

interface PlaceSearchProps {
  id: string
  label: string
  /** A small box without a button, its label only for screen readers. */
  compact?: boolean
  onChoose: (result: SearchResult) => void
}

export function PlaceSearch({ id, label, compact = false, onChoose }: PlaceSearchProps) {
  const { t } = useLanguage()
  const listId = useId()
  const box = usePlaceCombobox(onChoose)
  return (
    <form
      role="search"
      aria-label={label}
      className={compact ? 'td-search td-search--compact' : 'td-search'}
      onSubmit={(event) => {
        event.preventDefault()
        box.submit()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) box.close()
      }}
    >
      <label className={compact ? 'td-visually-hidden' : 'utrecht-form-label td-search__label'} htmlFor={id}>
        {label}
      </label>
      <div className="utrecht-combobox td-search__field">
        <SearchInput id={id} listId={listId} box={box} placeholder={compact ? t.search.shortLabel : t.search.placeholder} />
        {!compact && (
          <button type="submit" className="utrecht-button utrecht-button--primary-action td-search__button">
            {t.search.button}
          </button>
        )}
        <SearchResults id={listId} label={label} {...box} onChoose={box.choose} />
      </div>
    </form>
  )
}

function SearchInput({ id, listId, box, placeholder }: { id: string; listId: string; box: PlaceCombobox; placeholder: string }) {
  return (
    <input
      id={id}
      className="utrecht-textbox utrecht-textbox--html-input"
      type="text"
      role="combobox"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={LONGEST_QUERY}
      aria-autocomplete="list"
      aria-expanded={box.visible}
      aria-controls={listId}
      placeholder={placeholder}
      {...(box.visible && box.active >= 0 && { 'aria-activedescendant': `${listId}-${box.active}` })}
      value={box.text}
      onChange={(event) => box.type(event.target.value)}
      onKeyDown={box.press}
    />
  )
}
