import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { dogAnswers, fill } from '../support/dog-households.ts'
import { readPdf, standInOrder } from '../support/pdf-text.ts'
import { expectAccessible } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { showList } from './sign-in.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('An officer prints', () => {
  const site = dogSite(executable)

  /** The paper that a click saves. */
  const saved = async (page: Page, click: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), click()])
    return { name: download.suggestedFilename(), ...(await readPdf(await readFile(await download.path()))) }
  }
  const fromMenu = (page: Page, paper: string) => saved(page, async () => {
    await page.getByRole('button', { name: 'In', exact: true }).click()
    await page.getByRole('menuitem', { name: paper }).click()
  })

  test('a draft with what was typed a moment ago, the explanation, and both of what was sent, and finds it again from the paper', async () => {
    const draft = await fill(site.officer(), dogAnswers('Chủ Giấy Tờ', 20))
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${draft.id}`)
      await page.getByRole('button', { name: 'In', exact: true }).click()
      await page.getByRole('menuitem', { name: 'In phiếu' }).waitFor()
      await expectAccessible(page, 'the open menu')
      await page.keyboard.press('Escape')

      await page.getByLabel('Diện tích vườn').fill('777')
      const form = await fromMenu(page, 'In phiếu')
      expect(form.name).toBe('don-xin-nuoi-cho-chu-giay-to-2026-12-01.pdf')
      expect(standInOrder(form.text, ['XÃ BẾN CẢNG', 'ĐƠN XIN NUÔI CHÓ', '(BẢN NHÁP, CHƯA GỬI)', 'Diện tích vườn 777 m²'])).toBeUndefined()
      expect((await fromMenu(page, 'In giải thích')).text).toContain('Kết quả tạm tính của bản nháp, chưa gửi')

      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
      expect((await fromMenu(page, 'In phiếu')).text).toContain('KẾT QUẢ Giấy phép: cấp')
      const explanation = await fromMenu(page, 'In giải thích')
      const [, code = ''] = /Mã phiếu ([0-9A-F]{8})/.exec(explanation.text) ?? []
      expect(explanation.pages).toHaveLength(1)
      expect(explanation.text).toContain('Kết quả đã gửi ngày 01/12/2026')

      await page.goto('/households')
      await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByLabel('Tìm và đi tới').fill(code)
      await page.getByRole('button', { name: `mã phiếu ${code}` }).click()
      await page.getByRole('heading', { name: 'Hộ Chủ Giấy Tờ' }).waitFor()
      expect(faults).toEqual([])
    })
  })

  test('forms to fill by hand, from the list of households and from the rules', () => site.onPage(async ({ page, faults }) => {
    await showList(page)
    const blank = () => saved(page, () => page.getByRole('button', { name: 'In phiếu trắng' }).click())
    expect((await blank()).name).toBe('don-xin-nuoi-cho-trang-xa-ben-cang-2026-12-01.pdf')
    const { body } = await site.officer().send('GET', '/api/programmes?at=2027-06-01')
    await page.goto(`/policies/dog-licence/releases/${body[0].in_force.release}?tab=forms`)
    const { text } = await blank()
    expect(standInOrder(text, ['XÃ BẾN CẢNG', 'Quy định nuôi chó 2027', 'Có rào □ Có □ Không'])).toBeUndefined()
    await expectAccessible(page, 'the forms of a release')
    expect(faults).toEqual([])
  }))
})
