import { hashDocument, leafColumns, type ReportDocument } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { signInAs } from '../support/app.ts'
import { dogReleases } from '../support/dog-licences.ts'
import { beginDraft } from '../support/drafting.ts'
import { excelForm, movements } from '../support/excel-forms.ts'
import { expectAccessible, expectReadableInTheDark } from './accessible.ts'
import { getDraft, saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('An official form in Excel', () => {
  const site = dogSite(executable)

  const choose = (page: Page, name: string, buffer: Buffer) => page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  const reportsOf = async (page: Page, id: string): Promise<readonly ReportDocument[]> => (await getDraft(page, id)).document.release.reports ?? []

  test('becomes a report form of the draft once it was seen what of it is taken over and what is not', async () => {
    const author = await signInAs(site.running(), 'bieu-mau', 'island', 'author')
    const { id, document } = await beginDraft(author, hashDocument(dogReleases[0].release), '2026-06-01')
    const before = document.release.reports ?? []
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${id}?tab=reports`)
      await page.getByRole('button', { name: 'Lấy bố cục từ Excel' }).click()
      const dialog = page.getByRole('dialog')
      const take = dialog.getByRole('button', { name: 'Thêm vào bản nháp' })
      await choose(page, 'bieu.csv', Buffer.from('STT,Đơn vị,Số hộ\n'))
      await dialog.getByRole('alert').getByText(/không phải tệp Excel/).waitFor()
      expect(await take.isDisabled()).toBe(true)
      await choose(page, 'cong-van.xlsx', excelForm({ rows: [['Kính gửi các đơn vị']] }))
      await dialog.getByRole('alert').getByText(/“Trang 1” không có đầu bảng nhận ra được\. Hãy đặt ô “STT”/).waitFor()
      await expectAccessible(page, 'no form in the file')

      await choose(page, 'mau-7.2.xlsx', excelForm({ rows: [['Hướng dẫn']] }, movements))
      await dialog.getByRole('heading', { name: 'Tổng hợp diễn biến hộ nghèo trong năm 2026' }).waitFor()
      expect(await dialog.getByLabel('Trang tính').inputValue()).toBe('1')
      await dialog.getByText('Mẫu số 7.2 · hằng năm').waitFor()
      const head = dialog.getByRole('region', { name: /^Đầu bảng đọc được/ })
      expect(await head.getByRole('columnheader').allTextContents()).toEqual(['Nội dung', 'Tổng số hộ dân cư', 'Hộ nghèo đầu kỳ', 'Diễn biến', 'Ghi chú', 'Số hộ', 'Tỷ lệ (%)', 'Giảm', 'Tăng', 'Thoát nghèo', 'Khác'])
      await dialog.getByText('Dòng “II Khu vực nông thôn” chưa lấy').waitFor()
      await dialog.getByText('TM. Ủy ban nhân dân – Chủ tịch').waitFor()
      expect(await englishOn(page)).toEqual([])
      await expectAccessible(page, 'a form that was read')
      await expectReadableInTheDark(page, 'a form that was read')
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, 'a form that was read, on a phone')
      await page.setViewportSize({ width: 1280, height: 800 })
      expect(await reportsOf(page, id)).toEqual(before)

      await take.click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('region', { name: 'Biểu đang thiết kế: Tổng hợp diễn biến hộ nghèo trong năm 2026' }).getByText('Thoát nghèo').waitFor()
      await saved(page)
      const [added] = (await reportsOf(page, id)).slice(before.length)
      expect(added && leafColumns(added).map(({ column: { kind, title } }) => `${kind} ${title.vi}`)).toEqual(['open Tổng số hộ dân cư', 'open Số hộ', 'open Tỷ lệ', 'open Thoát nghèo', 'open Khác', 'open Tăng', 'open Ghi chú'])
      await page.getByRole('button', { name: 'Hoàn tác' }).click()
      await saved(page)
      await expect.poll(() => reportsOf(page, id)).toEqual(before)
      expect(faults).toEqual([])
    }, 'bieu-mau')
  })
})
