import { useEffect, useRef, type RefObject } from 'react'

type Close = (() => void) | undefined

/** What is open on the page; what was opened last closes first. */
const opened: RefObject<Close>[] = []

function closeLast(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  opened.at(-1)?.current?.()
}

/**
 * Closes something by the Escape key, wherever the focus is; nothing is listened to where there is nothing to close.
 * Whoever closes something of its own with Escape calls `preventDefault`, so that one press closes one thing.
 */
export function useEscape(close: Close): void {
  const latest = useRef(close)
  latest.current = close
  const isOpen = close !== undefined
  useEffect(() => {
    if (!isOpen) return undefined
    if (opened.push(latest) === 1) document.addEventListener('keydown', closeLast)
    return () => {
      opened.splice(opened.indexOf(latest), 1)
      if (opened.length === 0) document.removeEventListener('keydown', closeLast)
    }
  }, [isOpen])
}
