import { hashDocument } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { signInAs } from '../support/app.ts'
import { dogAnswers, fill } from '../support/dog-households.ts'
import { dogReleases } from '../support/dog-licences.ts'
import { beginDraft } from '../support/drafting.ts'
import { expectAccessible } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { waitUntilSaved } from './officer.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }

describe.skipIf(executable === undefined)('Two people with one page open', () => {
  const site = dogSite(executable)

  /** A draft on the pages of both. */
  const onBoth = async (work: (harbour: Page, pier: Page, stored: () => Promise<ReturnType<JSON['parse']>>) => Promise<void>): Promise<void> => {
    const { id } = await fill(site.officer(), dogAnswers('Chủ Hai Trang', 20))
    await site.onPage(({ page: harbour, faults }) => site.onPage(async ({ page: pier, faults: others }) => {
      for (const page of [harbour, pier]) {
        await page.goto(`/submissions/${id}`)
        await page.getByLabel('Diện tích vườn').waitFor()
      }
      await work(harbour, pier, async () => (await site.officer().send('GET', `/api/submissions/${id}`)).body.answers)
      expect([...faults, ...others]).toEqual([])
    }, 'pier'))
  }

  test('see each other, and at which question the other stands, until one leaves', () => onBoth(async (harbour, pier) => {
    const there = harbour.getByRole('list', { name: 'Người khác đang mở trang này' })
    await there.getByRole('button', { name: 'Cán bộ pier, đang ở: Nơi ở' }).waitFor()
    await pier.getByRole('button', { name: 'Cán bộ harbour, đang ở: Nơi ở' }).waitFor()
    await pier.getByLabel('Diện tích vườn').focus()
    await there.getByRole('button', { name: 'Cán bộ pier, đang ở: Diện tích vườn' }).waitFor()
    await harbour.locator('[data-question="household_garden_area"]').getByText('Cán bộ pier đang ở đây').waitFor({ state: 'attached' })
    await expectAccessible(harbour, 'another officer at a question')

    await harbour.getByRole('tab', { name: 'Người và chó' }).click()
    await harbour.getByRole('tab', { name: /^Nơi ở.*Cán bộ pier đang ở đây/ }).waitFor()
    await pier.getByRole('tab', { name: 'Người và chó' }).click()
    await pier.getByRole('button', { name: 'Mở Vàng' }).click()
    await pier.getByRole('textbox', { name: 'Ngày sinh' }).focus()
    await harbour.getByRole('row', { name: /Vàng.*Cán bộ pier đang ở đây/ }).waitFor()
    await there.getByRole('button', { name: 'Cán bộ pier, đang ở: Vàng: Ngày sinh' }).press('Enter')
    await harbour.getByRole('dialog').locator('[data-question="member_born"]').getByText('Cán bộ pier đang ở đây').waitFor({ state: 'attached' })
    await expectAccessible(harbour, 'another officer at a member')
    await harbour.keyboard.press('Escape')

    await pier.getByRole('button', { name: 'Xong' }).click()
    await pier.getByRole('link', { name: 'Tiêu Chí' }).click()
    await there.waitFor({ state: 'detached' })
  }))

  test('see what the other saves without a reload, in other questions and members at the same time', () => onBoth(async (harbour, pier, stored) => {
    await harbour.getByLabel('Đường').fill('Đường Bên Này')
    await pier.getByLabel('Diện tích vườn').fill('45')
    for (const page of [harbour, pier]) {
      await expect.poll(() => page.getByLabel('Đường').inputValue(), patient).toBe('Đường Bên Này')
      await expect.poll(() => page.getByLabel('Diện tích vườn').inputValue(), patient).toBe('45')
      await page.getByRole('tab', { name: 'Người và chó' }).click()
    }
    await Promise.all(([[harbour, 'Mực'], [pier, 'Vện']] as const).map(async ([page, name]) => {
      await page.getByRole('button', { name: 'Thêm thành viên' }).click()
      await page.getByLabel('Tên gọi').fill(name)
      await page.getByRole('button', { name: 'Xong' }).click()
    }))
    for (const page of [harbour, pier]) for (const name of ['Mực', 'Vện']) await page.getByRole('button', { name: `Mở ${name}` }).waitFor()
    for (const page of [harbour, pier]) await waitUntilSaved(page)
    const { household, members } = await stored()
    expect(household).toEqual({ street: 'Đường Bên Này', garden_area: 45, fenced: true })
    expect(members.map((member: { call_name: string }) => member.call_name).toSorted()).toEqual(['Chủ Hai Trang', 'Mực', 'Vàng', 'Vện'])
    for (const page of [harbour, pier]) expect(await page.getByRole('alert').count()).toBe(0)
  }))

  test('are asked where both answered a question otherwise, and both see what was chosen', () => onBoth(async (harbour, pier, stored) => {
    await harbour.context().setOffline(true)
    await harbour.getByLabel('Đường').fill('Đường Của Tôi')
    await harbour.getByLabel('Diện tích vườn').fill('31')
    await pier.getByLabel('Đường').fill('Đường Người Kia')
    await pier.getByLabel('Diện tích vườn').fill('32')
    await pier.getByRole('radiogroup', { name: 'Có rào' }).getByText('Không', { exact: true }).click()
    await waitUntilSaved(pier)
    await harbour.context().setOffline(false)

    const notice = harbour.getByRole('alert').filter({ hasText: 'Hai người trả lời khác nhau ở 2 chỗ' })
    await notice.getByText(/Cán bộ pier lưu lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/).waitFor()
    await harbour.getByText('chưa lưu: cần chọn giữa hai bên').waitFor()
    const street = notice.getByRole('radiogroup', { name: 'Đường' })
    await expectAccessible(harbour, 'answered otherwise')
    await street.getByRole('radio', { name: 'Đường Của Tôi của tôi' }).focus()
    await harbour.keyboard.press('ArrowDown')
    expect(await street.getByRole('radio', { name: 'Đường Người Kia của Cán bộ pier' }).isChecked()).toBe(true)
    await notice.getByRole('button', { name: 'Lưu theo lựa chọn' }).press('Enter')
    await notice.waitFor({ state: 'detached' })
    await waitUntilSaved(harbour)
    expect((await stored()).household).toEqual({ street: 'Đường Người Kia', garden_area: 31, fenced: false })
    expect(await harbour.getByLabel('Đường').inputValue()).toBe('Đường Người Kia')
    await expect.poll(async () => harbour.getByRole('radiogroup', { name: 'Có rào' }).getByRole('radio', { name: 'Không', exact: true }).isChecked(), patient).toBe(true)
  }))

  test('lose nothing where they answered other questions, and are not asked', () => onBoth(async (harbour, pier, stored) => {
    await harbour.context().setOffline(true)
    await harbour.getByLabel('Đường').fill('Đường Không Mạng')
    await harbour.getByText(/^chưa lưu được, thử lại sau/).waitFor()
    await pier.getByLabel('Diện tích vườn').fill('45')
    await waitUntilSaved(pier)
    await harbour.context().setOffline(false)
    await waitUntilSaved(harbour)
    expect((await stored()).household).toEqual({ street: 'Đường Không Mạng', garden_area: 45, fenced: true })
    expect(await harbour.getByLabel('Diện tích vườn').inputValue()).toBe('45')
    expect(await harbour.getByRole('alert').count()).toBe(0)
  }))

  test('are told where the other sent it meanwhile, and what was not saved stays in sight until the result is asked for', () => onBoth(async (harbour, pier) => {
    await harbour.context().setOffline(true)
    await harbour.getByLabel('Đường').fill('Đường Chưa Lưu')
    await pier.getByRole('button', { name: 'Gửi', exact: true }).click()
    await pier.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
    await pier.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
    await harbour.context().setOffline(false)
    const notice = harbour.getByRole('alert').filter({ hasText: 'Hộ này đã được gửi' })
    await notice.getByText(/^Cán bộ pier gửi kết quả lúc/).waitFor()
    expect(await harbour.getByLabel('Đường').inputValue()).toBe('Đường Chưa Lưu')
    await notice.getByRole('button', { name: 'Xem kết quả đã gửi' }).click()
    await harbour.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
    await harbour.getByRole('definition').filter({ hasText: 'Đường Biển' }).waitFor()
  }))

  test('as authors of rules see in the rail who else is there and where, and what the other saves', async () => {
    const author = await signInAs(site.running(), 'tac-gia', 'island', 'author')
    await signInAs(site.running(), 'dong-nghiep', 'island', 'author')
    const { id } = await beginDraft(author, hashDocument(dogReleases[0].release))
    await site.onPage(({ page: one }) => site.onPage(async ({ page: other }) => {
      await one.goto(`/drafts/${id}`)
      await other.goto(`/drafts/${id}?tab=parameters`)
      const rail = one.getByRole('complementary', { name: 'Trước khi ban hành' })
      await rail.getByRole('listitem').filter({ hasText: 'Cán bộ dong-nghiep' }).waitFor()
      await rail.getByRole('link', { name: 'Tham số' }).waitFor()
      await expectAccessible(one, 'a draft with another author')
      await other.getByRole('tab', { name: 'Tổng quan' }).click()
      await rail.getByRole('link', { name: 'Tổng quan' }).waitFor()
      await one.getByLabel('Tên bộ quy định').fill('Quy định nuôi chó sửa đổi')
      await one.getByLabel('Tên bộ quy định').press('Tab')
      await expect.poll(() => other.getByLabel('Tên bộ quy định').inputValue(), patient).toBe('Quy định nuôi chó sửa đổi')
      await other.getByRole('link', { name: 'Tiêu Chí' }).click()
      await rail.getByText('Chỉ có bạn.').waitFor()
    }, 'dong-nghiep'), 'tac-gia')
  })
})
