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
import { answerYesNo, choose, openNewHousehold, send, viewAsOf, waitUntilSaved } from './officer.ts'
import { showList } from './sign-in.ts'

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
  await page.keyboard.press('Escape')
  await page.locator('[role=treeitem]:focus').waitFor()
  await page.keyboard.press('/')
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
      await showList(page)
      await viewAsOf(page, '01/06/2028')
      await openNewHousehold(page)
      await tabTo(page, 'Đường')
      await page.keyboard.type('Đường Biển')
      await page.keyboard.press('Tab')
      await page.keyboard.type('35')
      await answerYesNo(page, 'Có rào', 'Có')
      await page.getByRole('button', { name: 'Mở Thành viên 1' }).click()
      const drawer = page.getByRole('dialog')
      await drawer.getByLabel('Tên gọi').fill('Vàng')
      await choose(page, 'Vai', 'chó')
      await answerYesNo(page, 'Đã tiêm phòng', 'Có')
      await drawer.getByRole('button', { name: 'Xong' }).click()
      await drawer.waitFor({ state: 'detached' })
      await page.getByRole('tab', { name: 'Chăm sóc' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('radiogroup', { name: 'Điều số 53', exact: true }).waitFor()
      expect(await page.getByRole('radiogroup', { name: 'Điều số 02', exact: true }).count()).toBe(1)
      await answerYesNo(page, 'Điều số 01', 'Không')
      await expect.poll(() => page.getByRole('radiogroup', { name: 'Điều số 02', exact: true }).count(), patient).toBe(0)
      await waitUntilSaved(page)
      await send(page)
      await page.getByText('cấp', { exact: true }).first().waitFor()
    })
  })

  test('is worked in with mouse and keys: dragged, marked together, grouped, named, copied into another form, corrected; and everything is undone', () => site.onPage(async ({ page, faults }) => {
    const id = (await beginDraft(author, release)).id
    const before = JSON.stringify(await documentOf(page, id))
    await page.goto(`/drafts/${id}?tab=forms&on=form.application`)
    const line = (name: RegExp) => page.getByRole('treeitem', { name })
    const order = async () => questionsOf(await storedForm(page, id)).map(({ item }) => item.field).slice(0, 3)
    const grip = await line(/^Có rào/).locator('[data-grip]').boundingBox()
    const onto = await line(/^Đường/).boundingBox()
    if (!grip || !onto) throw new Error('Lines are drawn')
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
    await page.mouse.down()
    for (let step = 1; step <= 8; step += 1) await page.mouse.move(grip.x, grip.y + ((onto.y - grip.y) * step) / 8)
    await page.mouse.up()
    await expect.poll(order, patient).toEqual(['fenced', 'street', 'garden_area'])
    await line(/^Đường/).click()
    await page.getByRole('button', { name: 'Cả biểu mẫu' }).click()
    await page.getByText('Tên biểu mẫu').waitFor()
    await line(/^Đường/).click()
    await line(/^Diện tích vườn/).click({ modifiers: ['Control'] })
    await page.getByRole('button', { name: 'Gom vào một nhóm', exact: true }).last().click()
    await page.getByRole('textbox', { name: 'Tên mới' }).fill('Vườn')
    await page.keyboard.press('Enter')
    await line(/^Vườn/).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Tên mới' }).fill('Vườn rộng bao nhiêu?')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await storedForm(page, id)).sections[0]?.items, patient).toMatchObject([
      { kind: 'field', field: 'fenced' },
      { kind: 'group', title: { vi: 'Vườn' }, items: [{ field: 'street' }, { field: 'garden_area', label: { vi: 'Vườn rộng bao nhiêu?' } }] },
    ])
    await line(/^Vườn(?! rộng)/).click()
    for (const [key, section] of [['Alt+ArrowDown', 1], ['Alt+ArrowUp', 0]] as const) {
      await page.keyboard.press(key)
      await expect.poll(async () => (await storedForm(page, id)).sections.findIndex(({ items }) => items.some(({ kind }) => kind === 'group')), patient).toBe(section)
      await line(/^Vườn(?! rộng)/).and(page.locator(':focus')).waitFor()
    }
    await page.keyboard.press('Control+c')
    await page.getByText('Đã chép', { exact: false }).waitFor()
    await expectAccessible(page, 'the form designer with a group')
    await page.goto(`/drafts/${id}?tab=forms`)
    await page.getByRole('button', { name: 'Thêm biểu mẫu' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Tên biểu mẫu' }).fill('Phiếu phụ')
    await page.keyboard.press('Enter')
    await line(/^Thông tin chung/).click()
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await documentOf(page, id)).release.forms[1]?.sections[0]?.items, patient).toMatchObject([{ kind: 'group', items: [{ field: 'street' }, { field: 'garden_area' }] }])
    await page.keyboard.press('Insert')
    await expect.poll(() => focusName(page), patient).toBe(palette)
    await page.keyboard.type('nhom cau')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Tên mới' }).fill('Nhóm rỗng')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Sửa giúp/ }).click(patient)
    await line(/^Nhóm rỗng/).waitFor({ state: 'detached' })
    const undo = page.getByRole('button', { name: 'Hoàn tác' })
    while (await undo.isEnabled()) await undo.click()
    await saved(page)
    await expect.poll(async () => JSON.stringify(await documentOf(page, id)), patient).toBe(before)
    expect(faults).toEqual([])
  }, 'writer'))

  test('shows the form as it will be filled on a computer and a phone, as sentences and as text; files of other tools come in with a list of what cannot be taken', () => site.onPage(async ({ page, faults }) => {
    const id = (await beginDraft(author, release)).id
    await page.goto(`/drafts/${id}?tab=forms&on=form.application&view=preview`)
    await page.getByLabel('Điền theo ca kiểm thử').selectOption({ label: 'Vườn 15 m² ở đồng' })
    await page.getByText('không cấp', { exact: true }).first().waitFor()
    await expectAccessible(page, 'the preview of a form')
    await page.getByText('Điện thoại', { exact: true }).last().click()
    const phone = page.frameLocator('iframe')
    await phone.getByLabel('Diện tích vườn').fill('90')
    await page.getByText('cấp', { exact: true }).first().waitFor(patient)
    await expectAccessible(page, 'the preview of a form on a phone')
    expect(await englishOn(page)).toEqual([])
    await page.getByRole('tab', { name: 'Logic' }).click()
    await page.getByText('Vườn rất rộng; hãy ghi lý do.', { exact: false }).waitFor()
    await expectAccessible(page, 'the logic of a form')
    await page.getByRole('tab', { name: 'Mã nguồn' }).click()
    const text = page.getByRole('textbox', { name: 'Mã nguồn của biểu mẫu' })
    const source = JSON.stringify({ ...(await storedForm(page, id)), title: { vi: 'Đơn mới', en: 'New form' } })
    await text.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(source.replace('"field":"fenced"', '"field":"Fenced!"'))
    await page.getByText('Chưa áp dụng. Dòng 1', { exact: false }).waitFor()
    expect((await storedForm(page, id)).title.vi).toBe('Đơn xin nuôi chó')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(source)
    await expect.poll(async () => (await storedForm(page, id)).title.vi, patient).toBe('Đơn mới')
    await expectAccessible(page, 'the text of a form')
    await page.goto(`/drafts/${id}?tab=forms`)
    await page.getByRole('button', { name: 'Nhập biểu mẫu' }).click()
    const dialog = page.getByRole('dialog')
    const foreign = { type: 'object', title: 'Khai báo', properties: { fenced: { type: 'boolean', title: 'Có rào' }, 'Số con mèo': { type: 'integer', minimum: 0, title: 'Số con mèo' }, thucAn: { enum: ['hat', 'tuoi'], title: 'Thức ăn' } }, if: { properties: { fenced: { const: true } } }, then: { required: ['thucAn'] } }
    await dialog.locator('input[type=file]').setInputFiles({ name: 'khai-bao.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(foreign)) })
    await dialog.getByText('Nhận được 3 câu hỏi.', { exact: false }).waitFor()
    await dialog.getByText('schema › if', { exact: false }).waitFor()
    await expectAccessible(page, 'a form of another tool')
    await dialog.getByRole('button', { name: 'Thêm vào bản nháp' }).click()
    await page.getByRole('treeitem', { name: /^Số con mèo/ }).waitFor()
    await saved(page)
    const document = await documentOf(page, id)
    expect(Object.keys(document.additions.fields.household)).toEqual(['so_con_meo', 'thuc_an'])
    expect(document.additions.lists).toMatchObject([{ entries: [{ code: 'hat' }, { code: 'tuoi' }] }])
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'the form designer on a phone')
    await page.getByText('Thuộc tính', { exact: true }).click()
    await expectAccessible(page, 'the properties on a phone')
    expect(faults).toEqual([])
  }, 'writer'))

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
