import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBrowser } from './browser.ts'
import { inBrowser } from './in-browser.ts'
import { choose, openNewHousehold, openSection, signIn, waitUntilSaved } from './officer.ts'
import { startServer } from './started-server.ts'

const executable = findBrowser()
const patient = { timeout: 20_000 }

const finger = 44

const boxOf = async (target: Locator) => {
  const box = await target.boundingBox()
  if (!box) throw new Error('It is not drawn')
  return box
}

/** Whether a finger that comes down this far from the middle of something still presses it. */
const isHit = (target: Locator, right: number, down: number): Promise<boolean> => target.evaluate((element, [x, y]) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(left + width / 2 + x, top + height / 2 + y))
}, [right, down] as const)

describe.skipIf(executable === undefined)('An officer at the form', () => {
  const { onPage } = inBrowser(executable, startServer)

  test('types names and days as they come, and is shown the month typed', () => onPage(async ({ page }) => {
    await signIn(page)
    await openNewHousehold(page)
    await openSection(page, 'Thành viên')
    await page.getByRole('button', { name: 'Mở Thành viên 1' }).click()
    const drawer = page.getByRole('dialog').first()
    const name = drawer.getByLabel('Họ và tên')
    await name.fill(`\u202E${'Nguyễn  Thị Lạc'.normalize('NFD')} `)
    await name.press('Tab')
    await expect.poll(() => name.inputValue(), patient).toBe('Nguyễn Thị Lạc')
    const born = drawer.getByLabel('Ngày, tháng, năm sinh')
    for (const [typed, shown] of [['1/2/25', '1/2/25'], ['1/2/59', '01/02/1959'], ['010259', '01/02/1959'], ['12/2020', '12/2020']] as const) {
      await born.fill(typed)
      await born.press('Tab')
      await expect.poll(() => born.inputValue(), patient).toBe(shown)
    }
    await born.press('Alt+ArrowDown')
    await page.getByRole('dialog', { name: /^Lịch/ }).getByText('Tháng 12 2020').waitFor()
  }))

  test('sees what only looks wrong in amber, at the question, the member and the section', () => onPage(async ({ page }) => {
    await signIn(page)
    await openNewHousehold(page)
    await openSection(page, 'Thành viên')
    await page.getByRole('button', { name: 'Mở Thành viên 1' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('Họ và tên').fill('Nguyễn Văn An')
    await choose(page, 'Quan hệ với chủ hộ', 'Chủ hộ')
    await drawer.getByLabel('Ngày, tháng, năm sinh').fill('02/05/2062')
    await drawer.getByLabel('Số định danh cá nhân').fill('030061532065')
    const colourOf = (words: string) => drawer.getByText(words).evaluate((element) => getComputedStyle(element).color)
    await drawer.getByText('Ngày sinh ở sau ngày rà soát').waitFor()
    const wrong = await colourOf('Ngày sinh ở sau ngày rà soát')
    await drawer.getByLabel('Ngày, tháng, năm sinh').fill('02/05/1962')
    await drawer.getByText('Ngày sinh ở sau ngày rà soát').waitFor({ state: 'detached' })
    await drawer.getByText('Số định danh không khớp').waitFor()
    const doubtful = await colourOf('Số định danh không khớp')
    expect(doubtful).not.toBe(wrong)
    await drawer.getByRole('button', { name: 'Xong' }).click()
    await page.getByRole('row', { name: /Nguyễn Văn An/ }).getByText('1 cần xem lại').waitFor()
    await page.getByRole('tab', { name: /^Thành viên.*1 cần xem lại/ }).waitFor()
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    expect(await page.getByText('1 điều cần xem lại').evaluate((element) => getComputedStyle(element).color)).toBe(doubtful)
  }))

  test('finds a member named once in what checking found, and is led from sending to what is still open', () => onPage(async ({ page }) => {
    await signIn(page)
    await openNewHousehold(page)
    await page.getByLabel('Thôn, tổ dân phố').fill('Thôn Đông')
    await openSection(page, 'Thành viên')
    await page.getByRole('button', { name: 'Mở Thành viên 1' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('Họ và tên').fill('Nguyễn Văn An')
    await choose(page, 'Quan hệ với chủ hộ', 'Chủ hộ')
    await drawer.getByLabel('Ngày, tháng, năm sinh').fill('02/05/1962')
    await drawer.getByLabel('Số định danh cá nhân').fill('12')
    await drawer.getByRole('button', { name: 'Đóng' }).click()
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await page.getByRole('button', { name: /^Nguyễn Văn An: Số định danh cá nhân/ }).click()
    await drawer.getByLabel('Số định danh cá nhân').fill('')
    await drawer.getByRole('button', { name: 'Đóng' }).click()
    await waitUntilSaved(page)
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    const sending = page.getByRole('dialog', { name: 'Gửi kết quả rà soát' })
    await sending.getByText(/Còn \d+ câu có thể quyết định kết luận/).waitFor()
    await sending.getByRole('button', { name: 'Đến câu đầu tiên' }).click()
    await sending.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=tabpanel]') !== null), patient).toBe(true)
  }))

  test('keeps the rules in sight under which a household of the longest address is judged', () => onPage(async ({ page }) => {
    await signIn(page)
    await openNewHousehold(page)
    const place = page.getByLabel('Thôn, tổ dân phố')
    await place.fill('Thôn rất dài '.repeat(40))
    await place.press('Tab')
    const line = page.getByText(/Xã Đại Sơn · theo/).first()
    expect((await boxOf(line)).height).toBeLessThan(50)
  }))

  test('on a phone hits what is small, and is not zoomed into a field', () => onPage(async ({ page }) => {
    await signIn(page)
    const entitled = page.getByRole('link', { name: /^Quyền lợi của hộ/ }).first()
    expect((await boxOf(entitled)).height).toBeGreaterThanOrEqual(finger)
    await openNewHousehold(page)
    expect((await boxOf(page.getByRole('link', { name: 'Quyền lợi' }))).height).toBeGreaterThanOrEqual(finger)
    await choose(page, 'Cách xác định thu nhập', 'Khảo sát thu nhập')
    await waitUntilSaved(page)
    const clear = page.getByRole('button', { name: 'Xóa câu trả lời' })
    for (const [x, y] of [[-20, 0], [0, -20], [0, 20]] as const) expect(await isHit(clear, x, y)).toBe(true)
    expect(await page.getByLabel('Thôn, tổ dân phố').evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px')
    await page.getByRole('button', { name: /^Kết quả tạm tính/ }).click()
    const asked = page.getByRole('region', { name: 'Cần hỏi thêm' }).getByRole('button')
    await asked.first().waitFor()
    for (const question of await asked.all()) expect((await boxOf(question)).height).toBeGreaterThanOrEqual(finger)
  }, { width: 390, height: 800 }))

  test('reads a list in English without broken words', () => onPage(async ({ page }) => {
    await signIn(page)
    await page.getByRole('button', { name: /Ngôn ngữ/ }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    const entitled = page.getByRole('link', { name: /^Entitlements of/ }).first()
    await entitled.waitFor()
    expect((await boxOf(entitled)).height).toBeLessThan(24)
  }))

  test('is not told that nothing is found while it is still looked for', () => onPage(async ({ page }) => {
    await signIn(page)
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/api/households?*', async (route) => {
      await held
      await route.continue()
    })
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('textbox').or(page.getByRole('dialog').getByRole('searchbox')).first().fill('zzqq')
    await page.getByText('Đang tìm…').waitFor()
    expect(await page.getByText('Không tìm thấy. Hãy thử ít từ hơn.').count()).toBe(0)
    answer()
    await page.getByText('Không tìm thấy. Hãy thử ít từ hơn.').waitFor()
  }))
})
