/** A page on paper: nothing to click is printed and nothing falls off. */
import { expect } from 'vitest'
import type { PageCheck } from './visit-pages.ts'

/** The width of an A4 between its margins, in CSS pixels. */
const PAPER_WIDTH = 700

const ON_PAPER = `({
  controls: [...document.querySelectorAll('button:not(th > .td-topic), .utrecht-button-link, input, select, textarea')]
    .filter((part) => part.getBoundingClientRect().width > 1 && !part.closest('.td-visually-hidden'))
    .map((part) => part.outerHTML.slice(0, 120)),
  cut: [...document.querySelectorAll('main .td-scroll')].filter((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible').length,
  width: document.documentElement.scrollWidth,
  // A chart that was drawn for a screen has tiny letters on paper.
  shrunk: [...document.querySelectorAll('main .td-figure__drawing')].filter((part) => {
    const shown = [...part.querySelectorAll(':scope > svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
    return shown.length !== 1 || shown[0].getBoundingClientRect().width < 0.9 * shown[0].viewBox.baseVal.width
  }).length,
  // The picture of a map fills its box.
  loose: [...document.querySelectorAll('main .td-map')].filter((part) => {
    const picture = part.querySelector('.maplibregl-canvas')?.getBoundingClientRect()
    return picture !== undefined && (Math.abs(picture.width - part.clientWidth) > 2 || Math.abs(picture.height - part.clientHeight) > 2)
  }).length,
  nameless: [...document.querySelectorAll('main tbody th')].filter((part) => part.checkVisibility() && part.innerText.trim() === '').length,
  folded: [...document.querySelectorAll('main .td-opens-on-paper')].filter((part) => part.lastElementChild.getBoundingClientRect().height === 0).length,
  headless: [...document.querySelectorAll('main thead th[data-header]')].filter((part) => !getComputedStyle(part, '::before').content.replaceAll('\\\\', '').includes(part.dataset.header)).length,
})`

interface OnPaper {
  readonly controls: string[]
  readonly cut: number
  readonly width: number
  readonly shrunk: number
  readonly loose: number
  readonly nameless: number
  readonly folded: number
  readonly headless: number
}

/** Leaves the page as it is on paper. */
export const PRINTS: PageCheck = {
  name: 'prints whole, without anything to click',
  async check({ page }) {
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: PAPER_WIDTH, height: 1000 })
    const { controls, width, ...faults } = await page.evaluate<OnPaper>(ON_PAPER)
    expect(controls).toEqual([])
    expect(width).toBeLessThanOrEqual(PAPER_WIDTH + 1)
    expect(faults, JSON.stringify(faults)).toEqual({ cut: 0, shrunk: 0, loose: 0, nameless: 0, folded: 0, headless: 0 })
  },
}
