import { readFile } from 'node:fs/promises'
import { read, utils } from '@e965/xlsx'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { decide, dogAnswers, fill } from '../support/dog-households.ts'
import { expectAccessible } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { showList } from './sign-in.ts'

const executable = findBrowser()
/** Other suites run beside this one. */
const patient = { timeout: 30_000 }
const many = 2_000

describe.skipIf(executable === undefined)('Lists of any length', () => {
  const site = dogSite(executable)

  beforeAll(async () => {
    await asSystem(site.running().database.db, (tx) => sql`
      insert into households (unit_id, label, search_text, search_members, place, member_count)
      select 'harbour', 'Hộ số ' || n, 'ho so ' || n || e'\nduong ' || n % 7, 'ho so ' || n, 'Đường ' || n % 7, 1 + n % 5
      from generate_series(1, ${many}::integer) n`.execute(tx))
    const officer = site.officer()
    const { household } = await decide(officer, dogAnswers('Tạ Văn Sau', 40), { date: '2027-02-01' })
    await decide(officer, dogAnswers('Tạ Văn Sau', 5), { household, date: '2026-06-01' })
    await fill(officer, dogAnswers('Đỗ Thị Nháp', 20))
  })

  const table = (page: Page) => page.getByRole('table')
  const drawn = (page: Page): Promise<number> => page.locator('tbody tr[aria-rowindex]').count()
  /** Scrolls to a share of the whole length, and waits for the row that is there. */
  const scrollTo = async (page: Page, share: number): Promise<number> => {
    await page.evaluate((part) => window.scrollTo(0, (document.documentElement.scrollHeight - window.innerHeight) * part), share)
    const middle = () => page.evaluate(() => document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2)?.closest('tr')?.getAttribute('aria-rowindex'))
    await expect.poll(async () => Math.abs(Number(await middle()) / many - share), patient).toBeLessThan(0.1)
    const index = await middle()
    await expect.poll(() => page.locator(`tr[aria-rowindex="${index}"]`).innerText(), patient).toMatch(/Hộ số \d+|Tạ|Đỗ/)
    return Number(index)
  }
  const download = async (page: Page): Promise<unknown[][]> => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải về Excel' }).click()])
    const book = read(await readFile(await file.path()), { cellDates: true })
    return utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
  }

  test('households: far rows are a scroll away, order and filter stand in the address, and all of them go into Excel', () => site.onPage(async ({ page, faults }) => {
    await page.goto('/households')
    await page.getByText('2.002 hộ').waitFor()
    expect(await table(page).getAttribute('aria-rowcount')).toBe(String(many + 3))
    expect(await scrollTo(page, 0.5)).toBeGreaterThan(many * 0.4)
    expect(await drawn(page)).toBeLessThan(100)
    await scrollTo(page, 1)
    await expectAccessible(page, 'the end of a long list')
    await page.getByRole('button', { name: 'Chủ hộ' }).click()
    await page.waitForURL(/sort=name/)
    await page.getByRole('button', { name: 'Chủ hộ' }).click()
    await page.waitForURL(/sort=-name/)
    await page.getByRole('row', { name: /Hộ số 999/ }).first().waitFor()
    expect(await page.getByRole('columnheader', { name: 'Chủ hộ' }).getAttribute('aria-sort')).toBe('descending')
    await page.getByRole('combobox', { name: 'Nơi ở' }).fill('duong 3')
    await page.getByRole('option', { name: /^Đường 3 \(/ }).click()
    await page.waitForURL(/place=/)
    const found = await page.getByText(/^\d+ hộ$/).innerText()
    await page.reload()
    await page.getByText(found).waitFor()
    expect(await page.locator('tr[aria-rowindex="2"]').innerText()).toContain('Hộ số 997')
    const rows = await download(page)
    expect(`${rows.length - 1} hộ`).toBe(found)
    expect(rows[1]?.slice(0, 5)).toEqual([1, 'Hộ số 997', 'Xã Bến Cảng', 'Đường 3', 3])
    await page.getByRole('button', { name: 'Bỏ lọc' }).click()
    await page.getByText('2.002 hộ').waitFor()
    expect(faults).toEqual([])
  }))

  test('households: a filter of the address is a chip that is on; columns are kept; the result of the newest date stands', () => site.onPage(async ({ page }) => {
    await page.goto('/households?result=granted&state=submitted')
    await page.getByText('1 hộ', { exact: true }).waitFor()
    expect(await page.getByRole('checkbox', { name: 'cấp (1)', exact: true }).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: 'đã gửi' }).isChecked()).toBe(true)
    const row = page.getByRole('row', { name: /Tạ Văn Sau/ })
    await row.getByText('cấp', { exact: true }).waitFor()
    await row.getByText('sau đó có phiếu cho ngày sớm hơn 01/06/2026', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Cột' }).click()
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Sửa lần cuối' }).check()
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Nơi ở' }).uncheck()
    await expectAccessible(page, 'choosing columns')
    await page.reload()
    await page.getByRole('columnheader', { name: 'Sửa lần cuối' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Nơi ở' }).count()).toBe(0)
    await page.getByLabel('Tìm hộ').fill('khong co ai')
    await page.getByRole('heading', { name: 'Không có hộ nào phù hợp' }).waitFor()
    await expectAccessible(page, 'nothing found')
  }))

  test('submissions: found from the keyboard, with what each stands for, narrowed to drafts and taken out', () => site.onPage(async ({ page, faults }) => {
    await showList(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByLabel('Tìm và đi tới').fill('phieu ra soat')
    await page.getByRole('dialog').getByText('Phiếu rà soát', { exact: true }).click()
    await page.getByRole('heading', { name: 'Phiếu rà soát', level: 1 }).waitFor()
    await page.getByText('3 phiếu', { exact: true }).waitFor()
    await page.getByRole('row', { name: /Tạ Văn Sau.*01\/02\/2027.*cấp/ }).waitFor()
    expect(await page.getByText('kết quả hiện hành').count()).toBe(0)
    await page.getByRole('row', { name: /Tạ Văn Sau.*01\/06\/2026.*không cấp.*kết quả của ngày sớm hơn; gửi sau khi đã có kết quả của ngày muộn hơn/ }).waitFor()
    await expectAccessible(page, 'submissions')
    expect((await download(page)).length).toBe(4)
    await page.getByText('nháp', { exact: true }).first().click()
    await page.waitForURL(/state=draft/)
    await page.getByText('1 phiếu', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Đỗ Thị Nháp' }).click()
    await page.waitForURL(/\/submissions\/[0-9a-f-]{36}/)
    await page.goBack()
    await page.getByText('1 phiếu', { exact: true }).waitFor()
    expect(faults).toEqual([])
  }))

  test('on a phone both are cards, in any order, without moving sideways', () => site.onPage(async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    for (const [path, words] of [['/households', '2.002 hộ'], ['/submissions', '3 phiếu']] as const) {
      await page.goto(path)
      await page.getByText(words).waitFor()
      await page.getByLabel('Sắp xếp').selectOption({ label: 'Chủ hộ, giảm dần' })
      await page.waitForURL(/sort=-name/)
      await page.locator('tr[aria-rowindex="2"] a, tr[aria-rowindex="2"] td').first().waitFor()
      expect(await sideways()).toBeLessThanOrEqual(0)
      await expectAccessible(page, `${path} on a phone`)
    }
    await page.goto('/households')
    await page.getByText('2.002 hộ').waitFor()
    await scrollTo(page, 0.7)
    expect(await drawn(page)).toBeLessThan(100)
  }))
})
