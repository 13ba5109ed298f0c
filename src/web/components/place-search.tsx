/** Search box with suggestions: the combobox pattern of WAI-ARIA, with a list that opens while typing. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { SearchResult } from '#domain/answers/answers.ts'
import { searchQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SearchResults } from '#web/components/search-results.tsx'
import { useDelayed } from '#web/components/use-delayed.ts'

interface PlaceSearchProps {
  id: string
  label: string
  /** A small box without a button, its label only for screen readers. */
  compact?: boolean
  autoFocus?: boolean
  onChoose: (result: SearchResult) => void
}

export function PlaceSearch({ id, label, compact = false, onChoose }: PlaceSearchProps) {
  const { t } = useLanguage()
  const listId = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  /** Enter was pressed before the results came: the first one is chosen when they do. */
  const waiting = useRef(false)
  const asked = useDelayed(text.trim(), 120)
  const answer = useQuery(searchQuery(asked))
  const results = asked.length >= 2 ? (answer.data?.results ?? []) : []
  const upToDate = asked === text.trim() && answer.data?.query.trim() === asked
  const visible = open && asked.length >= 2 && answer.data !== undefined

  const choose = (result: SearchResult): void => {
    waiting.current = false
    setText('')
    setOpen(false)
    setActive(-1)
    onChoose(result)
  }

  const submit = (): void => {
    if (text.trim().length < 2) return
    const chosen = results[active] ?? (upToDate ? results[0] : undefined)
    if (chosen !== undefined) choose(chosen)
    else {
      waiting.current = !upToDate
      setOpen(true)
    }
  }

  useEffect(() => {
    const first = results[0]
    if (waiting.current && upToDate && first !== undefined) choose(first)
  })

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = active === -1 && step === -1 ? 0 : active
      setActive(results.length === 0 ? -1 : (from + step + results.length) % results.length)
    } else if (event.key === 'Escape') {
      setOpen(false)
      setActive(-1)
    }
  }

  return (
    <form
      role="search"
      aria-label={label}
      className={compact ? 'td-search td-search--compact' : 'td-search'}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <label className={compact ? 'td-visually-hidden' : 'utrecht-form-label td-search__label'} htmlFor={id}>
        {label}
      </label>
      <div className="utrecht-combobox td-search__field">
        <input
          id={id}
          className="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          role="combobox"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={visible}
          aria-controls={listId}
          placeholder={compact ? t.search.shortLabel : t.search.placeholder}
          {...(visible && active >= 0 && { 'aria-activedescendant': `${listId}-${active}` })}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(-1)
            waiting.current = false
          }}
          onKeyDown={onKeyDown}
        />
        {!compact && (
          <button type="submit" className="utrecht-button utrecht-button--primary-action td-search__button">
            {t.search.button}
          </button>
        )}
        <SearchResults
          id={listId}
          label={label}
          visible={visible}
          query={asked}
          results={results}
          active={active}
          onChoose={choose}
        />
      </div>
    </form>
  )
}
