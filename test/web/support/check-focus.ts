/** A page by the Tab key: the focus is seen at every stop, and there is a way out. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PageCheck } from './visit-pages.ts'

const MOST_STOPS = 400

/** The element with the focus: a number of its own, what it is, and whether anything shows that it has the focus. */
const FOCUSED = `(() => {
  const part = document.activeElement
  if (part === null || part === document.body) return undefined
  part.stopNumber ??= (window.stopCount = (window.stopCount ?? 0) + 1)
  // The button that stands for a file field shows its focus.
  const shown = part.matches('.td-file__input') ? part.nextElementSibling : part
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  const { top, bottom } = shown.getBoundingClientRect()
  return {
    number: part.stopNumber,
    text: part.outerHTML.slice(0, 160),
    isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight,
  }
})()`

interface Stop {
  readonly number: number
  readonly text: string
  readonly isSeen: boolean
}

/** Presses Tab until the focus leaves the page; throws where it goes round or does not come out. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | undefined>(FOCUSED)
    if (stop === undefined) return stops
    if (stops.some(({ number }) => number === stop.number) || stops.length > MOST_STOPS) throw new Error(`no way on after ${stops.length} stops: ${stop.text}`)
    stops.push(stop)
  }
}

export const SHOWS_FOCUS: PageCheck = {
  name: 'shows the focus at every stop',
  async check({ page }) {
    const stops = await walk(page)
    expect(stops.length).toBeGreaterThan(8)
    expect(stops.filter(({ isSeen }) => !isSeen).map(({ text }) => text)).toEqual([])
  },
}
