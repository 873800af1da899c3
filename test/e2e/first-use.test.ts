import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBrowser } from './browser.ts'
import { inBrowser } from './in-browser.ts'
import { changeDate, openNewHousehold, openSection, signIn, viewAsOf, waitUntilSaved } from './officer.ts'
import { startServer } from './started-server.ts'

const executable = findBrowser()
const patient = { timeout: 20_000 }

const expectFocus = (target: Locator): Promise<void> => expect.poll(() => target.evaluate((element) => element === document.activeElement), patient).toBe(true)

const heightOf = async (target: Locator): Promise<number> => (await target.boundingBox())?.height ?? 0

describe.skipIf(executable === undefined)('Someone uses it for the first time', () => {
  const { onPage } = inBrowser(executable, startServer)

  test('a number that cannot be read stays as typed with words, and one that can is understood', () => onPage(async ({ page }) => {
    await signIn(page)
    await openNewHousehold(page)
    const income = page.getByLabel('Thu nhập bình quân đầu người')
    for (const [typed, words] of [['1.900,50', 'không phải số nguyên'], ['-5', 'là số âm'], ['1e6', 'Không đọc được số “1e6”']] as const) {
      await income.fill(typed)
      await income.press('Tab')
      await page.getByText(words).first().waitFor()
      expect(await income.inputValue()).toBe(typed)
    }
    await income.fill('1,5tr')
    await income.press('Tab')
    expect(await income.inputValue()).toBe('1.500.000')
    await waitUntilSaved(page)
    const saved = () => page.evaluate(async () => (await (await fetch(location.pathname.replace('/submissions', '/api/submissions'))).json()).answers.household)
    await expect.poll(saved, patient).toEqual({ income_per_person: 1_500_000 })
  }))

  test('a day that does not exist is named at the field and changes nothing', () => onPage(async ({ page }) => {
    await signIn(page)
    const shown = page.getByRole('banner').getByLabel('Ngày tham chiếu')
    for (const typed of ['32/13/2026', '1/1/27']) {
      await shown.fill(typed)
      await shown.press('Enter')
      await page.getByRole('banner').getByText(`Không đọc được ngày “${typed}”`, { exact: false }).waitFor()
      expect(new URL(page.url()).searchParams.get('at')).toBeNull()
    }
    await viewAsOf(page, '31/12/2026')
    await openNewHousehold(page)
    await expectFocus(page.getByRole('heading', { level: 1 }))
    await page.getByRole('button', { name: /^Ngày tham chiếu:/ }).click()
    const field = page.getByLabel('Ngày tham chiếu mới')
    for (const typed of ['31/02/2026', '99/99/9999']) {
      await field.fill(typed)
      await field.press('Enter')
      await page.getByText(`Không đọc được ngày “${typed}”`, { exact: false }).waitFor()
      expect(await field.inputValue()).toBe(typed)
    }
    await page.getByRole('button', { name: 'Xét theo ngày này' }).click()
    expect(await field.isVisible()).toBe(true)
    await field.fill('1/1/2027')
    await field.press('Enter')
    await page.getByRole('button', { name: 'Ngày tham chiếu: 01/01/2027' }).waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('at'), patient).toBe('2027-01-01')
    await changeDate(page, '31/12/2026')
  }))

  test('the keyboard stands where the work goes on: at the name of a member, and at its row afterwards', () => onPage(async ({ page }) => {
    await signIn(page)
    await openNewHousehold(page)
    await openSection(page, 'Thành viên')
    await page.getByRole('button', { name: 'Mở Thành viên 1' }).press('Enter')
    await expectFocus(page.getByLabel('Họ và tên'))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expectFocus(page.getByRole('button', { name: 'Mở Thành viên 1' }))
    await page.getByRole('button', { name: 'Thêm thành viên' }).press('Enter')
    await expectFocus(page.getByLabel('Họ và tên'))
    await page.keyboard.type('Người Mới')
    await page.getByRole('button', { name: 'Xong' }).press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expectFocus(page.getByRole('button', { name: 'Mở Người Mới' }))
  }))

  test('what fingers press on a phone is 44 px high and nothing is cut off', () => onPage(async ({ page }) => {
    await page.route('**/api/households?*', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), total: 120 } })
    })
    await signIn(page)
    await viewAsOf(page, '31/12/2026')
    const button = page.getByRole('button', { name: 'Về hôm nay' })
    const back = await button.boundingBox()
    expect(await button.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    expect(await button.getByText('Về hôm nay').evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    expect((back?.x ?? 999) + (back?.width ?? 999)).toBeLessThanOrEqual(390)
    expect(await heightOf(page.getByRole('button', { name: 'Trình đơn' }))).toBeGreaterThanOrEqual(44)
    expect(await heightOf(page.getByRole('button', { name: 'Cột' }))).toBeGreaterThanOrEqual(44)
    await openNewHousehold(page)
    const sections = page.getByRole('button', { name: /^Mục 1\/\d+ Hộ/ })
    expect(await heightOf(sections)).toBeGreaterThanOrEqual(44)
    await sections.click()
    expect(await heightOf(page.getByRole('tab').first())).toBeGreaterThanOrEqual(44)
    await page.keyboard.press('Escape')
    await openSection(page, 'Thành viên')
    expect(await heightOf(page.getByRole('button', { name: 'Mở Thành viên 1' }))).toBeGreaterThanOrEqual(44)
    await openSection(page, 'Thông tin')
    expect(await heightOf(page.locator('label', { hasText: /^Không có$/ }))).toBeGreaterThanOrEqual(44)
  }, { width: 390, height: 800 }))

  test('an address that asks for what is not there shows the list, and an unknown review leads back to those there are', () => onPage(async ({ page }) => {
    await signIn(page)
    await page.goto('/households?state=vanished&sort=colour')
    await page.getByRole('row').nth(1).waitFor()
    await page.goto('/households?search=khongaitennay')
    await page.getByRole('button', { name: 'Bỏ lọc' }).first().click()
    await page.getByRole('row').nth(1).waitFor()
    await page.goto('/submissions/00000000-0000-4000-8000-000000000000')
    await page.getByRole('link', { name: /^Về.*Phiếu rà soát/ }).click()
    await page.getByRole('heading', { name: 'Phiếu rà soát', level: 1 }).waitFor()
  }))

  test('a question that must be answered is named when checking and when sending, never while typing', () => onPage(async ({ page }) => {
    const mustBeAnswered = (_key: string, value: unknown): unknown =>
      typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'field' && 'field' in value && (value.field === 'village' || value.field === 'full_name') ? { ...value, required: true } : value
    await page.route(/\/api\/(releases|common)\//, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: JSON.stringify(JSON.parse(await response.text(), mustBeAnswered)) })
    })
    await signIn(page)
    await openNewHousehold(page)
    await page.getByLabel('Thu nhập bình quân đầu người').fill('1,5tr')
    await waitUntilSaved(page)
    const needed = page.getByText('Chưa trả lời “Thôn, tổ dân phố”', { exact: false })
    expect(await needed.count()).toBe(0)
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await page.getByRole('button', { name: /^Chưa trả lời “Thôn, tổ dân phố”/ }).waitFor()
    expect(await needed.count()).toBe(2)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: /^Thành viên 1: Chưa trả lời “Họ và tên”/ }).waitFor()
    await page.getByRole('tab', { name: /Thành viên.*lỗi/ }).waitFor()
    await page.getByLabel('Thôn, tổ dân phố').fill('Thôn Đông')
    await expect.poll(() => needed.count(), patient).toBe(0)
  }))

  test('a result that was sent stays in the list beside a newer draft, and is one link away', () => onPage(async ({ page }) => {
    await page.route('**/api/households?*', async (route) => {
      const response = await route.fetch()
      const list = await response.json()
      const sent = { id: 'sent', reference_date: '2026-06-30', updated_at: '2026-06-30T02:00:00Z', outcomes: [] }
      const draft = { ...sent, id: 'draft', state: 'draft', reference_date: '2026-12-31' }
      await route.fulfill({ response, json: { ...list, items: [{ ...list.items[0], submission: draft, decided: sent }] } })
    })
    await signIn(page)
    const row = page.getByRole('row').nth(1)
    await row.getByText('nháp, theo ngày 31/12/2026').waitFor()
    expect(await row.getByRole('link', { name: 'đã gửi, theo ngày 30/06/2026' }).getAttribute('href')).toMatch(/submissions\/sent/)
  }))

  test('signed out while typing: the text waits, and is saved after signing in again', () => onPage(async ({ page, context }) => {
    await signIn(page)
    await openNewHousehold(page)
    await waitUntilSaved(page)
    const address = new URL(page.url()).pathname
    await context.clearCookies()
    await page.getByLabel('Thôn, tổ dân phố').fill('Thôn Hết Phiên')
    await page.getByText('nội dung vừa nhập chưa được lưu').waitFor()
    await page.getByRole('link', { name: 'Đăng nhập lại' }).click()
    await page.getByLabel('Tên đăng nhập').fill('daison')
    await page.getByLabel('Mật khẩu', { exact: true }).fill('tieuchi-demo')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await waitUntilSaved(page)
    expect(new URL(page.url()).pathname).toBe(address)
    expect(await page.getByLabel('Thôn, tổ dân phố').inputValue()).toBe('Thôn Hết Phiên')
  }))
})
