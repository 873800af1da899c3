import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What is right is not listed: to name each element of it takes as long as to look at it. */
const lookAt = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

/**
 * What axe finds wrong with a page, each with where. Run in the page itself: the other way opens a second page each time for the sake
 * of frames of other origins, of which there are none.
 */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await lookAt(page).analyze()
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** No violation axe knows, and nothing to scroll sideways. */
export const expectAccessible = async (page: Page, place: string): Promise<void> => {
  expect(await violationsOn(page), place).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${place} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** The same in dark colours: of what axe knows only contrasts depend on them. */
export const expectReadableInTheDark = async (page: Page, place: string): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const { violations } = await lookAt(page).withRules(['color-contrast']).analyze()
  expect(violations.map(({ nodes }) => nodes.map(({ target }) => target.join(' ')).join(', ')), `${place} in dark colours`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}
