import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password, signInAs, startApp, type Client, type RunningApp } from '../support/app.ts'
import { databaseKinds } from '../support/databases.ts'
import { benefitPacks } from '../support/dog-benefits.ts'
import { fill } from '../support/dog-households.ts'
import { findBrowser, launchBrowser, visit } from './browser.ts'

const executable = findBrowser()
const webFolder = fileURLToPath(new URL('../../designer/dist', import.meta.url))

const answers = {
  household: { street: 'Đường Biển', fenced: false },
  members: [
    { id: 'keeper', call_name: 'Chủ Chó', part: 'keeper' },
    { id: 'dog', call_name: 'Vàng', part: 'dog', vaccinated: false },
    { id: 'other', call_name: 'Mực', part: 'dog' },
  ],
}

describe.skipIf(executable === undefined)('Where rules grant benefits, an officer', () => {
  let running: RunningApp
  let officer: Client
  let browser: Browser
  let address: string

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    running = await startApp(kind, { packs: benefitPacks, webFolder })
    officer = await signInAs(running, 'harbour', 'harbour')
    address = await running.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await running?.close()
  })

  test('sees who is granted what while typing, what is still to be asked, and the reason of each after sending', async () => {
    const draft = await fill(officer, answers)
    const { page, context, faults } = await visit(browser, address)
    try {
      await page.goto('/')
      await page.getByLabel('Tên đăng nhập').fill('harbour')
      await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
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
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
      await benefits.getByText('số tiền 600.000 đ, một lần').waitFor()
      await benefits.getByRole('button', { name: 'Vì sao? Vàng: Tiêm phòng miễn phí' }).click()
      await benefits.getByText('Đã tiêm phòng: không').waitFor()
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  })
})
