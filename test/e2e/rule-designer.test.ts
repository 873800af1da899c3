import type { DraftDocument, LogicPiece } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { beginDraft } from '../support/drafting.ts'
import { expectAccessible } from './accessible.ts'
import { getDraft, saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'
import { focusName, press, tabTo } from './keyboard.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }

/** Ids that were drawn by lot, in the order they stand, so that documents can be compared. */
const withPlainIds = (logic: readonly LogicPiece[]): unknown => {
  const names = new Map<string, string>()
  const plain = (text: string): string => names.get(text) ?? names.set(text, `#${names.size + 1}`).get(text) ?? text
  return JSON.parse(JSON.stringify(logic).replaceAll(/"id":"([a-z2-7]{10})"/g, (_all, id: string) => `"id":"${plain(id)}"`).replaceAll(/members_[a-z]+/g, plain))
}

describe.skipIf(executable === undefined)('The editor of rules', () => {
  const site = dogSite(executable)
  let author: Client
  let release: string

  beforeAll(async () => {
    author = await signInAs(site.running(), 'writer', 'island', 'author')
    const { body } = await author.send('GET', '/api/programmes?at=2026-06-01')
    release = body.find(({ id }: { id: string }) => id === 'dog-licence').in_force.release
  })

  const newDraft = async (): Promise<string> => (await beginDraft(author, release)).id
  const logicOf = async (page: Page, id: string): Promise<readonly LogicPiece[]> => (await getDraft(page, id)).document.release.logic
  const documentOf = async (page: Page, id: string): Promise<DraftDocument> => (await getDraft(page, id)).document
  const openSet = async (page: Page, id: string, rule: string): Promise<void> => {
    await page.goto(`/drafts/${id}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: `Sửa “${rule}”` }).click()
  }
  const undoAll = async (page: Page): Promise<void> => {
    const undo = page.getByRole('button', { name: 'Hoàn tác' })
    while (await undo.isEnabled()) await undo.click()
  }

  test('a rule with conditions on one and the same member is built by keyboard alone, and every step can be undone', () => site.onPage(async ({ page, faults }) => {
    const id = await newDraft()
    const before = JSON.stringify(await documentOf(page, id))
    await page.goto(`/drafts/${id}?tab=rules`)
    await page.getByRole('tab', { name: 'Quy tắc' }).focus()
    await press(page, 'Thêm quy tắc')
    await page.getByRole('menuitem', { name: 'Nhóm quy tắc' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => focusName(page), patient).toMatch(/^Tên/)
    await page.keyboard.type('Điều làm phiền')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Điều làm phiền/ }).waitFor()
    await press(page, 'Thêm quy tắc')
    await expect.poll(() => focusName(page), patient).toBe('Quy tắc mới')
    await page.keyboard.type('Chó lạ')
    await page.keyboard.press('Enter')
    await expect.poll(() => focusName(page), patient).toBe('Thêm điều kiện')
    await press(page, 'Thêm điều kiện về thành viên')
    await page.keyboard.type('tiem')
    await page.keyboard.press('Enter')
    await expect.poll(() => focusName(page), patient).toBe('Giá trị')
    await page.keyboard.type('kh')
    await page.keyboard.press('Enter')
    await press(page, 'Thêm điều kiện')
    await page.keyboard.type('vai')
    await page.keyboard.press('Enter')
    await expect.poll(() => focusName(page), patient).toBe('Giá trị')
    await page.keyboard.type('cho')
    await page.keyboard.press('Enter')
    await page.getByText('Chó lạ khi có ít nhất một thành viên mà mục “Đã tiêm phòng” là “không” và vai là “chó”.', { exact: true }).waitFor()
    await page.keyboard.press('Alt+ArrowUp')
    await tabTo(page, 'Số văn bản')
    await page.keyboard.type('02/2027/QĐ-CHO')
    await page.keyboard.press('Enter')
    const expected = [
      { kind: 'fact', id: '#4', title: { vi: 'Có ít nhất một thành viên mà vai là “chó” và mục “Đã tiêm phòng” là “không”', en: 'There is at least one member where part is “dog” and “Vaccinated” is “no”' }, value: { any: 'members', where: { all: [{ id: '#1', fact: 'part', operator: 'equal', value: 'dog' }, { id: '#2', fact: 'vaccinated', operator: 'equal', value: false }] } } },
      { kind: 'rules', id: 'dieu_lam_phien', title: { vi: 'Điều làm phiền', en: 'Điều làm phiền' }, rules: [{ id: 'cho_la', title: { vi: 'Chó lạ', en: 'Chó lạ' }, conditions: { id: '#3', fact: '#4', operator: 'equal', value: true }, event: { type: 'met' }, citation: { document: '02/2027/QĐ-CHO' } }] },
    ]
    await expect.poll(async () => withPlainIds((await logicOf(page, id)).slice(-2)), patient).toEqual(expected)
    expect(await page.getByRole('button', { name: 'Hoàn tác' }).getAttribute('aria-description')).toBe('Hoàn tác: sửa quy tắc “Chó lạ”')
    await expectAccessible(page, 'a rule being built')
    expect(await englishOn(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'a rule being built on a phone')
    await undoAll(page)
    await saved(page)
    await expect.poll(async () => JSON.stringify(await documentOf(page, id)), patient).toBe(before)
    expect(faults).toEqual([])
  }, 'writer'))

  test('a number becomes a parameter, a part is dragged, negated and taken away, and what the lint finds stands at its comparison', () => site.onPage(async ({ page }) => {
    const id = await newDraft()
    await openSet(page, id, 'Vườn không rào')
    const rule = page.locator('[data-rule=open_garden]')
    await rule.getByRole('button', { name: 'Thêm điều kiện', exact: true }).click()
    await page.keyboard.type('dien tich')
    await page.keyboard.press('Enter')
    await page.keyboard.type('mot tram')
    await page.keyboard.press('Tab')
    await rule.getByText('Không đọc được “mot tram”. Hãy nhập như 1.500.000 hoặc 1,5tr.').waitFor()
    await rule.getByLabel('Giá trị', { exact: true }).last().fill('1,5k')
    await page.keyboard.press('Enter')
    const area = rule.locator('[data-node]', { has: page.getByRole('button', { name: /^Việc với “diện tích vườn/ }) }).last()
    await area.getByText('Giá trị 1.500 ghi thẳng trong quy tắc; hãy đưa thành tham số có đơn vị và căn cứ.').waitFor()
    await area.getByRole('button', { name: /^Việc với/ }).click()
    await page.getByRole('menuitem', { name: 'Đưa giá trị thành tham số' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Tên', exact: true }).fill('Vườn lớn nhất')
    await dialog.getByLabel('Số văn bản').fill('01/2026/QĐ-CHO')
    await dialog.getByRole('button', { name: 'Xong' }).click()
    await page.getByText('Vườn không rào khi không có rào và diện tích vườn ≥ vườn lớn nhất (1.500 m²).', { exact: true }).waitFor()
    const order = () => rule.locator('[data-node] > div > div').locator('input').evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value).filter((value) => /^(Có rào|Diện tích vườn)$/.test(value)))
    expect(await order()).toEqual(['Có rào', 'Diện tích vườn'])
    const grip = await rule.locator('[data-grip]').last().boundingBox()
    const onto = await rule.getByLabel('Thông tin xét').first().boundingBox()
    if (!grip || !onto) throw new Error('A grip is missing')
    await page.mouse.move(grip.x + 8, grip.y + 8)
    await page.mouse.down()
    await page.mouse.move(grip.x + 8, grip.y - 8, { steps: 4 })
    await page.mouse.move(grip.x + 8, onto.y - 4, { steps: 8 })
    await page.mouse.up()
    await expect.poll(order, patient).toEqual(['Diện tích vườn', 'Có rào'])
    await area.getByRole('button', { name: /^Việc với/ }).click()
    await page.getByRole('menuitem', { name: 'Nói ngược lại' }).click()
    await page.getByText('Vườn không rào khi (không phải diện tích vườn ≥ vườn lớn nhất (1.500 m²)) và không có rào.', { exact: true }).waitFor()
    await rule.getByRole('button', { name: 'Việc với “không có rào”' }).click()
    await page.getByRole('menuitem', { name: 'Xoá' }).click()
    await page.getByText('Vườn không rào khi không phải diện tích vườn ≥ vườn lớn nhất (1.500 m²).', { exact: true }).waitFor()
    await saved(page)
    const { parameters, logic } = (await documentOf(page, id)).release
    expect(Object.values(parameters).at(-1)).toMatchObject({ title: { vi: 'Vườn lớn nhất' }, unit: 'm2', value: 1500 })
    expect(logic[0]).toMatchObject({ rules: [{ conditions: { all: [{ not: { fact: 'garden_area', operator: 'greaterThanInclusive', value: { parameter: Object.keys(parameters).at(-1) } } }] } }, {}] })
  }, 'writer'))

  test('a rule copied into another draft brings along what is missing there', () => site.onPage(async ({ page }) => {
    const [from, to] = [await newDraft(), await newDraft()]
    await openSet(page, from, 'Vườn không rào')
    const rule = page.locator('[data-rule=open_garden]')
    await rule.getByRole('button', { name: 'Thêm điều kiện về thành viên' }).click()
    await page.keyboard.type('vai')
    await page.keyboard.press('Enter')
    await page.keyboard.type('cho')
    await page.keyboard.press('Enter')
    await rule.getByRole('button', { name: 'Việc với “Vườn không rào”' }).click()
    await page.getByRole('menuitem', { name: 'Sao chép' }).click()
    await saved(page)
    await page.goto(`/drafts/${to}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: 'Dán “Vườn không rào”' }).last().click()
    await page.getByText('Mang theo vì chương trình này chưa có: Có ít nhất một thành viên mà vai là “chó”.', { exact: false }).waitFor()
    await page.getByText('Vườn không rào khi không có rào và có ít nhất một thành viên mà vai là “chó”.', { exact: true }).waitFor()
    await saved(page)
    await expect.poll(async () => (await logicOf(page, to)).map(({ kind }) => kind), patient).toEqual(['fact', 'rules', 'fact', 'fact', 'table', 'outcome'])
  }, 'writer'))

  test('a programme begun from nothing reads the results of another as soon as that is said', () => site.onPage(async ({ page, faults }) => {
    await page.goto('/policies')
    await page.getByRole('button', { name: 'Chương trình mới' }).click()
    await page.getByRole('dialog').getByLabel('Tên chương trình').fill('Thưởng nuôi chó')
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo bản nháp' }).click()
    await page.getByRole('combobox', { name: 'Dùng kết quả của' }).fill('nuoi cho')
    await page.getByRole('option', { name: 'Giấy phép nuôi chó' }).click()
    await saved(page)
    expect(await page.getByRole('button', { name: 'Hoàn tác' }).getAttribute('aria-description')).toBe('Hoàn tác: sửa các chương trình được dùng kết quả')
    await page.getByRole('tab', { name: 'Quy tắc' }).click()
    await page.getByRole('button', { name: 'Thêm quy tắc' }).click()
    await page.getByRole('menuitem', { name: /^Điều kiện dùng chung/ }).click()
    await page.keyboard.type('Nhà có phép')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Nhà có phép/ }).waitFor()
    const about = page.getByPlaceholder('Chọn thông tin, không cần dấu')
    await about.fill('giay phep')
    await page.getByRole('option', { name: /^Giấy phép/ }).first().waitFor()
    await about.press('Enter')
    await page.locator('[aria-label="Giá trị"]:focus').waitFor()
    await page.keyboard.type('cap')
    await page.keyboard.press('Enter')
    await saved(page)
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const { programme, release: { logic } } = await documentOf(page, id)
    expect(programme.depends_on).toEqual(['dog-licence'])
    expect(logic).toMatchObject([{ kind: 'condition', conditions: { fact: 'dog-licence.licence', operator: 'equal', value: 'granted' } }])
    await page.reload()
    await page.getByText(/^Nhà có phép.*giấy phép.*“cấp”/i).first().waitFor()
    await expectAccessible(page, 'a condition on the result of another programme')
    expect(faults).toEqual([])
  }, 'writer'))

  test('a calculation typed with a mistake says what is wrong, and is the same document as one that is built by picking', () => site.onPage(async ({ page, faults }) => {
    const [typed, built] = [await newDraft(), await newDraft()]
    const begin = async (id: string): Promise<void> => {
      await page.goto(`/drafts/${id}?tab=rules`)
      await page.getByRole('button', { name: 'Thêm quy tắc' }).click()
      await page.getByRole('menuitem', { name: /^Cách tính/ }).click()
      await page.getByRole('dialog').getByRole('textbox', { name: 'Tên', exact: true }).fill('Vườn mỗi con chó')
      await page.getByRole('dialog').getByRole('textbox', { name: 'Tên', exact: true }).press('Enter')
      await page.getByRole('heading', { name: /^Vườn mỗi con chó/ }).waitFor()
    }
    const formula = page.getByRole('textbox', { name: 'Công thức' })
    await begin(typed)
    await formula.fill('lam tron den([Dien tich] / [Số chó]; 1)')
    await page.keyboard.press('Enter')
    const wrong = page.getByText('Không có thông tin nào tên “Dien tich”; hãy chọn trong danh sách gợi ý.')
    await wrong.waitFor()
    await page.getByRole('tab', { name: 'Tham số' }).click()
    await page.goBack()
    await wrong.waitFor()
    expect(await formula.innerText()).toBe('lam tron den([Dien tich] / [Số chó]; 1)')
    await formula.fill('lam tron den(')
    await page.keyboard.type('dien tich')
    await page.getByRole('option', { name: 'Diện tích vườn' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type(' / [Số chó]; 1)')
    await page.keyboard.press('Enter')
    await page.getByText('Vườn mỗi con chó là (diện tích vườn chia cho số chó) làm tròn đến bội số gần nhất của 1.').waitFor()
    expect(await formula.innerText()).toBe('LÀM TRÒN ĐẾN([Diện tích vườn] / [Số chó]; 1)')
    await page.getByText('Kết quả:', { exact: false }).getByText('15').waitFor()
    await expectAccessible(page, 'a calculation')
    await page.getByRole('button', { name: 'Dựng từng phần “Công thức”' }).click()
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'a calculation on a phone')
    expect(await englishOn(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await saved(page)
    await begin(built)
    await page.getByRole('button', { name: 'Dựng từng phần “Công thức”' }).click()
    await page.getByLabel('Cách tính của “Kết quả”').selectOption({ label: 'làm tròn' })
    await page.getByLabel('Cách tính của “Giá trị”').selectOption({ label: 'thương' })
    for (const [part, words] of [['Số bị chia', 'dien tich'], ['Số chia', 'so cho']] as const) {
      await page.getByRole('textbox', { name: part, exact: true }).fill(words)
      await page.keyboard.press('Enter')
    }
    await page.getByText('Vườn mỗi con chó là (diện tích vườn chia cho số chó) làm tròn đến bội số gần nhất của 1.').waitFor()
    await saved(page)
    await expect.poll(async () => (await logicOf(page, built)).at(-1), patient).toEqual((await logicOf(page, typed)).at(-1))
    expect(faults).toEqual([])
  }, 'writer'))
})
