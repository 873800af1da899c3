import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { focusName } from './keyboard.ts'

const executable = findBrowser()

const noViolations = async (page: Page): Promise<void> => expect(await violationsOn(page)).toEqual([])

describe.skipIf(executable === undefined)('The members of a household', () => {
  const site = dogSite(executable)

  test('stand there as last time; who came and who went is said with the day, and next time the register knows', async () => {
    const { household, members } = dogAnswers('Ông Vườn', 20)
    const first = await decide(site.officer(), { household, members: [...members, { id: 'old', call_name: 'Vện', part: 'dog', vaccinated: true }] }, { date: '2026-02-01' })
    const opened = (await site.officer().send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-11-01', household: first.household })).body
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${opened.id}`)
      await page.getByRole('tab', { name: 'Người và chó' }).click()
      await page.getByRole('heading', { name: 'Thành viên (3)' }).waitFor()
      expect(await page.getByText('mới', { exact: true }).count()).toBe(0)

      await page.getByRole('button', { name: 'Mở Vện' }).click()
      const drawer = page.getByRole('dialog')
      await drawer.getByRole('button', { name: 'Không còn trong hộ' }).click()
      await drawer.getByRole('radio', { name: 'Đã mất' }).check()
      await drawer.getByLabel('Mất ngày').fill('10/06/2026')
      await noViolations(page)
      await drawer.getByRole('button', { name: 'Đưa khỏi hộ' }).click()
      const gone = page.getByRole('region', { name: 'Không còn trong hộ (1)' })
      await gone.getByText('mất ngày 10/06/2026').waitFor()

      await gone.getByRole('button', { name: 'Đưa trở lại: Vện' }).click()
      await page.getByRole('heading', { name: 'Thành viên (3)' }).waitFor()
      await page.getByRole('button', { name: 'Mở Vện' }).click()
      await drawer.getByRole('button', { name: 'Không còn trong hộ' }).click()
      await drawer.getByRole('radio', { name: 'Đã mất' }).check()
      await drawer.getByLabel('Mất ngày').fill('10/12/2026')
      await drawer.getByRole('button', { name: 'Đưa khỏi hộ' }).click()
      await gone.getByText('Ngày mất 10/12/2026 sau ngày tham chiếu 01/11/2026').waitFor()
      await page.getByRole('tab', { name: 'Người và chó 1 lỗi' }).waitFor()
      await gone.getByRole('button', { name: 'Đưa trở lại: Vện' }).click()
      await page.getByRole('button', { name: 'Mở Vện' }).click()
      await drawer.getByRole('button', { name: 'Không còn trong hộ' }).click()
      await drawer.getByRole('radio', { name: 'Đã mất' }).check()
      await drawer.getByLabel('Mất ngày').fill('10/06/2026')
      await drawer.getByRole('button', { name: 'Đưa khỏi hộ' }).click()

      await page.getByRole('button', { name: 'Thêm thành viên' }).click()
      await drawer.getByLabel('Tên gọi').fill('Cún')
      await drawer.getByRole('combobox', { name: 'Vai' }).fill('cho')
      await page.getByRole('option', { name: 'chó' }).click()
      const came = drawer.getByRole('region', { name: 'Thành viên mới: vì sao có trong hộ' })
      const [words, answers] = [await came.getByText('Thành viên mới: vì sao có trong hộ').boundingBox(), await came.getByRole('radiogroup').boundingBox()]
      expect(answers?.y ?? 0).toBeGreaterThanOrEqual((words?.y ?? 999) + (words?.height ?? 999))
      await drawer.getByText('Mới sinh').click()
      await drawer.getByLabel('Từ ngày').fill('05/09/2026')
      await drawer.getByLabel('Ngày sinh').press('Alt+ArrowDown')
      const calendar = page.getByRole('dialog', { name: 'Lịch: Ngày sinh' })
      await calendar.waitFor()
      await noViolations(page)
      await page.keyboard.press('Escape')
      await calendar.waitFor({ state: 'detached' })
      await drawer.getByLabel('Ngày sinh').fill('09/2026')
      await drawer.getByRole('button', { name: 'Xong' }).click()
      await page.getByRole('row', { name: /Cún/ }).getByText('mới', { exact: true }).waitFor()
      await page.getByText('đã lưu').waitFor()
      await noViolations(page)
      await page.reload()
      await page.getByRole('tab', { name: 'Người và chó' }).click()
      await gone.getByText('mất ngày 10/06/2026').waitFor()

      await page.setViewportSize({ width: 390, height: 844 })
      await page.getByRole('button', { name: 'Mở Cún' }).click()
      await drawer.getByLabel('Từ ngày').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await noViolations(page)
      await drawer.getByRole('button', { name: 'Xong' }).click()
      await page.setViewportSize({ width: 1280, height: 800 })

      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
      await page.getByText('sinh ngày 05/09/2026').waitFor()
      await page.getByText('mất ngày 10/06/2026').waitFor()

      const sent = page.url()
      await page.getByRole('button', { name: 'Lập phiếu sửa' }).click()
      await page.getByLabel('Diện tích vườn').fill('22')
      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByText('22 m²').waitFor()
      const corrected = page.url()
      expect(corrected).not.toBe(sent)
      await page.goto(sent)
      await page.getByText('20 m²').waitFor()
      await noViolations(page)
      await page.getByRole('link', { name: 'Mở phiếu gửi sau cùng' }).click()
      await page.getByText('22 m²').waitFor()
      expect(page.url()).toBe(corrected)
      expect(faults).toEqual([])
    })
    const next = (await site.officer().send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2027-02-01', household: first.household })).body
    expect(next.answers.members.map(({ call_name: name }: { call_name: string }) => name)).toEqual(['Ông Vườn', 'Vàng', 'Cún'])
    expect(next.known_members).toHaveLength(3)
  })

  test('are asked only what applies to each, at once, and what is wrong is said to whoever hears the page', async () => {
    const draft = (await site.officer().send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-11-01' })).body
    await site.onPage(async ({ page }) => {
      await page.goto(`/submissions/${draft.id}`)
      await page.getByRole('tab', { name: 'Người và chó' }).click()
      await page.getByRole('button', { name: 'Mở Thành viên 1' }).click()
      const drawer = page.getByRole('dialog')
      const vaccinated = drawer.getByRole('radiogroup', { name: 'Đã tiêm phòng' })
      await vaccinated.waitFor()
      await drawer.getByRole('combobox', { name: 'Vai' }).click()
      await page.getByRole('option', { name: 'người nuôi' }).click()
      await vaccinated.waitFor({ state: 'detached' })
      await drawer.getByRole('combobox', { name: 'Vai' }).click()
      await page.getByRole('option', { name: 'chó' }).click()
      await vaccinated.getByText('Không', { exact: true }).click()
      await page.getByRole('complementary').getByText('cấp có điều kiện').or(page.getByRole('complementary').getByText('chưa kết luận')).first().waitFor()

      await drawer.getByRole('combobox', { name: 'Vai' }).click()
      await page.getByRole('option', { name: 'người nuôi' }).waitFor()
      // Sooner than the answers are judged, whoever types on stands at a question that will not apply.
      await page.evaluate(() => {
        [...document.querySelectorAll<HTMLElement>('[role=option]')].find(({ textContent }) => textContent?.includes('người nuôi'))?.click()
        document.querySelector<HTMLElement>('[data-question="member_vaccinated"] input:checked')?.focus()
      })
      expect(await focusName(page)).toBe('Đã tiêm phòng')
      await vaccinated.waitFor({ state: 'detached' })
      await expect.poll(() => focusName(page)).toBe('Ngày sinh')

      await drawer.getByLabel('Ngày sinh').fill('31/02/2024')
      await drawer.getByLabel('Tên gọi').focus()
      await page.getByRole('status').filter({ hasText: 'Không đọc được ngày “31/02/2024”' }).waitFor({ state: 'attached' })
      await page.getByRole('tab', { name: 'Người và chó 1 lỗi' }).waitFor({ state: 'attached' })
    })
  })
})
