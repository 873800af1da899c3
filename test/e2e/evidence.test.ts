import { randomUUID } from 'node:crypto'
import { hashDocument } from '@tieuchi/runtime'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { signInAs } from '../support/app.ts'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'
import { beginDraft } from '../support/drafting.ts'
import { expectAccessible } from './accessible.ts'
import { saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()

/** Gardens of 0, 2, … 58 m², every sixth unknown; a third of them open. */
const households = Array.from({ length: 30 }, (_household, number) => ({ household: { ...(number % 6 !== 5 && { garden_area: number * 2 }), fenced: number % 3 !== 0 }, members: [] }))

describe.skipIf(executable === undefined)('Beside each rule of a draft', () => {
  const site = dogSite(executable)

  /** The line below a row of the verdict, by its place. */
  const beside = (page: Page, row: number) => page.getByRole('article').filter({ hasText: 'Kết luận' }).first().getByRole('listitem').nth(row - 1)

  test('stand the cases that reach it and whom it touches, and both follow a changed parameter', async () => {
    const { database } = site.running()
    await asSystem(database.db, (tx) => insertSynthetic(tx, households.map((answers) => ({ id: randomUUID(), unit_id: 'hill', ...identify(dogCommon, answers), answers: answers.household, members: [] })), new Date()))
    const author = await signInAs(site.running(), 'author', 'island', 'author')
    const draft = await beginDraft(author, hashDocument(dogReleases[0].release), '2026-06-01')
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${draft.id}?tab=rules`)
      await page.getByText('Số trong sổ: 30 hộ thuộc địa bàn của bạn, xét theo ngày 01/06/2026.').waitFor()
      await beside(page, 1).getByText('11 hộ theo dòng này · 5 hộ chưa đủ thông tin').waitFor()
      await beside(page, 1).getByText('1 ca đúng').waitFor()
      await beside(page, 3).getByText('ca chạm tới: chưa có').waitFor()
      await page.getByText('10 hộ đúng').waitFor()
      await expectAccessible(page, 'rules with figures')

      await page.getByRole('tab', { name: 'Tham số' }).click()
      await page.getByRole('button', { name: 'Sửa “Vườn tối thiểu”' }).click()
      await page.getByRole('dialog').getByLabel('Giá trị: đồng').fill('40')
      await page.getByRole('dialog').getByRole('button', { name: 'Xong' }).click()
      await saved(page)
      await page.getByRole('tab', { name: 'Quy tắc' }).click()
      await beside(page, 1).getByText('5 hộ theo dòng này · 5 hộ chưa đủ thông tin').waitFor()
      await beside(page, 3).getByRole('link', { name: '1 ca sai, mở ca “Vườn 15 m² ở đồng”' }).click()
      await page.getByRole('heading', { name: 'Vườn 15 m² ở đồng' }).waitFor()
      expect(faults).toEqual([])
    }, 'author')
  })
})
