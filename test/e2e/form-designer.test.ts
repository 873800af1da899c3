import { questionsOf, type DraftDocument, type FormDocument } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { beginDraft, edit, makeReady, withChangelog } from '../support/drafting.ts'
import { expectAccessible } from './accessible.ts'
import { getDraft, saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'
import { focusName, press, tabTo } from './keyboard.ts'
import { openNewHousehold, viewAsOf, waitUntilSaved } from './officer.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }
const palette = 'Thêm vào biểu mẫu'

/** Puts in the first thing the palette finds. */
const add = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.insertText(words)
  await page.getByRole('option', { selected: true }).or(page.locator('[data-combobox-selected]')).first().waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[data-show=palette] input').inputValue(), patient).toBe('')
}

/** A question that no dictionary has yet: a yes or no unless its kind is said. */
const addNew = async (page: Page, label: string): Promise<void> => {
  await add(page, label)
  await page.getByRole('dialog').waitFor()
  await expect.poll(() => focusName(page), patient).toMatch(/^Câu hỏi/)
  await page.keyboard.press('Enter')
  await expect.poll(() => focusName(page), patient).toBe(palette)
}

/** Goes to a part by a word of its name; the line of it is marked then. */
const goTo = async (page: Page, words: string, name: string): Promise<void> => {
  await tabTo(page, 'Đi tới câu hỏi')
  await page.keyboard.type(words)
  await page.locator('[data-combobox-selected]', { hasText: name }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('treeitem', { name, selected: true }).waitFor()
}

const formOf = ({ release }: DraftDocument): FormDocument => {
  const [form] = release.forms
  if (!form) throw new Error('The draft has a form')
  return form
}

describe.skipIf(executable === undefined)('The form designer', () => {
  const site = dogSite(executable, undefined, true)
  let author: Client
  let approver: Client
  let release: string

  beforeAll(async () => {
    author = await signInAs(site.running(), 'writer', 'island', 'author')
    approver = await signInAs(site.running(), 'signer', 'island', 'approver')
    const { body } = await author.send('GET', '/api/programmes?at=2027-06-01')
    release = body.find(({ id }: { id: string }) => id === 'dog-licence').in_force.release
  })

  const documentOf = async (page: Page, id: string): Promise<DraftDocument> => (await getDraft(page, id)).document
  const storedForm = async (page: Page, id: string): Promise<FormDocument> => formOf(await documentOf(page, id))

  test('makes a form of sixty questions from an empty canvas by keyboard alone, which is then filled and decided', async () => {
    const id = (await beginDraft(author, release, '2028-01-01')).id
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${id}?tab=forms&on=form.application`)
      await press(page, 'Bỏ biểu mẫu này')
      await page.getByRole('button', { name: 'Thêm biểu mẫu' }).waitFor()
      await page.getByRole('tab', { name: 'Biểu mẫu' }).focus()
      await press(page, 'Thêm biểu mẫu')
      await expect.poll(() => focusName(page), patient).toMatch(/^Tên biểu mẫu/)
      await page.keyboard.insertText('Đơn xin nuôi chó đầy đủ')
      await page.keyboard.press('Enter')
      await page.getByRole('tree').waitFor()
      await tabTo(page, palette)
      for (const words of ['duong', 'dien tich vuon', 'co rao', 'phan ghi thanh vien', 'ten goi', 'vai', 'ngay sinh', 'da tiem']) await add(page, words)
      await add(page, 'phan')
      await expect.poll(() => focusName(page), patient).toBe('Tên mới')
      await page.keyboard.insertText('Chăm sóc')
      await page.keyboard.press('Enter')
      await expect.poll(() => focusName(page), patient).toMatch(/^Chăm sóc/)
      await page.keyboard.press('Insert')
      await expect.poll(() => focusName(page), patient).toBe(palette)
      for (let number = 1; number <= 53; number += 1) await addNew(page, `Điều số ${String(number).padStart(2, '0')}`)
      await expect.poll(async () => questionsOf(await storedForm(page, id)).length, patient).toBe(60)
      await goTo(page, 'so 02', 'Điều số 02')
      await press(page, 'Viết điều kiện: Khi nào hiện')
      await expect.poll(() => focusName(page), patient).toBe('Thêm điều kiện')
      await page.keyboard.insertText('so 01')
      await page.keyboard.press('Enter')
      await expect.poll(() => focusName(page), patient).toBe('Giá trị')
      await press(page, 'Xong')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.locator('body').focus()
      await goTo(page, 'dien tich vuon', 'Diện tích vườn')
      await press(page, 'Thêm kiểm tra')
      await expect.poll(() => focusName(page), patient).toBe('Thêm điều kiện')
      await page.keyboard.insertText('dien tich vuon')
      await page.keyboard.press('Enter')
      await expect.poll(() => focusName(page), patient).toBe('Giá trị')
      await page.keyboard.insertText('1')
      await page.keyboard.press('Enter')
      await press(page, 'Xong')
      await expect.poll(async () => (await storedForm(page, id)).checks?.[0]?.conditions, patient).toMatchObject({ fact: 'garden_area', operator: 'greaterThanInclusive', value: 1 })
      await saved(page)
      expect(questionsOf(await storedForm(page, id)).filter(({ item }) => item.visible).map(({ item: { field, visible } }) => ({ field, visible }))).toMatchObject([{ field: 'dieu_so_02', visible: { fact: 'dieu_so_01', operator: 'equal', value: true } }])
      await expectAccessible(page, 'the form designer')
      expect(await englishOn(page)).toEqual([])
      expect(faults).toEqual([])
    }, 'writer')
    await publish(id)
    await site.onPage(async ({ page }) => {
      await viewAsOf(page, '01/06/2028')
      await openNewHousehold(page)
      await tabTo(page, 'Đường')
      await page.keyboard.type('Đường Biển')
      await page.keyboard.press('Tab')
      await page.keyboard.type('35')
      await page.keyboard.press('Tab')
      await waitUntilSaved(page)
      await page.getByRole('tab', { name: 'Chăm sóc' }).waitFor()
      await page.getByRole('tab', { name: 'Chăm sóc' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('radiogroup', { name: 'Điều số 52', exact: true }).waitFor()
      expect(await page.getByRole('radiogroup', { name: 'Điều số 02', exact: true }).count()).toBe(1)
      await page.getByRole('radiogroup', { name: 'Điều số 01', exact: true }).getByText('Không', { exact: true }).click()
      await expect.poll(() => page.getByRole('radiogroup', { name: 'Điều số 02', exact: true }).count(), patient).toBe(0)
    })
  })

  /** Whatever the gate asks for is confirmed, and a second person puts it in force. */
  const publish = async (id: string): Promise<void> => {
    const { body } = await author.send('GET', `/api/drafts/${id}`)
    const ready = await makeReady(author, await edit(author, { id, version: body.version, document: body.document }, withChangelog))
    const gate = await author.send('GET', `/api/drafts/${id}/gate`)
    expect(gate.body.items.filter(({ id: item, state }: { id: string; state: string }) => item !== 'approval' && state !== 'met').flatMap(({ issues }: { issues: readonly { message: unknown }[] }) => issues.map(({ message }) => message))).toEqual([])
    expect(await author.send('POST', `/api/drafts/${id}/send`, { version: ready.version })).toMatchObject({ status: 200 })
    expect(await approver.send('POST', `/api/drafts/${id}/approve`, { version: ready.version })).toMatchObject({ status: 200 })
    expect(await approver.send('POST', `/api/drafts/${id}/publish`, { version: ready.version, valid_from: '2028-01-01', reason: 'Quyết định 1' })).toMatchObject({ status: 200 })
  }
})
