import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { layeredReportPacks } from '../support/dog-reports.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('Where a locality has rules of its own, a report', () => {
  const site = dogSite(executable, layeredReportPacks, true)

  beforeAll(async () => {
    await decide(site.officer(), dogAnswers('Chủ Chó', 13), { date: '2026-09-01' })
  })

  const choose = async (page: Page, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: 'Tính theo' }).or(page.getByRole('textbox', { name: 'Tính theo' })).first().click()
    await page.getByRole('option', { name: option }).click()
  }

  test('is counted nationally or by the local rules, and the opened figure says by which', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.goto('/reports/dog-licence/licence_movements?from=2026-01-01&to=2026-12-31')
      const sheet = page.getByRole('region', { name: 'Diễn biến giấy phép nuôi chó' })
      await sheet.getByRole('button', { name: /^Tổng số hộ, Toàn đảo: 1/ }).waitFor()
      await page.getByText('Tính theo chuẩn quốc gia').waitFor()
      expect(await sheet.getByRole('button', { name: /^Cuối kỳ, Toàn đảo: 1/ }).count()).toBe(0)
      await choose(page, 'Quy định nuôi chó của đảo')
      await sheet.getByRole('button', { name: /^Cuối kỳ, Toàn đảo: 1/ }).click()
      const counted = page.getByRole('dialog')
      await counted.getByText('Tính theo quy định của địa phương: Quy định nuôi chó của đảo').waitFor()
      await counted.getByText('Chủ Chó').waitFor()
      await counted.getByText('cấp', { exact: true }).waitFor()
      expect(page.url()).toContain('layer=local')
      expect(await violationsOn(page)).toEqual([])
      expect(faults).toEqual([])
    })
  })

  test('of one’s own is so too, and the opened figure says by which', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.goto('/reports?from=2026-01-01&to=2026-12-31')
      await choose(page, 'Quy định nuôi chó của đảo')
      await page.getByRole('link', { name: 'Khám phá số liệu' }).click()
      const sheet = page.getByRole('region', { name: /^Số hộ theo đơn vị/ })
      await sheet.getByRole('button', { name: /^cấp, Tổng số: 1/ }).click()
      const counted = page.getByRole('dialog')
      await counted.getByText('Tính theo quy định của địa phương: Quy định nuôi chó của đảo').waitFor()
      await counted.getByText('Chủ Chó').waitFor()
      expect(await violationsOn(page)).toEqual([])
      await page.keyboard.press('Escape')
      await counted.waitFor({ state: 'hidden' })
      await choose(page, 'Chuẩn quốc gia')
      await sheet.getByRole('button', { name: /^không cấp, Tổng số: 1/ }).click()
      await counted.getByText('Tính theo chuẩn quốc gia').waitFor()
      expect(page.url()).not.toContain('layer=')
      expect(faults).toEqual([])
    })
  })

  test('is so too in a set to be taken away, which says by whose rules it is', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.goto('/reports?from=2026-01-01&to=2026-12-31')
      await choose(page, 'Quy định nuôi chó của đảo')
      await page.getByRole('button', { name: 'Tải cả bộ báo cáo' }).click()
      const sets = page.getByRole('region', { name: 'Bộ báo cáo bạn đã lập' })
      await sets.getByText('Tính theo quy định của địa phương: Quy định nuôi chó của đảo').waitFor()
      await sets.getByRole('button', { name: /^Tải tệp ZIP/ }).waitFor()
      expect(await violationsOn(page)).toEqual([])
      expect(faults).toEqual([])
    })
  })
})
