import type { Page } from 'playwright-core'

/**
 * Signs in and shows nothing yet: whoever goes on elsewhere need not have the list drawn first. The page where people sign in
 * themselves has tests of its own, and takes a second to be drawn.
 */
export const beSignedIn = async (page: Page, login: string, password: string): Promise<void> => {
  const answer = await page.request.post('/api/session', { data: { login, password } })
  if (!answer.ok()) throw new Error(await answer.text())
}

/** Shows the list of households, where everybody begins. */
export const showList = async (page: Page): Promise<void> => {
  await page.goto('/')
  await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
}

/** Signs in and shows the list of households. */
export const arrive = async (page: Page, login: string, password: string): Promise<void> => {
  await beSignedIn(page, login, password)
  await showList(page)
}
