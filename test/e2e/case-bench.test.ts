import { hashDocument, type CaseDocument, type LogicPiece } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { signInAs } from '../support/app.ts'
import { dogReleases } from '../support/dog-licences.ts'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { beginDraft, edit } from '../support/drafting.ts'
import { expectAccessible, expectReadableInTheDark } from './accessible.ts'
import { getDraft, saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'

const executable = findBrowser()

/** Rules that make something else of a household from the new year on. */
const ofTheNewYear: readonly LogicPiece[] = [
  { kind: 'fact', id: 'day', title: { vi: 'Ngày', en: 'Day' }, value: { moment: 'law_at' } },
  { kind: 'fact', id: 'new_year', title: { vi: 'Năm mới', en: 'New year' }, value: { if: { id: 'newyearaaa', fact: 'day', operator: 'greaterThanInclusive', value: '2027-01-01' }, then: 2, else: 1 } },
]

describe.skipIf(executable === undefined)('The case bench', () => {
  const site = dogSite(executable)

  const answer = (page: Page, question: string, text: string) => page.getByRole('radiogroup', { name: question }).getByText(text, { exact: true }).click()
  const choose = async (page: Page, question: string, typed: string, entry: string): Promise<void> => {
    await page.getByRole('combobox', { name: question, exact: true }).fill(typed)
    await page.getByRole('option', { name: entry, exact: true }).click()
  }
  const results = (page: Page) => page.getByRole('region', { name: 'Kết quả của ca' })
  const casesOf = async (page: Page, id: string): Promise<readonly CaseDocument[]> => (await getDraft(page, id)).document.release.cases

  test('makes a case through the form, shows the result with its path, and notices when a rule breaks it', async () => {
    const author = await signInAs(site.running(), 'soan', 'island', 'author')
    const { id } = await beginDraft(author, hashDocument(dogReleases[0].release), '2026-06-01')
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${id}?tab=cases`)
      await page.getByRole('row', { name: /Vườn 15 m² ở đồng .*đúng mong đợi/ }).waitFor()
      await expectAccessible(page, 'list of cases')

      await page.getByRole('button', { name: 'Thêm ca' }).click()
      await page.getByLabel('Tên *', { exact: true }).fill('Nhà ngoại ô')
      await results(page).getByText('chưa kết luận', { exact: true }).waitFor()
      await results(page).getByRole('button', { name: 'Diện tích vườn' }).first().click()
      await expect.poll(() => page.getByLabel('Diện tích vườn').evaluate((input) => input === document.activeElement)).toBe(true)
      await page.keyboard.type('12')
      await answer(page, 'Có rào', 'Có')
      await page.getByRole('tab', { name: 'Người và chó' }).click()
      await page.getByRole('button', { name: 'Thêm thành viên' }).click()
      await page.getByRole('dialog').getByLabel('Tên gọi').fill('Vàng')
      await choose(page, 'Vai', 'cho', 'chó')
      await answer(page, 'Đã tiêm phòng', 'Có')
      await page.getByRole('dialog').getByRole('button', { name: 'Xong' }).click()
      await results(page).getByText('chưa kết luận', { exact: true }).waitFor()
      await choose(page, 'Vùng', 'pho', 'phố')
      await results(page).getByText('cấp', { exact: true }).waitFor()
      await results(page).getByText(/Diện tích vườn ≥ Vườn tối thiểu/).first().waitFor()
      await results(page).getByText('chưa ghi mong đợi').waitFor()
      await results(page).getByRole('button', { name: 'Ghi nhận mọi kết quả' }).click()
      await results(page).getByText('đúng mong đợi').first().waitFor()
      expect(await englishOn(page)).toEqual([])
      await expectAccessible(page, 'bench')
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, 'bench on a phone')
      await page.setViewportSize({ width: 1280, height: 800 })
      await saved(page)
      const [, made] = await casesOf(page, id)
      expect(made).toMatchObject({ title: { vi: 'Nhà ngoại ô' }, at: '2026-06-01', given: { household: { garden_area: 12, fenced: true }, members: [{ call_name: 'Vàng', part: 'dog', vaccinated: true }], unit: { zone: 'town' } }, expect: { licence: 'granted' } })

      await page.getByRole('tab', { name: 'Tham số' }).click()
      await page.getByRole('button', { name: 'Sửa “Vườn tối thiểu”' }).click()
      await page.getByRole('dialog').getByLabel('Giá trị: phố').fill('18')
      await page.getByRole('dialog').getByRole('button', { name: 'Xong' }).click()
      await page.getByRole('tab', { name: 'Ca kiểm thử' }).click()
      await page.getByText('sai mong đợi (1)').click()
      await page.getByRole('row', { name: /Vườn 15 m² ở đồng/ }).waitFor({ state: 'detached' })
      await page.getByRole('link', { name: 'Nhà ngoại ô' }).press('Enter')
      await results(page).getByText('Quy tắc cho ra: không cấp').waitFor()
      await results(page).getByText('sai, mong đợi: cấp').waitFor()
      await page.getByRole('button', { name: 'Hoàn tác' }).click()
      await results(page).getByText('đúng mong đợi').first().waitFor()
      expect(faults).toEqual([])
    }, 'soan')
  })

  test('writes what is typed at one question as one step, copies and removes cases, and confirms those that are proposed', async () => {
    const author = await signInAs(site.running(), 'writer', 'island', 'author')
    const { id, document: before } = await beginDraft(author, hashDocument(dogReleases[0].release), '2026-06-01')
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${id}?tab=cases&on=case.casegarden`)
      await page.getByLabel('Diện tích vườn').fill('1')
      await page.getByLabel('Diện tích vườn').pressSequentially('4,5')
      await results(page).getByText('Quy tắc cho ra: không cấp').waitFor()
      await page.getByRole('button', { name: 'Hoàn tác' }).click()
      await expect.poll(() => page.getByLabel('Diện tích vườn').inputValue()).toBe('15')
      await page.getByRole('button', { name: 'Lưu thành ca mới' }).click()
      await page.getByRole('heading', { name: 'Vườn 15 m² ở đồng (bản sao)' }).waitFor()
      await page.getByRole('button', { name: 'Xoá ca' }).click()
      await page.getByRole('row', { name: /Vườn 15 m² ở đồng/ }).waitFor()
      await saved(page)
      expect(await casesOf(page, id)).toEqual(before.release.cases)

      await page.getByText(/^Ca đề xuất \(\d+\)$/).click()
      const chosen = page.getByRole('checkbox')
      await chosen.nth(0).check()
      await chosen.nth(1).check()
      await expectAccessible(page, 'proposed cases')
      expect(await englishOn(page)).toEqual([])
      await page.getByRole('button', { name: 'Xác nhận 2 ca đã chọn' }).click()
      await page.getByText('Ca của bản nháp (3)').click()
      await expect.poll(() => page.getByRole('row', { name: /đúng mong đợi/ }).count()).toBe(3)
      expect(faults).toEqual([])
    }, 'writer')
  })

  test('takes a household of the register without who it is, and cases to Excel and back', async () => {
    const author = await signInAs(site.running(), 'nguoi-viet', 'island', 'author')
    await decide(site.officer(), dogAnswers('Nguyễn Thị Bí Mật', 20, 'Ngõ Kín'))
    const { id, document: before } = await beginDraft(author, hashDocument(dogReleases[0].release), '2026-06-01')
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${id}?tab=cases`)
      await page.getByRole('button', { name: 'Excel' }).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Tải các ca về Excel' }).click()])
      await page.getByRole('button', { name: 'Excel' }).click()
      await page.getByRole('menuitem', { name: 'Nhập ca từ Excel' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('input[type=file]').setInputFiles({ name: 'ca.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('không phải Excel') })
      await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
      await dialog.getByText(/không phải tệp Excel/).waitFor()
      await expectAccessible(page, 'cases from Excel')
      await dialog.locator('input[type=file]').setInputFiles(await download.path())
      await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
      await dialog.waitFor({ state: 'detached' })

      await page.getByRole('button', { name: 'Lấy từ sổ hộ' }).click()
      await page.getByPlaceholder('Tên hoặc thôn').fill('bi mat')
      await expectAccessible(page, 'households to take')
      await page.getByRole('button', { name: 'Lấy hộ này: Nguyễn Thị Bí Mật' }).click()
      await page.getByText('Không lấy theo: Tên gọi; Đường.').waitFor()
      expect(await englishOn(page)).toEqual([])
      await page.getByRole('button', { name: 'Thêm thành ca' }).click()
      await results(page).getByText('cấp', { exact: true }).waitFor()
      await saved(page)
      const cases = await casesOf(page, id)
      expect(cases.slice(0, -1)).toEqual(before.release.cases)
      expect(cases.at(-1)?.given).toEqual({ household: { garden_area: 20, fenced: true }, members: [{ part: 'keeper', id: 'm1' }, { part: 'dog', born: '2024-05', vaccinated: true, id: 'm2' }], unit: { zone: 'field' } })

      await page.goto(`/drafts/${id}?tab=rules&on=piece.unvaccinated_dogs`)
      const preview = page.getByRole('combobox', { name: 'Thử trên một hộ' })
      await preview.waitFor()
      await page.getByRole('button', { name: 'Lấy từ sổ hộ' }).click()
      await page.getByPlaceholder('Tên hoặc thôn').fill('bi mat')
      await page.getByRole('button', { name: 'Lấy hộ này: Nguyễn Thị Bí Mật' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(() => preview.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe('Hộ lấy từ sổ')
      await page.locator('output', { hasText: 'Kết quả:' }).getByText('0', { exact: true }).waitFor()
      await expectAccessible(page, 'a calculation tried on a household of the register')
      expect(faults).toEqual([])
    }, 'nguoi-viet')
  })

  test('moves the cases of a release to the days of the draft that follows it, in one step, and says before which come out otherwise', async () => {
    const author = await signInAs(site.running(), 'chuyen', 'island', 'author')
    const begun = await beginDraft(author, hashDocument(dogReleases[0].release), '2027-01-01')
    const { id } = await edit(author, begun, (document) => ({ ...document, release: { ...document.release, logic: [...document.release.logic, ...ofTheNewYear], cases: document.release.cases.flatMap((each) => [each, { ...each, id: 'casenewyea', title: { vi: 'Còn theo năm cũ', en: 'By the old year' }, expect: { new_year: 1 } }]) } }))
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${id}?tab=approval`)
      await page.getByText('2 ca có ngày xét nằm ngoài thời gian hiệu lực của bản nháp.').waitFor({ timeout: 60_000 })
      await page.getByRole('button', { name: 'Chuyển các ca sang ngày của bản mới' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('row', { name: '01/06/2026 01/06/2027 2' }).waitFor()
      const changed = dialog.getByRole('region', { name: '1 ca cho ra kết quả khác sau khi chuyển' })
      await changed.getByText('Còn theo năm cũ – không còn đúng mong đợi').waitFor()
      await changed.getByText('Năm mới: 1 → 2').waitFor()
      await expectAccessible(page, 'cases to move')
      await expectReadableInTheDark(page, 'cases to move')
      expect(await englishOn(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, 'cases to move on a phone')
      await page.setViewportSize({ width: 1280, height: 800 })
      await dialog.getByRole('button', { name: 'Chuyển 2 ca' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('nằm ngoài thời gian hiệu lực').first().waitFor({ state: 'detached', timeout: 60_000 })
      await saved(page)
      expect((await casesOf(page, id)).map(({ at, expect: expected }) => [at, expected])).toEqual([['2027-06-01', { licence: 'granted' }], ['2027-06-01', { new_year: 1 }]])

      await page.getByRole('tab', { name: 'Ca kiểm thử' }).click()
      await page.getByRole('row', { name: /Còn theo năm cũ 01\/06\/2027 .*sai mong đợi/ }).waitFor()
      await page.getByRole('button', { name: 'Hoàn tác' }).click()
      await page.getByText('2 ca có ngày xét nằm ngoài thời gian hiệu lực của bản nháp.').waitFor()
      await page.getByRole('row', { name: /Còn theo năm cũ 01\/06\/2026 .*đúng mong đợi/ }).waitFor()
      await page.getByRole('button', { name: 'Chuyển các ca sang ngày của bản mới' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Bỏ qua' }).click()
      await saved(page)
      expect((await casesOf(page, id)).map(({ at }) => at)).toEqual(['2026-06-01', '2026-06-01'])
      expect(faults).toEqual([])
    }, 'chuyen')
  })
})
