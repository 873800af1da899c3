import { read, utils } from '@e965/xlsx'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { reportPacks } from '../support/dog-reports.ts'
import { beginDraft, edit, makeReady, type Drafting } from '../support/drafting.ts'
import { expectAccessible, violationsOn } from './accessible.ts'
import { getDraft, saved, takeStep } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'

const executable = findBrowser()
const patient = { timeout: 60_000 }
/** A step that waits longer has gone wrong. */
const step = 10_000

const properties = (page: Page) => page.getByRole('region', { name: 'Thuộc tính' })
const head = (page: Page, title: string) => page.getByRole('columnheader', { name: title, exact: true }).getByRole('button')

/** The figures of a row as they stand in the form. */
const figuresOf = async (page: Page, row: string): Promise<readonly string[]> =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row, exact: true }) }).getByRole('cell').allTextContents()

/** Writes a comparison where the focus is: what it is about, and its value. */
const compare = async (page: Page, about: string, value: string): Promise<void> => {
  await page.keyboard.type(about)
  await page.keyboard.press('Enter')
  await page.locator('[aria-label="Giá trị"]:focus').waitFor()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
}

/** Writes whom a column counts. */
const writeWhere = async (page: Page, label: string, about: string, value: string): Promise<void> => {
  await properties(page).getByRole('button', { name: new RegExp(`^Viết điều kiện: ${label}`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByPlaceholder('Chọn thông tin, không cần dấu').waitFor()
  await compare(page, about, value)
  await expectAccessible(page, `the condition of “${label}”`)
  await dialog.getByRole('button', { name: 'Xong' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Rows by a code list, found without diacritics. */
const addRowsByZone = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Thêm dòng', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Theo một danh mục' }).click()
  await properties(page).getByRole('combobox', { name: 'Mỗi dòng là một giá trị của' }).or(properties(page).getByRole('textbox', { name: 'Mỗi dòng là một giá trị của' })).first().click()
  await page.keyboard.type('vung')
  await page.getByRole('option', { name: 'Vùng' }).click()
  await properties(page).getByLabel('Đánh số dòng').selectOption({ label: 'I, II, III' })
}

/** A share of which nobody has said yet what it is leaves all other figures where they are. */
const leaveShareUnwritten = async (page: Page): Promise<void> => {
  const before = await figuresOf(page, 'Tổng cộng')
  await page.getByRole('button', { name: 'Thêm cột' }).click()
  await page.getByRole('menuitem', { name: 'Tỷ lệ', exact: true }).click()
  await page.getByRole('textbox', { name: 'Tiêu đề' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Chưa viết')
  await page.keyboard.press('Enter')
  await page.getByText('phần có chỗ cần sửa chưa được tính').waitFor(patient)
  await page.getByRole('columnheader', { name: /^Chưa viết.*Có chỗ cần sửa/ }).waitFor()
  await expect.poll(() => figuresOf(page, 'Tổng cộng'), patient).toEqual([...before, '…'])
  expect(await properties(page).getByRole('textbox', { name: 'Tiêu đề cột, tiếng Anh' }).inputValue()).toBe('Chưa viết')
  await page.getByRole('columnheader', { name: /^Chưa viết/ }).getByRole('button').press('Delete')
}

describe.skipIf(executable === undefined)('The report designer', () => {
  const site = dogSite(executable, reportPacks, true)
  let writer: Client

  beforeAll(async () => {
    writer = await signInAs(site.running(), 'writer', 'island', 'author')
    await signInAs(site.running(), 'signer', 'island', 'approver')
    for (const [keeper, garden] of [['Nguyễn Văn Á', 20], ['Phạm Thị Ớt', 5], ['Lê Văn Ếch', 20]] as const) await decide(site.officer(), dogAnswers(keeper, garden), { date: '2026-09-01' })
  })

  const begin = async (from: string): Promise<Drafting> => {
    const { body } = await writer.send('GET', '/api/reports?at=2026-12-01')
    return beginDraft(writer, body[0].release.hash, from)
  }

  test('makes a report from nothing, tried on real households, and what was published is taken out as Excel', async () => {
    const { id } = await begin('2026-12-02')
    await site.onPage(async ({ page, faults }) => {
      page.setDefaultTimeout(step)
      await page.goto(`/drafts/${id}?tab=reports`)
      await page.getByRole('button', { name: 'Thêm biểu báo cáo' }).click()
      await page.getByRole('dialog').getByLabel('Tên biểu báo cáo').fill('Tình hình nuôi chó')
      await page.getByRole('dialog').getByRole('button', { name: 'Tạo biểu' }).click()
      await page.getByRole('heading', { name: /^Tình hình nuôi chó/ }).waitFor()
      await page.getByText('số liệu thật của đơn vị này').waitFor()
      await expect.poll(() => figuresOf(page, 'Tổng cộng')).toEqual(['3'])
      expect(await violationsOn(page)).toEqual([])

      await head(page, 'Tổng số hộ').click()
      await page.keyboard.press('Insert')
      await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.type('Được cấp')
      await page.keyboard.press('Enter')
      await writeWhere(page, 'Chỉ đếm khi', 'giay phep', 'cap')
      await properties(page).getByText('Số hộ mà Giấy phép là cấp, vào cuối kỳ').waitFor()
      await expect.poll(() => figuresOf(page, 'Tổng cộng'), patient).toEqual(['3', '2'])

      await page.getByRole('button', { name: 'Thêm cột' }).click()
      await page.getByRole('menuitem', { name: 'Tính từ cột khác' }).click()
      await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.type('Tỷ lệ')
      await page.keyboard.press('Enter')
      await properties(page).getByRole('textbox', { name: 'Công thức giữa các cột' }).fill('[Được cấp] / [Tổng số hộ]')
      await page.keyboard.press('Enter')
      await properties(page).getByLabel('Đơn vị tính').selectOption({ label: '%' })
      await expect.poll(() => figuresOf(page, 'Tổng cộng'), patient).toEqual(['3', '2', '67'])

      await leaveShareUnwritten(page)

      // A range of columns comes under one head; undone and done again it is the same.
      await head(page, 'Được cấp').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Alt+Shift+ArrowRight')
      await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.type('Giấy phép')
      await page.keyboard.press('Enter')
      await head(page, 'Giấy phép').waitFor()
      await page.getByRole('button', { name: /^Hoàn tác/ }).click()
      await page.getByRole('button', { name: /^Hoàn tác/ }).click()
      await head(page, 'Giấy phép').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: /^Làm lại/ }).click()
      await page.getByRole('button', { name: /^Làm lại/ }).click()
      await head(page, 'Giấy phép').waitFor()

      // Persons are counted like households; rows by a code list, with a number each.
      await page.getByRole('button', { name: 'Cả biểu' }).or(page.getByRole('heading', { name: 'Cả biểu' })).first().click()
      await page.getByRole('button', { name: 'Thêm cột' }).click()
      await page.getByRole('menuitem', { name: 'Đếm', exact: true }).click()
      await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.type('Số chó')
      await page.keyboard.press('Enter')
      await properties(page).getByLabel('Tính theo').selectOption({ label: 'nhân khẩu (từng người)' })
      await writeWhere(page, 'Chỉ đếm khi', 'vai', 'cho')
      await addRowsByZone(page)
      await expect.poll(() => figuresOf(page, 'Tổng cộng'), patient).toEqual(['3', '2', '67', '3'])
      await page.getByRole('rowheader', { name: 'II đồng' }).waitFor()
      await properties(page).getByRole('button', { name: 'Đưa “đồng” lên trước' }).click()
      await page.getByRole('rowheader', { name: 'I đồng', exact: true }).waitFor(patient)
      await expectAccessible(page, 'rows by a code list')

      // The form itself: its number, a check, who signs.
      await properties(page).getByRole('button', { name: 'Cả biểu' }).click()
      await properties(page).getByRole('textbox', { name: 'Ký hiệu mẫu, tiếng Việt' }).fill('Mẫu 9')
      await page.keyboard.press('Tab')
      await properties(page).getByRole('combobox', { name: 'Số văn bản' }).or(properties(page).getByLabel('Số văn bản')).first().fill('09/2026/QĐ-CHO')
      await page.keyboard.press('Tab')
      await properties(page).getByRole('button', { name: 'Thêm phép đối chiếu' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Số của cột').selectOption({ label: 'Tổng số hộ' })
      await expect.poll(() => dialog.getByRole('textbox', { name: 'Ghi khi không khớp, tiếng Việt' }).inputValue()).toBe('Đối chiếu cột “Tổng số hộ”')
      await dialog.getByRole('textbox', { name: 'phải bằng' }).fill('[Số chó] - 1')
      await page.keyboard.press('Enter')
      await expectAccessible(page, 'a check')
      await dialog.getByRole('button', { name: 'Xong' }).click()
      await page.getByText('≠ 2').first().waitFor(patient)
      await dialog.waitFor({ state: 'detached' })
      await properties(page).getByRole('button', { name: /^Bỏ phép đối chiếu/ }).click()
      await properties(page).getByRole('button', { name: 'Thêm người ký' }).click()
      await page.getByText('≠ 2').first().waitFor({ state: 'detached', ...patient })
      await saved(page)
      expect(await englishOn(page)).toEqual([])
      expect(faults).toEqual([])
    }, 'writer')

    const draft = await writer.send('GET', `/api/drafts/${id}`)
    const written = await edit(writer, { id, version: draft.body.version, document: draft.body.document }, (document) => ({ ...document, release: { ...document.release, changelog: { vi: 'Thêm một biểu báo cáo.', en: 'One more report form.' } } }))
    await makeReady(writer, written)
    await site.onPage(async ({ page }) => {
      await page.goto(`/drafts/${id}?tab=approval`)
      await takeStep(page, 'Trình duyệt', patient)
      await page.getByRole('button', { name: 'Rút lại' }).waitFor(patient)
    }, 'writer')
    await site.onPage(async ({ page }) => {
      await page.goto(`/drafts/${id}?tab=approval`)
      await takeStep(page, 'Phê duyệt', patient)
      await page.getByRole('button', { name: 'Ban hành', exact: true }).click(patient)
      await page.getByRole('dialog').getByLabel('Lý do').fill('Quyết định 09/2026/QĐ-CHO')
      await page.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click()
      await page.getByText('Bản nháp này đã đóng, chỉ để xem.').waitFor(patient)
    }, 'signer')
    await site.onPage(async ({ page }) => {
      await page.goto('/reports?at=2026-12-31')
      await page.getByRole('link', { name: 'Tình hình nuôi chó' }).click()
      await page.getByRole('rowheader', { name: 'Tổng cộng' }).waitFor()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải Excel' }).click()])
      const book = read(await readFile(await download.path()))
      const lines = utils.sheet_to_json<readonly unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
      expect(lines.find((line) => line.includes('Tổng cộng'))?.filter((cell) => typeof cell === 'number')).toEqual([3, 2, 2 / 3, 3])
      expect(lines.flat()).toEqual(expect.arrayContaining(['Mẫu 9', 'TÌNH HÌNH NUÔI CHÓ', 'Giấy phép', 'Được cấp', 'Tỷ lệ (%)', 'Số chó']))
    })
  }, 300_000)

  test('lists households by name, with what is known of them and of their heads', async () => {
    const { id } = await begin('2027-01-01')
    await site.onPage(async ({ page, faults }) => {
      page.setDefaultTimeout(step)
      await page.goto(`/drafts/${id}?tab=reports&on=report.dogs_and_gardens`)
      await page.getByText('số liệu thật của đơn vị này').waitFor()
      await page.getByRole('button', { name: 'Thêm dòng', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Danh sách từng hộ' }).click()
      await page.getByRole('rowheader', { name: 'Lê Văn Ếch' }).waitFor(patient)
      await writeWhere(page, 'Chỉ ghi những hộ', 'giay phep', 'cap')
      await page.getByRole('rowheader', { name: 'Phạm Thị Ớt' }).waitFor({ state: 'detached', ...patient })
      await properties(page).getByLabel('Đánh số dòng').selectOption({ label: '1, 2, 3' })
      await head(page, 'Số hộ').click()
      await page.getByRole('button', { name: 'Thêm cột' }).click()
      await page.getByRole('menuitem', { name: 'Thông tin của từng hộ' }).click()
      await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.type('Vườn')
      await page.keyboard.press('Enter')
      await properties(page).getByRole('combobox', { name: 'Thông tin ghi ở cột' }).or(properties(page).getByRole('textbox', { name: 'Thông tin ghi ở cột' })).first().click()
      await page.getByRole('option', { name: 'Diện tích vườn', exact: true }).click()
      await page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /Lê Văn Ếch/ }) }).getByText('20 m²').waitFor(patient)
      await expectAccessible(page, 'a list of names being designed')
      expect(faults).toEqual([])
    }, 'writer')
  }, 120_000)

  test('takes columns from a spreadsheet and from another form, moves and renames them by the keyboard alone, and marks what is to be mended', async () => {
    const { id } = await begin('2027-01-01')
    await site.onPage(async ({ page, faults, context }) => {
      page.setDefaultTimeout(step)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto(`/drafts/${id}?tab=reports&on=report.licence_movements`)
      await page.getByText('số liệu thật của đơn vị này').waitFor()
      const titles = () => page.getByRole('columnheader').allTextContents()
      const before = await titles()

      await head(page, 'Cuối kỳ').focus()
      await head(page, 'Cuối kỳ').press('Enter')
      await head(page, 'Cuối kỳ').click()
      await page.evaluate(() => navigator.clipboard.writeText('Tiêm phòng\t\tKhác\nMũi 1\tMũi 2\t\n'))
      await page.keyboard.press('Control+v')
      await head(page, 'Tiêm phòng').waitFor()
      await head(page, 'Mũi 2').waitFor()
      await page.getByRole('button', { name: /^Hoàn tác/ }).click()
      await expect.poll(titles).toEqual(before)

      // The button takes what another program gave too.
      await head(page, 'Cuối kỳ').click()
      await page.getByRole('button', { name: 'Dán cột (Ctrl V)' }).click()
      await head(page, 'Mũi 1').waitFor()
      await page.getByRole('button', { name: /^Hoàn tác/ }).click()
      await expect.poll(titles).toEqual(before)

      await head(page, 'Mất').click()
      await page.keyboard.press('Alt+ArrowRight')
      await expect.poll(async () => (await titles()).indexOf('Được cấp') < (await titles()).indexOf('Mất')).toBe(true)
      await page.keyboard.press('F2')
      await page.keyboard.type('Bị thu')
      await page.keyboard.press('Enter')
      await head(page, 'Bị thu').and(page.locator(':focus')).waitFor()
      await page.keyboard.press('Control+c')
      await page.goto(`/drafts/${id}?tab=reports&on=report.dogs_and_gardens`)
      await page.getByRole('region', { name: /^Biểu đang thiết kế/ }).getByRole('columnheader').nth(1).getByRole('button').click()
      await page.keyboard.press('Control+v')
      await head(page, 'Bị thu').waitFor()
      await saved(page)
      const pasted = (await getDraft(page, id)).document.release.reports?.find((report) => report.id === 'dogs_and_gardens')
      expect(pasted?.logic?.map((piece) => piece.id)).toContain('licence_at_start')

      // What is read no more is marked where it is read.
      await page.goto(`/drafts/${id}?tab=reports&on=report.licence_movements`)
      await head(page, 'Tổng số hộ').click()
      await page.keyboard.press('Delete')
      await page.getByRole('columnheader', { name: /Tỷ lệ.*Có chỗ cần sửa/ }).waitFor()
      await page.getByRole('columnheader', { name: /Tỷ lệ.*Có chỗ cần sửa/ }).first().getByRole('button').click()
      await properties(page).getByText('Ở đây đọc một cột không còn trong biểu').waitFor()
      await page.getByText('phần có chỗ cần sửa chưa được tính').waitFor(patient)
      await expectAccessible(page, 'a form with something to be mended')
      await page.setViewportSize({ width: 390, height: 844 })
      await page.locator('label').filter({ hasText: 'Thuộc tính' }).click()
      await properties(page).waitFor()
      await expectAccessible(page, 'the report designer on a phone')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

      // While the server is away the figures stay, and they are asked for again from there.
      await page.route('**/api/drafts/*/reports/**', (route) => route.abort())
      await page.setViewportSize({ width: 1280, height: 800 })
      await head(page, 'Bị thu').click()
      await page.keyboard.press('Delete')
      await page.getByText('Không kết nối được với máy chủ').waitFor(patient)
      expect((await figuresOf(page, 'Toàn đảo')).filter((figure) => /\d/.test(figure)).length).toBeGreaterThan(0)
      await page.unroute('**/api/drafts/*/reports/**')
      await page.getByRole('button', { name: 'Tính lại' }).click()
      await page.getByText('phần có chỗ cần sửa chưa được tính').waitFor(patient)

      // The gate names the column, and leads to its form.
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(`/drafts/${id}?tab=approval`)
      const wrong = page.getByRole('listitem').filter({ hasText: /^Diễn biến giấy phép nuôi chó, cột “.*”: Ở đây đọc một cột không còn/ }).first()
      await wrong.getByRole('link').click(patient)
      await page.getByRole('region', { name: 'Biểu đang thiết kế: Diễn biến giấy phép nuôi chó' }).waitFor()
      expect(faults).toEqual([])
    }, 'writer')
  }, 120_000)
})
