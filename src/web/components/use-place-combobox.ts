/** The behaviour of the search box: what is typed, what is found, what the keys do. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { SearchResult } from '#domain/answers/answers.ts'
import { searchQuery } from '#web/api/queries.ts'
import { useDelayed } from '#web/components/use-delayed.ts'

const SHORTEST_QUERY = 2
const NO_RESULTS: readonly SearchResult[] = []

export interface PlaceCombobox {
  readonly text: string
  /** What the results are of. */
  readonly query: string
  readonly results: readonly SearchResult[]
  readonly visible: boolean
  /** The search gave no answer. */
  readonly failed: boolean
  /** Position of the result that the arrow keys are on; −1 for none. */
  readonly active: number
  type(text: string): void
  press(event: KeyboardEvent): void
  submit(): void
  choose(result: SearchResult): void
  close(): void
}

export function usePlaceCombobox(onChoose: (result: SearchResult) => void): PlaceCombobox {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  /** Enter was pressed before the results came: the first one is chosen when they do. */
  const waiting = useRef(false)
  const query = useDelayed(text.trim(), 120)
  const { data: answer, isError: failed } = useQuery(searchQuery(query))
  const results = query.length >= SHORTEST_QUERY ? (answer?.results ?? NO_RESULTS) : NO_RESULTS
  const upToDate = query === text.trim() && answer?.query.trim() === query

  const close = (): void => {
    setOpen(false)
    setActive(-1)
  }
  const choose = (result: SearchResult): void => {
    waiting.current = false
    setText('')
    close()
    onChoose(result)
  }
  useEffect(() => {
    const [first] = results
    if (waiting.current && upToDate && first !== undefined) choose(first)
  })
  return {
    text,
    query,
    results,
    visible: open && query.length >= SHORTEST_QUERY && (answer !== undefined || failed),
    failed,
    active,
    choose,
    close,
    type: (typed) => {
      setText(typed)
      setOpen(true)
      setActive(-1)
      waiting.current = false
    },
    press: (event) => {
      if (event.key === 'Escape' && open) {
        event.preventDefault()
        close()
      }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      setOpen(true)
      setActive(step(active, event.key === 'ArrowDown' ? 1 : -1, results.length))
    },
    submit: () => {
      if (text.trim().length < SHORTEST_QUERY) return
      const chosen = results[active] ?? (upToDate ? results[0] : undefined)
      if (chosen !== undefined) return choose(chosen)
      waiting.current = !upToDate
      setOpen(true)
    },
  }
}

/** The next position, round from the last to the first and back; −1 where there is nothing. */
function step(from: number, by: 1 | -1, count: number): number {
  if (count === 0) return -1
  if (from === -1) return by === 1 ? 0 : count - 1
  return (from + by + count) % count
}
