import { describe, expect, test } from 'vitest'
import { benefitPacks } from '../support/dog-benefits.ts'
import { fill } from '../support/dog-households.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()

const answers = {
  household: { street: 'Đường Biển', fenced: false },
  members: [
    { id: 'keeper', call_name: 'Chủ Chó', part: 'keeper' },
    { id: 'dog', call_name: 'Vàng', part: 'dog', vaccinated: false },
    { id: 'other', call_name: 'Mực', part: 'dog' },
  ],
}

describe.skipIf(executable === undefined)('Where rules grant benefits, an officer', () => {
  const site = dogSite(executable, benefitPacks)

  test('sees who is granted what while typing, what is still to be asked, and the reason of each after sending', async () => {
    const draft = await fill(site.officer(), answers)
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${draft.id}`)

      const benefits = page.getByRole('region', { name: 'Quyền lợi', exact: true })
      await benefits.getByText('số tiền chưa có thông tin, một lần').waitFor()
      await benefits.getByText('Mực: Tiêm phòng miễn phí').waitFor()
      await page.getByLabel('Diện tích vườn').fill('30')
      await benefits.getByText('số tiền 600.000 đ, một lần').waitFor()
      await benefits.getByText('Không được hưởng (1)').waitFor()
      await page.getByRole('region', { name: 'Cần hỏi thêm' }).getByRole('button', { name: 'Mực: Đã tiêm phòng' }).waitFor()
      await benefits.getByRole('button', { name: 'Vì sao? Vàng: Tiêm phòng miễn phí' }).click()
      await benefits.getByText('Đã tiêm phòng: không').waitFor()
      expect(await violationsOn(page)).toEqual([])

      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
      await benefits.getByText('số tiền 600.000 đ, một lần').waitFor()
      await benefits.getByRole('button', { name: 'Vì sao? Vàng: Tiêm phòng miễn phí' }).click()
      await benefits.getByText('Đã tiêm phòng: không').waitFor()
      expect(faults).toEqual([])
    })
  })
})
