/** A page on a screen: no wider than the window, accessible, and without errors. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PageCheck } from './visit-pages.ts'

/** Captions of tables whose words stand outside the window, or outside the box that their table scrolls in. */
const CUT_CAPTIONS = `[...document.querySelectorAll('main caption:not(.td-visually-hidden)')].filter((caption) => {
  if (!caption.checkVisibility()) return false
  const words = document.createRange()
  words.selectNodeContents(caption)
  const edge = caption.closest('.td-scroll')?.getBoundingClientRect().right ?? innerWidth
  return words.getBoundingClientRect().right > Math.min(edge, innerWidth) + 1
}).map((caption) => caption.textContent)`

async function expectFitting(page: Page): Promise<void> {
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), 'pixels to scroll sideways').toBeLessThanOrEqual(0)
  expect(await page.evaluate<string[]>(CUT_CAPTIONS), 'captions that are cut').toEqual([])
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What passed is not told: on a long page that is most of the time. */
const VIOLATIONS_ONLY: Parameters<AxeBuilder['options']>[0] = { resultTypes: ['violations'] }

async function expectAccessible(page: Page): Promise<void> {
  // In one piece: no page has frames of others, for which axe would open a page of its own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(VIOLATIONS_ONLY).withTags(RULES).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 600))).toEqual([])
}

/** For a page that a test has brought to some state: both of the checks below. */
export async function expectWellShown(page: Page): Promise<void> {
  await expectFitting(page)
  await expectAccessible(page)
}

export const FITS: PageCheck = { name: 'is no wider than the window', check: ({ page }) => expectFitting(page) }

export const ACCESSIBLE: PageCheck = { name: 'has nothing that axe objects to', check: ({ page }) => expectAccessible(page) }

/** To be the last check. */
export const FAULTLESS: PageCheck = {
  name: 'has no errors and asks for nothing that the policy forbids',
  async check({ faults }) {
    expect(faults).toEqual([])
  },
}
