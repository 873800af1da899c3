import type { DraftDocument } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { arrive } from './sign-in.ts'

/** What those who write and approve rules do on the pages, by the words they read. */

export const enter = (page: Page, login: string): Promise<void> => arrive(page, login, 'tieuchi-demo')

type Method = 'GET' | 'PUT' | 'POST'

/** What the server answers to the page of a signed-in person, as it is. */
export const ask = async (page: Page, method: Method, path: string, body?: unknown) => {
  const { csrf } = await (await page.request.get('/api/session')).json() as { csrf: string }
  return page.request.fetch(path, { method, headers: { 'x-csrf-token': csrf }, ...(body === undefined ? {} : { data: body }) })
}

/** What the page of a signed-in person may send by itself. */
export const send = async (page: Page, method: Method, path: string, body?: unknown): Promise<ReturnType<JSON['parse']>> => {
  const response = await ask(page, method, path, body)
  expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true)
  return response.json()
}

/** Takes a step of a draft's life that is asked about before it is taken. */
export const takeStep = async (page: Page, step: 'Trình duyệt' | 'Phê duyệt', patience: { readonly timeout: number }): Promise<void> => {
  await page.getByRole('button', { name: step, exact: true }).click(patience)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await dialog.waitFor({ state: 'detached', ...patience })
}

export const saved = (page: Page) => page.getByText(/^đã lưu lúc \d\d:\d\d$/).waitFor()

export interface OpenDraft {
  readonly id: string
  readonly version: number
  readonly document: DraftDocument
}

export const getDraft = (page: Page, id: string): Promise<OpenDraft> => send(page, 'GET', `/api/drafts/${id}`)

/** Puts a document in the place of what a draft holds. */
export const putDocument = async (page: Page, id: string, document: DraftDocument): Promise<number> =>
  (await send(page, 'PUT', `/api/drafts/${id}/document`, { version: (await getDraft(page, id)).version, document })).version
