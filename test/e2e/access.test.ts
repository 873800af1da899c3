import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible, expectReadableInTheDark } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { inBrowser } from './in-browser.ts'
import { focusName } from './keyboard.ts'
import { choose, fillHousehold, fillMember, openNewHousehold, openSection, outcome, send, signIn, viewAsOf, waitUntilSaved } from './officer.ts'
import { startServer } from './started-server.ts'

const executable = findBrowser()

/** Presses Tab until the focus is there. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not reach this control')
}

describe.skipIf(executable === undefined)('The pages are for everyone', () => {
  const started = inBrowser(executable, startServer)

  test.each([1280, 390])('every page is accessible and fits at %d px, in light and in dark colours', async (width) => {
    const look = async (at: Page, place: string): Promise<void> => {
      await expectAccessible(at, place)
      if (width > 600) await expectReadableInTheDark(at, place)
    }
    const { page, context, faults } = await started.visit({ width, height: 800 })
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await look(page, 'sign in with errors')
    await page.goto('/password?token=x')
    await page.getByRole('heading', { name: 'Đặt mật khẩu' }).waitFor()
    await look(page, 'set a password')
    await signIn(page)
    await look(page, 'list')
    await viewAsOf(page, '31/12/2026')
    await look(page, 'list as of another day')
    await openNewHousehold(page)
    await look(page, 'empty form')
    if (width > 600) await fillHousehold(page, 'Vũ Thị Mở')
    await openSection(page, 'Thành viên')
    await look(page, 'members')
    await page.getByRole('button', { name: width > 600 ? 'Mở Vũ Thị Mở' : 'Mở Thành viên 1' }).click()
    await page.getByLabel('Số định danh cá nhân').fill('123')
    await page.getByText(/cần đủ 12 chữ số/).first().waitFor()
    await look(page, 'member')
    await page.getByLabel('Số định danh cá nhân').fill('')
    await page.getByRole('button', { name: 'Xong' }).click()
    if (width < 600) await page.getByRole('button', { name: /Kết quả tạm tính/ }).click()
    await page.getByRole('button', { name: 'Vì sao? Phân loại hộ' }).click()
    await outcome(page, 'Phân loại hộ').getByText('07/2021/NĐ-CP', { exact: false }).first().waitFor()
    await look(page, 'explanation')
    if (width < 600) await page.getByRole('button', { name: /Kết quả tạm tính/ }).click()
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await look(page, 'checked')
    if (width > 600) {
      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').waitFor()
      await look(page, 'confirm sending')
      await page.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click()
      await send(page)
      await look(page, 'sent')
    }
    expect(faults).toEqual([])
    await context.close()
  })

  test('sign-in and form work by keyboard alone', async () => {
    const { page, context } = await started.visit()
    await page.goto('/')
    await tabTo(page, page.getByLabel('Tên đăng nhập'))
    await page.keyboard.type('daison')
    await tabTo(page, page.getByLabel('Mật khẩu', { exact: true }))
    await page.keyboard.type('tieuchi-demo')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
    await tabTo(page, page.getByRole('link', { name: 'Đến nội dung chính' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: 'Rà soát hộ mới' }).first())
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('Thôn, tổ dân phố'))
    await page.keyboard.type('Thôn Phím')
    await tabTo(page, page.getByRole('combobox', { name: 'Cách xác định thu nhập' }))
    await page.keyboard.type('khao sat')
    await page.getByRole('option', { name: 'Khảo sát thu nhập' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('Thu nhập bình quân đầu người'))
    await page.keyboard.type('1900000')
    await page.getByRole('tab', { name: /^Hộ/ }).focus()
    await page.keyboard.press('ArrowDown')
    await tabTo(page, page.getByRole('button', { name: 'Mở Thành viên 1' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('Họ và tên'))
    await page.keyboard.type('Phạm Thị Phím')
    await tabTo(page, page.getByRole('radiogroup', { name: 'Có thẻ bảo hiểm y tế' }).getByRole('radio', { name: 'Chưa trả lời' }))
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('radiogroup', { name: 'Có thẻ bảo hiểm y tế' }).getByRole('radio', { name: 'Không', checked: true }).waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Thiếu hụt bảo hiểm y tế').first().waitFor()
    await waitUntilSaved(page)
    await context.close()
  })

  test('a form with many sections says how far each is, leads to what has no answer, and folds the pages that ask nothing', async () => {
    const { page, context, faults } = await started.visit()
    await signIn(page)
    await openNewHousehold(page)
    await openSection(page, 'Thành viên')
    await page.getByRole('button', { name: 'Mở Thành viên 1' }).click()
    await fillMember(page, { name: 'Ngô Văn Mục', relation: 'Chủ hộ', born: '12/03/1981' })
    await page.getByRole('button', { name: 'Mở Ngô Văn Mục' }).click()
    await choose(page, 'Giới tính', 'Nam')
    await page.getByRole('button', { name: 'Xong' }).click()
    const sections = page.getByRole('tablist', { name: 'Phiếu rà soát hộ' })
    const folded = page.getByRole('button', { name: /^\d+ trang không phải hỏi gì/ })
    await sections.getByRole('tab', { name: /^Dinh dưỡng/ }).waitFor({ state: 'detached' })
    await folded.click()
    await sections.getByRole('tab', { name: 'Dinh dưỡng không phải hỏi' }).click()
    await page.getByText('Trang này không phải hỏi gì đối với hộ này.').waitFor()
    await page.keyboard.press('ArrowDown')
    await sections.getByRole('tab', { name: /^Trợ giúp xã hội còn \d+ câu$/, selected: true }).waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await sections.getByRole('tab', { name: /^Hộ còn \d+ câu$/, selected: true }).waitFor()
    await openSection(page, 'Thông tin')
    await page.getByRole('button', { name: 'Đến câu chưa trả lời tiếp theo' }).click()
    await page.keyboard.press('Space')
    await sections.getByRole('tab', { name: 'Thông tin xong' }).waitFor()
    for (const [left, answer] of [[2, 'k'], [1, 'Space']] as const) {
      await page.getByRole('button', { name: 'Đến câu chưa trả lời tiếp theo' }).click()
      await sections.getByRole('tab', { name: `Nguyên nhân nghèo, nhóm đối tượng còn ${left} câu`, selected: true }).waitFor()
      await page.keyboard.press(answer)
    }
    await page.getByRole('button', { name: 'Đến câu chưa trả lời tiếp theo' }).click()
    await sections.getByRole('tab', { name: /^Tín dụng chính sách/, selected: true }).waitFor()
    await openSection(page, 'Bảo hiểm y tế')
    await page.getByRole('button', { name: 'Mở Ngô Văn Mục' }).click()
    await page.getByRole('dialog', { name: 'Ngô Văn Mục · Bảo hiểm y tế' }).getByRole('button', { name: 'Tiếp: Hỗ trợ nhà ở' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focusName(page)).toBe('Thiệt hại về nhà ở do thiên tai, hỏa hoạn')

    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    const checked = page.getByRole('alert').filter({ hasText: /Còn \d+ câu chưa trả lời/ })
    await checked.getByRole('button', { name: 'Đến câu đầu tiên chưa trả lời' }).click()
    await sections.getByRole('tab', { name: /^Hộ còn/, selected: true }).waitFor()
    await openSection(page, 'Tín dụng chính sách')
    await expectAccessible(page, 'the list of sections')
    await expectReadableInTheDark(page, 'the list of sections')

    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByRole('button', { name: /^Mục 7\/19 Tín dụng chính sách còn \d+ câu$/ }).click()
    await page.getByRole('dialog', { name: 'Phiếu rà soát hộ' }).getByRole('tab', { selected: true }).and(page.locator(':focus')).waitFor()
    await expectAccessible(page, 'the sheet of sections')
    await page.getByRole('tab', { name: /^Nhà ở/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Mục 3\/19 Nhà ở/ }).waitFor()
    await expectAccessible(page, 'a section on a phone')
    expect(faults).toEqual([])
    await context.close()
  })

  test('search finds a household without diacritics and keeps the filter in the address', async () => {
    const { page, context } = await started.visit()
    await signIn(page)
    const first = (await page.getByRole('row').filter({ hasText: 'chưa rà soát' }).first().getByRole('cell').first().innerText()).trim()
    const plain = first.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase()
    expect(plain).not.toBe(first)
    await page.getByLabel('Tìm hộ').fill(plain)
    await page.waitForURL(/search=/)
    await page.getByRole('row', { name: new RegExp(first) }).first().waitFor()
    await page.getByText('chưa rà soát', { exact: true }).first().click()
    await page.waitForURL(/state=none/)
    await page.reload()
    await page.getByRole('row', { name: new RegExp(first) }).first().waitFor()
    expect(await page.getByRole('checkbox', { name: 'chưa rà soát' }).isChecked()).toBe(true)
    await page.getByLabel('Tìm hộ').fill('khong co ai ten nay')
    await page.getByRole('heading', { name: 'Không có hộ nào phù hợp' }).waitFor()
    await context.close()
  })

  test('a link to set the password that no longer holds says so, and a new password is checked before it is sent', async () => {
    const { page, context } = await started.visit()
    await page.goto('/password?token=khong-con-dung')
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngan')
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
    await page.getByText('Mật khẩu mới có 4 ký tự; cần ít nhất 10.').waitFor()
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('mat khau du dai')
    await page.getByLabel('Nhập lại mật khẩu mới').fill('mat khau khac han')
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
    await page.getByText('Hai lần nhập không giống nhau. Hãy nhập lại.').waitFor()
    await page.getByLabel('Nhập lại mật khẩu mới').fill('mat khau du dai')
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
    await page.getByRole('alert').waitFor()
    await context.close()
  })

  test('an address that is none of ours says so beside the menu, and no area of it seems open', async () => {
    const { page, context } = await started.visit()
    await page.goto('/households')
    await signIn(page)
    await page.goto('/khong-co-trang-nay')
    await page.getByRole('main').getByRole('heading', { name: 'Không có trang này', level: 1 }).waitFor()
    const menu = page.getByRole('navigation', { name: 'Điều hướng chính' })
    expect(await menu.locator('a[data-active]').count()).toBe(0)
    await expectAccessible(page, 'no such page')
    await menu.getByRole('link', { name: 'Báo cáo' }).click()
    await page.getByRole('heading', { name: 'Báo cáo', level: 1 }).waitFor()
    expect(await menu.locator('a[data-active]').allInnerTexts()).toEqual(['Báo cáo'])
    await context.close()
  })

  test('what cannot be shown says why, and leads back to what it is one of', async () => {
    const { page, context } = await started.visit()
    await page.goto('/households')
    await signIn(page)
    const nowhere = '00000000-0000-4000-8000-000000000000'
    const expected = [
      [`/submissions/${nowhere}`, 'Về mục Phiếu rà soát', '/submissions'],
      ['/policies/khong-co', 'Về mục Chính sách', '/policies'],
      ['/policies/poverty/releases/abc', 'Về mục Chính sách', '/policies'],
      [`/drafts/${nowhere}`, 'Về mục Chính sách', '/policies'],
      ['/people', 'Về danh sách hộ', '/households'],
    ] as const
    for (const [path, back, to] of expected) {
      await page.goto(path)
      const problem = page.getByRole('main').getByRole('alert')
      await problem.getByRole('heading', { name: 'Không hiển thị được trang', level: 1 }).waitFor()
      expect(await problem.getByRole('link', { name: back }).getAttribute('href'), path).toBe(to)
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
    }
    await expectAccessible(page, 'a page that cannot be shown')
    await page.goto('/policies/poverty/compare')
    await page.waitForURL((url) => url.pathname === '/policies/poverty')
    await context.close()
  })

  test('a page that could not be reached is asked for again', async () => {
    const { page, context } = await started.visit()
    await page.goto('/households')
    await signIn(page)
    await page.route('**/api/programmes/poverty/timeline', (route) => route.abort())
    await page.goto('/policies/poverty')
    await page.getByText('Không kết nối được với máy chủ').waitFor()
    await page.unroute('**/api/programmes/poverty/timeline')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await page.getByRole('heading', { name: 'Chuẩn nghèo đa chiều', level: 1 }).waitFor()
    await context.close()
  })

  test('the whole interface is there in English too', async () => {
    const { page, context } = await started.visit()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: /Ngôn ngữ/ }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page.getByLabel('User name').fill('daison')
    await page.getByLabel('Password', { exact: true }).fill('tieuchi-demo')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Household review', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Review a new household' }).first().click()
    await page.getByRole('tab', { name: 'Members' }).waitFor()
    await page.getByText('not concluded').first().waitFor()
    const vietnamese = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i
    const words = (await page.getByRole('main').innerText()).split('\n').filter((line) => vietnamese.test(line) && !/Xã|NĐ-CP/.test(line))
    expect(words).toEqual([])
    await context.close()
  })
})
