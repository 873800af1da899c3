import { describe, expect, test } from 'vitest'
import { fill } from '../support/dog-households.ts'
import { findBrowser } from './browser.ts'
import { holdBack, letGo } from './busy-page.ts'
import { dogSite } from './dog-site.ts'
import { focusName, press, tabTo, typeInto } from './keyboard.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('On a page too busy to keep up with the keys', () => {
  const site = dogSite(executable)

  test('what leads to the members stands at the first of them at once, and Enter takes the entry that is marked', async () => {
    const { id } = await fill(site.officer(), { household: { street: 'Đường Biển', garden_area: 20, fenced: true }, members: [{ id: 'keeper', call_name: 'Ông Vườn' }] })
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${id}`)
      await page.getByLabel('Đường').focus()
      await holdBack(page, 'frames')
      await press(page, 'Tiếp: Người và chó')
      expect(await focusName(page)).toBe('Mở Ông Vườn')
      await letGo(page)

      await page.keyboard.press('Enter')
      const part = page.getByRole('dialog').getByRole('combobox', { name: 'Vai' })
      await expect.poll(() => focusName(page)).toBe('Tên gọi')
      await holdBack(page, 'timers')
      await typeInto(page, 'Vai', 'cho')
      await page.getByRole('option', { name: 'chó' }).waitFor()
      await letGo(page)
      await page.keyboard.press('Enter')
      expect(await part.inputValue()).toBe('chó')
      await tabTo(page, 'Xong')
      await page.keyboard.press('Enter')
      await page.getByRole('row', { name: /Ông Vườn.*chó/ }).waitFor()
      expect(faults).toEqual([])
    })
  })
})
