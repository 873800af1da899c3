import { read, utils } from '@e965/xlsx'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { aidPacks } from '../support/dog-aid.ts'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { expectAccessible, violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'
import { showList } from './sign-in.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('On entitlements, an officer', () => {
  const site = dogSite(executable, aidPacks({ local: true }))

  test('sees what a household had on one day, has on another, and will have under the rules to come, and why', async () => {
    const { household } = await decide(site.officer(), dogAnswers('Nguyễn Văn Á', 20), { date: '2026-02-10' })
    await decide(site.officer(), dogAnswers('Nguyễn Văn Á', 5), { date: '2026-09-01', household })
    await decide(site.officer(), dogAnswers('Nguyễn Văn Á', 40), { date: '2027-01-05', household })
    await site.onPage(async ({ page, faults }) => {
      await showList(page)
      await page.locator(`a[href="/households/${household}/entitlements"]`).click()
      await page.getByRole('heading', { name: 'Quyền lợi của hộ Nguyễn Văn Á', level: 1 }).waitFor()
      const whole = page.getByRole('region', { name: 'Cả hộ' })
      const dog = page.getByRole('region', { name: 'Vàng', exact: true })

      // Today no licence is in force: what is refused is folded, with the reason.
      await page.getByText('0 khoản được hưởng, 0 chưa kết luận, 3 không được hưởng').waitFor()
      await whole.getByText('Không được hưởng (1)').click()
      await whole.getByText('hiện là: không cấp').waitFor()
      expect(await violationsOn(page)).toEqual([])

      const goTo = async (day: string) => {
        await page.getByRole('textbox', { name: 'Ngày tham chiếu' }).fill(day)
        await page.keyboard.press('Enter')
      }
      await goTo('31/08/2026')
      await whole.getByText('số tiền 250.000 đ/tháng, hằng tháng').waitFor()
      await whole.getByText('Theo chuẩn quốc gia: được hưởng, số tiền 200.000 đ/tháng, hằng tháng').waitFor()
      await page.getByRole('region', { name: 'Tổng số' }).getByText('250.000 đ/tháng').waitFor()
      await page.getByRole('region', { name: 'Quyết định làm căn cứ' }).getByText('từ 10/02/2026 đến 31/08/2026').waitFor()
      expect(page.url()).toContain('at=2026-08-31')
      await dog.getByRole('button', { name: 'Vì sao? Khám cho chó, Vàng' }).click()
      await dog.getByText('Đã tiêm phòng: có').waitFor()
      expect(await violationsOn(page)).toEqual([])

      await goTo('05/01/2027')
      await whole.getByText('số tiền 300.000 đ/tháng, hằng tháng').waitFor()
      await page.getByRole('region', { name: 'Quy định đã áp dụng' }).getByRole('link', { name: 'Quy định hỗ trợ 2027' }).waitFor()
      await page.getByText('Theo chính sách', { exact: true }).click()
      await page.getByRole('region', { name: 'Hỗ trợ nuôi chó' }).getByText('Cả hộ').waitFor()
      expect(page.url()).toContain('by=programme')

      await goTo('09/02/2026')
      await page.getByText('Chưa có thông tin của hộ vào ngày 09/02/2026').waitFor()
      await page.getByText(/^Chờ quyết định làm căn cứ/).click()
      await page.getByText('Cần biết: Các quyết định trước đây').waitFor()
      expect(await englishOn(page)).toEqual([])

      await page.setViewportSize({ width: 390, height: 844 })
      await goTo('31/08/2026')
      await page.getByText('số tiền 250.000 đ/tháng, hằng tháng', { exact: true }).waitFor()
      await expectAccessible(page, 'entitlements on a phone')
      expect(faults).toEqual([])
    })
  })

  test('takes those of the whole area out as an Excel file', async () => {
    await site.onPage(async ({ page }) => {
      await page.goto('/households?at=2026-08-31')
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Quyền lợi ra Excel' }).click()])
      expect(download.suggestedFilename()).toBe('quyen-loi_xa-ben-cang_2026-08-31.xlsx')
      const { Sheets: sheets } = read(await readFile(await download.path()))
      expect(utils.sheet_to_csv(sheets['Từng khoản'] ?? {})).toContain('số tiền 250.000 đ/tháng, hằng tháng')
    })
  })
})
