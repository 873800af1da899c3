import { canonicalJson, hashDocument, type Release } from '@tieuchi/runtime'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { insertPublication, insertRelease } from '@tieuchi/server/policies/policy-queries.ts'
import { describe, expect, test } from 'vitest'
import { dogReleases } from '../support/dog-licences.ts'
import { decide, dogAnswers, fill } from '../support/dog-households.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('Where rules are published while reviews are open, an officer', () => {
  const site = dogSite(executable)

  /** Rules for all of 2026 by which gardens in the fields must be of 25 m², and nobody asks for a fence. */
  const publish = () => asSystem(site.running().database.db, async (tx) => {
    const [{ release }] = dogReleases
    const garden = release.parameters['least_garden']
    if (!garden) throw new Error('The release has a smallest garden')
    const next: Release = {
      ...release,
      title: { vi: 'Quy định nuôi chó sửa đổi', en: 'Rules on dogs, amended' },
      parameters: { least_garden: { ...garden, values: { town: 10, field: 25 } } },
      forms: release.forms.map((form) => ({ ...form, sections: form.sections.map((section) => ({ ...section, items: section.items.filter((item) => !('field' in item) || item.field !== 'fenced') })) })),
    }
    const hash = hashDocument(next)
    await insertRelease(tx, { hash, programme: 'dog-licence', scope: 'national', body: canonicalJson(next) })
    await insertPublication(tx, { programme: 'dog-licence', scope: 'national', release: hash, valid_from: '2026-01-01', valid_to: '2026-12-31', reason: 'Test', published_by: 'test' })
  })

  test('sees what they change before a draft moves to them, and may review anew what was sent by the old ones', async () => {
    const draft = await fill(site.officer(), dogAnswers('Chủ Nháp', 20))
    const sent = await decide(site.officer(), dogAnswers('Chủ Đã Gửi', 20))
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/submissions/${draft.id}`)
      await page.getByRole('complementary').getByText('cấp', { exact: true }).waitFor()
      await publish()

      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('dialog').getByText('Quy định áp dụng cho ngày tham chiếu đã thay đổi').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click()

      const notice = page.getByRole('alert').filter({ hasText: 'Có quy định mới cho ngày 01/12/2026' })
      await notice.getByText('“Quy định nuôi chó sửa đổi” thay cho “Quy định nuôi chó 2026”.').waitFor()
      await notice.getByRole('listitem').filter({ hasText: 'Giấy phép' }).getByText('không cấp', { exact: true }).waitFor()
      await notice.getByText('Không còn hỏi: Có rào').waitFor()
      await notice.getByText('1 thay đổi về mức và quy tắc').click()
      await notice.getByText('Vườn tối thiểu').waitFor()
      expect(await violationsOn(page)).toEqual([])

      await notice.getByRole('button', { name: 'Chuyển sang quy định mới' }).click()
      await notice.waitFor({ state: 'detached' })
      await page.getByRole('complementary').getByText('không cấp', { exact: true }).waitFor()
      expect(await page.getByText('Có rào').count()).toBe(0)
      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
      await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
      expect(await notice.count()).toBe(0)

      await page.goto(`/submissions/${sent.id}`)
      await page.getByRole('complementary').getByText('cấp', { exact: true }).waitFor()
      await notice.getByText('Kết quả đã gửi vẫn giữ nguyên').waitFor()
      expect(await violationsOn(page)).toEqual([])
      await notice.getByRole('button', { name: 'Rà soát lại theo quy định mới' }).click()
      await page.getByRole('heading', { name: 'Kết quả tạm tính' }).waitFor()
      await page.getByRole('complementary').getByText('không cấp', { exact: true }).waitFor()
      expect(await page.getByLabel('Diện tích vườn').inputValue()).toBe('20')
      expect(faults).toEqual([])
    })
  })
})
