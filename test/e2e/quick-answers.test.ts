import { describe, expect, test } from 'vitest'
import { fill } from '../support/dog-households.ts'
import { gardenPacks } from '../support/dog-gardens.ts'
import { findBrowser } from './browser.ts'
import { drawn, holdBack } from './busy-page.ts'
import { dogSite } from './dog-site.ts'
import { answerYesNo, waitUntilSaved } from './officer.ts'

const executable = findBrowser()

const inside = { street: 'Đường Biển', fenced: false }

/** So long the page waits after an answer before it judges, at most. */
const judged = 200

describe.skipIf(executable === undefined)('No answer is lost while a form is filled in faster than it is judged', () => {
  const site = dogSite(executable, gardenPacks)

  const answersOf = async (id: string): Promise<unknown> => (await site.officer().send('GET', `/api/submissions/${id}`)).body.answers.household

  test('a number goes on being typed while a question goes away', async () => {
    const { id } = await fill(site.officer(), { household: inside, members: [] })
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${id}`)
      await page.getByLabel('Điện thoại').waitFor()
      const save = await holdBack(page, 'timers', 60_000)
      const judge = await holdBack(page, 'timers', judged)
      await answerYesNo(page, 'Có rào', 'Có')
      await page.getByLabel('Diện tích vườn').focus()
      await page.keyboard.type('1')
      await drawn(page)
      // It is judged now, and the next key comes before that is drawn.
      const draw = await holdBack(page, 'messages')
      await judge()
      await page.keyboard.type(',')
      await draw()
      await save()
      await page.getByLabel('Điện thoại').waitFor({ state: 'detached' })
      await page.keyboard.type('9')
      expect(await page.getByLabel('Diện tích vườn').inputValue()).toBe('1,9')
      await waitUntilSaved(page)
      expect(await answersOf(id)).toEqual({ ...inside, fenced: true, garden_area: 1.9 })
      expect(faults).toEqual([])
    })
  })

  test('what is pressed stays where it is until it is let go', async () => {
    const { id } = await fill(site.officer(), { household: { ...inside, garden_area: 20 }, members: [] })
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${id}`)
      await page.getByLabel('Điện thoại').waitFor()
      const judge = await holdBack(page, 'timers', judged)
      await answerYesNo(page, 'Có rào', 'Có')
      await page.getByRole('radiogroup', { name: 'Có rào' }).getByText('Chưa trả lời').hover()
      await page.mouse.down()
      await judge()
      await page.mouse.up()
      await page.getByRole('radiogroup', { name: 'Có rào' }).getByRole('radio', { name: 'Chưa trả lời', checked: true }).waitFor({ state: 'attached' })
      await waitUntilSaved(page)
      expect(await answersOf(id)).toEqual({ street: 'Đường Biển', garden_area: 20 })
      expect(faults).toEqual([])
    })
  })

  test('what is found wrong with the field that is left moves nothing before the press', async () => {
    const { id } = await fill(site.officer(), { household: inside, members: [] })
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${id}`)
      await page.getByLabel('Diện tích vườn').fill('rộng')
      const yes = page.getByRole('radiogroup', { name: 'Có rào' }).getByText('Có', { exact: true })
      const place = await yes.boundingBox()
      await yes.hover()
      await page.mouse.down()
      expect(await yes.boundingBox()).toEqual(place)
      await page.mouse.up()
      await page.getByText(/Không đọc được số/).first().waitFor()
      await page.getByText(/^đã lưu lúc \d\d:\d\d, trừ câu còn lỗi$/).waitFor()
      expect(await answersOf(id)).toEqual({ ...inside, fenced: true })
      expect(faults).toEqual([])
    })
  })
})
