import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password, signInAs, startApp, type Client, type RunningApp } from '../support/app.ts'
import { databaseKinds } from '../support/databases.ts'
import { contradictoryPacks } from '../support/dog-contradiction.ts'
import { dogAnswers, fill } from '../support/dog-households.ts'
import { findBrowser, launchBrowser, visit } from './browser.ts'

const executable = findBrowser()
const webFolder = fileURLToPath(new URL('../../designer/dist', import.meta.url))

describe.skipIf(executable === undefined)('Where rules contradict themselves, an officer', () => {
  let running: RunningApp
  let officer: Client
  let browser: Browser
  let address: string

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    running = await startApp(kind, { packs: contradictoryPacks, webFolder })
    officer = await signInAs(running, 'harbour', 'harbour')
    address = await running.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await running?.close()
  })

  test('is told which rows do, keeps what is typed, and goes on once the answer is another', async () => {
    const draft = await fill(officer, dogAnswers('Chủ Chó', 20))
    const { page, context, faults } = await visit(browser, address)
    try {
      await page.goto('/')
      await page.getByLabel('Tên đăng nhập').fill('harbour')
      await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
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
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

      await page.getByLabel('Diện tích vườn').fill('30')
      await notice.waitFor({ state: 'detached' })
      await result.getByText('cấp', { exact: true }).waitFor()
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  })
})
