import { read, utils } from '@e965/xlsx'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { reportPacks } from '../support/dog-reports.ts'
import { expectAccessible, violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'

const executable = findBrowser()

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field, exact: true }).or(page.getByRole('textbox', { name: field, exact: true })).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

describe.skipIf(executable === undefined)('Exploring figures, an officer', () => {
  const site = dogSite(executable, reportPacks)

  beforeAll(async () => {
    for (const [keeper, garden] of [['Nguyễn Văn Á', 20], ['Phạm Thị Ớt', 20], ['Lê Văn Ếch', 5]] as const) await decide(site.officer(), dogAnswers(keeper, garden), { date: '2026-09-01' })
    const { household, members = [] } = dogAnswers('Trần Thị Ổi', 20)
    await decide(site.officer(), { household: { street: household?.['street'] ?? '', fenced: false }, members }, { date: '2026-09-01' })
  })

  test('begins with a table of what was decided, opens a figure to its households, and reads why', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.goto('/reports?from=2026-01-01&to=2026-12-31')
      await page.getByRole('link', { name: 'Khám phá số liệu' }).click()
      await page.getByRole('heading', { name: 'Khám phá số liệu', level: 1 }).waitFor()
      const sheet = page.getByRole('region', { name: 'Số hộ theo đơn vị, thôn và giấy phép', exact: false })
      await sheet.getByRole('button', { name: /^cấp, Tổng số: 2 \?1\. chưa xác định được ở 1 hộ/ }).waitFor()
      await sheet.getByRole('rowheader', { name: 'Đường Biển' }).waitFor()
      await page.locator('.recharts-bar-rectangle').first().waitFor()
      expect(await violationsOn(page)).toEqual([])
      expect(await englishOn(page)).toEqual([])

      await sheet.getByRole('button', { name: /^cấp, Đường Biển: 2/ }).click()
      const counted = page.getByRole('dialog')
      await counted.getByText('Nguyễn Văn Á').waitFor()
      expect(await counted.getByRole('listitem').count()).toBe(2)
      await counted.getByText('Chưa xác định được (1)').click()
      await counted.getByText('Trần Thị Ổi').waitFor()
      expect(await violationsOn(page)).toEqual([])
      await counted.getByRole('link', { name: /Quyết định cho ngày 01\/09\/2026: vì sao\?/ }).first().click()
      await page.getByRole('heading', { name: /Trần Thị Ổi/, level: 1 }).waitFor()
      expect(faults).toEqual([])
    })
  })

  test('on a phone chooses rows and columns in fields as wide as the page', async () => {
    await site.onPage(async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto('/reports/explore?from=2026-01-01&to=2026-12-31')
      for (const field of ['Dòng', 'Cột']) {
        const chosen = page.getByRole('combobox', { name: field, exact: true }).or(page.getByRole('textbox', { name: field, exact: true })).first()
        await chosen.waitFor()
        expect((await chosen.boundingBox())?.width).toBeGreaterThanOrEqual(340)
      }
      await expectAccessible(page, 'exploring on a phone')
    })
  })

  test('picks rows, columns and a filter, finds all of it in the address, and takes it out as Excel', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.goto('/reports/explore?from=2026-01-01&to=2026-12-31')
      await page.getByRole('heading', { name: /Số hộ theo đơn vị/ }).waitFor()
      await choose(page, 'Dòng', 'Có rào')
      await page.getByRole('button', { name: 'Thêm điều kiện lọc' }).click()
      await choose(page, 'Nội dung', 'Giấy phép')
      await page.getByRole('checkbox', { name: 'cấp', exact: true }).check()
      await page.getByRole('checkbox', { name: 'không cấp' }).check()
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('button', { name: 'Chọn', exact: true }).click()
      await choose(page, 'Cột', 'Không chia cột')
      const title = 'Số hộ theo có rào – Giấy phép: cấp hoặc không cấp'
      const sheet = page.getByRole('region', { name: title })
      await sheet.getByRole('button', { name: /^Số hộ, Có: 3/ }).waitFor()
      expect(new URL(page.url()).searchParams.get('where')).toBe('result.licence:granted|refused')
      await page.reload()
      await sheet.getByRole('button', { name: /^Số hộ, Có: 3/ }).waitFor()

      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải Excel' }).click()])
      const book = read(await readFile(await download.path()))
      const lines = utils.sheet_to_json<readonly unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
      expect(lines.flat()).toContain(title.toLocaleUpperCase('vi'))
      expect(lines.find((line) => line[0] === 'Có')?.[1]).toBe(3)

      await page.getByRole('button', { name: 'Bỏ “Giấy phép: cấp hoặc không cấp”' }).click()
      await page.getByRole('region', { name: 'Số hộ theo có rào', exact: true }).getByRole('button', { name: /^Số hộ, Không: 1/ }).waitFor()
      expect(faults).toEqual([])
    })
  })

  test('says that there are no rules to count by in a year without', async () => {
    await site.onPage(async ({ page }) => {
      await page.goto('/reports/explore?from=2010-01-01&to=2010-12-31')
      await page.getByRole('heading', { name: 'Chưa có quy định để tính' }).waitFor()
      expect(await violationsOn(page)).toEqual([])
    })
  })

  test('compares years, each by the rules of its own, and shares; on a phone too', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto('/reports/explore?from=2027-01-01&to=2027-12-31&columns=years&years=2')
      const sheet = page.getByRole('region', { name: /^Số hộ theo đơn vị/ })
      await sheet.getByRole('columnheader', { name: '2027' }).waitFor()
      await sheet.getByRole('button', { name: /^2026, Tổng số: 4/ }).waitFor()
      await page.locator('.recharts-line').first().waitFor({ state: 'attached' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await expectAccessible(page, 'explored figures on a phone')

      await page.getByText('Tỷ lệ', { exact: true }).click()
      await page.getByText('Tỷ lệ cần biết phần nào trong tổng số', { exact: false }).waitFor()
      await page.getByRole('button', { name: 'Chọn phần cần tính tỷ lệ' }).click()
      await choose(page, 'Nội dung', 'Giấy phép')
      await page.getByRole('checkbox', { name: 'cấp', exact: true }).check()
      await page.getByRole('button', { name: 'Chọn', exact: true }).click()
      await page.getByRole('button', { name: /^2027, Tổng số: / }).waitFor()
      expect(new URL(page.url()).searchParams.get('part')).toBe('result.licence:granted')
      expect(faults).toEqual([])
    })
  })
})
