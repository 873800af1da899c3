import { hashDocument, type DraftDocument } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { decide, dogAnswers, fill } from '../support/dog-households.ts'
import { anchoredReleases, grantRelease, pagesPacks, taxPages } from '../support/dog-pages.ts'
import { beginDraft, edit, makeReady, withChangelog } from '../support/drafting.ts'
import { expectAccessible, violationsOn } from './accessible.ts'
import { getDraft, saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'
import { focusName } from './keyboard.ts'
import { answerYesNo, openSection } from './officer.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }
const date = '2027-02-01'

/** Puts in the first thing the palette finds. */
const add = async (page: Page, words: string): Promise<void> => {
  const palette = page.locator('[data-show=palette] input')
  await palette.fill(words)
  await page.locator('[data-combobox-selected]').first().waitFor()
  await palette.press('Enter')
  await expect.poll(() => palette.inputValue(), patient).toBe('')
}

/** The sections in their order, however far they are. */
const tabsOf = async (page: Page): Promise<readonly string[]> =>
  (await page.getByRole('tablist', { name: 'Đơn xin nuôi chó' }).getByRole('tab').allInnerTexts()).map((name) => name.replace(/\s*(\d+ lỗi|còn \d+ câu|xong|không phải hỏi)$/, ''))

describe.skipIf(executable === undefined)('A form to which two other programmes contribute pages', () => {
  const site = dogSite(executable, pagesPacks({ kennel: [], tax: [taxPages] }), true)
  let author: Client
  let approver: Client

  beforeAll(async () => {
    author = await signInAs(site.running(), 'writer', 'island', 'author')
    approver = await signInAs(site.running(), 'signer', 'island', 'approver')
  })

  const documentOf = async (page: Page, id: string): Promise<DraftDocument> => (await getDraft(page, id)).document

  const publish = async (id: string): Promise<void> => {
    const { body } = await author.send('GET', `/api/drafts/${id}`)
    const ready = await makeReady(author, await edit(author, { id, version: body.version, document: body.document }, withChangelog))
    expect(await author.send('POST', `/api/drafts/${id}/send`, { version: ready.version })).toMatchObject({ status: 200 })
    expect(await approver.send('POST', `/api/drafts/${id}/approve`, { version: ready.version })).toMatchObject({ status: 200 })
    expect(await approver.send('POST', `/api/drafts/${id}/publish`, { version: ready.version, valid_from: '2027-01-01', reason: 'Quyết định 2' })).toMatchObject({ status: 200 })
  }

  test('offers a place for them behind a section whose author says so', async () => {
    const [{ release }] = anchoredReleases
    const { id } = await beginDraft(author, hashDocument(release), '2028-01-01')
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${id}?tab=forms&on=form.application`)
      await page.getByRole('treeitem', { name: /^Nơi ở/ }).click()
      const open = page.getByLabel('Điểm ghép trang của chính sách khác')
      const anchor = async () => (await documentOf(page, id)).release.forms[0]?.sections[0]?.anchor
      await open.uncheck()
      await expect.poll(anchor, patient).toBeUndefined()
      await open.check()
      // Others that stand there find it again by its name.
      await expect.poll(anchor, patient).toBe('place')
      await expectAccessible(page, 'the properties of a section')
      expect(faults).toEqual([])
    }, 'writer')
  })

  test('is designed by each of them, filled in at one go, checked by each, and stays as it was once sent', async () => {
    const { id } = await beginDraft(author, hashDocument(grantRelease([])), '2027-01-01', 'kennel-grant')
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${id}?tab=forms`)
      await page.getByRole('button', { name: 'Thêm trang vào biểu mẫu của chính sách khác' }).click()
      await page.getByRole('dialog').getByLabel('Nơi ghép').click()
      await page.getByRole('option', { name: '“Đơn xin nuôi chó”, sau mục “Nơi ở”' }).click()
      await page.getByLabel('Tên trang').fill('Chuồng chó')
      await expectAccessible(page, 'the dialog for new pages')
      await page.getByRole('button', { name: 'Thêm trang', exact: true }).click()
      await page.getByRole('tree').waitFor()
      for (const words of ['dien tich vuon', 'dien tich chuong', 'chuong co mai che']) await add(page, words)
      await page.getByRole('treeitem', { name: /Diện tích chuồng/ }).click()
      await page.getByRole('button', { name: 'Thêm kiểm tra' }).click()
      await expect.poll(() => focusName(page), patient).toBe('Thêm điều kiện')
      await page.keyboard.insertText('dien tich chuong')
      await page.keyboard.press('Enter')
      await expect.poll(() => focusName(page), patient).toBe('Giá trị')
      await page.keyboard.insertText('4')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByRole('button', { name: 'Xong' }).click()
      await expect.poll(async () => (await documentOf(page, id)).release.forms, patient).toMatchObject([{
        kind: 'pages', form: 'dog-licence.application', anchor: 'place', sections: [{ title: { vi: 'Chuồng chó' }, items: [{ field: 'garden_area' }, { field: 'kennel_area' }, { field: 'kennel_roof' }] }],
        checks: [{ field: 'kennel_area', conditions: { operator: 'greaterThanInclusive', value: 4 } }],
      }])
      await saved(page)
      await expectAccessible(page, 'pages on the canvas')
      await page.getByRole('tab', { name: 'Xem thử' }).click()
      await page.getByRole('tab', { name: 'Người và chó' }).waitFor()
      expect(await tabsOf(page)).toEqual(['Nơi ở', 'Chuồng chó', 'Người và chó'])
      await page.getByRole('tab', { name: 'Chuồng chó' }).click()
      await page.getByLabel('Diện tích chuồng').waitFor()
      expect(await page.getByLabel('Diện tích vườn').count()).toBe(0)
      expect(await englishOn(page)).toEqual([])
      expect(faults).toEqual([])
    }, 'writer')

    const sent = await decide(site.officer(), { ...dogAnswers('Chủ Cũ', 30), household: { ...dogAnswers('', 30).household, tax_paid: false } }, { date })
    const draft = await fill(site.officer(), dogAnswers('Chủ Mới', 30), { date })
    await publish(id)

    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${draft.id}`)
      const notice = page.getByRole('alert').filter({ hasText: 'Trang mà chính sách khác ghép vào phiếu này đã thay đổi' })
      await notice.getByText('Câu hỏi mới: Diện tích chuồng; Chuồng có mái che').waitFor()
      expect(await tabsOf(page)).toEqual(['Nơi ở', 'Người và chó', 'Thuế nuôi chó'])
      await notice.getByRole('button', { name: 'Chuyển sang quy định mới' }).click()
      await notice.waitFor({ state: 'detached' })
      expect(await tabsOf(page)).toEqual(['Nơi ở', 'Chuồng chó', 'Người và chó', 'Thuế nuôi chó'])
      await openSection(page, 'Chuồng chó')
      await page.getByLabel('Diện tích chuồng').fill('3')
      await page.keyboard.press('Tab')
      await openSection(page, 'Thuế nuôi chó')
      expect(await page.getByLabel('Số biên lai thuế').count()).toBe(1)
      await answerYesNo(page, 'Đã nộp thuế nuôi chó', 'Không')
      await page.getByLabel('Số biên lai thuế').waitFor({ state: 'detached' })
      await answerYesNo(page, 'Đã nộp thuế nuôi chó', 'Có')
      await page.getByLabel('Số biên lai thuế').fill('BL 12')
      await page.getByText('Theo quy định: Quy định thuế nuôi chó.').waitFor()
      await page.getByText('Thuế phải nộp').waitFor()
      await page.getByRole('button', { name: /Vàng/ }).click()
      await answerYesNo(page, 'Có dây xích', 'Có')
      await page.getByRole('dialog').getByRole('button', { name: 'Xong' }).click()
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
      await page.getByRole('tab', { name: /Chuồng chó/ }).filter({ hasText: '1' }).waitFor()
      await openSection(page, 'Chuồng chó')
      await page.getByLabel('Diện tích chuồng').fill('5')
      await page.keyboard.press('Tab')
      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
      expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(expect.arrayContaining(['Nơi ở', 'Chuồng chó', 'Người và chó', 'Thuế nuôi chó']))
      await page.goto(`/submissions/${sent.id}`)
      await page.getByRole('heading', { name: 'Thuế nuôi chó' }).waitFor()
      expect(await page.getByRole('heading', { name: 'Chuồng chó' }).count()).toBe(0)
      expect(await violationsOn(page)).toEqual([])
      expect(faults).toEqual([])
    })
  })
})
