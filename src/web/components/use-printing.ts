/** Whether the page is being put on paper: what is paged on a screen must then be there as a whole. */
import { useSyncExternalStore } from 'react'

const paper = window.matchMedia('print')
/** Not every browser changes the media query before it takes the page. */
let isTaken = false

function subscribe(onChange: () => void): () => void {
  const take = (taken: boolean) => () => {
    isTaken = taken
    onChange()
  }
  const [start, end] = [take(true), take(false)]
  paper.addEventListener('change', onChange)
  window.addEventListener('beforeprint', start)
  window.addEventListener('afterprint', end)
  return () => {
    paper.removeEventListener('change', onChange)
    window.removeEventListener('beforeprint', start)
    window.removeEventListener('afterprint', end)
  }
}

export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => isTaken || paper.matches)
