import { beforeAll, describe, expect, test } from 'vitest'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { layeredReportPacks } from '../support/dog-reports.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('Where a locality has rules of its own, a report', () => {
  const site = dogSite(executable, layeredReportPacks)

  beforeAll(async () => {
    await decide(site.officer(), dogAnswers('Chủ Chó', 13), { date: '2026-09-01' })
  })

  test('is counted nationally or by the local rules, and the opened figure says by which', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.goto('/reports/dog-licence/licence_movements?from=2026-01-01&to=2026-12-31')
      const sheet = page.getByRole('region', { name: 'Diễn biến giấy phép nuôi chó' })
      await sheet.getByRole('button', { name: /^Tổng số hộ, Toàn đảo: 1/ }).waitFor()
      await page.getByText('Tính theo chuẩn quốc gia').waitFor()
      expect(await sheet.getByRole('button', { name: /^Cuối kỳ, Toàn đảo: 1/ }).count()).toBe(0)
      await page.getByRole('combobox', { name: 'Tính theo' }).or(page.getByRole('textbox', { name: 'Tính theo' })).first().click()
      await page.getByRole('option', { name: 'Quy định nuôi chó của đảo' }).click()
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
})
