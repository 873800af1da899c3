import { CFB, read } from '@e965/xlsx'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { reportPacks } from '../support/dog-reports.ts'
import { expectAccessible, violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'
import { showList } from './sign-in.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('On reports, an officer', () => {
  const site = dogSite(executable, reportPacks, true)

  beforeAll(async () => {
    for (const [keeper, before, after] of [['Nguyễn Văn Á', 20, 20], ['Phạm Thị Ớt', 20, 5], ['Lê Văn Ếch', 5, 20]] as const) {
      const { household } = await decide(site.officer(), dogAnswers(keeper, before), { date: '2026-02-01' })
      await decide(site.officer(), dogAnswers(keeper, after), { date: '2026-09-01', household })
    }
  })

  test('opens a figure, sees the household it counts, and reads why it was decided so, with the article', async () => {
    await site.onPage(async ({ page, faults }) => {
      await showList(page)
      await page.getByRole('link', { name: 'Báo cáo', exact: true }).click()
      await page.getByRole('heading', { name: 'Báo cáo', level: 1 }).waitFor()
      await page.getByText('Mẫu 1').waitFor()
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('link', { name: 'Diễn biến giấy phép nuôi chó' }).click()
      const sheet = page.getByRole('region', { name: 'Diễn biến giấy phép nuôi chó' })
      await sheet.getByRole('columnheader', { name: 'Trong kỳ' }).waitFor()
      await sheet.getByRole('button', { name: /^Tổng số hộ, Toàn đảo: 3/ }).waitFor()
      await sheet.getByRole('rowheader', { name: 'Đường Biển' }).waitFor()
      expect(await violationsOn(page)).toEqual([])
      expect(await englishOn(page)).toEqual([])

      await sheet.getByRole('button', { name: /^Cuối kỳ, Toàn đảo: 2/ }).click()
      const counted = page.getByRole('dialog')
      await counted.getByText('Lê Văn Ếch').waitFor()
      await counted.getByText('Nguyễn Văn Á').waitFor()
      expect(await counted.getByText('Phạm Thị Ớt').count()).toBe(0)
      expect(await violationsOn(page)).toEqual([])
      await counted.getByRole('listitem').filter({ hasText: 'Lê Văn Ếch' }).getByRole('link', { name: 'Quyết định cho ngày 01/09/2026: vì sao?' }).click()
      await page.getByRole('heading', { name: /Lê Văn Ếch/, level: 1 }).waitFor()
      await page.getByRole('button', { name: /^Vì sao\?/ }).first().click()
      await page.getByText('01/2026/QĐ-CHO', { exact: false }).first().waitFor()
      expect(faults).toEqual([])
    })
  })

  test('reads the report of another period by the form of its own rules', async () => {
    await site.onPage(async ({ page }) => {
      await page.goto('/reports/dog-licence/licence_movements?from=2026-01-01&to=2026-12-31')
      await page.getByRole('heading', { name: 'Diễn biến giấy phép nuôi chó', level: 1 }).waitFor()
      await page.getByRole('combobox', { name: 'Năm' }).or(page.getByRole('textbox', { name: 'Năm' })).first().click()
      await page.getByRole('option', { name: '2027' }).click()
      await page.getByRole('heading', { name: 'Diễn biến giấy phép (mẫu mới)', level: 1 }).waitFor()
      expect(page.url()).toContain('from=2027-01-01')
    })
  })

  test('reads it as it was known on an earlier day, comes back to today, and finds the day in the address', async () => {
    await site.onPage(async ({ page }) => {
      await page.goto('/reports/dog-licence/licence_movements?from=2026-01-01&to=2026-12-31')
      const sheet = page.getByRole('region', { name: 'Diễn biến giấy phép nuôi chó' })
      await sheet.getByRole('button', { name: /^Tổng số hộ, Toàn đảo: 3/ }).waitFor()
      const known = page.getByRole('textbox', { name: 'Số liệu ghi nhận đến ngày' })
      await known.fill('30/11/2026')
      await known.press('Enter')
      await sheet.getByRole('button', { name: /^Tổng số hộ, Toàn đảo: 0/ }).waitFor()
      await page.getByText('Số liệu ghi nhận đến ngày 30/11/2026').waitFor()
      expect(page.url()).toContain('known=2026-11-30')
      expect(await violationsOn(page)).toEqual([])
      await page.reload()
      await sheet.getByRole('button', { name: /^Tổng số hộ, Toàn đảo: 0/ }).waitFor()
      await page.getByRole('button', { name: 'Về hôm nay' }).last().click()
      await sheet.getByRole('button', { name: /^Tổng số hộ, Toàn đảo: 3/ }).waitFor()
      expect(page.url()).not.toContain('known=')
    })
  })

  test('takes it out as Excel, and reads it on a phone', async () => {
    await site.onPage(async ({ page }) => {
      await page.goto('/reports/dog-licence/licence_movements?from=2026-01-01&to=2026-12-31')
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải Excel' }).click()])
      const book = read(await readFile(await download.path()))
      expect(Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}).some((cell) => cell?.v === 'DIỄN BIẾN GIẤY PHÉP NUÔI CHÓ')).toBe(true)
      await page.setViewportSize({ width: 390, height: 844 })
      await page.getByRole('rowheader', { name: 'Toàn đảo' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await expectAccessible(page, 'a report on a phone')
    })
  })

  test('takes all reports of a period at once, is told by the bell when they are made, and comes back to them from there', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.setViewportSize({ width: 1280, height: 360 })
      await page.goto('/reports?from=2026-01-01&to=2026-12-31')
      await page.getByRole('button', { name: 'Tải cả bộ báo cáo' }).click()
      const sets = page.getByRole('region', { name: 'Bộ báo cáo bạn đã lập' })
      const download = sets.getByRole('button', { name: 'Tải tệp ZIP, 1 biểu' })
      await download.waitFor()
      // What was begun comes into sight by itself, however many forms stand above it.
      expect(await sets.locator('[aria-current=true]').evaluate((line) => line.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
      await page.setViewportSize({ width: 1280, height: 800 })
      expect(await violationsOn(page)).toEqual([])
      expect(await englishOn(page)).toEqual([])
      const [file] = await Promise.all([page.waitForEvent('download'), download.click()])
      expect(file.suggestedFilename()).toMatch(/xa-ben-cang-01-01-2026-31-12-2026\.zip$/)
      const names = CFB.read(await readFile(await file.path()), { type: 'buffer' }).FullPaths.map((path: string) => path.split('/').at(-1))
      expect(names).toEqual(expect.arrayContaining(['01-mau-1-dien-bien-giay-phep-nuoi-cho.xlsx', '01-mau-1-dien-bien-giay-phep-nuoi-cho.pdf']))

      await page.getByRole('link', { name: 'Rà soát hộ', exact: true }).click()
      await page.getByRole('button', { name: 'Thông báo, 1 chưa đọc' }).click()
      await page.getByRole('link', { name: /Bộ báo cáo “.*Xã Bến Cảng, 01\/01\/2026–31\/12\/2026” đã lập xong/ }).click()
      await page.getByRole('heading', { name: 'Báo cáo', level: 1 }).waitFor()
      await sets.locator('[aria-current=true]').getByRole('button', { name: 'Tải tệp ZIP, 1 biểu' }).waitFor()
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await expectAccessible(page, 'sets of reports on a phone')
      expect(faults).toEqual([])
    })
  })

  test('lists the forms of another kind of period, each for the period that was chosen', async () => {
    await site.onPage(async ({ page }) => {
      await page.goto('/reports?from=2026-01-01&to=2026-12-31')
      await page.getByRole('link', { name: 'Diễn biến giấy phép nuôi chó' }).waitFor()
      expect(await page.getByRole('link', { name: 'Chó và vườn' }).count()).toBe(0)
      await page.getByRole('combobox', { name: 'Kỳ báo cáo' }).or(page.getByRole('textbox', { name: 'Kỳ báo cáo' })).first().click()
      await page.getByRole('option', { name: 'hằng quý' }).click()
      await page.getByRole('link', { name: 'Chó và vườn' }).click()
      await page.getByRole('heading', { name: 'Chó và vườn', level: 1 }).waitFor()
      expect(page.url()).toContain('from=2026-10-01&to=2026-12-31')
    })
  })
})
