import { randomUUID } from 'node:crypto'
import { hashDocument } from '@tieuchi/runtime'
import type { ImpactHouseholds, ImpactRun, ImpactSummary } from '@tieuchi/server/contract'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'
import { beginDraft, edit, withGarden } from '../support/drafting.ts'
import { expectAccessible, expectReadableInTheDark } from './accessible.ts'
import { saved } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { englishOn } from './english-words.ts'

const executable = findBrowser()

/** Gardens of 0, 2, … 78 m², every sixth unknown; a third of them open. */
const households = Array.from({ length: 40 }, (_household, number) => ({
  household: { street: `Đường ${number % 4}`, ...(number % 6 !== 5 && { garden_area: number * 2 }), fenced: number % 3 !== 0 },
  members: [{ id: randomUUID(), part: 'keeper', call_name: `Nguyễn Văn Á ${number}` }],
}))

describe.skipIf(executable === undefined)('The impact of a draft', () => {
  const site = dogSite(executable, undefined, true)

  const runOf = async (author: Client, draft: string): Promise<ImpactRun> => {
    const { body: runs } = await author.send('GET', `/api/impact-runs?draft=${draft}`) as { body: readonly ImpactSummary[] }
    return (await author.send('GET', `/api/impact-runs/${runs[0]?.id}`)).body
  }
  const figure = (page: Page, name: string) => page.locator('dl > div').filter({ hasText: name }).locator('dd').first()
  const rows = (page: Page) => page.getByRole('table', { name: 'Danh sách hộ' }).getByRole('row').filter({ has: page.getByRole('link') })

  test('tells whom it touches and why, and what another number would do, before it is written', async () => {
    const { database } = site.running()
    await asSystem(database.db, (tx) => insertSynthetic(tx, households.map((answers) => ({ id: randomUUID(), unit_id: 'hill', ...identify(dogCommon, answers), answers: answers.household, members: answers.members })), new Date()))
    const author = await signInAs(site.running(), 'nguoi-soan', 'island', 'author')
    const draft = await edit(author, await beginDraft(author, hashDocument(dogReleases[0].release), '2026-06-01'), withGarden(30))
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/drafts/${draft.id}?tab=overview`)
      await page.getByRole('tab', { name: 'Tác động' }).click()
      await page.getByRole('heading', { name: 'Chưa tính tác động' }).waitFor()
      await expectAccessible(page, 'no impact yet')
      await page.getByRole('button', { name: 'Tính tác động' }).click()
      await page.getByRole('heading', { name: 'Danh sách hộ' }).waitFor()

      const { id, figures } = await runOf(author, draft.id)
      const { matrix = [], categories = [], changed } = figures ?? {}
      const [granted, refused] = ['granted', 'refused'].map((code) => categories.findIndex(({ value }) => value === code))
      const moved = matrix[granted ?? -1]?.[refused ?? -1]
      expect(moved).toBeGreaterThan(0)
      expect(await figure(page, 'Đổi kết quả').textContent()).toBe(String(changed))
      await expectAccessible(page, 'impact')
      expect(await englishOn(page)).toEqual([])
      await expectReadableInTheDark(page, 'impact')

      await page.getByRole('button', { name: `${moved} hộ từ “cấp” sang “không cấp”` }).press('Enter')
      await page.getByText(`${moved} hộ`, { exact: true }).last().waitFor()
      await expect.poll(() => rows(page).count()).toBe(moved)
      const { body } = await author.send('GET', `/api/impact-runs/${id}/households?kind=changed&from=${granted}&to=${refused}`) as { body: ImpactHouseholds }
      expect(await rows(page).getByRole('link').allTextContents()).toEqual(body.households.map(({ name }) => name))
      await page.goBack()
      await expect.poll(() => rows(page).count()).toBe(changed)
      await page.goForward()
      await expect.poll(() => rows(page).count()).toBe(moved)
      await page.getByLabel('Tìm hộ').fill('nguyen van a 8')
      await expect.poll(() => rows(page).count()).toBe(1)
      await page.reload()
      await rows(page).getByRole('link').press('Enter')
      const sides = page.getByRole('dialog')
      await sides.getByRole('region', { name: /^Trước/ }).getByText('kết quả khác').first().waitFor()
      await sides.getByRole('region', { name: /^Sau/ }).getByText('không cấp').first().waitFor()
      await expectAccessible(page, 'both explanations')
      expect(await englishOn(page)).toEqual([])
      await page.keyboard.press('Escape')
      await sides.waitFor({ state: 'detached' })
      await expect.poll(() => rows(page).getByRole('link').evaluate((link) => link === document.activeElement)).toBe(true)

      const slider = page.getByRole('slider', { name: 'Mức thử của “Vườn tối thiểu: đồng”' })
      await slider.press('ArrowRight')
      await slider.press('ArrowRight')
      await page.getByRole('region', { name: 'Hộ chịu ảnh hưởng của mức thử' }).waitFor()
      await expectAccessible(page, 'number on trial')
      await page.getByRole('button', { name: 'Ghi vào bản nháp' }).click()
      await page.getByText(/^Lần tính này theo phiên bản 2, bản nháp nay ở phiên bản 3/).waitFor()
      await saved(page)
      await page.getByText('Đã ghi: 32 m²').waitFor()
      await page.getByText(/^Số liệu dưới đây theo bản nháp hiện nay/).waitFor()
      expect(await figure(page, 'Đổi kết quả').textContent()).not.toBe(String(changed))
      await page.getByRole('button', { name: 'Hoàn tác' }).click()
      await page.getByText('Đã ghi: 30 m²').waitFor()

      await page.goto(`/impact/${id}`)
      await page.getByRole('heading', { name: 'Danh sách hộ' }).waitFor()
      for (const [button, name] of [['Tải về Excel', /\.xlsx$/], ['In cho hồ sơ trình duyệt', /\.pdf$/]] as const) {
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
        expect(file.suggestedFilename()).toMatch(name)
      }
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page, 'impact on a phone')
      expect(faults).toEqual([])
    }, 'nguoi-soan')
  })
})
