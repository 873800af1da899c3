import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { saved, takeStep } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()
const patient = { timeout: 60_000 }
/** A step that waits longer has gone wrong. */
const step = 10_000

/** Writes a field and leaves it. */
const fill = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByLabel(label, { exact: true }).press('Tab')
}

/** A new question, which all programmes share. */
const addQuestion = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: 'Từ điển' }).click()
  await page.getByRole('button', { name: 'Thêm câu hỏi' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Câu hỏi', exact: true }).fill('Có sân chung cho chó')
  await dialog.getByRole('textbox', { name: 'Bằng tiếng Anh' }).fill('Has a common yard for dogs')
  await dialog.getByRole('button', { name: 'Thêm câu hỏi' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** A new list of results, each with its name in both languages. */
const addResults = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Thêm danh mục' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên danh mục').fill('Mức ưu tiên')
  await dialog.getByLabel('Bằng tiếng Anh').fill('Priority')
  await dialog.getByRole('button', { name: 'Thêm danh mục' }).click()
  await page.getByText('Danh mục chưa có mục nào.', { exact: false }).waitFor()
  for (const [vi, en] of [['ưu tiên', 'first'], ['bình thường', 'ordinary']] as const) {
    await page.getByLabel('Mục mới').fill(vi)
    await page.getByLabel('Bằng tiếng Anh', { exact: true }).last().fill(en)
    await page.getByRole('button', { name: 'Thêm mục' }).click()
    await page.getByLabel(`Tên mục “${vi}”`, { exact: true }).waitFor()
  }
}

const addParameter = async (page: Page, { title, en, unit, value }: { readonly title: string; readonly en: string; readonly unit: string; readonly value: string }): Promise<void> => {
  await page.getByRole('tab', { name: 'Tham số' }).click()
  await page.getByRole('button', { name: 'Thêm tham số' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Tên', exact: true }).fill(title)
  await dialog.getByRole('textbox', { name: 'Tên bằng tiếng Anh' }).fill(en)
  await dialog.getByLabel('Mã tham số').fill(en.toLowerCase().replaceAll(' ', '_'))
  await dialog.getByLabel('Đơn vị').selectOption({ label: unit })
  await dialog.getByRole('textbox', { name: 'Giá trị', exact: true }).fill(value)
  await dialog.getByRole('combobox', { name: 'Số văn bản' }).fill('05/2028/QĐ-CHO')
  await dialog.getByRole('button', { name: 'Ghi hôm nay' }).or(dialog.getByRole('button', { name: /hôm nay/ })).first().click()
  await dialog.getByRole('button', { name: 'Xong' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** A new piece of the rules, opened. */
const addPiece = async (page: Page, kind: string, title: string, en: string): Promise<void> => {
  await page.getByRole('tab', { name: 'Quy tắc' }).click()
  const back = page.getByRole('link', { name: 'Quy tắc', exact: true })
  if (await back.count() > 0) await back.first().click()
  await page.getByRole('button', { name: 'Thêm quy tắc' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Tên', exact: true }).fill(title)
  await dialog.getByRole('textbox', { name: 'Tên bằng tiếng Anh' }).fill(en)
  await dialog.getByRole('button', { name: 'Tạo' }).click()
  await page.getByRole('heading', { name: new RegExp(`^${title}`) }).waitFor()
}

/** Adds a condition where the focus goes, by typing what it is about and its value. */
const addCondition = async (page: Page, about: string, value: string): Promise<void> => {
  await page.getByRole('button', { name: 'Thêm điều kiện', exact: true }).last().click()
  await page.keyboard.type(about)
  await page.keyboard.press('Enter')
  await page.locator('[aria-label="Giá trị"]:focus').waitFor()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
}

const chooseIn = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: label, exact: true }).fill(text)
  await page.keyboard.press('Enter')
}

const cite = (page: Page): Promise<void> => fill(page, 'Số văn bản', '05/2028/QĐ-CHO')

/** Confirms every case that is proposed and acknowledges what has to be seen, until nothing is left but approval. */
const passGate = async (page: Page): Promise<void> => {
  const confirm = page.getByRole('button', { name: /^Xác nhận cả \d+ ca đang hiển thị/ })
  const seen = page.getByRole('button', { name: 'Tôi đã xem và xác nhận' })
  const send = page.getByRole('button', { name: 'Trình duyệt' })
  await page.locator('#gate-boundaries').getByText('chưa đạt', { exact: true }).waitFor(patient)
  for (let round = 0; round < 12 && !(await send.isEnabled()); round += 1) {
    const open = confirm.or(seen)
    await open.first().click(patient)
    await saved(page)
    await page.getByText('đang kiểm tra…').first().waitFor({ state: 'detached', ...patient })
  }
  await expect.poll(() => send.isEnabled(), patient).toBe(true)
}

describe.skipIf(executable === undefined)('A small benefit from an empty programme', () => {
  const site = dogSite(executable)
  let officer: Client

  beforeAll(async () => {
    await signInAs(site.running(), 'writer', 'island', 'author')
    await signInAs(site.running(), 'signer', 'island', 'approver')
    officer = site.officer()
  })

  test('is written, approved, published and granted without anybody seeing a document', async () => {
    let id = ''
    await site.onPage(async ({ page, faults }) => {
      page.setDefaultTimeout(step)
      await page.goto('/policies')
      await page.getByRole('button', { name: 'Chương trình mới' }).click()
      await page.getByRole('dialog').getByLabel('Tên chương trình').fill('Hỗ trợ tiêm phòng')
      await page.getByRole('dialog').getByLabel('Tên bằng tiếng Anh').fill('Vaccination support')
      await page.getByRole('dialog').getByRole('button', { name: 'Tạo bản nháp' }).click()
      await page.getByLabel('Tên bộ quy định').waitFor()
      id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      await fill(page, 'Nội dung thay đổi, một câu', 'Quy định đầu tiên.')
      await fill(page, 'Nội dung thay đổi bằng tiếng Anh', 'The first rules.')
      await page.getByRole('button', { name: /^Dự kiến hiệu lực từ ngày/ }).click()
      await page.getByRole('button', { name: 'Thêm căn cứ' }).click()
      await page.getByLabel('Số văn bản', { exact: true }).and(page.locator(':focus')).waitFor()
      await cite(page)
      await addQuestion(page)
      await addResults(page)
      await addParameter(page, { title: 'Mức hỗ trợ mỗi con chó', en: 'Support per dog', unit: 'đ', value: '50.000' })
      await addParameter(page, { title: 'Vườn nhỏ', en: 'Small garden', unit: 'm²', value: '20' })

      await addPiece(page, 'Cách tính', 'Số chó cần tiêm', 'Dogs to vaccinate')
      await page.getByRole('textbox', { name: 'Công thức' }).fill('so thanh vien([Vai] = "chó" va [Đã tiêm phòng] = khong)')
      await page.keyboard.press('Enter')
      await page.getByText('Số chó cần tiêm là số thành viên mà vai là “chó” và mục “Đã tiêm phòng” là “không”.').waitFor()
      await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'số lượng' })
      await cite(page)

      await addPiece(page, 'Nhóm quy tắc', 'Khó khăn', 'Hardships')
      await page.getByRole('button', { name: 'Thêm quy tắc' }).click()
      await page.keyboard.type('Vườn hẹp, không có sân chung')
      await page.keyboard.press('Enter')
      await page.getByRole('textbox', { name: 'Tên bằng tiếng Anh' }).last().fill('A small garden and no common yard')
      await addCondition(page, 'dien tich vuon', 'vuon nho')
      await page.getByLabel('Phép so sánh').selectOption({ label: 'nhỏ hơn' })
      await addCondition(page, 'san chung', 'kh')
      await page.getByText('Vườn hẹp, không có sân chung khi diện tích vườn < vườn nhỏ (20 m²) và không có sân chung cho chó.').waitFor()
      await cite(page)

      await addPiece(page, 'Bảng quyết định', 'Xếp ưu tiên', 'Ranking')
      await addPiece(page, 'Kết quả', 'Mức ưu tiên', 'Priority')
      await chooseIn(page, 'Lấy theo', 'xep uu tien')
      await page.getByLabel('Các kết quả theo danh mục').selectOption({ label: 'Mức ưu tiên' })
      await page.getByRole('link', { name: 'Xếp ưu tiên' }).first().click()
      await page.getByRole('button', { name: 'Thêm cột' }).click()
      await page.getByRole('dialog').getByLabel('Thông tin của cột').fill('kho khan')
      await page.keyboard.press('Enter')
      await page.getByRole('columnheader', { name: /^Khó khăn/ }).waitFor()
      for (const row of [['>= 1', 'ưu tiên'], ['-', 'bình thường']]) {
        await page.getByRole('button', { name: 'Thêm dòng ở dưới' }).click()
        const last = page.locator('tr[data-place]').last()
        for (const [column, text] of [...row, '05/2028/QĐ-CHO'].entries()) {
          await last.locator(`[data-column="${column}"]`).focus()
          await page.keyboard.type(text)
          await page.keyboard.press('Enter')
        }
      }

      await addPiece(page, 'Quyền lợi', 'Tiền tiêm phòng', 'Vaccination money')
      // Nothing covers the page before it is asked for; then what can be chosen stands below the field, not over the head of the page.
      await page.getByText('Được hưởng khi').waitFor()
      expect(await page.getByRole('listbox').count()).toBe(0)
      const edges = async () => Promise.all([page.getByRole('listbox').first(), page.getByPlaceholder('Chọn thông tin, không cần dấu').first()].map(async (each) => (await each.boundingBox())?.y ?? 0))
      await page.getByPlaceholder('Chọn thông tin, không cần dấu').first().click()
      await expect.poll(async () => edges().then(([list = 0, field = 0]) => list > field), patient).toBe(true)
      await page.keyboard.press('Escape')
      await addCondition(page, 'so cho can tiem', '1')
      await addCondition(page, 'muc uu tien', 'uu tien')
      await page.getByRole('textbox', { name: 'Số tiền hoặc số lượng' }).fill('[Mức hỗ trợ mỗi con chó] * [Số chó cần tiêm]')
      await page.keyboard.press('Enter')
      await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'đ' })
      await page.getByLabel('Chi trả').selectOption({ label: 'một lần' })
      await cite(page)
      await page.getByText('số tiền mức hỗ trợ mỗi con chó (50.000 đ) nhân với số chó cần tiêm, một lần.', { exact: false }).waitFor()
      await saved(page)
      expect(faults).toEqual([])

      await page.getByRole('tab', { name: 'Tác động' }).click()
      await page.getByRole('button', { name: 'Tính tác động' }).click()
      await page.getByRole('alert').getByText('Chưa có quy định nào trước đó của chương trình này để so', { exact: false }).waitFor()
      await page.getByRole('tab', { name: 'Phê duyệt' }).click()
      await passGate(page)
      await takeStep(page, 'Trình duyệt', patient)
      await page.getByRole('button', { name: 'Rút lại' }).waitFor(patient)
      expect(await page.getByText(/[{}]|"\w+":/).count()).toBe(0)
    }, 'writer')
    await site.onPage(async ({ page }) => {
      await page.goto(`/drafts/${id}?tab=approval`)
      await takeStep(page, 'Phê duyệt', patient)
      await page.getByRole('button', { name: 'Ban hành', exact: true }).click(patient)
      await page.getByRole('dialog').getByLabel('Lý do').fill('Quyết định 05/2028/QĐ-CHO')
      await page.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click()
      await page.getByText('Bản nháp này đã đóng, chỉ để xem.').waitFor(patient)
    }, 'signer')
    const dog = (name: string, vaccinated: boolean) => ({ id: name, part: 'dog', vaccinated })
    const { body } = await officer.send('POST', '/api/decisions', {
      programme: 'vaccination-support', unit: '90001', at: '2026-12-01',
      input: { household: { garden_area: 15, has_a_common_yard_for_dogs: false }, members: [dog('a', false), dog('b', true), dog('c', false)] },
    })
    expect(body.layers.national.outcomes).toMatchObject([{ id: 'priority', value: 'first' }])
    expect(body.layers.national.entitlements).toMatchObject([{ id: 'vaccination_money', state: 'granted', amount: 100_000 }])
  }, 300_000)
})
