import { describe, expect, test } from 'vitest'
import { contradictoryPacks } from '../support/dog-contradiction.ts'
import { dogAnswers, fill } from '../support/dog-households.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('Where rules contradict themselves, an officer', () => {
  const site = dogSite(executable, contradictoryPacks)

  test('is told which rows do, keeps what is typed, and goes on once the answer is another', async () => {
    const draft = await fill(site.officer(), dogAnswers('Chủ Chó', 20))
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${draft.id}`)
      const result = page.getByRole('complementary')
      await result.getByText('cấp', { exact: true }).waitFor()

      await page.getByLabel('Diện tích vườn').fill('60')
      const notice = page.getByRole('alert').filter({ hasText: 'Chưa tính được kết quả' })
      await notice.getByText('Các dòng 2, 3 của bảng “Kết luận” cùng đúng').waitFor()
      expect(await result.getByText('cấp', { exact: true }).count()).toBe(0)
      await page.getByText('đã lưu').waitFor()
      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(await violationsOn(page)).toEqual([])

      await page.getByLabel('Diện tích vườn').fill('30')
      await notice.waitFor({ state: 'detached' })
      await result.getByText('cấp', { exact: true }).waitFor()
      expect(faults).toEqual([])
    })
  })
})
