import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { attach, pdf, script } from '../support/attached-files.ts'
import { fill } from '../support/dog-households.ts'
import { noisyPacks } from '../support/dog-noise.ts'
import { expectAccessible, expectReadableInTheDark } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { focusName, tabTo, typeInto } from './keyboard.ts'

const executable = findBrowser()

const members = [
  { id: 'keeper', call_name: 'Ông Vườn', part: 'keeper' },
  { id: 'dog', call_name: 'Vàng', part: 'dog', born: '2022-05' },
]

describe.skipIf(executable === undefined)('A form with more than questions', () => {
  const site = dogSite(executable, noisyPacks)

  test('is filled by the keyboard, table of questions and long text too, and shows sections and facts as the answers have it', async () => {
    const { id } = await fill(site.officer(), { household: {}, members })
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${id}`)
      await page.getByText('Không tính sân lát gạch.').waitFor()
      await page.getByRole('group', { name: 'Vườn' }).getByText('Của ngôi nhà đang ở.').waitFor()
      const dogs = page.locator('dl').filter({ hasText: 'Số chó' })
      await dogs.getByText('1', { exact: true }).waitFor()
      await expectAccessible(page, 'groups, texts and facts')
      await page.getByLabel('Đường, số nhà').focus()
      await typeInto(page, 'Diện tích vườn', '20')
      await tabTo(page, 'Có rào')
      await page.keyboard.press('c')
      await tabTo(page, 'Tiếp: Tiếng ồn')
      await page.keyboard.press('Enter')

      const table = page.getByRole('table', { name: 'Chó sủa nhiều ít ra sao' })
      await expect.poll(() => focusName(page)).toBe('Chó sủa ban ngày không bao giờ')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => table.getByRole('radio', { name: 'Chó sủa ban ngày thỉnh thoảng' }).isChecked()).toBe(true)
      await page.keyboard.press('Delete')
      await expect.poll(() => table.getByRole('radio', { checked: true }).count()).toBe(0)
      await tabTo(page, 'Chó sủa ban đêm không bao giờ')
      await page.keyboard.press('ArrowLeft')
      await page.getByRole('tab', { name: 'Ban đêm' }).waitFor()
      await page.getByRole('button', { name: 'Tiếp: Ban đêm' }).waitFor()
      await typeInto(page, 'Ý kiến của hàng xóm', 'Không phiền gì.')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Chó ngoan.')
      await expectAccessible(page, 'a table of questions')
      await expectReadableInTheDark(page, 'a table of questions')
      await page.getByRole('button', { name: 'Tiếp: Ban đêm' }).click()
      await page.getByLabel('Vì sao chó sủa ban đêm').fill('Có trộm')

      await page.getByRole('tab', { name: 'Tiếng ồn' }).click()
      await table.getByRole('button', { name: 'Xóa câu trả lời: Chó sủa ban đêm' }).click()
      await table.getByRole('radio', { name: 'Chó sủa ban đêm thỉnh thoảng' }).check()
      await page.getByRole('tab', { name: 'Ban đêm' }).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Tiếp: Người và chó' }).click()
      await page.getByRole('columnheader', { name: 'Tên hay gọi' }).waitFor()
      await page.getByRole('button', { name: 'Mở Vàng' }).click()
      const drawer = page.getByRole('dialog')
      await drawer.getByRole('group', { name: 'Con chó' }).getByText('Tuổi của chó').waitFor()
      await drawer.getByText('4 tuổi').waitFor()
      await drawer.getByRole('table', { name: 'Tính nết' }).getByRole('radio', { name: 'Thân với người lạ Có' }).focus()
      await page.keyboard.press('k')
      await expect.poll(() => drawer.getByRole('radio', { name: 'Thân với người lạ Không' }).isChecked()).toBe(true)
      await expectAccessible(page, 'a member with a group')
      await drawer.getByRole('button', { name: 'Xong' }).click()
      await page.getByRole('button', { name: 'Mở Ông Vườn' }).click()
      await drawer.getByRole('group', { name: 'Con chó' }).waitFor({ state: 'detached' })
      await page.keyboard.press('Escape')
      await page.getByText(/^đã lưu lúc/).waitFor()
      expect(faults).toEqual([])
    })
    const { answers } = (await site.officer().send('GET', `/api/submissions/${id}`)).body
    expect(answers.household).toEqual({ garden_area: 20, fenced: true, barks_night: 'sometimes', night_reason: 'Có trộm', remarks: 'Không phiền gì.\nChó ngoan.' })
    expect(answers.members[1]).toMatchObject({ likes_people: false })
  })

  test('leads to what is missing in a table of questions, asks it one by one on a phone, and leaves a section that is hidden', async () => {
    const { id } = await fill(site.officer(), { household: { street: 'Đường Biển', garden_area: 20, fenced: true }, members })
    await attach(site.officer(), id, { item: 'cardvaccin', member: 'dog' }, 'sổ tiêm.pdf', pdf)
    await site.onPage(async ({ page, faults }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`/submissions/${id}`)
      await page.getByRole('group', { name: 'Vườn' }).waitFor()
      await expectAccessible(page, 'groups on a phone')
      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('button', { name: /^Chưa trả lời “Chó sủa ban đêm”/ }).click()
      const night = page.getByRole('radiogroup', { name: 'Chó sủa ban đêm' })
      await night.getByText(/^Chưa trả lời “Chó sủa ban đêm”/).waitFor()
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-question]')?.getAttribute('data-question'))).toBe('household_barks_night')
      await expectAccessible(page, 'a table of questions on a phone')
      await night.getByText('hằng ngày').click()
      await page.getByRole('tab', { name: 'Ban đêm' }).click()
      await page.getByLabel('Vì sao chó sủa ban đêm').waitFor()

      // Somebody else says that it does not bark: the section one stands in goes away.
      await page.getByText(/^đã lưu lúc/).waitFor()
      const stored = (await site.officer().send('GET', `/api/submissions/${id}`)).body
      await site.officer().send('PUT', `/api/submissions/${id}/answers`, { version: stored.version, answers: { ...stored.answers, household: { ...stored.answers.household, barks_night: 'never' } } })
      await page.getByRole('tab', { name: 'Người và chó', selected: true }).waitFor()
      await page.getByRole('tab', { name: 'Ban đêm' }).waitFor({ state: 'detached' })

      await page.getByRole('button', { name: 'Mở Vàng' }).click()
      await page.getByRole('dialog').getByRole('radiogroup', { name: 'Thân với chó khác' }).getByText('Có', { exact: true }).click()
      await expectAccessible(page, 'a member with a group on a phone')
      await page.getByRole('dialog').getByRole('button', { name: 'Xong' }).click()
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('heading', { name: 'Chó sủa nhiều ít ra sao' }).waitFor()
      await page.getByText('không bao giờ').waitFor()
      await page.getByText('4 tuổi').waitFor()
      await page.getByRole('link', { name: 'sổ tiêm.pdf' }).waitFor()
      expect(await page.getByRole('heading', { name: 'Ban đêm' }).count()).toBe(0)
      await expectAccessible(page, 'a sent form with groups')
      expect(faults).toEqual([])
    })
  })

  test('takes files: photos made smaller, by their content alone, taken back in place, and asked for where they are needed', async () => {
    const { id } = await fill(site.officer(), { household: { street: 'Đường Biển', garden_area: 20, fenced: true, barks_night: 'never' }, members })
    await site.onPage(async ({ page, context, faults }) => {
      await page.goto(`/submissions/${id}`)
      const place = page.getByRole('region', { name: 'Ảnh khu vườn' })
      const choose = place.locator('input[type=file]').first()
      await place.getByText('JPEG, PNG, WebP; nhiều nhất 2 tệp, mỗi tệp không quá 8 MB.').waitFor()
      await choose.setInputFiles({ name: 'vườn.jpeg', mimeType: 'image/jpeg', buffer: await largePhoto(page) })
      const photo = place.getByRole('link', { name: 'vườn.jpg' })
      await photo.waitFor()
      const sides = await page.evaluate(async (url) => {
        const { width, height } = await createImageBitmap(await (await fetch(url)).blob())
        return [width, height]
      }, await photo.getAttribute('href') ?? '')
      expect(sides).toEqual([2048, 1024])
      await choose.setInputFiles({ name: 'giả.jpg', mimeType: 'image/jpeg', buffer: script })
      await place.getByRole('alert').getByText('Nội dung của tệp “giả.jpg” không phải là JPEG, PNG, WebP').waitFor()
      await expectAccessible(page, 'attached photos')

      await place.getByRole('button', { name: 'Bỏ tệp vườn.jpg' }).click()
      await photo.waitFor({ state: 'detached' })
      await expect.poll(() => focusName(page)).toBe('Đính kèm lại')
      await page.keyboard.press('Enter')
      await photo.waitFor()

      await context.setOffline(true)
      await place.getByText('Đang mất mạng. Tệp chỉ gửi và bỏ được khi có mạng').waitFor()
      await context.setOffline(false)
      await place.getByText('Đang mất mạng.').waitFor({ state: 'detached' })

      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('button', { name: 'Vàng: Chưa đính kèm “Sổ tiêm phòng”; cần có trước khi gửi.' }).click()
      await expect.poll(() => focusName(page)).toBe('Chọn tệp: Sổ tiêm phòng')
      const card = page.getByRole('dialog').getByRole('region', { name: 'Sổ tiêm phòng' })
      await card.getByText('cần có trước khi gửi').waitFor()
      await card.locator('input[type=file]').first().setInputFiles({ name: 'sổ tiêm.pdf', mimeType: 'application/pdf', buffer: pdf })
      await card.getByRole('link', { name: 'sổ tiêm.pdf' }).waitFor()
      await card.getByText('cần có trước khi gửi').waitFor({ state: 'detached' })
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, 'an attached document on a phone')
      expect(faults).toEqual([])
    })
  })
})

/** A picture of 3.000 × 1.500 pixels, as a camera takes it. */
const largePhoto = async (page: Page): Promise<Buffer> => Buffer.from(await page.evaluate(() => {
  const canvas = document.createElement('canvas')
  canvas.width = 3000
  canvas.height = 1500
  const context = canvas.getContext('2d')
  if (!context) return ''
  for (let x = 0; x < 3000; x += 5) {
    context.fillStyle = `hsl(${x % 360} 60% 50%)`
    context.fillRect(x, 0, 5, 1500)
  }
  return canvas.toDataURL('image/jpeg', 1).split(',')[1] ?? ''
}), 'base64')
