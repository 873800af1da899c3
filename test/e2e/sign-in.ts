import type { Page } from 'playwright-core'

/** Signs in and shows the list of households. The page where people do that themselves has tests of its own, and takes a second to be drawn. */
export const arrive = async (page: Page, login: string, password: string): Promise<void> => {
  const answer = await page.request.post('/api/session', { data: { login, password } })
  if (!answer.ok()) throw new Error(await answer.text())
  await page.goto('/')
  await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
}
