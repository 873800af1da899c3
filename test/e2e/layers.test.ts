import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password, signInAs, startApp, type Client, type RunningApp } from '../support/app.ts'
import { databaseKinds } from '../support/databases.ts'
import { dogAnswers, fill } from '../support/dog-households.ts'
import { layeredPacks } from '../support/dog-overlays.ts'
import { findBrowser, launchBrowser, visit } from './browser.ts'

const executable = findBrowser()
const webFolder = fileURLToPath(new URL('../../designer/dist', import.meta.url))

describe.skipIf(executable === undefined)('Where a locality has rules of its own, an officer', () => {
  let running: RunningApp
  let officer: Client
  let browser: Browser
  let address: string

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    running = await startApp(kind, { packs: layeredPacks, webFolder })
    officer = await signInAs(running, 'harbour', 'harbour')
    address = await running.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await running?.close()
  })

  const layer = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

  test('sees both answers while filling the form and after sending, each under its name and with whose value it rests on', async () => {
    const draft = await fill(officer, dogAnswers('Chủ Chó', 13))
    const { page, context, faults } = await visit(browser, address)
    try {
      await page.goto('/')
      await page.getByLabel('Tên đăng nhập').fill('harbour')
      await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
      await page.goto(`/submissions/${draft.id}`)
      await layer(page, 'Chuẩn quốc gia').getByText('không cấp', { exact: true }).waitFor()
      const local = layer(page, 'Quy định của tỉnh Đảo')
      await local.getByText('cấp', { exact: true }).waitFor()
      await local.getByRole('button', { name: 'Vì sao? Giấy phép – Quy định của tỉnh Đảo' }).click()
      await local.getByText('theo quy định của tỉnh Đảo').first().waitFor()
      await local.getByText('05/2026/NQ-ĐẢO', { exact: false }).first().waitFor()
      expect(await layer(page, 'Chuẩn quốc gia').getByText('theo quy định của').count()).toBe(0)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Giấy phép – Quy định của tỉnh Đảo').waitFor()
      await dialog.getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
      await layer(page, 'Chuẩn quốc gia').getByText('không cấp', { exact: true }).waitFor()
      await layer(page, 'Quy định của tỉnh Đảo').getByText('cấp', { exact: true }).waitFor()
      await page.goto('/policies/dog-licence')
      await page.getByRole('heading', { name: /^Quy định riêng/ }).first().waitFor()
      expect(await page.getByRole('main').innerText()).not.toContain('island')
      await page.getByRole('link', { name: 'Quy định nuôi chó của đảo' }).first().click()
      await page.getByRole('heading', { name: 'Quy định nuôi chó của đảo', level: 1 }).waitFor()
      await page.getByText('Vườn tối thiểu (đồng): 15 → 12 m²').waitFor()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  })
})
