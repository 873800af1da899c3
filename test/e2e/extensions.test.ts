import { questionsOf, type LogicPiece } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { dogAnswers, fill } from '../support/dog-households.ts'
import { plotPacks } from '../support/dog-plots.ts'
import { beginDraft } from '../support/drafting.ts'
import { readPdf } from '../support/pdf-text.ts'
import { expectAccessible, expectReadableInTheDark } from './accessible.ts'
import { getDraft, saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { sampleWeb } from './extension-web.ts'
import { focusName, typeInto } from './keyboard.ts'
import { waitUntilSaved } from './officer.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }
const phone = { width: 390, height: 844 }

const inEnglish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
}

describe.skipIf(executable === undefined)('The designer with a package of code', () => {
  const site = dogSite(executable, undefined, false, sampleWeb())
  let author: Client
  let release: string

  beforeAll(async () => {
    author = await signInAs(site.running(), 'writer', 'island', 'author')
    const { body } = await author.send('GET', '/api/programmes?at=2026-06-01')
    release = body.find(({ id }: { id: string }) => id === 'dog-licence').in_force.release
  })

  test('offers its operator, asks for what stands in its places, says the sentence and saves what the package is named by', () => site.onPage(async ({ page, faults }) => {
    const { id } = await beginDraft(author, release)
    await page.goto(`/drafts/${id}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: 'Sửa “Chó chưa tiêm phòng”' }).click()
    await page.getByRole('button', { name: 'Thêm điều kiện về thành viên' }).first().click()
    await page.keyboard.type('ngay sinh')
    await page.keyboard.press('Enter')
    await page.getByLabel('Phép so sánh').last().selectOption({ label: 'cách một ngày không quá … tháng' })
    await page.getByRole('textbox', { name: 'Ngày so với' }).fill('1/11/2026')
    await page.keyboard.press('Tab')
    await page.getByRole('textbox', { name: 'Số tháng tròn' }).fill('3')
    await page.keyboard.press('Tab')
    await page.getByText(/ngày sinh cách 01\/11\/2026 không quá 3 tháng/).first().waitFor()
    await expectAccessible(page, 'a comparison of a package')
    const document = async () => (await getDraft(page, id)).document.release
    await expect.poll(async () => JSON.stringify((await document()).logic.filter((piece: LogicPiece) => piece.kind === 'fact')), patient).toContain('"operator":"sample.withinMonths","value":["2026-11-01",3]')
    expect((await document()).extensions).toEqual({ sample: '1.2.0' })
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'a comparison of a package on a phone')
    expect(faults).toEqual([])
  }, 'writer'))

  test('offers its aggregates where conditions are built of members and where calculations are picked, and says their sentences', () => site.onPage(async ({ page, faults }) => {
    const { id } = await beginDraft(author, release)
    const document = async () => (await getDraft(page, id)).document.release
    await page.goto(`/drafts/${id}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: 'Sửa “Chó chưa tiêm phòng”' }).click()
    await page.getByRole('button', { name: 'Thêm điều kiện về thành viên' }).first().click()
    await page.keyboard.type('ngay sinh')
    await page.keyboard.press('Enter')
    await page.getByLabel('Phép so sánh').last().selectOption({ label: 'nhỏ hơn' })
    await page.getByRole('textbox', { name: 'Giá trị', exact: true }).last().fill('1/11/2026')
    await page.keyboard.press('Tab')
    await page.getByLabel('Bao nhiêu thành viên').last().selectOption({ label: 'có quá nửa số' })
    await page.getByText(/có quá nửa số thành viên mà ngày sinh < 01\/11\/2026/i).first().waitFor()
    await expectAccessible(page, 'an aggregate of a package in a condition')
    await expect.poll(async () => JSON.stringify((await document()).logic), patient).toContain('"value":{"aggregate":"sample.majority","over":"members","where":{')
    expect((await document()).extensions).toEqual({ sample: '1.2.0' })
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'an aggregate of a package in a condition on a phone')
    await page.goto(`/drafts/${id}?tab=rules&on=piece.unvaccinated_dogs`)
    await page.getByLabel('Cách tính của “Kết quả”').selectOption({ label: 'lớn thứ hai trong các thành viên' })
    await page.getByText('LỚN THỨ HAI THÀNH VIÊN(').first().waitFor()
    await expectAccessible(page, 'an aggregate of a package in a calculation on a phone')
    expect(faults).toEqual([])
  }, 'writer'))

  test('offers it in English, too', () => site.onPage(async ({ page }) => {
    const { id } = await beginDraft(author, release)
    await page.goto(`/drafts/${id}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Edit “A dog is not vaccinated”' }).click()
    await page.getByRole('button', { name: 'Add a condition about members' }).first().click()
    await page.keyboard.type('born')
    await page.keyboard.press('Enter')
    await page.getByLabel('Comparison').last().selectOption({ label: 'is within … months of a day' })
    await page.getByRole('textbox', { name: 'Day compared with' }).waitFor()
    await page.getByRole('textbox', { name: 'Completed months' }).waitFor()
    await page.getByLabel('How many members').last().selectOption({ label: 'more than half of the' })
    await page.getByText('members are such that', { exact: true }).waitFor()
  }, 'writer'))
})

// One file for all that needs the application with the package: two would build it at the same time.
describe.skipIf(executable === undefined)('Questions of a kind of a package', () => {
  const site = dogSite(executable, plotPacks, false, sampleWeb())
  let author: Client
  let release: string

  beforeAll(async () => {
    author = await signInAs(site.running(), 'writer', 'island', 'author')
    const { body } = await author.send('GET', '/api/programmes?at=2026-06-01')
    release = body.find(({ id }: { id: string }) => id === 'dog-licence').in_force.release
  })

  test('are answered by keyboard in a form as the package draws them, say what is wrong, and are there again', async () => {
    const { id } = await fill(site.officer(), dogAnswers('Trần Thị Bến', 20))
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${id}`)
      const garden = page.getByRole('group', { name: 'Thửa vườn' })
      const [plot, sheet] = [garden.getByLabel('Số thửa'), garden.getByLabel('Tờ bản đồ số')]
      await page.getByLabel('Diện tích vườn').focus()
      await typeInto(page, 'Số thửa', '12')
      expect(await plot.getAttribute('aria-required')).toBe('true')
      const question = page.locator('[data-question$="garden_plot"]')
      await question.getByText('Thửa vườn: giá trị “12” không hợp lệ: thiếu số tờ bản đồ; cần số thửa và số tờ bản đồ, như 12/345.').waitFor()
      expect(await sheet.getAttribute('aria-invalid')).toBe('true')
      await expectAccessible(page, 'an answer that is none')
      await page.keyboard.press('Tab')
      expect(await focusName(page)).toBe('Tờ bản đồ số')
      await page.keyboard.type('345')
      await question.getByText('không hợp lệ').waitFor({ state: 'detached' })
      await page.keyboard.press('Tab')
      expect(await focusName(page)).toBe('Số thửa')
      await page.keyboard.insertText('thửa 77')
      await page.keyboard.press('Tab')
      await waitUntilSaved(page)
      await expectAccessible(page, 'answers of a kind of a package')
      await expectReadableInTheDark(page, 'answers of a kind of a package')
      await page.setViewportSize(phone)
      await garden.scrollIntoViewIfNeeded()
      await expectAccessible(page, 'answers of a kind of a package on a phone')

      await page.reload()
      await expect.poll(() => plot.inputValue(), patient).toBe('12')
      expect(await sheet.inputValue()).toBe('345')
      expect(await page.getByRole('group', { name: 'Thửa có chuồng' }).getByLabel('Số thửa').inputValue()).toBe('77')
      await page.setViewportSize({ width: 1280, height: 800 })
      await plot.fill('Thửa 7 tờ 8')
      await expect.poll(() => sheet.inputValue()).toBe('8')
      await inEnglish(page)
      await page.getByRole('group', { name: 'Plot of the garden' }).getByLabel('Map sheet').waitFor()
      await expect.poll(async () => (await readPdf(await (await page.request.get(`/api/submissions/${id}/form.pdf?language=en`)).body())).text, patient).toContain('plot 7, map sheet 8')
      expect(faults).toEqual([])
    })
  })

  test('are made in the form designer, where their options are edited, and are judged by rules that name them', () => site.onPage(async ({ page, faults }) => {
    const { id } = await beginDraft(author, release)
    const document = async () => (await getDraft(page, id)).document
    const added = async () => (await document()).additions.fields.household['shed_plot']?.['x-kind']
    await page.goto(`/drafts/${id}?tab=forms&on=form.application`)
    await page.getByRole('combobox', { name: 'Thêm vào biểu mẫu' }).fill('thua dat')
    await page.getByRole('option', { name: 'Thửa đất' }).click()
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.getByLabel('Loại câu trả lời').inputValue()).toBe('sample.parcel')
    await dialog.getByRole('group', { name: 'Thửa đất' }).getByLabel('Số tờ bản đồ có thể để trống').check()
    await expectAccessible(page, 'the options of a new question')
    await dialog.getByRole('textbox', { name: 'Câu hỏi', exact: true }).fill('Thửa có lán')
    await dialog.getByRole('textbox', { name: 'Bằng tiếng Anh' }).fill('Shed plot')
    await dialog.getByRole('button', { name: 'Thêm câu hỏi' }).click()
    await page.getByRole('treeitem', { name: 'Thửa có lán' }).getByText('thửa đất số 12', { exact: true }).waitFor()
    await saved(page)
    expect(await added()).toEqual({ name: 'sample.parcel', version: '1.2.0', options: { sheet_optional: true } })
    expect((await document()).release.forms.flatMap((form) => questionsOf(form).map(({ item }) => item.field))).toContain('shed_plot')

    const properties = page.getByRole('region', { name: 'Thuộc tính' })
    await properties.getByText('Thửa đất (số tờ bản đồ có thể để trống: có)').waitFor()
    await properties.getByLabel('Số tờ bản đồ có thể để trống').uncheck()
    await expect.poll(added, patient).toEqual({ name: 'sample.parcel', version: '1.2.0' })
    await page.setViewportSize(phone)
    await page.getByText('Thuộc tính', { exact: true }).click()
    await properties.getByLabel('Số tờ bản đồ có thể để trống').scrollIntoViewIfNeeded()
    await expectAccessible(page, 'the options of a question on a phone')
    await page.setViewportSize({ width: 1280, height: 800 })

    await page.goto(`/drafts/${id}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: 'Sửa “Vườn không rào”' }).click()
    await page.getByRole('button', { name: 'Thêm điều kiện', exact: true }).first().click()
    await page.keyboard.type('thua co lan')
    await page.keyboard.press('Enter')
    await expect.poll(() => focusName(page), patient).toBe('Giá trị')
    await page.keyboard.insertText('thửa 7 tờ 8')
    await page.keyboard.press('Tab')
    await page.getByText(/Thửa có lán là thửa đất số 7, tờ bản đồ số 8/i).first().waitFor()
    await expect.poll(async () => JSON.stringify((await document()).release.logic.filter((piece: LogicPiece) => piece.kind === 'rules')), patient).toContain('"fact":"shed_plot","operator":"equal","value":"7/8"')
    expect(faults).toEqual([])
  }, 'writer'))

  test('are offered in English, too', () => site.onPage(async ({ page }) => {
    const { id } = await beginDraft(author, release)
    await page.goto(`/drafts/${id}?tab=dictionary`)
    await inEnglish(page)
    await page.getByText('Plot of land (the map sheet may be left open: yes)').waitFor()
    await page.getByRole('button', { name: 'Add a question' }).click()
    await page.getByLabel('Kind of answer').selectOption({ label: 'Plot of land' })
    await page.getByRole('group', { name: 'Plot of land' }).getByLabel('The map sheet may be left open').waitFor()
  }, 'writer'))
})
