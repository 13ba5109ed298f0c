/** Escape closes what opens on a page, and gives the focus back. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PageCheck } from './visit-pages.ts'

const FOCUS = 'document.activeElement.outerHTML.slice(0, 120)'

/** The menu of a phone and every group in it. */
async function tryMenus(page: Page): Promise<string[]> {
  const faults: string[] = []
  const menu = page.locator('.td-header__menu')
  await menu.press('Enter')
  const groups = page.locator('.td-nav__link[aria-expanded]')
  if ((await groups.count()) === 0) faults.push('no menu')
  for (const group of await groups.all()) {
    await group.press('Enter')
    if ((await group.getAttribute('aria-expanded')) !== 'true') faults.push('a group that does not open')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    if ((await group.getAttribute('aria-expanded')) !== 'false' || !(await hasFocus(group))) faults.push(`group left open or without the focus: ${await page.evaluate<string>(FOCUS)}`)
  }
  await page.keyboard.press('Escape')
  if ((await menu.getAttribute('aria-expanded')) !== 'false' || !(await hasFocus(menu))) faults.push(`menu left open or without the focus: ${await page.evaluate<string>(FOCUS)}`)
  return faults
}

/** Every box that suggests places. */
async function trySearches(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const box of await page.getByRole('combobox', { expanded: false }).and(page.locator('input')).all()) {
    await box.fill('gr')
    await page.locator('[role=listbox]:visible, .td-search__none:visible').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    if ((await box.getAttribute('aria-expanded')) !== 'false' || !(await hasFocus(box))) faults.push(`suggestions left open or without the focus: ${await page.evaluate<string>(FOCUS)}`)
    await box.fill('')
  }
  return faults
}

const hasFocus = async (part: Locator): Promise<boolean> => await part.evaluate((own) => own === own.ownerDocument.activeElement)

/** For a width at which the menu is folded. */
export const CLOSES: PageCheck = {
  name: 'closes whatever opens with Escape, and gives the focus back',
  async check({ page }) {
    expect([...(await tryMenus(page)), ...(await trySearches(page))]).toEqual([])
  },
}
