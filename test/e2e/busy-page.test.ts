import { hashDocument } from '@tieuchi/runtime'
import { describe, expect, test } from 'vitest'
import { signInAs } from '../support/app.ts'
import { fill } from '../support/dog-households.ts'
import { dogReleases } from '../support/dog-licences.ts'
import { beginDraft } from '../support/drafting.ts'
import { saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { holdBack } from './busy-page.ts'
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
      const drawNext = await holdBack(page, 'frames')
      await press(page, 'Tiếp: Người và chó')
      expect(await focusName(page)).toBe('Mở Ông Vườn')
      await drawNext()

      await page.keyboard.press('Enter')
      const part = page.getByRole('dialog').getByRole('combobox', { name: 'Vai' })
      await expect.poll(() => focusName(page)).toBe('Tên gọi')
      const goOn = await holdBack(page, 'timers')
      await typeInto(page, 'Vai', 'cho')
      await page.getByRole('option', { name: 'chó' }).waitFor()
      await goOn()
      await page.keyboard.press('Enter')
      expect(await part.inputValue()).toBe('chó')
      await tabTo(page, 'Xong')
      await page.keyboard.press('Enter')
      await page.getByRole('row', { name: /Ông Vườn.*chó/ }).waitFor()
      expect(faults).toEqual([])
    })
  })

  test('the gate of a document that was written on is waited for no longer, and what is saved has its way', async () => {
    const author = await signInAs(site.running(), 'writer', 'island', 'author')
    const { id } = await beginDraft(author, hashDocument(dogReleases[1].release), '2028-01-01')
    await site.onPage(async ({ page, faults }) => {
      const asked = Promise.withResolvers<void>()
      await page.route('**/api/drafts/*/gate', () => asked.resolve(), { times: 1 })
      const given = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/gate'))
      await page.goto(`/drafts/${id}`)
      await asked.promise
      await page.getByLabel('Nội dung thay đổi, một câu').fill('Vườn rộng hơn.')
      await page.getByLabel('Nội dung thay đổi, một câu').press('Tab')
      await given
      await saved(page)
      await page.getByRole('complementary', { name: 'Trước khi ban hành' }).getByText(/^\d+\/\d+/).waitFor()
      expect(faults).toEqual([])
    }, 'writer')
  })
})
