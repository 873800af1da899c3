import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { dogAnswers, fill } from '../support/dog-households.ts'
import { layeredPacks } from '../support/dog-overlays.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('Where a locality has rules of its own, an officer', () => {
  const site = dogSite(executable, layeredPacks)

  const layer = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

  test('sees both answers while filling the form and after sending, each under its name and with whose value it rests on', async () => {
    const draft = await fill(site.officer(), dogAnswers('Chủ Chó', 13))
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${draft.id}`)
      await layer(page, 'Chuẩn quốc gia').getByText('không cấp', { exact: true }).waitFor()
      const local = layer(page, 'Quy định của tỉnh Đảo')
      await local.getByText('cấp', { exact: true }).waitFor()
      await local.getByRole('button', { name: 'Vì sao? Giấy phép – Quy định của tỉnh Đảo' }).click()
      await local.getByText('theo quy định của tỉnh Đảo').first().waitFor()
      await local.getByText('05/2026/NQ-ĐẢO', { exact: false }).first().waitFor()
      expect(await layer(page, 'Chuẩn quốc gia').getByText('theo quy định của').count()).toBe(0)
      expect(await violationsOn(page)).toEqual([])

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
      expect(await violationsOn(page)).toEqual([])
      expect(faults).toEqual([])
    })
  })
})
